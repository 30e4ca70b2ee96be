"""Counters in the database hold, however many count at the same time."""

import os
import subprocess
import sys
import time
from contextlib import nullcontext

import pytest
from django.core.cache import caches
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from time_machine import travel

from records.api.limits import quotas
from tests.__main__ import PROJECT_ROOT
from tests.support.threads import run_together

TABLE = "accord_cache_of_a_test"
BACKEND = "records.api.limits.cache.CountingDatabaseCache"
PATH = "/api/v1/echoes/"

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.urls("tests.api.probes")]


@pytest.fixture
def table(settings, monkeypatch):
    """Name a database cache whose table does not exist yet."""
    settings.CACHES = {"default": {"BACKEND": BACKEND, "LOCATION": TABLE}}
    monkeypatch.setattr(quotas, "_breaker", quotas._Breaker())
    yield TABLE
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE IF EXISTS {TABLE}")


@pytest.fixture
def counters(table):
    """Make the table, as `createcachetable` does for an operator."""
    call_command("createcachetable", verbosity=0)
    return caches["default"]


def increase(times):
    return [caches["default"].incr("n") for _ in range(times)]


def test_increment_adds_and_keeps_the_expiry(counters):
    counters.add("n", 1, timeout=100)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT expires FROM {TABLE}")
        before = cursor.fetchall()
        assert (counters.incr("n"), counters.incr("n", 40), counters.get("n")) == (2, 42, 42)
        assert counters.decr("n", 2) == 40
        cursor.execute(f"SELECT expires FROM {TABLE}")
        assert cursor.fetchall() == before


@pytest.mark.skipif("connection.vendor != 'postgresql'")
@pytest.mark.parametrize("within", [False, True])
def test_increment_waits_for_the_disk_only_with_what_surrounds_it(counters, within):
    """The test server never waits, so the wait is asked for first."""
    counters.add("n", 1)
    found = []

    def note(execute, sql, params, many, context):
        if sql.startswith("UPDATE"):
            cursor = context["connection"].connection.execute("SHOW synchronous_commit")
            found.append(cursor.fetchone()[0])
        return execute(sql, params, many, context)

    with connection.cursor() as cursor, connection.execute_wrapper(note):
        cursor.execute("SET synchronous_commit TO on")
        with transaction.atomic() if within else nullcontext():
            counters.incr("n")
        cursor.execute("SHOW synchronous_commit")
        found.append(cursor.fetchone()[0])
        cursor.execute("RESET synchronous_commit")
    assert found == ["on" if within else "off", "on"]


@pytest.mark.parametrize("timeout", [None, 100])
def test_increment_of_nothing(counters, timeout):
    counters.set("other", 1, timeout)
    with pytest.raises(ValueError, match="':1:n' not found"):
        counters.incr("n")
    assert counters.incr("other") == 2


def test_increment_of_what_has_expired(counters):
    counters.set("n", 1, timeout=10)
    with travel(time.time() + 11), pytest.raises(ValueError, match="not found"):
        counters.incr("n")


def test_increments_of_threads_are_not_lost(counters):
    counters.add("n", 0, 1000)
    results = run_together(*[lambda: increase(25)] * 4)
    assert sorted(number for result in results for number in result) == list(range(1, 101))
    assert counters.get("n") == 100


SCRIPT = f"""
import django
from django.conf import settings
from django.core.cache import caches

settings.DATABASES["default"]["NAME"] = {{name!r}}
settings.CACHES["default"] = {{{{"BACKEND": {BACKEND!r}, "LOCATION": {TABLE!r}}}}}
django.setup()
print([caches["default"].incr("n") for _ in range(50)])
"""


def test_increments_of_processes_are_not_lost(counters):
    counters.add("n", 0, 1000)
    script = SCRIPT.format(name=str(connection.settings_dict["NAME"]))
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", script],
            cwd=PROJECT_ROOT,
            env={**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings.test"},
            stdout=subprocess.PIPE,
        )
        for _ in range(3)
    ]
    written = [process.communicate(timeout=60)[0] for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0]
    numbers = [int(number) for line in written for number in line.strip(b"[]\n").split(b",")]
    assert sorted(numbers) == list(range(1, 151))


def test_limit_holds_for_clients_that_come_at_once(counters, settings):
    settings.RATE_LIMIT_ANON = "10/min"

    def ask():
        client = Client()
        return [client.get(PATH).status_code for _ in range(5)]

    with travel(time.time(), tick=False):
        answers = [status for result in run_together(*[ask] * 4) for status in result]
    assert sorted(answers) == [200] * 10 + [429] * 10


def test_limit_without_its_table_costs_one_warning(table, settings, caplog):
    settings.RATE_LIMIT_ANON = "1/min"
    for _ in range(3):
        response = Client().get(PATH)
        assert response.status_code == 200
        assert "RateLimit" not in response.headers
    (warning,) = [record for record in caplog.records if record.name == quotas.__name__]
    assert warning.message.startswith("The cache fails, so rate limits do not hold: ")
    assert TABLE in warning.message


def test_limit_with_its_table_counts_with_few_queries(
    counters, settings, django_assert_num_queries
):
    settings.RATE_LIMIT_ANON = "5/min"
    with travel(time.time(), tick=False):
        assert Client().get(PATH).headers["RateLimit"].startswith('"anonymous";r=4;')
        with django_assert_num_queries(4):  # begin, read, write, commit
            assert Client().get(PATH).headers["RateLimit"].startswith('"anonymous";r=3;')
