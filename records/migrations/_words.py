"""The index of the words that claims are searched by: statement and speaker's name.

The words are folded and taken apart by `records.values.words`, so both databases index the same
ones and neither needs a dictionary or an extension. PostgreSQL has an index on the two columns.
SQLite has a table of its full-text module FTS5, which reads the words from the claims and is kept in
step by triggers. Those go when a migration rebuilds the table of claims, as almost any change of a
column does: such a migration ends with `RunPython(create, drop)`. A test looks for them.
"""

TABLE = "records_claim"
INDEX = "records_claim_words"
COLUMNS = ("text_words", "speaker_words")


def _row(verb, row):
    """Tell the index that a row's words have come or gone."""
    command = {"add": "", "remove": f"{INDEX}, "}[verb]
    value = {"add": "", "remove": "'delete', "}[verb]
    words = ", ".join(f"{row}.{column}" for column in COLUMNS)
    return (
        f"INSERT INTO {INDEX} ({command}rowid, {', '.join(COLUMNS)})"
        f" VALUES ({value}{row}.id, {words});"
    )


def sqlite():
    """Statements for SQLite. The words are ASCII-tokenized: they are folded already."""
    yield (
        f"CREATE VIRTUAL TABLE {INDEX} USING fts5({', '.join(COLUMNS)},"
        f" content='{TABLE}', content_rowid='id', tokenize='ascii')"
    )
    yield f"INSERT INTO {INDEX} ({INDEX}) VALUES ('rebuild')"
    yield f"CREATE TRIGGER {INDEX}_insert AFTER INSERT ON {TABLE} BEGIN {_row('add', 'NEW')} END"
    yield f"CREATE TRIGGER {INDEX}_delete AFTER DELETE ON {TABLE} BEGIN {_row('remove', 'OLD')} END"
    changed = " OR ".join(f"OLD.{column} <> NEW.{column}" for column in COLUMNS)
    yield (
        f"CREATE TRIGGER {INDEX}_update AFTER UPDATE OF {', '.join(COLUMNS)} ON {TABLE}"
        f" WHEN {changed} BEGIN {_row('remove', 'OLD')} {_row('add', 'NEW')} END"
    )


def postgresql():
    """Statements for PostgreSQL: the expression that `records.querysets.claim.matching` asks for."""
    words = " || ' ' || ".join(COLUMNS)
    yield (
        f"CREATE INDEX {INDEX} ON {TABLE} USING gin"
        f" (array_to_tsvector(string_to_array(btrim({words}), ' ')))"
    )


def create(apps, schema_editor):
    """Create the index, or create it again after SQLite has dropped its triggers."""
    drop(apps, schema_editor)
    write = {"sqlite": sqlite, "postgresql": postgresql}[schema_editor.connection.vendor]
    for statement in write():
        schema_editor.execute(statement, params=None)


def drop(apps, schema_editor):  # noqa: ARG001 a migration's signature
    """Drop what exists of the index."""
    if schema_editor.connection.vendor == "sqlite":
        for event in ("insert", "delete", "update"):
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {INDEX}_{event}", params=None)
        schema_editor.execute(f"DROP TABLE IF EXISTS {INDEX}", params=None)
    else:
        schema_editor.execute(f"DROP INDEX IF EXISTS {INDEX}", params=None)
