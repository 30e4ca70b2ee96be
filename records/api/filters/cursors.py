"""Cursors of lists that are ordered by several columns."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as Base64Error
from collections.abc import Sequence
from datetime import date
from typing import Any

import orjson

from records.api.filters.bad_values import BadValueError
from records.api.filters.base import JsonSchema
from records.api.filters.own import OwnParameter
from records.api.pagination import MAX_CURSOR
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
        return urlsafe_b64encode(orjson.dumps(list(place))).decode().rstrip("=")

    def parse(self, text: str) -> tuple[Any, ...]:
        """Read a cursor back; anything that `write` did not make is refused."""
        if len(text) <= MAX_CURSOR:
            try:
                given = orjson.loads(urlsafe_b64decode(text.encode() + b"=" * (-len(text) % 4)))
                if isinstance(given, list) and len(given) == len(self.parts):
                    return tuple(map(_part, self.parts, given))
            except (Base64Error, ValueError, TypeError):
                pass  # is told below
        raise BadValueError(
            "invalid_cursor",
            "The cursor cannot be read; take it unchanged from the “next” link of the page before.",
        )

    def schema(self) -> JsonSchema:
        """Describe the form."""
        example = self.write([_EXAMPLES[each] for each in self.parts])
        form = {"pattern": "^[A-Za-z0-9_-]+$", "maxLength": MAX_CURSOR}
        return {"type": "string", **form, "example": example}


def _part(kind: type[date] | type[int], given: Any) -> Any:
    """Read one part. Raises ValueError or TypeError for what is none."""
    if kind is date:
        return date.fromisoformat(given)
    if type(given) is not int or not 0 <= given <= MAX_NUMBER:
        raise ValueError(given)
    return given
