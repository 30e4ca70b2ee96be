"""Refuses to work on a database that lacks tables."""

from django.core.management.base import CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def require_migrated() -> None:
    """Raise CommandError when migrations have not been applied, and say how many."""
    executor = MigrationExecutor(connection)
    pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if pending:
        raise CommandError(
            f"Migrations not applied to the database: {len(pending)}. "
            "Run `manage.py migrate`, then `manage.py load_reference`."
        )
