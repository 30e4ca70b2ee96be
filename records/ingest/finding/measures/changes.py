"""Figures that compare: multiples, changes in percent, differences and ranks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from records.enums import MeasureMode, Qualifier
from records.ingest.finding import numerals
from records.ingest.finding.measures.qualifiers import before
from records.ingest.finding.words import listed

_MULTIPLES: Final = {"doubl": 2, "tripl": 3, "trebl": 3, "quadrupl": 4, "quintupl": 5}
_OBJECT = (
    r"(?=\s(?:the|its|their|his|her|our|in|by|from|that|what|production|output|exports?|imports?"
    r"|spending|aid|capacity|defen[cs]e|military)\b)"
)
_NUMBER = rf"(?P<number>[0-9]{{1,6}}(?:\.[0-9]{{1,3}})?|{numerals.STEMS})"
_HIGHER = (
    r"more|higher|larger|greater|bigger|faster|longer|as\s(?:many|much|high|large|big|fast|long)"
    r"|the|its|that|what|above"
)
_LOWER = r"fewer|less|lower|smaller|shorter|slower|below"
_RATIO = re.compile(
    rf"(?i)\b(?:{_NUMBER}[-\s]?fold\b"
    r"|(?P<multiple>doubl|tripl|trebl|quadrupl|quintupl)(?:es|ed|ing)\b(?!\s(?:down|as)\b|-)"
    rf"|(?P<bare>doubl|tripl|trebl|quadrupl|quintupl)e\b{_OBJECT}"
    rf"|(?<=to\s)(?P<after_to>doubl|tripl|quadrupl)e\b(?!-)"
    rf"|{_NUMBER.replace('number', 'times')}\stimes\s(?:(?P<up>{_HIGHER})|(?P<down>{_LOWER}))\b"
    rf"|(?P<twice>twice|thrice)\s(?:{_HIGHER})\b"
    r"|(?P<half>halv(?:e|es|ed|ing)\b|cut(?:s|ting)?\sin\shalf|by\shalf\b))"
)
_RISE: Final = (
    r"(?:ris(?:e|es|ing|en)|rose|increas\w*|gr[eo]w\w*|growth|up|jump\w*|surg\w+|soar\w*|climb\w*"
    r"|gain\w*|boost\w*|rais\w+|expan\w+|higher|hik\w+|more|add\w*|strengthen\w*|bigger|larger"
    r"|greater|upped|accelerat\w+)"
)
_FALL: Final = (
    r"(?:f[ae]ll\w*|drop\w*|declin\w+|decreas\w+|down|cut\w*|reduc\w+|slash\w*|lower\w*|plung\w+"
    r"|shr[aiu]nk\w*|los(?:e|es|ing|s|t|ses)|less|fewer|smaller|drawdown|withdraw\w*|slump\w*|trim\w*"
    r"|downsiz\w+|shorten\w*)"
)
_FILLERS = (
    r"an?|some|about|over|nearly|almost|around|roughly|approximately|another|further|additional"
    r"|estimated|more|less|than|up|to|at\sleast|only|just"
)
_DIRECT = re.compile(
    rf"(?i)\b(?:(?P<increase>{_RISE})|(?P<decrease>{_FALL}))"
    rf"(?:\s(?:by|of|a\srecord|{_FILLERS})(?=\s|$))*\s?$"
)
_BY = re.compile(rf"(?i)\bby\s(?:(?:{_FILLERS})\s)*$")
_BY_OR_OF = re.compile(
    r"(?i)\b(?:by|(?:increase|rise|reduction|cut|decrease|drop|decline|growth|fall)\sof)\s"
    rf"(?:(?:{_FILLERS})\s)*$"
)
_THAN = re.compile(r"\s(?:(?P<more>more)|fewer|less)\b[^.;,]{0,40}?\sthan\b")
_VERB = re.compile(rf"(?i)\b(?:(?P<increase>{_RISE})|(?P<decrease>{_FALL}))\b")
_NOUN_AFTER = re.compile(
    r"(?i)[\s-](?:(?:annual|overall|further|additional|budget|price|pay|real|year-on-year"
    r"|production|spending)\s){0,2}"
    r"(?:(?P<increase>increase|rise|growth|jump|surge|hike|boost|raise|more|higher|larger|greater"
    r"|bigger|gain|expansion|up)"
    r"|decrease|drop|decline|fall|cut|reduction|less|fewer|lower|smaller|loss|slump|down)\b"
)
_ORDINALS = listed("second third fourth fifth sixth seventh eighth ninth tenth")
_PLACES: Final = {word: place for place, word in enumerate(_ORDINALS, 2)}
_RANK = re.compile(
    rf"(?i)\b(?:(?P<nth>{'|'.join(_PLACES)})|(?P<digits>[0-9]{{1,3}})(?:st|nd|rd|th))[-\s]"
    r"(?:largest|biggest|highest|most|greatest|strongest|busiest|richest|longest|smallest|lowest"
    r"|best|worst)\b"
)
_ANY = re.compile(
    r"(?i)fold\b|doubl|tripl|trebl|quadrupl|quintupl|\btimes\b|twice|thrice|\bhal[fv]"
    r"|[dhrt][\s-](?:largest|biggest|most|[a-z]{3,7}est|best|worst)\b"
)
"""Some of this stands in every text with a multiple or a rank."""
_WINDOW = 80


@dataclass(frozen=True, slots=True)
class Compared:
    """A multiple or a rank, with where it stands."""

    start: int
    end: int
    mode: MeasureMode
    qualifier: Qualifier
    value: Decimal
    direction: str = ""


def compared(text: str) -> Iterator[Compared]:
    """Find multiples and ranks."""
    if not _ANY.search(text):
        return
    for found in _RATIO.finditer(text):
        value = _multiple(found)
        if value:
            qualifier, start = before(text, found.start())
            down = found["down"] or found["half"] or _falls(text, found.start())
            direction = "decrease" if down else "increase"
            yield Compared(start, found.end(), MeasureMode.RATIO, qualifier, value, direction)
    for found in _RANK.finditer(text):
        place = int(found["digits"] or _PLACES[found["nth"].lower()])
        if place:
            yield Compared(
                found.start(), found.end(), MeasureMode.RANK, Qualifier.EXACT, Decimal(place)
            )


def _falls(text: str, start: int) -> bool:
    return changed_before(text, start) == "decrease"


def _multiple(found: re.Match[str]) -> Decimal:
    if found["half"]:
        return Decimal("0.5")
    if found["twice"]:
        return Decimal(2 if found["twice"].lower() == "twice" else 3)
    stem = found["multiple"] or found["bare"] or found["after_to"]
    if stem:
        return Decimal(_MULTIPLES[stem.lower()])
    number = found["number"] or found["times"]
    return Decimal(number) if number[0].isdigit() else Decimal(numerals.in_words(number))


def change(text: str, start: int, end: int) -> str:
    """Return `increase` or `decrease` for a figure by which something changed, else nothing."""
    after = _NOUN_AFTER.match(text, end)
    if after:
        return "increase" if after["increase"] else "decrease"
    window = text[max(0, start - _WINDOW) : start]
    if not _WORD.search(window) or not _VERB.search(window):
        return ""
    direct = _DIRECT.search(window)
    if direct and not _TO.search(direct[0]):
        return "increase" if direct["increase"] else "decrease"
    return changed_before(text, start) if _BY.search(window) else ""


def difference(text: str, start: int, end: int) -> str:
    """Return the direction of an amount “by” which something changed, or more “than” before."""
    than = _THAN.match(text, end)
    if than:
        return "increase" if than["more"] else "decrease"
    named = _BY_OR_OF.search(text[max(0, start - _WINDOW) : start])
    return change(text, start, end) if named else ""


def changed_before(text: str, start: int) -> str:
    """Return the direction of the last word of change in the clause before a place."""
    verb = _last(_VERB, text, start)
    return ("increase" if verb["increase"] else "decrease") if verb else ""


_WORD = re.compile(r"[A-Za-z]{2}")
_TO = re.compile(r"(?i)\sto\s(?:\w+\s)*$")


def _last(form: re.Pattern[str], text: str, end: int) -> re.Match[str] | None:
    """Return the last match in the clause before a place."""
    found = None
    for match in form.finditer(text, max(0, end - _WINDOW), end):
        found = match
    return found if found and not re.search(r"[.;]\s", text[found.end() : end]) else None
