"""Rows put together to records, as the file has them and not yet understood."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from records.services.importing.errors import Problem
from records.services.importing.header import Header
from records.services.importing.limits import MAX_ROWS
from records.services.importing.tables import ID, KEY, OF_THE_RECORD
from records.values.public_ids import PublicIdError, RecordType, parse_public_id
from records.values.quoting import quote

Cells = dict[str, str]
"""What stands in a row, by the column's name; empty cells are left out."""


@dataclass(slots=True)
class Draft:
    """A record: its first row, its number if it exists, and the rows of each list."""

    row: int
    number: int | None
    key: str
    own: Cells
    lists: dict[str, list[tuple[int, Cells]]] = field(default_factory=dict)


@dataclass(slots=True)
class Grouping:
    """Puts rows together: rows of one id, or of one key, that stand together are one record."""

    header: Header
    record_type: RecordType
    problems: list[Problem] = field(default_factory=list)
    _ids: dict[int, int] = field(default_factory=dict)
    _keys: dict[str, int] = field(default_factory=dict)

    @property
    def _own(self) -> set[str]:
        return {*OF_THE_RECORD, *(column.name for column in self.header.own)}

    def read(self, rows: Iterator[tuple[int, list[str]]]) -> Iterator[Draft]:
        """Yield a draft for each record; what is wrong with a row is added to the problems."""
        draft: Draft | None = None
        count = 0
        for row, texts in rows:
            cells = self._cells(row, texts)
            if not cells:
                continue
            count += 1
            if count > MAX_ROWS:
                self.problems.append(
                    Problem(row, "", "", f"At most {MAX_ROWS} rows are read: split the file.")
                )
                break
            number, key = self._number(row, cells), cells.get(KEY, "")
            if draft and self._continues(draft, number, key):
                self._add(draft, row, cells)
                continue
            if draft:
                yield draft
            draft = self._begin(row, number, key, cells)
        if draft:
            yield draft

    def _cells(self, row: int, texts: list[str]) -> Cells:
        names = self.header.names
        for place, text in enumerate(texts[len(names) :], start=len(names) + 1):
            if text.strip():
                self.problems.append(
                    Problem(row, f"number {place}", text, "The header has no name for the cell.")
                )
        return {name: text for name, text in zip(names, texts, strict=False) if text.strip()}

    def _number(self, row: int, cells: Cells) -> int | None:
        text = cells.get(ID, "").strip()
        if not text:
            return None
        try:
            return parse_public_id(text, self.record_type)
        except PublicIdError as error:
            self.problems.append(Problem(row, ID, text, str(error)))
            return None

    def _continues(self, draft: Draft, number: int | None, key: str) -> bool:
        return (number, key) == (draft.number, draft.key) and bool(number or key)

    def _begin(self, row: int, number: int | None, key: str, cells: Cells) -> Draft:
        self._refuse_again(row, ID, self._ids, number, cells.get(ID, ""))
        self._refuse_again(row, KEY, self._keys, key, key)
        own = {name: text for name, text in cells.items() if name in self._own}
        draft = Draft(row, number, key, own, {name: [] for name in self.header.lists})
        self._add_lists(draft, row, cells)
        return draft

    def _refuse_again(
        self, row: int, column: str, seen: dict[Any, int], name: Any, text: str
    ) -> None:
        """Note where a record stands; refuse it when it stood somewhere above."""
        if name and seen.setdefault(name, row) != row:
            self.problems.append(
                Problem(
                    row,
                    column,
                    text,
                    f"The record stands in row {seen[name]} already: keep "
                    "the rows of one record together, and each record once.",
                )
            )

    def _add(self, draft: Draft, row: int, cells: Cells) -> None:
        """Take a further row of the record: entries of lists, and nothing else that is new."""
        for name, text in cells.items():
            said = draft.own.get(name, "")
            if name in self._own and name != ID and text != said:
                self.problems.append(
                    Problem(
                        row,
                        name,
                        text,
                        f"Row {draft.row} says {quote(said)} of the same "
                        "record: leave this cell empty.",
                    )
                )
        if not self._add_lists(draft, row, cells):
            self.problems.append(
                Problem(
                    row,
                    ID if draft.number else KEY,
                    cells.get(ID) or draft.key,
                    f"The record stands in row {draft.row} already: keep one of them.",
                )
            )

    def _add_lists(self, draft: Draft, row: int, cells: Cells) -> bool:
        """Add what the row has of each list; tell whether it has any."""
        filled = False
        for name, columns in self.header.lists.items():
            entry = {column.name: cells[column.name] for column in columns if column.name in cells}
            if entry:
                draft.lists[name].append((row, entry))
                filled = True
        return filled
