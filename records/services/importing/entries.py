"""Turns a draft into an entry of the plan: understood, compared and validated."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db import models

from records.models import Record
from records.services import states
from records.services.importing.cells import default, empty, read_cell
from records.services.importing.checking import Checker
from records.services.importing.differences import differences
from records.services.importing.drafts import Cells, Draft
from records.services.importing.errors import CellError, Problem
from records.services.importing.header import Header
from records.services.importing.identity import check_identity
from records.services.importing.plans import Entry, Outcome
from records.services.importing.references import References, keys_in
from records.services.importing.tables import Column, Table
from records.validators.records import CITABLE


class Maker:
    """Makes entries; what is wrong with a draft is added to `problems`."""

    def __init__(
        self,
        table: Table,
        header: Header,
        references: References,
        decimal_mark: str,
        problems: list[Problem],
    ) -> None:
        """Take what all drafts of a file share."""
        self.table = table
        self._header, self._references = header, references
        self._decimal_mark, self._problems = decimal_mark, problems
        self._checker = Checker(table, problems)

    def learn(self, drafts: Iterable[Draft], stored: Iterable[states.State]) -> None:
        """Look up everything that these drafts and stored states name, in few queries."""
        texts: dict[type[models.Model], set[str]] = defaultdict(set)
        for draft in drafts:
            listed = (cells for rows in draft.lists.values() for _, cells in rows)
            for cells in (draft.own, *listed):
                for column, target in self.table.links:
                    if column.name in cells:
                        texts[target].add(cells[column.name].strip())
        keys = keys_in(self.table, stored)
        for model in texts.keys() | keys.keys():
            self._references.learn(model, texts[model], keys.get(model, ()))

    def make(self, draft: Draft, stored: Record | None, before: states.State | None) -> Entry:
        """Make the entry of a draft, for the record as it is stored and its state.

        With problems the entry says nothing that is true.
        """
        found = len(self._problems)
        self._problems += check_identity(draft, stored, self.table)
        after = self._state(draft, before)
        name = _name(self.table, after, draft)
        if len(self._problems) > found:
            return Entry(draft.row, draft.number, name, Outcome.LEFT)
        if stored and after == before:
            return Entry(draft.row, stored.pk, name, Outcome.LEFT, stored.revision)
        was = before["lists"] if before else {}
        lists = tuple(each for each, rows in after["lists"].items() if rows != was.get(each, []))
        entry = Entry(
            draft.row,
            draft.number,
            name,
            Outcome.CHANGED if stored else Outcome.CREATED,
            stored.revision if stored else None,
            bool(stored and stored.review_status in CITABLE),
            states.dump(after),
            lists,
            {each: tuple(row for row, _ in draft.lists.get(each, ())) for each in lists},
            tuple(differences(self.table, before, after, self._references)),
        )
        self._checker.check(entry, stored, after)
        return entry

    def _state(self, draft: Draft, before: states.State | None) -> states.State:
        """Build the state after the import: cells that the file has, and the rest as it was."""
        columns = dict(before["columns"]) if before else {}
        for column in self._header.own:
            blank = empty(column) if before else default(column)
            columns[column.field.attname] = self._value(draft.row, column, draft.own, blank)
        lists = dict(before["lists"]) if before else {name: [] for name in self.table.lists}
        for name, here in self._header.lists.items():
            if before:
                self._refuse_loss(draft, name, here, before["lists"][name])
            lists[name] = [
                {
                    column.field.attname: self._value(row, column, cells, default(column))
                    for column in self.table.lists[name]
                }
                for row, cells in draft.lists[name]
            ]
        if not before:
            for column in self.table.own:
                columns.setdefault(column.field.attname, default(column))
        return {"columns": columns, "lists": lists}

    def _value(self, row: int, column: Column, cells: Cells, blank: Any) -> Any:
        text = cells.get(column.name)
        if text is None:
            return blank
        try:
            return read_cell(column, text, self._references, self._decimal_mark)
        except CellError as error:
            self._problems.append(Problem(row, column.name, text, str(error)))
            return blank

    def _refuse_loss(
        self, draft: Draft, name: str, here: tuple[Column, ...], rows: list[dict[str, Any]]
    ) -> None:
        """Refuse to replace a list by one that lacks a column in which something is stored."""
        for column in self.table.lists[name]:
            values = (row[column.field.attname] for row in rows)
            if column not in here and any(value != default(column) for value in values):
                message = (
                    "The record has something in this column, which the file lacks: add the "
                    "column, or take away the others of the list."
                )
                self._problems.append(Problem(draft.row, column.name, "", message))


def _name(table: Table, state: states.State, draft: Draft) -> str:
    """Say what the record is called, as far as it is known."""
    column = table.own[0]
    return str(state["columns"].get(column.field.attname) or draft.own.get(column.name, ""))[:200]
