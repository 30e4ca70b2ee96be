"""Days and months."""

import re

from records.enums import Unresolved
from records.ingest.finding.dates.beside import IN_YEAR, VAGUE, year_in
from records.ingest.finding.dates.periods import month_of
from records.ingest.finding.dates.points import Meaning, Setting, rule
from records.ingest.finding.dates.tense import year_without
from records.ingest.finding.dates.vocabulary import (
    A_YEAR,
    ANY_MONTH,
    DASH,
    DAY,
    MONTH,
    MONTH_WORDS,
    MONTHS,
    YEAR,
)

_TO = rf"(?:\s?{DASH}\s?|\s(?:to|and|or|through|until)\s(?:the\s)?)"
_BEFORE_DAY = r"(?<![\w.,:$€£/-])(?:the\s)?"
_NAMED = re.compile(r"\s(?!(?:in|at|on|with|and)\b)[A-Z][a-z]")


def _number(day: str) -> int:
    return int(re.sub(r"\D", "", day))


def _year_without(month: int, day: int, setting: Setting, found: re.Match[str]) -> int | Unresolved:
    if setting.anchor is None:
        return Unresolved.ANCHOR_UNKNOWN
    return year_without(month, day, setting.anchor, setting.text, found)


def _days(found: re.Match[str], setting: Setting) -> Meaning:
    if _NAMED.match(setting.text, found.end()) and found[0][:4].lower() == "the ":
        return None
    month = MONTHS[found["month"].rstrip(".")]
    first, last = _number(found["day"]), found["last"]
    year = year_in(found, setting)
    if year is None:
        year = _year_without(month, first, setting, found)
    if isinstance(year, Unresolved):
        return year
    edtf = f"{month_of(year, month)}-{first:02}"
    return f"{edtf}/{month_of(year, month)}-{_number(last):02}" if last else edtf


def _month(found: re.Match[str], setting: Setting) -> Meaning:
    number = MONTHS[found["month"].rstrip(".")]
    year = year_in(found, setting)
    if year is None:
        year = _year_without(number, 0, setting, found)
    return year if isinstance(year, Unresolved) else month_of(year, number)


_BEFORE_MONTH = re.compile(
    r"(?i)\b(?:in|since|until|till|by|of|from|to|after|before|for|through|during|and|or|between"
    r"|beginning|starting|the|a|on|around|about)\s$"
)


def _lone_month(found: re.Match[str], setting: Setting) -> Meaning:
    """Read “in May” and “April's”, but not a person's name."""
    text, start, end = setting.text, found.start(), found.end()
    owns = text[end : end + 1] in {"'", "\u2019"} and found["month"] != "May"
    if owns or _BEFORE_MONTH.search(text[max(0, start - 12) : start]):
        return _month(found, setting)
    return None


def _iso(found: re.Match[str], _: Setting) -> Meaning:
    return found[0]


def _numbers(found: re.Match[str], _: Setting) -> Meaning:
    """Read `24.02.2022`; where the first two could be either, they are left alone."""
    first, second, year = int(found["a"]), int(found["b"]), found["year"]
    months = {(first, second), (second, first)}
    days = [(month, day) for month, day in months if month <= 12]  # noqa: PLR2004
    if len(days) != 1:
        return Unresolved.AMBIGUOUS
    return f"{year}-{days[0][0]:02}-{days[0][1]:02}"


_YEARLY = frozenset((A_YEAR,))
ABSOLUTE = (
    rule(
        "day",
        0.98,
        MONTH_WORDS,
        rf"{_BEFORE_DAY}(?P<day>{DAY})(?:{_TO}(?P<last>{DAY}))?(?:\sof)?[\s-]"
        rf"(?P<month>{ANY_MONTH})(?:{IN_YEAR}|-(?P<iso>{YEAR}))?",
        _days,
    ),
    rule(
        "day",
        0.98,
        MONTH_WORDS,
        rf"(?:\b[Tt]he\s)?\b(?P<month>{ANY_MONTH})\s(?:the\s)?(?P<day>{DAY})"
        rf"(?:{_TO}(?P<last>{DAY}))?(?:{IN_YEAR})?",
        _days,
    ),
    rule("day", 0.98, _YEARLY, rf"(?<![\w-]){YEAR}-[01][0-9]-[0-3][0-9](?![\w-])", _iso),
    rule(
        "day",
        0.9,
        _YEARLY,
        r"(?<![\w./-])(?P<a>[0-3]?[0-9])(?P<mark>[./])(?P<b>[0-3]?[0-9])(?P=mark)"
        rf"(?P<year>{YEAR})",
        _numbers,
    ),
    rule(
        "month",
        0.97,
        MONTH_WORDS,
        rf"\b(?:(?i:{VAGUE}(?:\sof)?)[\s-])?(?P<month>{ANY_MONTH}){IN_YEAR}",
        _month,
    ),
    rule(
        "month_without_year",
        0.9,
        MONTH_WORDS,
        rf"(?i:\b{VAGUE}(?:\sof)?[\s-])(?P<month>{MONTH})",
        _month,
    ),
    rule(
        "month_without_year", 0.9, MONTH_WORDS, rf"\b(?P<month>{MONTH})(?!\s[0-9A-Z])", _lone_month
    ),
)
