"""Inserts rows by statements that are written once for each model.

Django compiles an INSERT anew each time; for the few rows of a record that takes longer than the
database takes to store them.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from django.db import connection, models

MOST = 20
"""Rows of one statement: few lengths, so that the database can keep them all prepared."""


def insert(rows: Sequence[models.Model]) -> None:
    """Store new rows of one model and give them their keys, as `bulk_create` does.

    Columns that are derived from others must have their values already.
    """
    for start in range(0, len(rows), MOST):
        _insert(rows[start : start + MOST])


def insert_into(model: type[models.Model], counted: Mapping[str, str]) -> str:
    """Write the INSERT of one row.

    `counted` maps columns to SQL that stands for their values; it may take the value as `%s`.
    """
    quoted = ", ".join(f'"{field.attname}"' for field in columns(model))
    table, values = model._meta.db_table, values_sql(model, counted)
    return f'INSERT INTO "{table}" ({quoted}) VALUES {values}'  # noqa: S608 names of columns only


def values_sql(model: type[models.Model], counted: Mapping[str, str]) -> str:
    """Write the values of one row: `insert_into` ends with one, and takes more after a comma."""
    return f"({', '.join(counted.get(field.attname, '%s') for field in columns(model))})"


def values_of(row: models.Model, counted: Mapping[str, str]) -> list[Any]:
    """Give the values that `insert_into` wants, as the database takes them."""
    return [
        field.get_db_prep_save(getattr(row, field.attname), connection)
        for field in columns(type(row))
        if "%s" in counted.get(field.attname, "%s")
    ]


@cache
def columns(model: type[models.Model]) -> "tuple[models.Field[Any, Any], ...]":
    """List the columns that are inserted: all but a key that the database counts."""
    return tuple(field for field in model._meta.concrete_fields
                 if not isinstance(field, models.AutoField))  # fmt: skip


def _insert(rows: Sequence[models.Model]) -> None:
    values = [value for row in rows for value in values_of(row, {})]
    with connection.cursor() as cursor:
        cursor.execute(_statement(type(rows[0]), len(rows)), values)
        keys = cursor.fetchall()
    for row, (key,) in zip(rows, keys, strict=True):
        row.pk = key
        row._state.adding, row._state.db = False, connection.alias


@cache
def _statement(model: type[models.Model], rows: int) -> str:
    more = f", {values_sql(model, {})}" * (rows - 1)
    return f'{insert_into(model, {})}{more} RETURNING "id"'
