"""A snapshot shows one state, stops nobody from writing, and leaves nothing behind."""

import time

import pytest
from django.db import DatabaseError, connection, connections

from records.models import Organization
from records.querysets.snapshots import in_snapshot
from tests.factories import OrganizationFactory

PATIENCE = 5  # seconds until PostgreSQL has noticed that a client has left

own_transaction = pytest.mark.django_db(transaction=True)


def names():
    """Read the names one by one, as a cursor of the database gives them."""
    rows = Organization.objects.order_by("pk").values_list("name", flat=True)
    yield from rows.iterator(chunk_size=1)


def names_twice():
    yield from names()
    yield from names()


def others_connected():
    """Count the other connections to this database."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        return cursor.fetchone()[0]


def left_behind(before):
    until = time.monotonic() + PATIENCE
    while (now := others_connected()) > before and time.monotonic() < until:
        time.sleep(0.01)
    return now - before


@own_transaction
def test_snapshot_keeps_its_state_while_others_write():
    OrganizationFactory(name="A")
    OrganizationFactory(name="B")
    OrganizationFactory(name="C")
    reading = in_snapshot(names_twice)
    assert next(reading) == "A"
    Organization.objects.filter(name="B").update(name="B2")
    OrganizationFactory(name="D")
    assert list(reading) == ["B", "C", "A", "B", "C"]
    assert list(in_snapshot(names)) == ["A", "B2", "C", "D"]


@own_transaction
def test_snapshot_refuses_to_write():
    OrganizationFactory(name="A")

    def rename():
        yield Organization.objects.update(name="B")

    with pytest.raises(DatabaseError, match=r"read-?only"):
        list(in_snapshot(rename))
    assert list(names()) == ["A"]


@own_transaction
def test_snapshot_leaves_the_connection_of_the_thread_alone():
    OrganizationFactory()
    usual = connections["default"]
    reading = in_snapshot(names)
    next(reading)
    assert connections["default"] is usual
    assert not usual.in_atomic_block
    reading.close()
    assert connections["default"] is usual


@own_transaction
@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has no sessions to count")
@pytest.mark.parametrize("how", ["read to the end", "closed early", "failed", "never begun"])
def test_snapshot_ends_its_session(how):
    OrganizationFactory()
    OrganizationFactory()
    before = others_connected()

    def fail():
        yield from names()
        raise RuntimeError

    reading = in_snapshot(fail if how == "failed" else names)
    if how != "never begun":
        next(reading)
        assert others_connected() == before + 1
    if how == "read to the end":
        list(reading)
    elif how == "failed":
        with pytest.raises(RuntimeError):
            list(reading)
    reading.close()
    assert left_behind(before) == 0


@own_transaction
@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL has no log to truncate")
def test_snapshot_closed_early_gives_the_write_ahead_log_free():
    OrganizationFactory()
    OrganizationFactory()
    reading = in_snapshot(names)
    next(reading)
    OrganizationFactory()
    reading.close()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        assert cursor.fetchone() == (0, 0, 0)


@pytest.mark.django_db
def test_snapshot_in_a_transaction_sees_what_the_transaction_wrote():
    OrganizationFactory(name="A")
    assert list(in_snapshot(names)) == ["A"]
