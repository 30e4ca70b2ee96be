"""How the hand-written statements are sent: `ask(statement's name, *parameters)` gives rows."""

import sqlite3
from collections.abc import Callable
from typing import Any

import psycopg

from tests.benchmarks.sql_statements import POSTGRESQL, SQLITE, statements

Ask = Callable[..., list[tuple[Any, ...]]]


def connect(url: str) -> Ask:
    """Connect to the database of a DATABASE_URL, with the settings that this API uses."""
    return _sqlite(url.removeprefix("sqlite:///")) if url.startswith("sqlite") else _postgres(url)


def _postgres(url: str) -> Ask:
    known = statements(POSTGRESQL)
    cursor = psycopg.connect(
        url, autocommit=True, options="-c max_parallel_workers_per_gather=0 -c jit=off"
    ).cursor()

    def ask(name: str, *parameters: object) -> list[tuple[Any, ...]]:
        return cursor.execute(known[name], parameters, prepare=True).fetchall()

    return ask


def _sqlite(path: str) -> Ask:
    known = statements(SQLITE)
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)

    def ask(name: str, *parameters: object) -> list[tuple[Any, ...]]:
        return connection.execute(known[name], parameters).fetchall()

    return ask
