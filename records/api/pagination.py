"""Keyset paging: a cursor is the place of the last row, so depth costs nothing.

Every ordering is by a column that is never null and then by primary key, so that each row has
one place and comes exactly once.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as Base64Error
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import orjson
from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from records.api.filters.along import place_columns
from records.api.resources import Resource
from records.querysets.rows import row_after
from records.values.public_ids import MAX_NUMBER

DEFAULT_PAGE_SIZE = 50
MAX_PAGE_SIZE = 500
MAX_CURSOR = 4000


class CursorError(ValueError):
    """The cursor was not made by this API for this ordering. `code` says which."""

    def __init__(self, message: str, code: str) -> None:
        """Take the text for the client and the code."""
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class Ordering:
    """One way to order a resource, such as `-occurred`."""

    name: str
    column: str

    @classmethod
    def of(cls, resource: Resource, name: str) -> "Ordering":
        """Look an accepted ordering up."""
        return cls(name, resource.orderings[name.removeprefix("-")])

    @property
    def descending(self) -> bool:
        """Whether the largest key comes first."""
        return self.name.startswith("-")

    def sort(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Order a queryset by the column and then by primary key."""
        sign = "-" if self.descending else ""
        key, number = place_columns(queryset, self.column)
        columns = (f"{sign}{key}", f"{sign}{number}")
        return queryset.order_by(*columns[key == "id" :])

    def after(self, queryset: QuerySet[Any], place: "Place") -> QuerySet[Any]:
        """Keep the rows that come after a place."""
        if self.column == "id":
            return queryset.filter(**{"id__lt" if self.descending else "id__gt": place.number})
        key, number = place_columns(queryset, self.column)
        fields = {field.name: field for field in queryset.model._meta.concrete_fields}
        columns = {
            key: (fields[self.column], place.key),
            number: (fields["id"], place.number),
        }
        return queryset.filter(row_after(columns, descending=self.descending))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands in an ordering: its key there and its primary key."""

    key: Any
    number: int


def write_cursor(ordering: Ordering, place: Place) -> str:
    """Build the opaque cursor of a place."""
    key = place.key.isoformat() if isinstance(place.key, date | datetime) else place.key
    return encoded([ordering.name, key, place.number])


def encoded(content: Sequence[Any]) -> str:
    """Write a place so that it can stand in an address, and nobody takes it for more."""
    return urlsafe_b64encode(orjson.dumps(list(content))).decode().rstrip("=")


def decoded(text: str) -> Any:
    """Read what `encoded` wrote, or something else that a client made up. Raises CursorError."""
    if len(text) > MAX_CURSOR:
        raise unreadable()
    try:
        return orjson.loads(urlsafe_b64decode(text.encode() + b"=" * (-len(text) % 4)))
    except (Base64Error, ValueError) as error:
        raise unreadable() from error


def read_cursor(text: str, resource: Resource, ordering: Ordering) -> Place:
    """Read a cursor back. Raises CursorError for anything that `write_cursor` did not make."""
    name, key, number = _parts(text)
    if name != ordering.name:
        raise CursorError(
            f"The cursor was made for ordering={name}; use it with that ordering.",
            "cursor_mismatch",
        )
    columns = {field.name: field for field in resource.model._meta.concrete_fields}
    try:
        value = columns[ordering.column].to_python(key)
    except (ValidationError, TypeError, ValueError, OverflowError) as error:
        raise unreadable() from error
    if value is None or (isinstance(value, str) and "\0" in value):
        raise unreadable()
    return Place(value, number)


def _parts(text: str) -> tuple[str, Any, int]:
    match decoded(text):
        case [str(name), str() | int() as key, int(number)] if (
            type(number) is int and 0 < number <= MAX_NUMBER
        ):
            return name, key, number
    raise unreadable()


def unreadable() -> CursorError:
    """Say that a text is no cursor."""
    return CursorError(
        "The cursor cannot be read; take it unchanged from the “next” link of the page before.",
        "invalid_cursor",
    )
