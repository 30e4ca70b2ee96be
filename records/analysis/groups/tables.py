"""Statements of several steps, each a table that is made from a queryset and named."""

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from itertools import product
from typing import Any, NamedTuple

import orjson
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from records.analysis.groups.keys import Key, is_number

Rows = QuerySet[Any, tuple[Any, ...]]


class Listed(NamedTuple):
    """A table of values that are given: one parameter, however many they are."""

    sql: str
    parameters: tuple[str, ...]


_ELEMENTS = {
    "postgresql": ("jsonb_array_elements(%s::jsonb)", "value ->> {place}"),
    "sqlite": ("json_each(%s)", "json_extract(value, '$[{place}]')"),
}
"""The table of the elements of a JSON array, and how to take a value of one of them."""


def listed(rows: Iterable[tuple[Any, ...]], keys: Sequence[Key]) -> dict[str, Listed]:
    """Make the table `listed` of values of keys, as `keyed` has them."""
    elements, value = _ELEMENTS[connection.vendor]
    columns = (
        f"CAST({value.format(place=place)} AS bigint)" if is_number(key)
        else value.format(place=place)
        for place, key in enumerate(keys)
    )  # fmt: skip
    sql = f"SELECT {', '.join(columns)} FROM {elements}"  # noqa: S608 no input is spliced in
    return {f"listed({_columns(keys)})": Listed(sql, (orjson.dumps([*rows]).decode(),))}


def ask(tables: Mapping[str, Rows | Listed], select: str) -> list[tuple[Any, ...]]:
    """Make tables of querysets and of values, by name and columns, and select from them: one query.

    Nothing is asked and nothing found when a table can have no rows.
    """
    try:
        compiled = {name: _compiled(rows) for name, rows in tables.items()}
    except EmptyResultSet:
        return []
    steps = ", ".join(f"{name} AS ({sql})" for name, (sql, _) in compiled.items())
    with connection.cursor() as cursor:
        given = [each for _, parameters in compiled.values() for each in parameters]
        cursor.execute(f"WITH {steps} {select}", given)
        return list(cursor.fetchall())


def keyed(records: QuerySet[Any], keys: Sequence[Key]) -> dict[str, Rows]:
    """Make the table `keyed` of records, each once for each combination of its keys.

    Its columns are `id`, `key_0`, `key_1` and so on. Rows that belong to records are joined by
    their indexes, which both databases do well.
    """
    records = _alone(records).order_by()
    for key in keys:
        # Django writes the new name into the relation that it is given.
        records = records.alias(**{name: copy(each) for name, each in key.through.items()})
    chosen = [
        records.values_list("pk", *values) for values in product(*(key.values for key in keys))
    ]
    if len(chosen) > 1:
        rows = chosen[0].union(*chosen[1:])
    else:
        rows = chosen[0].distinct() if any(key.repeats for key in keys) else chosen[0]
    return {f"keyed(id, {_columns(keys)})": rows}


def said(keys: Sequence[Key]) -> str:
    """Select as `said` what counts of `keyed`: no empty key of a record that has another one."""
    partial = [f"key_{place}" for place, key in enumerate(keys) if key.partial]
    if not partial:
        return "keyed AS said"
    known = ", ".join(f"COUNT({name}) OVER (PARTITION BY id) AS known_{name}" for name in partial)
    where = " AND ".join(f"({name} IS NOT NULL OR known_{name} = 0)" for name in partial)
    every = f"SELECT keyed.*, {known} FROM keyed"  # noqa: S608 our own columns
    return f"(SELECT * FROM ({every}) AS every_key WHERE {where}) AS said"  # noqa: S608 as above


def _alone(records: QuerySet[Any]) -> QuerySet[Any]:
    """Hide the joins of a queryset: a key must not be read from a row that a filter has found."""
    if len(records.query.alias_map) < 2:  # noqa: PLR2004 its own table
        return records
    found = records.order_by().values("pk")
    alone: QuerySet[Any] = records.model._default_manager.filter(pk__in=found)
    return alone


def _columns(keys: Sequence[Key]) -> str:
    return ", ".join(f"key_{place}" for place in range(len(keys)))


def _compiled(rows: Rows | Listed) -> tuple[str, tuple[Any, ...]]:
    if isinstance(rows, Listed):
        return rows
    sql, parameters = rows.query.get_compiler(rows.db).as_sql()
    return sql, tuple(parameters)
