"""One date in the text, before it is joined with others."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from records.enums import Unresolved


@dataclass(frozen=True, slots=True)
class Point:
    """Characters `start` to `end`, and the EDTF that they mean or why there is none.

    `yearless` is the month and the day (0 for none) that were named without a year.
    """

    start: int
    end: int
    rule: str
    edtf: str
    unresolved: Unresolved | None = None
    yearless: tuple[int, int] | None = None
    ranged: bool = False
    """The words name both ends: “7 to 11 May”."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The text in which dates are read and the day from which relative ones count."""

    text: str
    anchor: date | None


Meaning = str | Unresolved | None
"""EDTF, or why there is none; None when the words are no date after all."""


Read = Callable[[re.Match[str], Setting], Meaning]


@dataclass(frozen=True, slots=True)
class Rule:
    """A form of words, and what it means in its setting.

    `needs` are words of which one stands wherever the form does, and `confidence` is the share of
    right readings.
    """

    name: str
    confidence: float
    needs: frozenset[str]
    form: re.Pattern[str]
    read: Read


def rule(name: str, confidence: float, needs: frozenset[str], form: str, read: Read) -> Rule:
    """Make a rule of a regular expression."""
    return Rule(f"dates.{name}", confidence, needs, re.compile(form), read)


def anchored(read: Callable[[re.Match[str], Setting, date], Meaning]) -> Read:
    """Leave open what counts from a day that is not known."""

    def read_from_day(found: re.Match[str], setting: Setting) -> Meaning:
        if setting.anchor is None:
            return Unresolved.ANCHOR_UNKNOWN
        return read(found, setting, setting.anchor)

    return read_from_day
