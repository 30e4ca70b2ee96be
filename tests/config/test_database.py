"""The suite runs on the database that was asked for, connected as it will be in production."""

import os

import pytest
from django.db import connection

from config.settings.database import POSTGRESQL, SQLITE, with_defaults

pytestmark = pytest.mark.django_db


def pragma(name):
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {name}")
        return cursor.fetchone()[0]


def show(name):
    with connection.cursor() as cursor:
        cursor.execute(f"SHOW {name}")
        return cursor.fetchone()[0]


def test_vendor_is_the_requested_one():
    assert connection.vendor == os.environ["ACCORD_TEST_DATABASE"]


@pytest.mark.skipif("connection.vendor != 'sqlite'")
def test_sqlite_connection_has_its_options():
    options = {name: pragma(name) for name in ("journal_mode", "synchronous", "busy_timeout")}
    assert options == {"journal_mode": "wal", "synchronous": 1, "busy_timeout": 20000}
    assert pragma("foreign_keys") == 1
    assert connection.transaction_mode == "IMMEDIATE"


@pytest.mark.skipif("connection.vendor != 'postgresql'")
def test_postgresql_connection_has_its_options():
    connection.ensure_connection()
    assert show("max_parallel_workers_per_gather") == "0"
    assert show("jit") == "off"
    assert connection.connection.prepare_threshold == 1
    assert connection.settings_dict["CONN_MAX_AGE"] is None


@pytest.mark.skipif("connection.vendor != 'postgresql'")
def test_postgresql_statement_is_prepared_on_the_server():
    with connection.cursor() as cursor:
        for number in range(3):
            cursor.execute("SELECT %s::int + 41", [number])
        cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%%+ 41'")
        assert cursor.fetchone()[0] == 1


@pytest.mark.parametrize("engine", [SQLITE, POSTGRESQL])
def test_options_of_the_url_win_over_the_defaults(engine):
    options = {"transaction_mode": "DEFERRED", "prepare_threshold": 5, "sslmode": "require"}
    merged = with_defaults({"ENGINE": engine, "CONN_MAX_AGE": 60, "OPTIONS": options})
    assert merged["CONN_MAX_AGE"] == 60
    assert merged["OPTIONS"].items() >= options.items()
    assert len(merged["OPTIONS"]) > len(options)


def test_engine_without_defaults_is_left_alone():
    settings = {"ENGINE": "django.db.backends.mysql", "NAME": "accord"}
    assert with_defaults(settings) == settings
