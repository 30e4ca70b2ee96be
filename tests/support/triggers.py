"""Triggers in the database."""

from django.db import connection

QUESTION = {
    "sqlite": "SELECT tbl_name, name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgrelid::regclass::text, tgname FROM pg_trigger WHERE NOT tgisinternal",
}


def triggers() -> set[tuple[str, str]]:
    """Return the table and name of every trigger that somebody made."""
    with connection.cursor() as cursor:
        cursor.execute(QUESTION[connection.vendor])
        return set(cursor.fetchall())
