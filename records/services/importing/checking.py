"""Validates what is planned by the rules of `save_record`, before anything is stored."""

from collections import defaultdict
from collections.abc import Mapping
from copy import copy
from itertools import chain
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import UniqueConstraint

from records.enums import ReviewStatus
from records.models import Claim, OwnedRow, Record
from records.representations.locking import shown_by
from records.services import owned as rows
from records.services import states
from records.services.importing.errors import Problem
from records.services.importing.plans import Entry
from records.services.importing.tables import ID, Column, Table
from records.services.owned import OwnedLists
from records.services.validating import validate

_EMPTY = "The cell is empty, and the record cannot be without it: fill it."
_CLOSED = (ReviewStatus.REJECTED, ReviewStatus.RETRACTED, ReviewStatus.MERGED)


class Checker:
    """Validates entries one by one; remembers unique values that the file has taken already."""

    def __init__(self, table: Table, problems: list[Problem]) -> None:
        """Take the list that problems are added to."""
        self._table, self._problems = table, problems
        self._taken: dict[tuple[Any, ...], int] = {}
        self._states: dict[type[Record], dict[int, str]] = defaultdict(dict)

    def check(self, entry: Entry, stored: Record | None, state: states.State) -> None:
        """Validate one entry, which changes `stored` in memory."""
        if stored and stored.review_status in _CLOSED:
            status = ReviewStatus(stored.review_status).label.lower()
            message = (
                f"The record is {status}, and the file would change it: take its rows out of "
                "the file."
            )
            self._problems.append(Problem(entry.row, ID, stored.public_id, message))
            return
        before = copy(stored)
        record = stored or self._table.model()
        record.document = None  # not read, and not to be read by what validates the record
        try:
            owned = states.give(state, record)
            self._attach(record, owned, entry.lists)
            changed = {name: owned[name] for name in entry.lists}
            shown = shown_by(chain([record], *owned.values()))
            validate(record, changed, before, self._review_states(shown))
        except ValidationError as error:
            self._problems += problems_of(error, entry, self._table)
        else:
            self._refuse_taken(entry, changed)

    def _attach(self, record: Record, owned: OwnedLists, lists: tuple[str, ...]) -> None:
        stored = {
            name: {row.pk: row for row in getattr(record, name).all()} if record.pk else {}
            for name in owned
        }
        rows.attach(record, owned, stored)
        if isinstance(record, Claim) and "citations" in lists:
            record.citation_count = len(owned["citations"])

    def _review_states(
        self, shown: Mapping[type[Record], set[int]]
    ) -> dict[type[Record], dict[int, str]]:
        """Read the states of records that are shown, each once for the whole file."""
        for model, numbers in shown.items():
            missing = numbers - self._states[model].keys()
            if missing:
                found = model.objects.filter(pk__in=missing).values_list("pk", "review_status")
                self._states[model].update(found)
        return {
            model: {
                each: self._states[model][each] for each in numbers & self._states[model].keys()
            }
            for model, numbers in shown.items()
        }

    def _refuse_taken(self, entry: Entry, owned: OwnedLists) -> None:
        """Refuse a unique value that stands above in the file: the register cannot know of it."""
        for name, list_rows in owned.items():
            for position, row in enumerate(list_rows):
                for constraint in _unique_everywhere(row):
                    value = tuple(getattr(row, column) for column in constraint.fields)
                    first = self._taken.setdefault((name, *value), entry.row)
                    if first != entry.row:
                        message = f"The record of row {first} has it already: only one can."
                        place, column = entry.rows[name][position], self._table.lists[name][0]
                        text = " ".join(map(str, value))
                        self._problems.append(Problem(place, column.name, text, message))


def problems_of(error: ValidationError, entry: Entry, table: Table) -> list[Problem]:
    """Tell the service's errors, whose keys are such as `parties.0.role`, by rows and columns."""
    by_path = error.error_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: [error]}
    found = (_problems(path, errors, entry, table) for path, errors in by_path.items())
    return list(chain.from_iterable(found))


def _problems(
    path: str, errors: list[ValidationError], entry: Entry, table: Table
) -> list[Problem]:
    name, _, rest = path.partition(".")
    position, _, field = rest.partition(".")
    row, column = entry.row, None
    if name in table.lists and position.isdecimal():
        places = entry.rows.get(name, ())
        row = places[int(position)] if int(position) < len(places) else entry.row
        column = _column(table.lists[name], field) or table.lists[name][0]
    else:
        column = _column(table.own, path)
    value = _value(entry, column, position)
    return [
        Problem(row, column.name if column else "", value, message)
        for error in errors
        for message in ([_EMPTY] if error.code in {"blank", "null"} else error.messages)
    ]


def _column(columns: tuple[Column, ...], field: str) -> Column | None:
    return next((column for column in columns if column.field.name == field), None)


def _value(entry: Entry, column: Column | None, position: str) -> str:
    if column is None:
        return ""
    state = states.load(entry.state)
    found = state["lists"][column.list][int(position)] if column.list else state["columns"]
    value = found[column.field.attname]
    return "" if value is None else str(value)


def _unique_everywhere(row: OwnedRow) -> list[UniqueConstraint]:
    """List the constraints by which no other record may have the same."""
    return [
        constraint
        for constraint in row._meta.constraints
        if isinstance(constraint, UniqueConstraint) and row.owner not in constraint.fields
    ]
