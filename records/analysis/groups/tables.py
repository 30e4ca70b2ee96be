"""Statements of several steps, each a table that is made from a queryset and named."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from records.analysis.groups.keys import Column, Key, Linked, Rows

Tables = Mapping[str, "QuerySet[Any, tuple[Any, ...]]"]
"""Querysets of `values_list` by the name and columns of their table, such as `by_1(id, key_1)`."""


def ask(tables: Tables, select: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """Make the tables, later ones from earlier ones, and select from them: one query.

    Nothing is asked and nothing found when a table can have no rows.
    """
    try:
        compiled = {name: _compiled(rows) for name, rows in tables.items()}
    except EmptyResultSet:
        return []
    steps = ", ".join(f"{name} AS ({sql})" for name, (sql, _) in compiled.items())
    given = [each for _, each_given in compiled.values() for each in each_given]
    with connection.cursor() as cursor:
        cursor.execute(f"WITH {steps} {select}", (*given, *parameters))
        return list(cursor.fetchall())


def grouped(selection: QuerySet[Any], keys: Sequence[Key]) -> tuple[dict[str, Any], str]:
    """Give the tables of the records selected and of their keys, and how they are joined.

    In the join the record is `selection.id` and the keys are `key_0`, `key_1` and so on.
    """
    columns = {f"key_{place}": key.expression
               for place, key in enumerate(keys) if isinstance(key, Column)}  # fmt: skip
    head = ", ".join(["id", *columns])
    tables = {
        f"selection({head})": selection.order_by().values_list("pk", *columns.values()),
    }
    join = "selection"
    for number, (rows, names) in enumerate(_linked(keys).items()):
        head = ", ".join(["id", *(f"key_{place}" for place in names)])
        tables[f"rows_{number}({head})"] = _union(rows, list(names.values()))
        join += f" LEFT JOIN rows_{number} ON rows_{number}.id = selection.id"
    return tables, join


def _linked(keys: Sequence[Key]) -> dict[tuple[Rows, ...], dict[int, str]]:
    """Collect which keys, by place, come from which rows."""
    found: dict[tuple[Rows, ...], dict[int, str]] = {}
    for place, key in enumerate(keys):
        if isinstance(key, Linked):
            found.setdefault(key.rows, {})[place] = key.value
    return found


def _union(rows: tuple[Rows, ...], names: Sequence[str]) -> "QuerySet[Any, tuple[Any, ...]]":
    first, *others = (each.of_selection(names) for each in rows)
    return first.union(*others) if others else first


def _compiled(rows: "QuerySet[Any, tuple[Any, ...]]") -> tuple[str, tuple[Any, ...]]:
    sql, parameters = rows.query.get_compiler(rows.db).as_sql()
    return sql, tuple(parameters)
