"""Files from a real server: whole, broken off, and left by their reader."""

import time
from urllib.request import Request, urlopen

import pytest
from django.db import connection

from records.models import Organization
from tests.api.exports.crowd import PATH, crowd
from tests.api.exports.reading import read_csv, read_xlsx

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.behind_the_service]

PATIENCE = 20  # seconds until the server has noticed that its reader has left


def test_files_of_a_real_server(served):
    whole_ones_are_read_to_the_end(served)
    last = crowd(510, length=50_000)
    a_reader_who_leaves_ends_the_transaction(served)
    assert served.faults() == ""
    one_that_breaks_off_has_no_end(served, last)


def whole_ones_are_read_to_the_end(served):
    expected = Organization.objects.published().count()
    for form, read in (("csv", read_csv), ("xlsx", read_xlsx)):
        with ask(served, f"format={form}") as response:
            assert len(read(response.read())[1]) == expected
    with ask(served, "format=csv", "HEAD") as head:
        assert (head.status, head.read()) == (200, b"")
        assert head.headers["Content-Disposition"].endswith('.csv"')


def a_reader_who_leaves_ends_the_transaction(served):
    with ask(served, "format=jsonl") as response:
        assert response.read(1000).startswith(b'{"accord_export":')
        assert somebody_reads()
    wait_until(lambda: not somebody_reads())


def one_that_breaks_off_has_no_end(served, last):
    Organization.objects.filter(pk=last).update(document="{}")
    with ask(served, "format=csv&ordering=id") as response:
        assert response.status == 200
        body = response.read()
    assert b"company" in body
    assert b"# end: " not in body
    assert "KeyError" in served.faults()
    wait_until(lambda: not somebody_reads())
    with ask(served, "page_size=1") as response:
        assert response.status == 200


def ask(served, query, method="GET"):
    return urlopen(Request(f"{served.url}{PATH}?{query}", method=method), timeout=PATIENCE)


def somebody_reads():
    """Tell whether a transaction is open beside our own."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
                "AND pid <> pg_backend_pid() AND xact_start IS NOT NULL"
            )
            return cursor.fetchone()[0] > 0
        # What readers may still need of the log stays there, even when all of it is asked for.
        Organization.objects.filter(pk=1).update(notes=str(time.monotonic()))
        cursor.execute("PRAGMA busy_timeout=0")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        is_busy = cursor.fetchone()[0] == 1
        cursor.execute("PRAGMA busy_timeout=20000")
        return is_busy


def wait_until(condition):
    until = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.05)
