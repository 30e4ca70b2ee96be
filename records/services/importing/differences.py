"""What differs between two states of a record, as the cells of a file show it."""

from collections.abc import Iterator
from typing import Any

from records.services.importing.cells import show_cell
from records.services.importing.plans import Difference
from records.services.importing.references import References
from records.services.importing.tables import LIST_NAMES, Column, Table
from records.services.states import State


def differences(
    table: Table, before: State | None, after: State, references: References
) -> Iterator[Difference]:
    """Yield the columns and lists in which the states differ; before a new record is nothing."""
    for column in table.own:
        was, becomes = (
            show_cell(column, state["columns"].get(column.field.attname), references)
            if state else ""
            for state in (before, after)
        )  # fmt: skip
        if was != becomes:
            yield Difference(column.name, _lines(was), _lines(becomes))
    for name, columns in table.lists.items():
        was_rows = before["lists"][name] if before else []
        if was_rows != after["lists"][name]:
            yield Difference(
                LIST_NAMES.get(name, name),
                tuple(_entry(columns, row, references) for row in was_rows),
                tuple(_entry(columns, row, references) for row in after["lists"][name]),
            )


def _lines(text: str) -> tuple[str, ...]:
    return (text,) if text else ()


def _entry(columns: tuple[Column, ...], row: dict[str, Any], references: References) -> str:
    """Write an entry of a list in one line: `organization ORG-7 BAE Systems; role performer`."""
    shown = {column.field.name: show_cell(column, row[column.field.attname], references)
             for column in columns}  # fmt: skip
    if len(shown) == 1:
        return "".join(shown.values())
    return "; ".join(f"{name} {text}" for name, text in shown.items() if text)
