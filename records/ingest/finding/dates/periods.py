"""Days, weeks, months and years counted from a day, as EDTF.

Every function raises ValueError or OverflowError where the years 1 to 9999 end.
"""

import calendar
from datetime import date, timedelta
from typing import Final

SEASONS: Final = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
FIRST_MONTH: Final = {21: 3, 22: 6, 23: 9, 24: 12}
_DAYS = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_HOURS = {"hour": 24, "minute": 24 * 60}


def year_of(year: int) -> str:
    """Return a year."""
    return date(year, 1, 1).isoformat()[:4]


def month_of(year: int, month: int) -> str:
    """Return a month; months before the first and after the twelfth run into other years."""
    years, place = divmod(month - 1, 12)
    return date(year + years, place + 1, 1).isoformat()[:7]


def moved(day: date, unit: str, count: int) -> date:
    """Return the day `count` units later, at most the last of its month."""
    if unit in _DAYS:
        return day + timedelta(days=_DAYS[unit] * count)
    if unit in _HOURS:
        return day + timedelta(days=round(count / _HOURS[unit]))
    years, month = divmod(day.month - 1 + _MONTHS[unit] * count, 12)
    year = day.year + years
    last = calendar.monthrange(date(year, 1, 1).year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def period(day: date, unit: str, count: int = 0) -> str:
    """Return the calendar's day, week, … year that lies `count` units after that of a day."""
    if unit in _HOURS:
        return day.isoformat()
    if unit in {"week", "fortnight"}:
        monday = day + timedelta(days=7 * count - day.weekday())
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    if unit == "weekend":
        saturday = day + timedelta(days=7 * count + 5 - day.weekday())
        return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"
    then = moved(day, unit, count)
    if unit in {"decade", "century"}:
        length = _MONTHS[unit] // 12
        first = then.year - then.year % length
        return f"{year_of(first)}/{year_of(first + length - 1)}"
    if unit == "quarter":
        return f"{year_of(then.year)}-{33 + (then.month - 1) // 3}"
    return {"month": then.isoformat()[:7], "year": year_of(then.year)}.get(unit, then.isoformat())


def season(day: date, code: int, which: str) -> str:
    """Return the `last`, `this` or `next` season of a kind, seen from a day."""
    begun = day.month >= FIRST_MONTH[code]
    within = _begin(day.year - (not begun), code)
    length = moved(within, "month", 3)
    if which == "last":
        return _season(within if day >= length else moved(within, "year", -1), code)
    if which == "next":
        return _season(moved(within, "year", 1), code)
    return _season(within if day < length else _begin(day.year, code), code)


def _begin(year: int, code: int) -> date:
    return date(year, FIRST_MONTH[code], 1)


def _season(begin: date, code: int) -> str:
    return f"{year_of(begin.year)}-{code}"


def weekday(day: date, number: int, which: str) -> str:
    """Return a weekday, Monday 0: `last` before, `next` after a day, else of the week up to it."""
    back = (day.weekday() - number) % 7
    if which == "last":
        return (day - timedelta(days=back or 7)).isoformat()
    if which == "next":
        return (day + timedelta(days=7 - back)).isoformat()
    return (day - timedelta(days=back)).isoformat()
