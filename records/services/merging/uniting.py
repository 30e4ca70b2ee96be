"""What a merge makes of states: pure functions, which store nothing.

A state is what `records.services.states` takes of a record.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import UniqueConstraint

from records.enums import NameKind
from records.models import Organization, OwnedRow, Record, WeaponSystem
from records.models.evidence import Evidence
from records.models.relations import foreign_keys, owned_rows
from records.services.states import State
from records.values.public_ids import format_public_id
from records.values.row_names import names_record, renamed

Row = dict[str, Any]

NAMED: dict[type[Record], str] = {Organization: "name", WeaponSystem: "designation"}
"""Columns that hold the main name, where a record has other names as well."""

_ACRONYM_LENGTH = 8


class Dropped(NamedTuple):
    """A row that a merge leaves out."""

    public_id: str
    name: str
    row: Row

    @property
    def label(self) -> str:
        """The owned list in words."""
        return self.name.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Turn:
    """Every key to one record becomes a key to another one of the same model."""

    model: type[Record]
    old: int
    new: int


def turned(record: Record, state: State, turn: Turn) -> tuple[State, list[Dropped]]:
    """Point a record's state elsewhere, and drop the rows that thereby become superfluous."""
    columns = _turned_row(type(record), state["columns"], turn)
    lists, dropped = {}, []
    for name, model in owned_rows(type(record)).items():
        rows = [_turned_row(model, row, turn) for row in state["lists"][name]]
        others = [row for row in rows if not _is_own(record, model, row)]
        lists[name] = distinct(model, others)
        dropped += [Dropped(record.public_id, name, row)
                    for row in without(rows, lists[name])]  # fmt: skip
    return {"columns": columns, "lists": lists}, dropped


def united(
    record: Record, survivor: State, merged: State, columns: dict[str, Any]
) -> tuple[State, list[Dropped]]:
    """Join the lists of two records, and add the name that was not chosen to the other names."""
    lists, dropped = {}, []
    for name, model in owned_rows(type(record)).items():
        mine, theirs = (_about_the_same(model, side, name, columns) for side in (survivor, merged))
        both = [*mine, *(row for row in theirs if row not in mine)]
        lists[name] = distinct(model, both)
        if name == "names":
            lists[name] += _unchosen_names(type(record), survivor, merged, columns, lists[name])
        every = [*survivor["lists"][name], *merged["lists"][name]]
        dropped += [Dropped(record.public_id, name, row)
                    for row in without(every, lists[name])]  # fmt: skip
    return {"columns": columns, "lists": lists}, dropped


def distinct(model: type[OwnedRow], rows: Sequence[Row]) -> list[Row]:
    """Keep the first row of each identity; rows that are told by position all stay."""
    if "position" in model.identity:
        return list(rows)
    first: dict[tuple[Any, ...], Row] = {}
    for row in rows:
        first.setdefault(tuple(row[column] for column in model.identity), row)
    return list(first.values())


def released(model: type[Record], state: State) -> State:
    """Empty the lists whose rows can belong to one record only, such as identifiers."""
    lists = {
        name: [] if _is_exclusive(row) else state["lists"][name]
        for name, row in owned_rows(model).items()
    }
    return {"columns": state["columns"], "lists": lists}


def _turned_row(model: type[OwnedRow | Record], row: Row, turn: Turn) -> Row:
    keys = {f"{name}_id" for name, target in foreign_keys(model).items() if target is turn.model}
    turned_row = {column: turn.new if column in keys and value == turn.old else value
                  for column, value in row.items()}  # fmt: skip
    if issubclass(model, Evidence):
        old, new = (format_public_id(turn.model.record_type, each) for each in (turn.old, turn.new))
        turned_row["row"] = renamed(row["field"], row["row"], old, new)
    return turned_row


def _about_the_same(model: type[OwnedRow], side: State, name: str, columns: Row) -> list[Row]:
    """List the rows of one side; evidence only about columns whose value was chosen, and lists."""
    rows: list[Row] = side["lists"][name]
    if not issubclass(model, Evidence):
        return rows
    other = {column for column, value in side["columns"].items() if value != columns[column]}
    return [row for row in rows if not any(_is_of(column, row["field"]) for column in other)]


def _is_of(column: str, field: str) -> bool:
    """Tell whether a column is shown in a field of the document: `value_amount` in `value`."""
    return column == field or column.startswith(f"{field}_")


def _is_own(record: Record, model: type[OwnedRow], row: Row) -> bool:
    if issubclass(model, Evidence) and names_record(row["field"], row["row"], record.public_id):
        return True
    return any(target is type(record) and row[f"{name}_id"] == record.pk
               for name, target in foreign_keys(model).items())  # fmt: skip


def _is_exclusive(model: type[OwnedRow]) -> bool:
    return any(isinstance(rule, UniqueConstraint) and model.owner not in rule.fields
               for rule in model._meta.constraints)  # fmt: skip


def without(rows: Sequence[Row], kept: Sequence[Row]) -> list[Row]:
    """Take away as many equal rows as there are kept ones."""
    left = list(rows)
    for row in kept:
        if row in left:
            left.remove(row)
    return left


def _unchosen_names(
    model: type[Record], survivor: State, merged: State, columns: Row, names: Sequence[Row]
) -> list[Row]:
    column = NAMED[model]
    main = columns[column]
    known = {main, *(row["text"] for row in names)}
    unchosen = (each["columns"][column] for each in (survivor, merged))
    return [
        {"text": name, "language": "", "kind": _kind_of_name(name, main).value}
        for name in dict.fromkeys(unchosen)
        if name not in known
    ]


def _kind_of_name(name: str, main: str) -> NameKind:
    """Say how a name relates to the main one, as far as its letters tell."""
    if any(char.isalpha() and "LATIN" not in unicodedata.name(char, "") for char in name):
        return NameKind.NATIVE
    if name.isupper() and " " not in name and len(name) <= _ACRONYM_LENGTH:
        return NameKind.ACRONYM
    return NameKind.OFFICIAL if len(name) > len(main) else NameKind.SHORT
