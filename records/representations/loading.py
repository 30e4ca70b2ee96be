"""Reads whole records, with the rows they own and the records these point at, in one statement.

The statement gives one JSON array for each record: its columns, then those that a brief shows of
each record it points at, then each owned list, as an array of such arrays. The instances made of
it look as if Django had read and prefetched them.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from typing import Any

import orjson
from django.db import connection, models
from django.db.models import F, OuterRef, QuerySet, TextField
from django.db.models.functions import Cast

from records.models import Record
from records.models.relations import foreign_keys, owned_rows
from records.querysets.statements import AMONG, as_parameter
from records.representations.briefs import BRIEF_COLUMNS
from records.representations.lines import Line, Lines


@dataclass(frozen=True, slots=True)
class Shape:
    """What a line holds: columns of a model, of the records it points at, and owned lists."""

    model: type[models.Model]
    columns: tuple[str, ...]
    converts: tuple[tuple[int, Callable[[str], Any]], ...]
    shown: "tuple[tuple[str, Shape], ...]" = ()
    lists: "tuple[tuple[str, Shape], ...]" = ()

    def query(self) -> QuerySet[Any]:
        """Select the line, and nothing else."""
        values: list[Any] = [_read(self.model, column) for column in self.columns]
        for key, target in self.shown:
            values += [F(f"{key}__{column}") for column in target.columns]
        for _, rows in self.lists:
            owner = f"{rows.model.owner}_id"  # type: ignore[attr-defined]
            values.append(Lines(rows.query().filter(**{owner: OuterRef("pk")})))
        return self.model._default_manager.order_by().values(line=Line(*values))

    def make(self, line: list[Any]) -> Any:
        """Make the instance of a line; columns that were not read stay deferred."""
        position = len(self.columns)
        made = self.model.from_db(connection.alias, self.columns, self._converted(line[:position]))
        for key, target in self.shown:
            end = position + len(target.columns)
            if line[position] is not None:
                made._state.fields_cache[key] = target.make(line[position:end])
            position = end
        if self.lists:
            # What Django's own prefetch fills: `made.parties.all()` gives what is in it.
            made._prefetched_objects_cache = {  # type: ignore[attr-defined]
                name: rows.make_all(lines or [], made)
                for (name, rows), lines in zip(self.lists, line[position:], strict=True)
            }
        return made

    def make_all(self, lines: list[list[Any]], owner: models.Model) -> list[Any]:
        """Make the rows of an owned list, in order."""
        made = [self.make(line) for line in lines]
        for row in made:
            row._state.fields_cache[row.owner] = owner
        return sorted(made, key=lambda row: (row.position, row.pk))

    def _converted(self, values: list[Any]) -> list[Any]:
        for position, convert in self.converts:
            if values[position] is not None:
                values[position] = convert(values[position])
        return values


def load_whole(model: type[Record], numbers: Collection[int]) -> list[Record]:
    """Read records by number, ready to be rendered."""
    if not numbers:
        return []
    vendor = connection.vendor
    with connection.cursor() as cursor:
        cursor.execute(_statement(model, vendor), [as_parameter(numbers, vendor)])
        lines = cursor.fetchall()
    return [_shape(model).make(orjson.loads(line)) for (line,) in lines]


@cache
def _statement(model: type[Record], vendor: str) -> str:
    """Build the statement once: Django takes longer to write it than to run it."""
    lines = _shape(model).query().values_list(Cast("line", TextField()))
    statement, _ = lines.query.sql_with_params()
    return f'{statement} WHERE "{model._meta.db_table}"."id" {AMONG[vendor]}'


@cache
def _shape(model: type[models.Model]) -> Shape:
    columns = [field.attname for field in model._meta.concrete_fields if field.name != "document"]
    shown = {key: _part(target, ["id", *BRIEF_COLUMNS[target]])
             for key, target in foreign_keys(model).items()}  # fmt: skip
    lists = owned_rows(model) if issubclass(model, Record) else {}
    return _part(
        model,
        columns,
        tuple(shown.items()),
        tuple((name, _shape(row)) for name, row in lists.items()),
    )


def _part(model: type[models.Model], columns: list[str], shown: Any = (), lists: Any = ()) -> Shape:
    converts = ((position, _convert(model, column)) for position, column in enumerate(columns))
    return Shape(
        model,
        tuple(columns),
        tuple((position, convert) for position, convert in converts if convert),
        shown,
        lists,
    )


def _read(model: type[models.Model], column: str) -> Any:
    """Read a decimal as text: a JSON number would become a float."""
    return Cast(column, TextField()) if _convert(model, column) is Decimal else F(column)


def _convert(model: type[models.Model], column: str) -> Callable[[str], Any] | None:
    field = next(field for field in model._meta.concrete_fields if field.attname == column)
    return next((convert for kind, convert in _CONVERTS if isinstance(field, kind)), None)


def _instant(text: str) -> datetime:
    """Read a point of time; SQLite keeps UTC without saying so."""
    read = datetime.fromisoformat(text)
    return read if read.tzinfo else read.replace(tzinfo=UTC)


_CONVERTS: "tuple[tuple[type[models.Field[Any, Any]], Callable[[str], Any]], ...]" = (
    (models.DateTimeField, _instant),
    (models.DateField, date.fromisoformat),
    (models.DecimalField, Decimal),
)
"""How values that JSON has no type for are read; a DateTimeField is a DateField too."""
