"""What records are grouped by.

A key is one value of the record, or a value of rows that belong to it. A record with several such
rows stands in several groups, in each of them once. The key of a record without a value is null.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.db.models import F, Model, Q, QuerySet
from django.db.models.expressions import RawSQL

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
class Term:
    """A value that records are grouped by: a code or public id, and its name if it has one."""

    value: str
    name: str | None
    record_type: RecordType | None


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Rows that belong to records: `owner` is their key of the record, `values` what they hold.

    Rows that do not match `where` do not count.
    """

    model: type[Model]
    owner: str
    values: Mapping[str, Any]
    where: Q = field(default_factory=Q)

    def of_selection(self, names: Sequence[str]) -> "QuerySet[Any, tuple[Any, ...]]":
        """Select (record, values) of the records in the table `selection`, each tuple once."""
        selected = {f"{self.owner}__in": RawSQL("SELECT id FROM selection", ())}
        rows = self.model._default_manager.filter(self.where, **selected).order_by()
        chosen = [self.values[name] for name in names]
        found: QuerySet[Any, tuple[Any, ...]] = rows.values_list(self.owner, *chosen).distinct()
        return found


@dataclass(frozen=True, slots=True)
class Column:
    """A key that is one value of the record itself."""

    expression: Any
    naming: Naming = None


@dataclass(frozen=True, slots=True)
class Linked:
    """A key that is a value of rows; keys with equal `rows` are taken from one and the same row."""

    rows: tuple[Rows, ...]
    value: str
    naming: Naming = None


Key = Column | Linked


def term(key: Key, value: Any, name: str | None) -> Term | None:
    """Say what a value read from the database stands for; None for the unknown."""
    if value is None:
        return None
    if isinstance(key.naming, Named):
        record_type = key.naming.record_type
        shown = format_public_id(record_type, value) if record_type else value
        return Term(shown, name, record_type)
    return Term(value, (key.naming or {}).get(value), None)


def in_order(key: Key, column: str) -> str:
    """Write how values of a column are ordered: texts by code point, in any database's locale."""
    number = isinstance(key.naming, Named) and key.naming.record_type
    collated = connection.vendor == "postgresql" and not number
    return f'{column} COLLATE "C"' if collated else column


def name_joined(key: Key, value: str, alias: str) -> tuple[str, str]:
    """Write the column of a value's name, and the join that it needs."""
    if not isinstance(key.naming, Named):
        return "NULL", ""
    meta = key.naming.model._meta
    join = f"LEFT JOIN {meta.db_table} {alias} ON {alias}.{meta.pk.column} = {value}"
    return f"{alias}.{key.naming.column}", join


def linked(model: type[Model], owner: str, value: str, naming: Naming = None) -> Linked:
    """Group by one column of rows that always hold a value."""
    return Linked((Rows(model, owner, {value: F(value)}),), value, naming)
