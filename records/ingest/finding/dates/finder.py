"""Finds dates and resolves them against the day of publication."""

import re
from collections.abc import Iterable
from datetime import date

from records.enums import Unresolved
from records.ingest.finding.dates.absolute import ABSOLUTE
from records.ingest.finding.dates.joining import join, share_years, valid
from records.ingest.finding.dates.points import Point, Rule, Setting
from records.ingest.finding.dates.relative import RELATIVE
from records.ingest.finding.dates.spans import SPANS
from records.ingest.finding.dates.stretches import STRETCHES
from records.ingest.finding.dates.vocabulary import MONTHS, words_of
from records.ingest.finding.dates.years import YEARS
from records.ingest.findings import DateFinding
from records.ingest.sentence import Sentence

_RULES: tuple[Rule, ...] = (*ABSOLUTE, *SPANS, *RELATIVE, *STRETCHES, *YEARS)
_CONFIDENCE = {rule.name: rule.confidence for rule in _RULES} | {"dates.interval": 0.9}


def find_dates(sentence: Sentence) -> tuple[DateFinding, ...]:
    """Find all expressions of when something happened or will happen, in order.

    Relative ones are resolved where the day of publication is known; a part of a year that has
    no agreed bounds (“early 2024”) is the year.
    """
    setting = Setting(sentence.text, _day(sentence.date))
    points = _merged(_longest(_points(setting)), setting)
    return tuple(
        DateFinding(
            start=point.start,
            end=point.end,
            rule=point.rule,
            confidence=_CONFIDENCE[point.rule],
            edtf="" if point.unresolved else point.edtf,
            unresolved=point.unresolved,
        )
        for point in join(share_years(points, setting), setting)
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _points(setting: Setting) -> Iterable[Point]:
    words = words_of(setting.text)
    for rule in _RULES:
        if words.isdisjoint(rule.needs):
            continue
        for found in rule.form.finditer(setting.text):
            try:
                meaning = rule.read(found, setting)
            except (ValueError, OverflowError):
                meaning = Unresolved.AMBIGUOUS
            if meaning is None:
                continue
            unresolved = meaning if isinstance(meaning, Unresolved) else None
            edtf = "" if unresolved else str(meaning)
            if edtf and not valid(edtf):
                edtf, unresolved = "", Unresolved.AMBIGUOUS
            ranged = bool(found.groupdict().get("last"))
            yield Point(
                found.start(), found.end(), rule.name, edtf, unresolved, _yearless(found), ranged
            )


def _yearless(found: re.Match[str]) -> tuple[int, int] | None:
    named = found.groupdict()
    month = named.get("month")
    if not month or named.get("which") or named.get("last"):
        return None
    if named.get("year") or named.get("relative") or named.get("iso"):
        return None
    day = re.sub(r"\D", "", named.get("day") or "")
    return MONTHS[month.rstrip(".")], int(day or 0)


def _longest(points: Iterable[Point]) -> list[Point]:
    """Keep the longest of those that overlap, and the first of equals."""
    kept: list[Point] = []
    for point in sorted(points, key=lambda point: point.start - point.end):
        if all(point.end <= other.start or other.end <= point.start for other in kept):
            kept.append(point)
    return sorted(kept, key=lambda point: point.start)


_WEEKDAY_AND_DAY = re.compile(r",?\s\(?(?:the\s)?")


def _merged(points: list[Point], setting: Setting) -> list[Point]:
    """Make one of a weekday and the day that stands beside it: “Monday, 5 May”."""
    merged: list[Point] = []
    for point in points:
        last = merged[-1] if merged else None
        if (
            last
            and {last.rule, point.rule} == {"dates.weekday", "dates.day"}
            and _WEEKDAY_AND_DAY.fullmatch(setting.text, last.end, point.start)
        ):
            day = point if point.rule == "dates.day" else last
            merged[-1] = Point(last.start, point.end, day.rule, day.edtf, day.unresolved)
        else:
            merged.append(point)
    return merged
