"""Cursors of lists that are ordered by several columns."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from records.api.filters.bad_values import BadValueError
from records.api.filters.base import JsonSchema
from records.api.filters.own import OwnParameter
from records.api.pagination import MAX_CURSOR, CursorError, decoded, encoded, unreadable
from records.values.public_ids import MAX_NUMBER

_EXAMPLES: dict[type, Any] = {date: date(2024, 2, 29), int: 1}


class CursorParameter(OwnParameter):
    """Where a page starts: the place of the last row of the page before, as days and numbers."""

    def __init__(self, *parts: type[date] | type[int]) -> None:
        """Say what a place is made of."""
        super().__init__(help_text="Where the page starts; take it from the `next` link.")
        self.parts = parts

    def write(self, place: Sequence[Any]) -> str:
        """Build the opaque cursor of a place."""
        return encoded(place)

    def parse(self, text: str) -> tuple[Any, ...]:
        """Read a cursor back; anything that `write` did not make is refused."""
        try:
            given = decoded(text)
            if not isinstance(given, list) or len(given) != len(self.parts):
                raise unreadable()
            return tuple(map(_part, self.parts, given))
        except CursorError as error:
            raise BadValueError(error.code, str(error)) from error

    def schema(self) -> JsonSchema:
        """Describe the form."""
        example = self.write([_EXAMPLES[each] for each in self.parts])
        form = {"pattern": "^[A-Za-z0-9_-]+$", "maxLength": MAX_CURSOR}
        return {"type": "string", **form, "example": example}


def _part(kind: type[date] | type[int], given: Any) -> Any:
    """Read one part. Raises CursorError for what is none."""
    try:
        if kind is date:
            return date.fromisoformat(given)
    except (TypeError, ValueError) as error:
        raise unreadable() from error
    if type(given) is not int or not 0 <= given <= MAX_NUMBER:
        raise unreadable()
    return given
