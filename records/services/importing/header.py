"""The first row of a file: which column is which."""

from collections import Counter
from dataclasses import dataclass
from difflib import get_close_matches

from records.services.importing.errors import ImportRefusedError, Problem
from records.services.importing.tables import ID, KEY, Column, Table


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of a file in its order: names, and the column of the table, if it is one."""

    names: tuple[str, ...]
    own: tuple[Column, ...]
    lists: dict[str, tuple[Column, ...]]

    @property
    def changes(self) -> bool:
        """Tell whether records that exist can be named."""
        return ID in self.names


def known_names(table: Table) -> frozenset[str]:
    """Return the names that a header can have."""
    return frozenset({*table.header, KEY})


def read_header(cells: list[str], table: Table) -> Header:
    """Check the header. Raises ImportRefusedError that names each wrong column."""
    names = [cell.strip().lower() for cell in cells]
    while names and not names[-1]:
        names.pop()
    known = known_names(table)
    problems = [
        Problem(1, name or f"number {place}", name, _advice(name, known))
        for place, name in enumerate(names, start=1)
        if name not in known
    ]
    problems += [
        Problem(1, name, name, f"The column stands {count} times: keep one.")
        for name, count in Counter(names).items()
        if count > 1 and name in known
    ]
    header = Header(
        tuple(names),
        tuple(column for column in table.own if column.name in names),
        {
            name: here
            for name, columns in table.lists.items()
            if (here := tuple(column for column in columns if column.name in names))
        },
    )
    problems += [] if problems else list(_missing(header, table))
    if problems:
        raise ImportRefusedError(problems)
    return header


def _advice(name: str, known: frozenset[str]) -> str:
    if not name:
        return "The column has no name: give it one, or remove it."
    near = get_close_matches(name[:100], sorted(known), n=3)
    means = f"Did you mean {' or '.join(f'“{each}”' for each in near)}?" if near else ""
    return f"There is no such column. {means or 'Remove it, or export the table to see all.'}"


def _missing(header: Header, table: Table) -> list[Problem]:
    """Name columns without which no row can be right: of lists, and of files without ids."""
    wanted = [] if header.changes else list(required(table.own))
    for name, columns in header.lists.items():
        wanted += [column for column in required(table.lists[name]) if column not in columns]
    present = {column.name for column in header.own}
    here = ", ".join(f"“{column.name}”" for column in header.own[:3])
    return [
        Problem(1, column.name, "", "The column is missing: add it."
                + (f" The file has {here} …" if here else ""))
        for column in wanted
        if column.name not in present
    ]  # fmt: skip


def required(columns: tuple[Column, ...]) -> list[Column]:
    """List the columns that a new row has to fill."""
    return [
        column for column in columns if not column.field.blank and not column.field.has_default()
    ]
