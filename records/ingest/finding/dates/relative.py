"""Dates that count from the day of publication."""

import re
from datetime import date

from records.enums import Unresolved
from records.ingest.finding.dates.periods import (
    FIRST_MONTH,
    SEASONS,
    month_of,
    moved,
    period,
    season,
    weekday,
    year_of,
)
from records.ingest.finding.dates.points import Meaning, Setting, anchored, rule
from records.ingest.finding.dates.tense import direction, year_without
from records.ingest.finding.dates.vocabulary import (
    DAY,
    MONTH,
    MONTH_WORDS,
    MONTHS,
    SEASON,
    SEASON_WORDS,
    UNIT,
    UNIT_WORDS,
    WEEKDAY,
    WEEKDAY_WORDS,
    WEEKDAYS,
    singular,
    step,
)
from records.ingest.finding.words import word_set

_WHICH = {-1: "last", 0: "this", 1: "next"}
_DAYS = {"yesterday": -1, "last night": -1, "tomorrow": 1, "the day before yesterday": -2,
         "the day after tomorrow": 2}  # fmt: skip


_DAY_WORDS = word_set("yesterday today tomorrow tonight night morning afternoon evening")
_NAME_BEFORE = re.compile(r"[\w.] \Z")


def _day(found: re.Match[str], setting: Setting, anchor: date) -> Meaning:
    if found["day"] == "Today" and _NAME_BEFORE.search(setting.text, 0, found.start()):
        return None
    words = " ".join(found["day"].lower().split())
    return moved(anchor, "day", _DAYS.get(words, 0)).isoformat()


def _weekday(found: re.Match[str], setting: Setting, anchor: date) -> Meaning:
    number = WEEKDAYS[found["weekday"]]
    which = found["which"]
    if which:
        return weekday(anchor, number, _WHICH[step(which)])
    ahead = direction(setting.text, found.start())[0] > 0 and anchor.weekday() != number
    return weekday(anchor, number, "next" if ahead else "")


def _unit(found: re.Match[str], _: Setting, anchor: date) -> Meaning:
    return period(anchor, singular(found["unit"]), step(found["which"]))


def _weekend(_: re.Match[str], __: Setting, anchor: date) -> Meaning:
    return period(anchor, "weekend", 0 if anchor.weekday() >= _SATURDAY else -1)


_SATURDAY = 5
_BEFORE_SEASON = re.compile(
    r"(?i)\b(?:in|by|until|since|before|during|from|through)\s(?:the\s|early\s|mid-|late\s)?$"
)


def _lone_season(found: re.Match[str], setting: Setting) -> Meaning:
    """Read “by summer”: the one that the tense asks for, else the nearest."""
    before = setting.text[max(0, found.start() - 16) : found.start()]
    if not _BEFORE_SEASON.search(before):
        return None
    if setting.anchor is None:
        return Unresolved.ANCHOR_UNKNOWN
    code = SEASONS[found["season"]]
    year = year_without(FIRST_MONTH[code], 0, setting.anchor, setting.text, found)
    return f"{year_of(year)}-{code}"


def _season(found: re.Match[str], _: Setting, anchor: date) -> Meaning:
    return season(anchor, SEASONS[found["season"].lower()], _WHICH[step(found["which"])])


def _month(found: re.Match[str], _: Setting, anchor: date) -> Meaning:
    month, way = MONTHS[found["month"]], step(found["which"])
    year = anchor.year
    if way < 0:
        year -= month >= anchor.month
    elif way > 0:
        year += month <= anchor.month
    return month_of(year, month) + (f"-{int(found['day']):02}" if found["day"] else "")


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
        anchored(_day),
    ),
    rule(
        "weekday",
        0.95,
        WEEKDAY_WORDS,
        rf"{_NO_FEAST}(?i:\b(?P<which>this(?:\spast|\scoming)?|last|next)\s)?"
        rf"\b(?P<weekday>{WEEKDAY}){_NO_PAPER}",
        anchored(_weekday),
    ),
    rule(
        "near_unit",
        0.93,
        UNIT_WORDS,
        rf"(?i:\b{_PLACE}(?P<which>{_THIS})\s(?P<unit>{UNIT})\b)(?!\s(?:of|or\sso)\b|-)",
        anchored(_unit),
    ),
    rule(
        "near_unit",
        0.93,
        UNIT_WORDS,
        r"(?i:\b(?:the\s)?(?:end|start|beginning|close|middle|course|rest|remainder)\sof\s"
        r"(?P<which>the)\s"
        r"(?P<unit>year|month|week|decade|century|quarter)\b)",
        anchored(lambda found, _, anchor: period(anchor, found["unit"].lower())),
    ),
    rule(
        "near_unit",
        0.93,
        UNIT_WORDS,
        r"(?i:\b(?P<unit>year|month|week)['\u2019]?s?[-\s]end\b)",
        anchored(lambda found, _, anchor: period(anchor, found["unit"].lower())),
    ),
    rule(
        "near_season",
        0.93,
        SEASON_WORDS,
        rf"(?i:\b{_PLACE}(?P<which>{_THIS})\s(?P<season>{SEASON})\b)",
        anchored(_season),
    ),
    rule(
        "near_season",
        0.85,
        SEASON_WORDS,
        r"\b(?P<season>spring|summer|autumn|winter)\b(?!\sof\b|-)",
        _lone_season,
    ),
    rule(
        "near_unit",
        0.9,
        UNIT_WORDS,
        r"(?i:\b(?:over|at|during|on)\sthe\sweekend\b)",
        anchored(_weekend),
    ),
    rule(
        "near_month",
        0.95,
        MONTH_WORDS,
        rf"\b(?i:{_PLACE}(?P<which>{_THIS})\s)(?P<month>{MONTH})(?:\s(?P<day>{DAY}))?",
        anchored(_month),
    ),
)
