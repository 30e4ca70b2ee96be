"""A small database of its own for benchmarks that write; it is thrown away."""

import json
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

from tests.benchmarks.databases import PROJECT_ROOT, settings
from tests.benchmarks.postgres import DURABLE, KeptPostgres

USUAL_SETTINGS = {"DJANGO_SETTINGS_MODULE": "tests.benchmarks.usual_create_settings"}


@dataclass(frozen=True)
class Scratch:
    """A database with some organizations and sources, and who may write to it."""

    url: str
    token: str
    reviewer_token: str
    usual_token: str
    bodies: list[dict[str, Any]]
    """Claims to create, as our API takes them."""
    usual_bodies: list[dict[str, Any]]
    """The same claims, as the usual API takes them."""
    changed: list[str]
    """Paths of the organizations to change; their name is 0."""
    merged: list[str]
    """Ids of organizations to merge in pairs; each is named by claims."""

    @property
    def environment(self) -> dict[str, str]:
        """Environment of a production server; the log does not tell of each 412."""
        return settings(self.url) | {"LOG_LEVEL": "ERROR"}

    def ask(self, statement: str) -> list[tuple[Any, ...]]:
        """Ask the database itself."""
        if self.url.startswith("sqlite"):
            with closing(sqlite3.connect(self.url.removeprefix("sqlite:///"))) as connection:
                return connection.execute(statement).fetchall()
        with psycopg.connect(self.url) as connection:
            return connection.execute(statement).fetchall()


@contextmanager
def scratch(engine: str) -> Iterator[Scratch]:
    """Build a database; it exists inside the block."""
    with emptied(engine) as url:
        yield _seeded(url)


@contextmanager
def emptied(engine: str) -> Iterator[str]:
    """Give the address of an empty database; PostgreSQL waits for the disk, as it comes."""
    with tempfile.TemporaryDirectory(prefix="accord-writes-") as name:
        folder = Path(name)
        if engine == "sqlite":
            yield f"sqlite:///{folder / 'accord.sqlite3'}"
            return
        server = KeptPostgres(folder, DURABLE)
        server.start()
        try:
            yield server.url
        finally:
            server.stop()


def _seeded(url: str) -> Scratch:
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.seed"],
        env=settings(url) | USUAL_SETTINGS,
        cwd=PROJECT_ROOT,
        stdout=subprocess.PIPE,
        check=True,
    )
    return Scratch(url, **json.loads(done.stdout))
