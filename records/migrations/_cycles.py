"""Triggers that refuse a cycle in a table that points at itself.

A check constraint sees one row, so it can refuse a record that is its own parent but not one that
is its own grandparent. The triggers walk up from the new parent after each write.

SQLite drops the triggers of a table when a migration rebuilds it, which it does for almost any
change of a column: such a migration ends with `RunPython(create, drop)`. A test looks for them.
"""

from typing import NamedTuple


class Tree(NamedTuple):
    """A foreign key to the same table, and the name under which a cycle is refused."""

    table: str
    column: str
    name: str

    @property
    def walk(self):
        """Every row from the new parent upwards; UNION ends the walk even on a cycle."""
        return (
            f"WITH RECURSIVE above(id) AS (SELECT NEW.{self.column} UNION"
            f" SELECT row.{self.column} FROM {self.table} row JOIN above ON row.id = above.id"
            f" WHERE row.{self.column} IS NOT NULL) SELECT id FROM above"
        )


TREES = (
    Tree("records_organization", "parent_id", "organization_parent_cycle"),
    Tree("records_weaponsystem", "variant_of_id", "weaponsystem_variant_of_cycle"),
)


def sqlite(tree):
    """Statements for SQLite, whose triggers answer to one event each."""
    for event, suffix in (("INSERT", "insert"), (f"UPDATE OF {tree.column}", "update")):
        yield (
            f"CREATE TRIGGER {tree.name}_{suffix} AFTER {event} ON {tree.table}"
            f" WHEN NEW.{tree.column} IS NOT NULL"
            f" BEGIN SELECT RAISE(ABORT, '{tree.name}') WHERE NEW.id IN ({tree.walk}); END"
        )


def postgresql(tree):
    """Statements for PostgreSQL.

    Two transactions that each hang one record under the other would not see each other's row:
    the lock lets them walk one after the other.
    """
    yield f"""
        CREATE FUNCTION {tree.name}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM pg_advisory_xact_lock(hashtext('{tree.name}'));
            IF NEW.id IN ({tree.walk}) THEN
                RAISE EXCEPTION '{tree.name}' USING
                    ERRCODE = 'check_violation', CONSTRAINT = '{tree.name}', TABLE = '{tree.table}';
            END IF;
            RETURN NULL;
        END $$
    """
    yield (
        f"CREATE TRIGGER {tree.name} AFTER INSERT OR UPDATE OF {tree.column} ON {tree.table}"
        f" FOR EACH ROW WHEN (NEW.{tree.column} IS NOT NULL) EXECUTE FUNCTION {tree.name}()"
    )


def create(apps, schema_editor):  # noqa: ARG001 a migration's signature
    """Create the triggers, or create them again after SQLite has dropped some."""
    drop(apps, schema_editor)
    write = {"sqlite": sqlite, "postgresql": postgresql}[schema_editor.connection.vendor]
    for tree in TREES:
        for statement in write(tree):
            schema_editor.execute(statement, params=None)


def drop(apps, schema_editor):  # noqa: ARG001 a migration's signature
    """Drop the triggers that exist."""
    for tree in TREES:
        if schema_editor.connection.vendor == "sqlite":
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {tree.name}_insert", params=None)
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {tree.name}_update", params=None)
        else:
            schema_editor.execute(f"DROP FUNCTION IF EXISTS {tree.name} CASCADE", params=None)
