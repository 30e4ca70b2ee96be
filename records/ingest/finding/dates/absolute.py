"""Dates that the words name without counting from another day."""

import re

from records.enums import Unresolved
from records.ingest.finding.dates.periods import SEASONS, month_of, year_of
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
    NTH,
    SEASON,
    SEASON_WORDS,
    YEAR,
)
from records.ingest.finding.words import word_set

_TO = rf"(?:\s?{DASH}\s?|\s(?:to|and|or|through|until)\s(?:the\s)?)"
_IN_YEAR = (
    rf"(?:(?:,|\sof)?\s(?P<year>{YEAR})"
    r"|,?\s(?:of\s)?(?P<relative>this|last|next|the(?:\s(?:previous|current|coming))?)\syear)"
)
_RELATIVE = {"last": -1, "the previous": -1, "next": 1, "the coming": 1}
_BEFORE_DAY = r"(?<![\w.,:$€£/-])(?:the\s)?"
_VAGUE = (
    r"(?:the\s)?(?:(?P<late>end|close|late(?:r\sin)?|latter\spart)|early|mid|middle|beginning|start"
    r"|turn|outset)"
)
"""`late` says that nothing of the period follows, for “before the end of”."""


_NAMED = re.compile(r"\s(?!(?:in|at|on|with|and)\b)[A-Z][a-z]")


def _number(day: str) -> int:
    return int(re.sub(r"\D", "", day))


def year_in(found: re.Match[str], setting: Setting) -> int | Unresolved | None:
    """Return the year that stands beside a month; None where there is none."""
    named = found.groupdict()
    if named.get("year"):
        return int(named["year"])
    relative = named.get("relative")
    if not relative:
        return None
    if setting.anchor is None:
        return Unresolved.ANCHOR_UNKNOWN
    return setting.anchor.year + _RELATIVE.get(" ".join(relative.lower().split()), 0)


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


def _part(found: re.Match[str], setting: Setting) -> Meaning:
    """Read a quarter or a half of a year."""
    nth = found["nth"] or found["short"]
    number = NTH.get(nth.lower()) or int(nth)
    half = (found["kind"] or found["letter"]).lower() in {"half", "h"}
    if half:
        number = min(number, 2)
    year = year_in(found, setting)
    if year is None:
        if half or found["nth"]:
            return None
        if setting.anchor is None:
            return Unresolved.ANCHOR_UNKNOWN
        year = setting.anchor.year
    return year if isinstance(year, Unresolved) else f"{year_of(year)}-{number + (32, 39)[half]}"


def _season(found: re.Match[str], setting: Setting) -> Meaning:
    year = year_in(found, setting)
    if year is None or isinstance(year, Unresolved):
        return year
    return f"{year_of(year)}-{SEASONS[found['season'].lower()]}"


def _decade(found: re.Match[str], _: Setting) -> Meaning:
    first = int(found["decade"])
    last = first + (99 if first % 100 == 0 and first < 2000 else 9)  # noqa: PLR2004
    return f"{year_of(first)}/{year_of(last)}"


def _tens(found: re.Match[str], _: Setting) -> Meaning:
    """Read “the '90s”, of the last century."""
    return f"19{found['tens']}/19{found['tens'][0]}9"


def _years(found: re.Match[str], _: Setting) -> Meaning:
    first, last = found["year"], found["last"]
    last = first[: 4 - len(last)] + last
    return f"{first}/{last}" if first < last else None


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


_QUARTER = (
    r"(?i:(?:(?P<nth>first|second|third|fourth|last|final|[1-4](?:st|nd|rd|th))\s"
    r"(?P<kind>quarter|half)(?=\sof\b|\s[12])|\b(?P<letter>[QH])(?P<short>[1-4])\b))"
)
_YEARLY = frozenset((A_YEAR,))
ABSOLUTE = (
    rule(
        "day",
        0.98,
        MONTH_WORDS,
        rf"{_BEFORE_DAY}(?P<day>{DAY})(?:{_TO}(?P<last>{DAY}))?(?:\sof)?[\s-]"
        rf"(?P<month>{ANY_MONTH})(?:{_IN_YEAR}|-(?P<iso>{YEAR}))?",
        _days,
    ),
    rule(
        "day",
        0.98,
        MONTH_WORDS,
        rf"(?:\b[Tt]he\s)?\b(?P<month>{ANY_MONTH})\s(?:the\s)?(?P<day>{DAY})"
        rf"(?:{_TO}(?P<last>{DAY}))?(?:{_IN_YEAR})?",
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
        rf"\b(?:(?i:{_VAGUE}(?:\sof)?)[\s-])?(?P<month>{ANY_MONTH}){_IN_YEAR}",
        _month,
    ),
    rule(
        "month_without_year",
        0.9,
        MONTH_WORDS,
        rf"(?i:\b{_VAGUE}(?:\sof)?[\s-])(?P<month>{MONTH})",
        _month,
    ),
    rule(
        "month_without_year", 0.9, MONTH_WORDS, rf"\b(?P<month>{MONTH})(?!\s[0-9A-Z])", _lone_month
    ),
    rule(
        "part_of_year",
        0.95,
        word_set("quarter half q h"),
        rf"\b(?:the\s)?{_QUARTER}(?:{_IN_YEAR})?",
        _part,
    ),
    rule(
        "season",
        0.95,
        SEASON_WORDS,
        rf"(?i:\b(?:the\s|{_VAGUE}\s)?(?P<season>{SEASON})){_IN_YEAR}",
        _season,
    ),
    rule(
        "decade",
        0.95,
        _YEARLY,
        rf"(?i:\b(?:the\s)?(?:(?:{_VAGUE})(?:\sof\sthe)?[\s-])?)(?<![\w$€£.,])"
        r"(?P<decade>(?:1[0-9]|20|21)[0-9]0)['\u2019]?s\b",
        _decade,
    ),
    rule(
        "decade",
        0.95,
        frozenset(("s",)),
        r"(?:\b[Tt]he\s)?(?<!\w)['\u2019](?P<tens>[2-9]0)s\b",
        _tens,
    ),
    rule(
        "years",
        0.93,
        _YEARLY,
        rf"(?<![\w.,$€£/-])(?P<year>{YEAR})(?:\s?{DASH}\s?|/)"
        rf"(?P<last>{YEAR}|[0-9]{{2}}(?![0-9]))(?![\w-])",
        _years,
    ),
)
