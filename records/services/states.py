"""All that an editor can write of a record, as JSON: taken for the log, and given back.

A state holds the columns that have an input and the owned lists with theirs; what is derived from
them, keys and positions are left out. Keys of other records are their numbers.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import orjson
from django.db import models

from records.models import OwnedRow, Record
from records.models.relations import owned_rows
from records.values.decimals import plain

State = dict[str, Any]
"""`{"columns": {column: value}, "lists": {list: [{column: value}]}}`"""


def take(record: Record) -> State:
    """Take the state of a record whose owned lists are loaded."""
    return {
        "columns": _taken(record),
        "lists": {name: [_taken(row) for row in getattr(record, name).all()]
                  for name in record.owned},
    }  # fmt: skip


def dump(state: State) -> str:
    """Write a state; equal states give equal text."""
    return orjson.dumps(state, option=orjson.OPT_SORT_KEYS).decode()


def load(text: str) -> State:
    """Read a state that `dump` wrote."""
    state: State = orjson.loads(text)
    return state


def give(state: State, record: Record) -> dict[str, list[OwnedRow]]:
    """Set a record's columns to a state, and return its owned lists as unsaved rows.

    A column that is younger than the state keeps the record's value, or a row's default.
    """
    _set(record, state["columns"])
    owned: dict[str, list[OwnedRow]] = {}
    for name, model in owned_rows(type(record)).items():
        rows = owned.setdefault(name, [])
        for values in state["lists"].get(name, ()):
            row = model()
            _set(row, values)
            rows.append(row)
    return owned


def columns_of(model: type[models.Model]) -> "Iterator[models.Field[Any, Any]]":
    """Yield the columns of a record or row that a state holds."""
    for field in model._meta.concrete_fields:
        if field.editable and not field.primary_key and field.name != getattr(model, "owner", ""):
            yield field


def _taken(row: models.Model) -> dict[str, Any]:
    return {field.attname: _plain(field, row) for field in columns_of(type(row))}


def _plain(field: "models.Field[Any, Any]", row: models.Model) -> Any:
    """Give a value that JSON has a type for; decimals and dates become text."""
    value = field.value_from_object(row)
    if isinstance(value, Decimal):
        return plain(value)
    return value if value is None or isinstance(value, str | int) else field.value_to_string(row)


def _set(row: models.Model, values: Mapping[str, Any]) -> None:
    for field in columns_of(type(row)):
        if field.attname in values:
            setattr(row, field.attname, field.to_python(values[field.attname]))
