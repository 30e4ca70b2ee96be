"""Imprecise dates: the register's subset of EDTF (ISO 8601-2, levels 0 and 1, sub-year codes).

Accepted are a year, month, day, season (21-24), quarter (33-36) or half (40-41), each with an
optional `~`, `?` or `%`, and an interval of two of them, of which one may be open (`..`).
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from records.values.quoting import quote

MAX_LENGTH = 64

_FORM = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?%])?")
_OPEN_END = ".."
_MONTHS = {month: (month, 1) for month in range(1, 13)}
_SEASONS = {21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3)}
_QUARTERS = {33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3)}
_HALVES = {40: (1, 6), 41: (7, 6)}
# Each code in the month's place, as the month it begins with and how many months it lasts.
_MONTH_SPANS = _MONTHS | _SEASONS | _QUARTERS | _HALVES

_MONTH, _DAY = "(0[1-9]|1[0-2])", "(0[1-9]|[12][0-9]|3[01])"
_ONE = rf"[0-9]{{4}}(-({_MONTH}(-{_DAY})?|2[1-4]|3[3-6]|4[01]))?[~?%]?"
PATTERN = rf"^({_ONE}(/({_ONE}|\.\.))?|\.\./{_ONE})$"
"""The form of a date, for clients; a text that has it can still name a day that never was."""

ACCEPTED = (
    "a year 2024, month 2024-02, day 2024-02-29, season 2024-21 to 2024-24, "
    "quarter 2024-33 to 2024-36 or half 2024-40 to 2024-41, with ~ (approximate), "
    "? (uncertain) or % (both) at its end; or an interval such as 2024-08/2025-02, "
    "2026/.. or ../2026"
)


class EdtfError(ValueError):
    """A text is not a date of the subset.

    `code` is `invalid_edtf` (not of an accepted form), `no_such_date` (not in the calendar),
    `year_out_of_range` (not within years 0001 to 9999) or `interval_reversed`.
    """

    def __init__(self, text: object, problem: str, code: str = "invalid_edtf") -> None:
        super().__init__(f"{quote(text)} is not an accepted date: {problem}. Accepted: {ACCEPTED}.")
        self.code = code


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date as written, with the first and last day it can mean.

    The bounds are strict calendar bounds: `~`, `?` and `%` set the flags and do not widen them.
    None is an open end. The flags of an interval are those of either of its ends.
    """

    text: str
    earliest: date | None
    latest: date | None
    approximate: bool
    uncertain: bool


def parse_edtf(text: str) -> Edtf:
    """Read an EDTF date or interval.

    Seasons are the northern meteorological ones: 21 spring is March to May, 22 summer June to
    August, 23 autumn September to November, 24 winter December to February of the next year.
    The ends of an interval may differ in precision and may be any accepted date.

    Raises EdtfError, and nothing else, for every other value.
    """
    if not isinstance(text, str):
        raise EdtfError(text, "it is not text")
    if len(text) > MAX_LENGTH:
        raise EdtfError(text, f"it is longer than {MAX_LENGTH} characters")
    if "/" in text:
        return _parse_interval(text)
    return _parse_date(text, text)


def _parse_interval(text: str) -> Edtf:
    ends = text.split("/")
    if len(ends) != 2:  # noqa: PLR2004 - an interval has two ends
        raise EdtfError(text, "an interval has one slash")
    if "" in ends:
        raise EdtfError(text, "an interval has two ends, of which an open one is written ..")
    if ends == [_OPEN_END, _OPEN_END]:
        raise EdtfError(text, "only one end of an interval can be open")
    start, end = (None if part == _OPEN_END else _parse_date(part, text) for part in ends)
    earliest = start.earliest if start else None
    latest = end.latest if end else None
    if earliest and latest and earliest > latest:
        raise EdtfError(text, "the interval ends before it begins", "interval_reversed")
    dates = [each for each in (start, end) if each]
    return Edtf(
        text=text,
        earliest=earliest,
        latest=latest,
        approximate=any(each.approximate for each in dates),
        uncertain=any(each.uncertain for each in dates),
    )


def _parse_date(part: str, text: str) -> Edtf:
    """Read one date: all of `text` or one end of it. Errors name the whole `text`."""
    match = _FORM.fullmatch(part)
    if match is None:
        raise EdtfError(text, f"{quote(part)} has none of the accepted forms")
    month, day = (int(number) if number else None for number in match.group(2, 3))
    earliest, latest = _bounds(int(match[1]), month, day, text)
    qualification = match[4]
    return Edtf(
        text=part,
        earliest=earliest,
        latest=latest,
        approximate=qualification in {"~", "%"},
        uncertain=qualification in {"?", "%"},
    )


def _bounds(year: int, month: int | None, day: int | None, text: str) -> tuple[date, date]:
    """Return the first and the last day of a year, of a month's code, or of one day."""
    if year < 1:
        raise EdtfError(text, "years run from 0001 to 9999", "year_out_of_range")
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return _month_code_bounds(year, month, text)
    if month not in _MONTHS:
        raise EdtfError(text, f"there is no month {month:02}", "no_such_date")
    try:
        only = date(year, month, day)
    except ValueError:
        raise EdtfError(text, f"that month has no day {day:02}", "no_such_date") from None
    return only, only


def _month_code_bounds(year: int, code: int, text: str) -> tuple[date, date]:
    if code not in _MONTH_SPANS:
        raise EdtfError(
            text, f"{code:02} is no month, season, quarter or half-year", "no_such_date"
        )
    first_month, months = _MONTH_SPANS[code]
    years_on, last_month = divmod(first_month - 1 + months - 1, 12)
    last_year, last_month = year + years_on, last_month + 1
    if last_year > date.max.year:
        raise EdtfError(text, "that winter ends after the year 9999", "year_out_of_range")
    last_day = calendar.monthrange(last_year, last_month)[1]
    return date(year, first_month, 1), date(last_year, last_month, last_day)
