"""How parts of a document fill the cells of a row."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import orjson


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its heading, and whether it holds numbers."""

    name: str
    is_number: bool = False


class Part(Protocol):
    """A part of a document, and the columns that it fills."""

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns, in order."""
        ...

    def fill(self, cells: list[str], value: Any) -> None:
        """Add one cell for each column."""
        ...


@dataclass(frozen=True, slots=True)
class Value:
    """A plain value, or a list of such, in one column; null is an empty cell."""

    column: Column
    separator: str

    @property
    def columns(self) -> tuple[Column, ...]:
        """The one column."""
        return (self.column,)

    def fill(self, cells: list[str], value: Any) -> None:
        """Add one cell."""
        cells.append(value if type(value) is str else self._text(value))

    def _text(self, value: Any) -> str:
        match value:
            case None:
                return ""
            case bool():
                return "true" if value else "false"
            case list() if not any(isinstance(each, dict | list) for each in value):
                return self.separator.join(self._text(each) for each in value)
            case dict() | list():
                return orjson.dumps(value).decode()
        return str(value)


@dataclass(frozen=True, slots=True)
class Object:
    """Members beside each other, each with its columns; all are empty where it is null."""

    members: tuple[tuple[str, Part], ...]
    columns: tuple[Column, ...]

    @classmethod
    def of(cls, members: Iterable[tuple[str, Part]]) -> "Object":
        """Put members together."""
        known = tuple(members)
        return cls(known, tuple(column for _, part in known for column in part.columns))

    def fill(self, cells: list[str], value: Mapping[str, Any] | None) -> None:
        """Add the cells of each member."""
        if value is None:
            cells.extend([""] * len(self.columns))
            return
        for name, part in self.members:
            part.fill(cells, value[name])


@dataclass(frozen=True, slots=True)
class Entries:
    """A list of objects: the columns of one entry, each with the values of all, in order."""

    entry: Object
    separator: str

    @property
    def columns(self) -> tuple[Column, ...]:
        """Those of an entry."""
        return self.entry.columns

    def fill(self, cells: list[str], value: list[Mapping[str, Any]]) -> None:
        """Add cells in which the values of the entries are joined; empty if no entry has one."""
        if len(value) < 2:  # noqa: PLR2004 nothing to join
            self.entry.fill(cells, value[0] if value else None)
            return
        rows: list[list[str]] = [[] for _ in value]
        for row, entry in zip(rows, value, strict=True):
            self.entry.fill(row, entry)
        columns = zip(*rows, strict=True)
        cells.extend(self.separator.join(texts) if any(texts) else "" for texts in columns)
