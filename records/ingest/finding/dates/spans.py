"""Quarters, halves, seasons, decades, and years with both ends."""

import re

from records.enums import Unresolved
from records.ingest.finding.dates.beside import IN_YEAR, VAGUE, year_in
from records.ingest.finding.dates.periods import SEASONS, year_of
from records.ingest.finding.dates.points import Meaning, Setting, rule
from records.ingest.finding.dates.vocabulary import A_YEAR, DASH, NTH, SEASON, SEASON_WORDS, YEAR
from records.ingest.finding.words import word_set


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


_QUARTER = (
    r"(?i:(?:(?P<nth>first|second|third|fourth|last|final|[1-4](?:st|nd|rd|th))\s"
    r"(?P<kind>quarter|half)(?=\sof\b|\s[12])|\b(?P<letter>[QH])(?P<short>[1-4])\b))"
)
_YEARLY = frozenset((A_YEAR,))
SPANS = (
    rule(
        "part_of_year",
        0.95,
        word_set("quarter half q h"),
        rf"\b(?:the\s)?{_QUARTER}(?:{IN_YEAR})?",
        _part,
    ),
    rule(
        "season",
        0.95,
        SEASON_WORDS,
        rf"(?i:\b(?:the\s|{VAGUE}\s)?(?P<season>{SEASON})){IN_YEAR}",
        _season,
    ),
    rule(
        "decade",
        0.95,
        _YEARLY,
        rf"(?i:\b(?:the\s)?(?:(?:{VAGUE})(?:\sof\sthe)?[\s-])?)(?<![\w$€£.,])"
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
