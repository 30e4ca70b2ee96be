"""Time told by its length from the day of publication, or not told by a day at all."""

import re
from datetime import date

from records.enums import Unresolved
from records.ingest.finding.dates.periods import moved, period
from records.ingest.finding.dates.points import Meaning, Setting, anchored, rule
from records.ingest.finding.dates.vocabulary import COUNT, UNIT_WORDS, UNITS, count, singular, step


def _stretch(found: re.Match[str], _: Setting, anchor: date) -> Meaning:
    """Read “the past six months”: an interval that ends or begins on the day."""
    number = count(found["count"] or "a")
    unit = singular(found["unit"])
    if number is None or (not found["count"] and found["unit"].lower() != unit):
        return Unresolved.AMBIGUOUS
    if step(found["which"]) < 0:
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


STRETCHES = (
    rule(
        "stretch",
        0.93,
        UNIT_WORDS,
        r"(?i:\b(?:(?:over|in|during|within|for|across|throughout)\s)?(?:the|these)\s"
        r"(?P<which>past|last|previous|next|coming|following|upcoming)\s"
        rf"(?:(?P<count>{COUNT})\s)?(?P<unit>{UNITS})\b)",
        anchored(_stretch),
    ),
    rule(
        "within",
        0.85,
        UNIT_WORDS,
        rf"(?i:\bwithin\s(?P<count>{COUNT})[\s-](?P<unit>{UNITS})\b)(?!\s(?:of|after)\b)",
        anchored(_within),
    ),
    rule(
        "away",
        0.93,
        UNIT_WORDS,
        rf"(?i:\b(?P<count>{COUNT})\s(?P<unit>{UNITS})\s(?P<way>ago|from\snow)\b)",
        anchored(_away),
    ),
    rule(
        "away",
        0.85,
        UNIT_WORDS,
        rf"(?i:\bin\s(?P<count>{COUNT})\s(?P<unit>{UNITS})['\u2019]?\s(?P<way>time)\b)",
        anchored(_away),
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
