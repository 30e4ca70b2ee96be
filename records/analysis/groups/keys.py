"""What records are grouped by.

A key is one value of the record, or a value of rows that belong to it. A record with several such
rows stands in several groups, in each of them once. The key of a record without a value is null.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.db.models import F, FilteredRelation, Model

from records.models import Record
from records.values.public_ids import RecordType, format_public_id


@dataclass(frozen=True, slots=True)
class Named:
    """Where the names of values stand: a table of records or categories, and its column."""

    model: type[Model]
    column: str

    @property
    def record_type(self) -> RecordType | None:
        """Type of the records that are named, if it is records."""
        return self.model.record_type if issubclass(self.model, Record) else None


Naming = Mapping[str, str] | Named | None
"""Names by value, or where they stand; None where the values speak for themselves."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key: any of `values`, which are expressions over the record and rows that belong to it.

    `several` says that a record can have several values. `repeats` says that different rows of a
    record can hold the same value, and `partial` that some of its rows can hold none, which then
    say nothing. `through` restricts relations that the values are read through, by new names.
    """

    values: tuple[Any, ...]
    naming: Naming = None
    several: bool = False
    repeats: bool = False
    partial: bool = False
    through: Mapping[str, FilteredRelation] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Term:
    """A value that records are grouped by: a code or public id, and its name if it has one."""

    value: str
    name: str | None
    record_type: RecordType | None


def column(value: Any, naming: Naming = None) -> Key:
    """Group by one value of the record."""
    return Key((F(value) if isinstance(value, str) else value,), naming)


def linked(path: str, naming: Naming = None, *, repeats: bool = False) -> Key:
    """Group by a column, never empty, of rows that belong to a record."""
    return Key((F(path),), naming, several=True, repeats=repeats)


def term(key: Key, value: Any, name: str | None) -> Term | None:
    """Say what a value read from the database stands for; None for the unknown."""
    if value is None:
        return None
    if isinstance(key.naming, Named):
        record_type = key.naming.record_type
        shown = format_public_id(record_type, value) if record_type else value
        return Term(shown, name, record_type)
    return Term(value, (key.naming or {}).get(value), None)


def is_number(key: Key) -> bool:
    """Tell whether values of a key are numbers, those of records, or else texts."""
    return isinstance(key.naming, Named) and key.naming.record_type is not None


def in_order(key: Key, column: str) -> str:
    """Write how values of a column are ordered: texts by code point, in any database's locale."""
    collated = connection.vendor == "postgresql" and not is_number(key)
    return f'{column} COLLATE "C"' if collated else column


def name_joined(key: Key, value: str, alias: str) -> tuple[str, str]:
    """Write the column of a value's name, and the join that it needs."""
    if not isinstance(key.naming, Named):
        return "NULL", ""
    meta = key.naming.model._meta
    join = f"LEFT JOIN {meta.db_table} {alias} ON {alias}.{meta.pk.column} = {value}"
    return f"{alias}.{key.naming.column}", join
