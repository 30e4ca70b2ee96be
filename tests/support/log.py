"""What only the owner of the database can do to the log."""

from django.db import connection


def allow_rewriting() -> None:
    """Take the trigger off that keeps the log append-only, until the test's transaction ends."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # no trigger may be pending
            cursor.execute("ALTER TABLE records_change DISABLE TRIGGER change_append_only")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
