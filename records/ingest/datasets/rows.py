"""One row of a dataset's file, whose values are checked when they are asked for."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any

from records.ingest.datasets.errors import DatasetError
from records.values.quoting import quote

MAX_COUNT = 10**12


@dataclass(frozen=True, slots=True)
class Row:
    """The values of a row by field, and where it stands, such as `losses.json, entry 3`."""

    place: str
    values: Mapping[str, Any]

    def error(self, field: str, value: object, fix: str) -> DatasetError:
        """Make the error that names a field, its value and what to do."""
        shown = repr(value) if isinstance(value, int) else quote(value)
        return DatasetError(f"{self.place}, {field}: {shown[:60]} {fix}.")

    def check_fields(self, known: Collection[str], required: Collection[str]) -> None:
        """Refuse fields that nobody knows, and rows that lack one. Raises DatasetError."""
        for name in self.values:
            if name not in known:
                near = get_close_matches(name, known, n=1)
                hint = f" Did you mean “{near[0]}”?" if near else ""
                raise DatasetError(f"{self.place}: there is no field {quote(name)} here; rename "
                                   f"or remove it.{hint}")  # fmt: skip
        for name in required:
            if name not in self.values:
                raise DatasetError(f"{self.place}: the field “{name}” is missing; add it.")

    def text(self, field: str) -> str:
        """Read a text in one line. Raises DatasetError when it is empty."""
        value = " ".join(self.values[field].split())
        if not value:
            raise self.error(field, value, "is empty; fill it")
        return value

    def day(self, field: str) -> date:
        """Read a day as 2022-02-25. Raises DatasetError."""
        value = self.values[field]
        try:
            found = date.fromisoformat(value)
        except (TypeError, ValueError):
            found = None
        if found is None or found.isoformat() != value:
            raise self.error(field, value, "is no day of the calendar; write one as 2022-02-25")
        return found

    def one_of(self, field: str, known: Collection[str]) -> str:
        """Read one of some texts. Raises DatasetError."""
        value = self.text(field)
        if value not in known:
            raise self.error(field, value, f"is not known; write {' or '.join(known)}")
        return value

    def number(self, field: str) -> int:
        """Read digits as a whole number of zero or more. Raises DatasetError."""
        value = self.text(field)
        if not (value.isascii() and value.isdecimal()) or int(value[:20]) > MAX_COUNT:
            raise self.error(field, value, "is no count; write a whole number such as 12")
        return int(value)

    def whole(self, field: str) -> int:
        """Read a whole number, below zero or not. Raises DatasetError."""
        value = self.values[field]
        if not isinstance(value, int) or isinstance(value, bool) or abs(value) > MAX_COUNT:
            raise self.error(field, value, "is no count; write a whole number such as 12")
        return value

    def count(self, field: str) -> int:
        """Read a whole number of zero or more. Raises DatasetError."""
        value = self.whole(field)
        if value < 0:
            raise self.error(field, value, "is below zero; write how many there are")
        return value
