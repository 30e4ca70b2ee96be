"""Reads one state of the database for as long as it takes, while others write."""

from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from typing import TypeVar

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper

Item = TypeVar("Item")

_READ_ONLY = {
    # Who stops reading in the middle keeps a worker waiting, but not the database.
    "postgresql": (
        "SELECT set_config('default_transaction_isolation', 'repeatable read', false), "
        "set_config('default_transaction_read_only', 'on', false), "
        "set_config('idle_in_transaction_session_timeout', '10min', false)"
    ),
    "sqlite": "PRAGMA query_only = ON",
}


def in_snapshot(
    produce: Callable[[], Generator[Item, None, None]],
) -> Generator[Item, None, None]:
    """Yield what `produce` yields; all that it asks the database is answered from one state.

    The state is that of its first query. A connection of its own reads it, in a transaction that
    lasts until the last item or `close`, blocks no writer, and is not seen by whatever else the
    thread does between two items. On PostgreSQL vacuum waits for it, on SQLite the write-ahead log
    grows. A caller in a transaction reads what that transaction sees, as no other connection can.
    """
    if connections[DEFAULT_DB_ALIAS].in_atomic_block:
        yield from produce()
        return
    with closing(_connect()) as connection, closing(produce()) as steps:
        while True:
            with _default(connection):
                try:
                    item = next(steps)
                except StopIteration:
                    return
            yield item


def from_snapshot(read: Callable[[], Item]) -> Item:
    """Return what `read` returns; all that it asks the database is answered from one state."""

    def produce() -> Generator[Item, None, None]:
        yield read()

    with closing(in_snapshot(produce)) as one:
        return next(one)


def _connect() -> BaseDatabaseWrapper:
    """Open a connection beside the thread's own, and begin a transaction that only reads."""
    connection = connections[DEFAULT_DB_ALIAS].copy()
    if connection.vendor == "sqlite":
        # The mode of the settings would take the lock of the one writer.
        connection.settings_dict["OPTIONS"]["transaction_mode"] = "DEFERRED"
    # A server may close the answer in another thread than the one that began it.
    connection.inc_thread_sharing()
    with connection.cursor() as cursor:
        cursor.execute(_READ_ONLY[connection.vendor])
    connection.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
    return connection


@contextmanager
def _default(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Let every query of this thread go through a connection."""
    usual = connections[DEFAULT_DB_ALIAS]
    connections[DEFAULT_DB_ALIAS] = connection
    try:
        yield
    finally:
        connections[DEFAULT_DB_ALIAS] = usual
