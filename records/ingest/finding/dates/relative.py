"""Dates that count from the day of publication."""

import re
from collections.abc import Callable
from datetime import date

from records.enums import Unresolved
from records.ingest.finding.dates.periods import SEASONS, month_of, moved, period, season, weekday
from records.ingest.finding.dates.points import Meaning, Setting, rule
from records.ingest.finding.dates.tense import direction
from records.ingest.finding.dates.vocabulary import (
    COUNT,
    DAY,
    MONTH,
    MONTH_WORDS,
    MONTHS,
    SEASON,
    SEASON_WORDS,
    UNIT,
    UNIT_WORDS,
    UNITS,
    WEEKDAY,
    WEEKDAY_WORDS,
    WEEKDAYS,
    count,
    singular,
)
from records.ingest.finding.words import word_set

_STEP = {"this": 0, "current": 0, "last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1,
         "following": 1, "upcoming": 1}  # fmt: skip
_WHICH = {-1: "last", 0: "this", 1: "next"}
_DAYS = {"yesterday": -1, "last night": -1, "tomorrow": 1, "the day before yesterday": -2,
         "the day after tomorrow": 2}  # fmt: skip


def _anchored(
    read: Callable[[re.Match[str], Setting, date], Meaning],
) -> Callable[[re.Match[str], Setting], Meaning]:
    """Leave open what counts from a day that is not known."""

    def anchored(found: re.Match[str], setting: Setting) -> Meaning:
        if setting.anchor is None:
            return Unresolved.ANCHOR_UNKNOWN
        return read(found, setting, setting.anchor)

    return anchored


_DAY_WORDS = word_set("yesterday today tomorrow tonight night morning afternoon evening")
_NAME_BEFORE = re.compile(r"[\w.] \Z")


def _step(words: str) -> int:
    return _STEP[words.lower().split()[-1]]


def _day(found: re.Match[str], setting: Setting, anchor: date) -> Meaning:
    if found["day"] == "Today" and _NAME_BEFORE.search(setting.text, 0, found.start()):
        return None
    words = " ".join(found["day"].lower().split())
    return moved(anchor, "day", _DAYS.get(words, 0)).isoformat()


def _weekday(found: re.Match[str], setting: Setting, anchor: date) -> Meaning:
    number = WEEKDAYS[found["weekday"]]
    which = found["which"]
    if which:
        return weekday(anchor, number, _WHICH[_step(which)])
    ahead = direction(setting.text, found.start())[0] > 0 and anchor.weekday() != number
    return weekday(anchor, number, "next" if ahead else "")


def _unit(found: re.Match[str], _: Setting, anchor: date) -> Meaning:
    return period(anchor, singular(found["unit"]), _step(found["which"]))


def _season(found: re.Match[str], _: Setting, anchor: date) -> Meaning:
    return season(anchor, SEASONS[found["season"].lower()], _WHICH[_step(found["which"])])


def _month(found: re.Match[str], _: Setting, anchor: date) -> Meaning:
    month, step = MONTHS[found["month"]], _step(found["which"])
    year = anchor.year
    if step < 0:
        year -= month >= anchor.month
    elif step > 0:
        year += month <= anchor.month
    return month_of(year, month) + (f"-{int(found['day']):02}" if found["day"] else "")


def _stretch(found: re.Match[str], _: Setting, anchor: date) -> Meaning:
    """Read “the past six months”: an interval that ends or begins on the day."""
    number = count(found["count"] or "a")
    unit = singular(found["unit"])
    if number is None or (not found["count"] and found["unit"].lower() != unit):
        return Unresolved.AMBIGUOUS
    if _step(found["which"]) < 0:
        return f"{moved(anchor, unit, -number).isoformat()}/{anchor.isoformat()}"
    return f"{anchor.isoformat()}/{moved(anchor, unit, number).isoformat()}"


def _within(found: re.Match[str], _: Setting, anchor: date) -> Meaning:
    number = count(found["count"])
    if number is None:
        return Unresolved.AMBIGUOUS
    return f"{anchor.isoformat()}/{moved(anchor, singular(found['unit']), number).isoformat()}"


def _away(found: re.Match[str], _: Setting, anchor: date) -> Meaning:
    """Read “two years ago” as exactly as its unit is."""
    number = count(found["count"])
    if number is None:
        return Unresolved.AMBIGUOUS
    unit = singular(found["unit"])
    then = moved(anchor, unit, -number if found["way"].lower() == "ago" else number)
    if unit in {"year", "decade", "century"}:
        return period(then, "year")
    return period(then, "month") if unit in {"month", "quarter"} else then.isoformat()


def _vague(_: re.Match[str], __: Setting) -> Meaning:
    return Unresolved.AMBIGUOUS


