"""Filters by dates and times."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Any, ClassVar

from django.db.models import Q

from records.api.filters.asked import Asked, Condition
from records.api.filters.bad_values import BadValueError, unlisted
from records.api.filters.base import JsonSchema
from records.api.filters.ranges import ModifierFilter, RangeFilter
from records.querysets import period
from records.values.edtf import MAX_LENGTH, PATTERN, EdtfError, parse_edtf
from records.values.quoting import quote

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INSTANT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?"
    r"(Z|[+-][0-9]{2}:[0-9]{2})?"
)


class DateMatch(StrEnum):
    """How sure a record's date must be to match a period."""

    POSSIBLE = "possible"
    CERTAIN = "certain"


class DateMatchFilter(ModifierFilter):
    """The modifier of all date ranges."""

    def parse(self, text: str) -> DateMatch:
        """Accept possible and certain."""
        if text not in set(DateMatch):
            raise unlisted("invalid_choice", text, list(DateMatch))
        return DateMatch(text)

    def schema(self) -> JsonSchema:
        """List the ways."""
        ways = [str(way) for way in DateMatch]
        return {"type": "string", "enum": ways, "default": ways[0], "example": ways[1]}


class DateFilter(RangeFilter):
    """One end of a period, as an EDTF date. `field_name` is the EDTF column."""

    def __init__(self, field_name: str, *, sort: str = "", **kwargs: Any) -> None:
        """Name in `sort` the column of the last day, when rows of other tables have a copy."""
        super().__init__(field_name, **kwargs)
        self.sort = sort

    def parse(self, text: str) -> date:
        """Take the first day of a date, or the last one at the upper end."""
        try:
            given = parse_edtf(text)
        except EdtfError as error:
            raise BadValueError(error.code, str(error)) from error
        day = given.latest if self.upper else given.earliest
        if day is None:
            side = "last" if self.upper else "first"
            raise BadValueError("open_date", f"{quote(text)} has no {side} day; give a closed one.")
        return day

    def conditions(
        self, name: str, value: date, asked: Asked, *, negated: bool
    ) -> Iterator[Condition]:
        """Match dates that touch the period, or that lie within it."""
        del name, negated
        certain = asked.values.get("date_match") == DateMatch.CERTAIN
        where = self._verb(certain=certain)(self.field_name, value)
        if certain and self.sort:
            yield Condition(where, carried=period.implied(self.sort, value, upper=self.upper))
        else:
            yield Condition(where)

    def _verb(self, *, certain: bool) -> period.Verb:
        if self.upper:
            return period.certainly_until if certain else period.possibly_until
        return period.certainly_from if certain else period.possibly_from

    def schema(self) -> JsonSchema:
        """Describe the date."""
        example = "2025-04" if self.upper else "2023"
        form = {"format": "edtf", "pattern": PATTERN, "maxLength": MAX_LENGTH}
        return {"type": "string", **form, "example": example}


class DateAfter(DateFilter):
    """The first day of a period."""


class DateBefore(DateFilter):
    """The last day of a period."""

    upper = True


class InstantFilter(RangeFilter):
    """One end of a span of time, as an ISO 8601 time or day in UTC."""

    lookup: ClassVar[str] = "gte"

    def parse(self, text: str) -> datetime:
        """Read a time, or the first or last instant of a day; without an offset it is UTC."""
        try:
            if _DAY.fullmatch(text):
                edge = time.max if self.upper else time.min
                return datetime.combine(date.fromisoformat(text), edge, UTC)
            if _INSTANT.fullmatch(text):
                return _in_utc(datetime.fromisoformat(text))
        except (ValueError, OverflowError):
            pass  # such as 30 February, or an offset that leads out of the calendar
        raise BadValueError(
            "invalid_time",
            f"{quote(text)} is not an ISO 8601 time or day. Write 2025-04-04T12:30:00Z or "
            "2025-04-04, and %2B for the plus sign of an offset.",
        )

    def where(self, value: datetime, asked: Asked) -> Q:
        """Compare the column with the instant, which is included."""
        del asked
        return Q(**{f"{self.field_name}__{self.lookup}": value})

    def schema(self) -> JsonSchema:
        """Describe the time."""
        return {
            "type": "string",
            "pattern": f"^({_DAY.pattern}|{_INSTANT.pattern})$",
            "example": "2099-12-31" if self.upper else "2025-04-04T00:00:00Z",
        }


class InstantAfter(InstantFilter):
    """The beginning of a span of time."""


class InstantBefore(InstantFilter):
    """The end of a span of time."""

    upper = True
    lookup = "lte"


def _in_utc(instant: datetime) -> datetime:
    return instant.astimezone(UTC) if instant.tzinfo else instant.replace(tzinfo=UTC)
