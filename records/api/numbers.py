"""Numbers and instants in query strings and paths, read strictly."""

import re
from datetime import UTC, datetime

from django.http import QueryDict
from django.utils.dateparse import parse_datetime

from records.api.errors import ErrorItem, InvalidQueryError
from records.values.quoting import quote

_DIGITS = re.compile(r"0|[1-9][0-9]{0,17}")


def whole_number(query: QueryDict, name: str, *, low: int, high: int, default: int) -> int:
    """Read a whole number between two bounds. Raises InvalidQueryError."""
    text = _single(query, name)
    if text is None:
        return default
    if not _DIGITS.fullmatch(text) or not low <= int(text) <= high:
        raise refused(
            name, "number_out_of_range", f"{quote(text)} is not a number from {low} to {high}."
        )
    return int(text)


def instant(query: QueryDict, name: str) -> datetime | None:
    """Read a point of time with its offset from UTC. Raises InvalidQueryError."""
    text = _single(query, name)
    if text is None:
        return None
    try:
        found = parse_datetime(text)
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise refused(
            name, "invalid_instant",
            f"{quote(text)} is not an instant such as 2025-04-04T12:00:00Z; write a plus as %2B.",
        )  # fmt: skip
    return found.astimezone(UTC)


def refused(name: str, code: str, detail: str) -> InvalidQueryError:
    """Build the error of one parameter."""
    return InvalidQueryError([ErrorItem(f"?{name}", code, detail)])


def _single(query: QueryDict, name: str) -> str | None:
    values = query.getlist(name)
    if len(values) > 1:
        raise refused(name, "repeated_parameter", "Give this parameter once.")
    return values[0] if values else None
