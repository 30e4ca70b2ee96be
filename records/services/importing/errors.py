"""What can be wrong with a file, told so that whoever made it can put it right."""

from collections.abc import Iterable
from dataclasses import dataclass

from records.values.quoting import quote

MAX_PROBLEMS = 1000
"""More are not looked for."""


class CellError(ValueError):
    """A cell cannot be read; the text says why and what to write."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to put right: the row as a spreadsheet counts, the column's name, the value, why.

    Row 0 is the file itself, and an empty column the whole row.
    """

    row: int
    column: str
    value: str
    message: str

    def __str__(self) -> str:
        """Write it in one line."""
        places = [f"row {self.row}" if self.row else "", self.column and f"column {self.column}",
                  quote(self.value) if self.value else ""]  # fmt: skip
        place = ", ".join(part for part in places if part)
        return f"{place}: {self.message}" if place else self.message


class ImportRefusedError(Exception):
    """Nothing was stored; `problems` says why."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Take the problems."""
        self.problems = list(problems)
        super().__init__("\n".join(map(str, self.problems)))


def refuse(message: str) -> ImportRefusedError:
    """Make the error for what is wrong with a file as a whole."""
    return ImportRefusedError([Problem(0, "", "", message)])
