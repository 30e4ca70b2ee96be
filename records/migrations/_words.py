"""Indexes of the words that records are searched by.

The words are folded, romanised and taken apart by `records.values.readings`, so both databases
index the same ones and neither needs a dictionary or an extension, such as unaccent. PostgreSQL has
an index on two columns of a table. SQLite has a table of its full-text module FTS5, which reads the
words from the records and is kept in step by triggers. Those go when a migration rebuilds the table
of the records, as almost any change of a column does: such a migration ends with
`RunPython(create_all, drop_all)`. A test looks for them.
"""

from typing import NamedTuple


class Index(NamedTuple):
    """A table and its columns of words."""

    table: str
    columns: tuple[str, str]

    @property
    def name(self):
        """Name of the index."""
        return f"{self.table}_words"


CLAIMS = Index("records_claim", ("text_words", "speaker_words"))
ALL = (
    CLAIMS,
    Index("records_agreement", ("title_words", "summary_words")),
    Index("records_organization", ("name_words", "names_words")),
    Index("records_source", ("title_words", "publisher_words")),
    Index("records_weaponsystem", ("designation_words", "names_words")),
)


def _row(index, verb, row):
    """Tell the index that a row's words have come or gone."""
    command = {"add": "", "remove": f"{index.name}, "}[verb]
    value = {"add": "", "remove": "'delete', "}[verb]
    words = ", ".join(f"{row}.{column}" for column in index.columns)
    return (
        f"INSERT INTO {index.name} ({command}rowid, {', '.join(index.columns)})"
        f" VALUES ({value}{row}.id, {words});"
    )


def sqlite(index):
    """Statements for SQLite. The words are ASCII-tokenized: they are folded already."""
    name, table, columns = index.name, index.table, ", ".join(index.columns)
    yield (
        f"CREATE VIRTUAL TABLE {name} USING fts5({columns},"
        f" content='{table}', content_rowid='id', tokenize='ascii')"
    )
    yield f"INSERT INTO {name} ({name}) VALUES ('rebuild')"
    add, remove = _row(index, "add", "NEW"), _row(index, "remove", "OLD")
    yield f"CREATE TRIGGER {name}_insert AFTER INSERT ON {table} BEGIN {add} END"
    yield f"CREATE TRIGGER {name}_delete AFTER DELETE ON {table} BEGIN {remove} END"
    changed = " OR ".join(f"OLD.{column} <> NEW.{column}" for column in index.columns)
    yield (
        f"CREATE TRIGGER {name}_update AFTER UPDATE OF {columns} ON {table}"
        f" WHEN {changed} BEGIN {remove} {add} END"
    )


def postgresql(index):
    """Statements for PostgreSQL: the expression that `records.querysets.search` asks for."""
    words = " || ' ' || ".join(index.columns)
    yield (
        f"CREATE INDEX {index.name} ON {index.table} USING gin"
        f" (array_to_tsvector(string_to_array(btrim({words}), ' ')))"
    )


def create(apps, schema_editor):  # noqa: ARG001 a migration's signature
    """Create the index of claims, or create it again after SQLite has dropped its triggers."""
    _create(schema_editor, CLAIMS)


def drop(apps, schema_editor):  # noqa: ARG001 a migration's signature
    """Drop what exists of the index of claims."""
    _drop(schema_editor, CLAIMS)


def create_all(apps, schema_editor):  # noqa: ARG001 a migration's signature
    """Create every index, or create them again after SQLite has dropped triggers."""
    for index in ALL:
        _create(schema_editor, index)


def drop_all(apps, schema_editor):  # noqa: ARG001 a migration's signature
    """Drop what exists of every index."""
    for index in ALL:
        _drop(schema_editor, index)


def _create(schema_editor, index):
    _drop(schema_editor, index)
    write = {"sqlite": sqlite, "postgresql": postgresql}[schema_editor.connection.vendor]
    for statement in write(index):
        schema_editor.execute(statement, params=None)


def _drop(schema_editor, index):
    if schema_editor.connection.vendor == "sqlite":
        for event in ("insert", "delete", "update"):
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {index.name}_{event}", params=None)
        schema_editor.execute(f"DROP TABLE IF EXISTS {index.name}", params=None)
    else:
        schema_editor.execute(f"DROP INDEX IF EXISTS {index.name}", params=None)
