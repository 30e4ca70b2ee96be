"""Rows as the service would have stored them, straight into a table with the database's bulk load.

A table is told which columns it is given; derived columns are computed by their own fields, and
every other column gets its field's default.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from django.db import connection, models

from records.models.fields import DerivedField

Row = tuple[Any, ...]


class Table:
    """One model's table and the rows that wait to be loaded into it.

    `given` names the columns (attnames) whose values `add` takes, in that order; the primary key
    is numbered from 1 unless it is among them.
    """

    def __init__(self, model: type[models.Model], *given: str) -> None:
        """Work out where the value of each column comes from."""
        self.model = model
        self.rows: list[Row] = []
        self._number = 0
        fields = {field.attname: field for field in model._meta.concrete_fields}
        key = model._meta.pk.attname
        self._numbered = key not in given
        derived = [
            name
            for name, field in fields.items()
            if isinstance(field, DerivedField) and field.source in given
        ]
        names = [key] * self._numbered + [*given, *derived]
        constant = [
            name
            for name, field in fields.items()
            if name not in names and field.db_default is models.NOT_PROVIDED
        ]
        self.columns = [fields[name].column for name in [*names, *constant]]
        self._derivations = [_derivation(fields[name], given) for name in derived]
        self._stored = _conversions([fields[name] for name in names])
        self._constants = tuple(_default(fields, name) for name in constant)

    def add(self, *values: Any) -> int:
        """Take one row; return its number."""
        self._number += 1
        row = [self._number, *values] if self._numbered else list(values)
        row += [derive(values[source]) for source, derive in self._derivations]
        for place, store in self._stored:
            row[place] = store(row[place])
        self.rows.append((*row, *self._constants))
        return self._number

    def flush(self) -> None:
        """Load the waiting rows."""
        if not self.rows:
            return
        columns = ", ".join(f'"{column}"' for column in self.columns)
        load = _copy if connection.vendor == "postgresql" else _insert
        load(self.model._meta.db_table, columns, self.rows)
        self.rows.clear()


def _derivation(field: DerivedField, given: Sequence[str]) -> tuple[int, Callable[[Any], Any]]:
    return given.index(field.source), lru_cache(10_000)(field.derive)


def _default(fields: Mapping[str, models.Field], name: str) -> Any:
    field = fields[name]
    if isinstance(field, DerivedField):
        return _prepared(field, field.derive(fields[field.source].get_default()))
    return _prepared(field, field.get_default())


def _prepared(field: models.Field, value: Any) -> Any:
    return field.get_db_prep_save(value, connection)


def _conversions(fields: Sequence[models.Field]) -> list[tuple[int, Callable]]:
    """Name the places of a row whose values the driver does not take as they are."""
    return [
        (place, lru_cache(10_000)(lambda value, field=field: _prepared(field, value)))
        for place, field in enumerate(fields)
        if isinstance(field, models.DateField | models.DecimalField)
    ]


def _copy(table: str, columns: str, rows: Iterable[Row]) -> None:
    with connection.cursor() as cursor, cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _insert(table: str, columns: str, rows: Sequence[Row]) -> None:
    marks = ", ".join(["?"] * len(rows[0]))
    # Without Django's cursor, which would look at every row.
    connection.connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)