_PLACE = (
    r"(?:(?:the\s)?(?:start|beginning|end|close|middle|rest|remainder|course)\sof\s"
    r"|(?:earlier|later|sometime|early|late)\s(?:in\s|on\s)?)?"
)
_NO_PAPER = r"(?!\s(?:Times|Telegraph|Mail|Mirror|Express|Post|Herald|Night|World))"
_NO_FEAST = "".join(
    f"(?<!{name} )" for name in ("Black", "Good", "Bloody", "Holy", "Palm", "Easter")
)
_THIS = r"(?:this|last|next|the\s(?:current|previous|coming|following))"
RELATIVE = (
    rule(
        "near_day",
        0.97,
        _DAY_WORDS,
        r"(?<![-\w])(?i:(?:earlier\s|later\s)?"
        r"(?P<day>the\sday\s(?:before\syesterday|after\stomorrow)|yesterday|today|tomorrow|tonight"
        r"|last\snight|this\s(?:morning|afternoon|evening)))\b(?!['\u2019]s\s[A-Z])",
        _anchored(_day),
    ),
    rule(
        "weekday",
        0.95,
        WEEKDAY_WORDS,
        rf"{_NO_FEAST}(?i:\b(?P<which>this(?:\spast|\scoming)?|last|next)\s)?"
        rf"\b(?P<weekday>{WEEKDAY}){_NO_PAPER}",
        _anchored(_weekday),
    ),
    rule(
        "near_unit",
        0.93,
        UNIT_WORDS,
        rf"(?i:\b{_PLACE}(?P<which>{_THIS})\s(?P<unit>{UNIT})\b)(?!\s(?:of|or|and)\b|-)",
        _anchored(_unit),
    ),
    rule(
        "near_unit",
        0.93,
        UNIT_WORDS,
        r"(?i:\b(?:the\s)?(?:end|start|beginning|close|middle|course|rest|remainder)\sof\s"
        r"(?P<which>the)\s"
        r"(?P<unit>year|month|week|decade|century|quarter)\b)",
        _anchored(lambda found, _, anchor: period(anchor, found["unit"].lower())),
    ),
    rule(
        "near_unit",
        0.93,
        UNIT_WORDS,
        r"(?i:\b(?P<unit>year|month|week)['\u2019]?s?[-\s]end\b)",
        _anchored(lambda found, _, anchor: period(anchor, found["unit"].lower())),
    ),
    rule(
        "near_season",
        0.93,
        SEASON_WORDS,
        rf"(?i:\b{_PLACE}(?P<which>{_THIS})\s(?P<season>{SEASON})\b)",
        _anchored(_season),
    ),
    rule(
        "near_month",
        0.95,
        MONTH_WORDS,
        rf"\b(?i:{_PLACE}(?P<which>{_THIS})\s)(?P<month>{MONTH})(?:\s(?P<day>{DAY}))?",
        _anchored(_month),
    ),
    rule(
        "stretch",
        0.93,
        UNIT_WORDS,
        r"(?i:\b(?:(?:over|in|during|within|for|across|throughout)\s)?(?:the|these)\s"
        r"(?P<which>past|last|previous|next|coming|following|upcoming)\s"
        rf"(?:(?P<count>{COUNT})\s)?(?P<unit>{UNITS})\b)",
        _anchored(_stretch),
    ),
    rule(
        "within",
        0.85,
        UNIT_WORDS,
        rf"(?i:\bwithin\s(?P<count>{COUNT})[\s-](?P<unit>{UNITS})\b)(?!\s(?:of|after)\b)",
        _anchored(_within),
    ),
    rule(
        "away",
        0.93,
        UNIT_WORDS,
        rf"(?i:\b(?P<count>{COUNT})\s(?P<unit>{UNITS})\s(?P<way>ago|from\snow)\b)",
        _anchored(_away),
    ),
    rule(
        "away",
        0.85,
        UNIT_WORDS,
        rf"(?i:\bin\s(?P<count>{COUNT})\s(?P<unit>{UNITS})['\u2019]?\s(?P<way>time)\b)",
        _anchored(_away),
    ),
    rule(
        "vague",
        0.85,
        UNIT_WORDS,
        r"(?i:\b(?:in|over|during|within|for)\s(?:(?:the|these)\s)?"
        r"(?:recent|coming|upcoming|past|next)\s(?:few\s|couple\sof\s)?(?:days|weeks|months|years|decades|hours)\b)",
        _vague,
    ),
    rule("vague", 0.85, UNIT_WORDS, r"(?i:\bwithin\s(?:days|weeks|months|years|hours)\b)", _vague),
    rule(
        "event",
        0.8,
        frozenset(("since",)),
        r"\b[Ss]ince\s(?:(?:the\s|its\s|their\s)?(?:very\s)?(?:start|beginning|outbreak|end|fall"
        r"|collapse|onset|launch|outset)\sof\s)?(?:the\s|its\s|their\s)"
        r"(?:[a-z-]+\s|[A-Z][\w-]+(?:'s|\u2019s)?\s){0,4}?"
        r"(?:[Ww]ar|invasion|conflict|attacks?|coup|[Rr]evolution|annexation|ceasefire|offensive"
        r"|uprising|crisis|pandemic|hostilities|fighting)\b(?:\sI{1,2}\b)?",
        lambda _, __: Unresolved.NOT_STATED,
    ),
)
