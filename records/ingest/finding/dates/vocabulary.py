"""The words of the calendar, as parts of regular expressions."""

import calendar
import re
from typing import Final

from records.ingest.finding import numerals
from records.ingest.finding.dates.periods import SEASONS
from records.ingest.finding.words import word_set

_NAMES = calendar.month_name[1:]
_SHORT = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

MONTHS: Final = (
    {name: number for number, name in enumerate(_NAMES, 1)}
    | {name: number for number, name in enumerate(_SHORT, 1)}
    | {"Sept": 9}
)
WEEKDAYS: Final = {name: number for number, name in enumerate(calendar.day_name)}
NTH: Final = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4,
              "4th": 4, "last": 4, "final": 4}  # fmt: skip

YEAR: Final = r"(?:1[0-9]|20|21)[0-9]{2}(?![0-9])"
DAY: Final = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9A-Za-z])"
MONTH: Final = rf"(?:{'|'.join(_NAMES)})(?![a-z])"
ANY_MONTH: Final = rf"(?:{MONTH}|(?:Sept|{'|'.join(_SHORT)})\.?(?![a-z]))"
WEEKDAY: Final = rf"(?:{'|'.join(WEEKDAYS)})(?![a-z])"
SEASON: Final = rf"(?:{'|'.join(SEASONS)})"
UNIT: Final = r"(?:day|night|weekend|week|fortnight|month|quarter|year|decade|century)"
UNITS: Final = (
    r"(?:days?|nights?|weekends?|weeks?|fortnights?|months?|quarters?|years?|decades?"
    r"|century|centuries|hours?|minutes?)"
)
COUNT: Final = (
    rf"(?:[0-9]{{1,4}}|{numerals.WORDS}|an?\s+few|an?\s+couple\s+of|an?|few|several|many)"
)
DASH: Final = "[-\u2013\u2014]"

A_YEAR: Final = "0000"
"""Stands for any four digits in `words_of`."""
MONTH_WORDS: Final = frozenset(name.lower() for name in MONTHS)
WEEKDAY_WORDS: Final = frozenset(name.lower() for name in WEEKDAYS)
SEASON_WORDS: Final = frozenset(SEASONS)
UNIT_WORDS: Final = word_set(
    "day night weekend week fortnight month quarter year decade century hour minute days nights "
    "weekends weeks fortnights months quarters years decades centuries hours minutes"
)
_WORD = re.compile(r"[a-z]+|[0-9]{4}")


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text in lower case: rules that need others are passed over."""
    words = {A_YEAR if word[0].isdigit() else word for word in _WORD.findall(text.lower())}
    return frozenset(words)


def singular(unit: str) -> str:
    """Return a unit of time of the form of `UNITS` in the singular."""
    unit = unit.lower()
    return "century" if unit == "centuries" else unit.removesuffix("s")


def count(words: str) -> int | None:
    """Return what words of the form of `COUNT` count; None for “several” and its like."""
    if words.isdigit():
        return int(words)
    words = " ".join(words.lower().split())
    if words in {"a", "an"}:
        return 1
    try:
        return numerals.in_words(words)
    except KeyError:
        return None


_STEPS = {"this": 0, "current": 0, "last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1,
         "following": 1, "upcoming": 1}  # fmt: skip


def step(words: str) -> int:
    """Return -1 for “last”, 0 for “this”, 1 for “next”, and their like."""
    return _STEPS[words.lower().split()[-1]]
