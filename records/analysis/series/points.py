"""Points in time with the numbers that they leave possible, sorted into lines."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate
from typing import NamedTuple

from records.analysis.figures.comparing import LEVELS, Measured, Span, measured, span_of
from records.analysis.figures.replacing import Related
from records.analysis.figures.reported import Place, Reported, When
from records.analysis.figures.subjects import Subject, Subjects
from records.enums import DateBasis, PeriodGrain
from records.values.interval import Interval


@dataclass(frozen=True, slots=True)
class Point:
    """An absolute figure, when it holds, and what replaces it or which figure it repeats."""

    figure: Reported
    when: When
    interval: Interval
    replaced: Related | None
    repeats: Place | None


class LineKey(NamedTuple):
    """What the points of a line have in common.

    Amounts of a flow share the sort of period (`span`), too: those whose own period is not known
    stand on the day of their claim, in a line of their own.
    """

    subject: Subject
    measured: Measured
    basis: DateBasis | None
    span: Span | None


@dataclass(frozen=True, slots=True)
class Line:
    """Points in order of time, those of one time by claim; `count` tells all that there are."""

    key: LineKey
    points: Sequence[Point]
    count: int


def _key_of(point: Point, subjects: Subjects) -> LineKey:
    """Say which line a point belongs to; a level may mix both bases, for it holds at a time."""
    what = measured(point.figure)
    basis = None if what.metric in LEVELS else point.when.basis
    span = span_of(point.figure)
    return LineKey(subjects.of(point.figure.claim), what, basis, span)


def lines_of(points: Iterable[Point], subjects: Subjects) -> list[Line]:
    """Sort points into lines: the longest line first, then the one with the lowest claim.

    A point that would stand alone goes to the line of periods that grow from its first day, if
    there is one: the first seven days of a count are no week.
    """
    found: dict[LineKey, list[Point]] = {}
    for each in points:
        found.setdefault(_key_of(each, subjects), []).append(each)
    for key in [key for key, alone in found.items() if key.span and len(alone) == 1]:
        growing = key._replace(span=Span(PeriodGrain.SINCE, found[key][0].when.earliest))
        if growing != key and growing in found:
            found[growing] += found.pop(key)
    lines = [Line(key, sorted(each, key=_in_time), len(each)) for key, each in found.items()]
    return sorted(lines, key=lambda line: (-len(line.points), min(_places(line))))


def cut(lines: Sequence[Line], most: int) -> list[Line]:
    """Keep whole lines in their order, as long as they have so many points together.

    Of a first line that has more alone, its first points are kept.
    """
    together = accumulate(line.count for line in lines)
    whole = [line for line, count in zip(lines, together, strict=True) if count <= most]
    return whole or [replace(line, points=line.points[:most]) for line in lines[:1]]


def _in_time(point: Point) -> tuple[date, date, Place]:
    earliest, latest = point.when.earliest, point.when.latest
    return earliest or date.min, latest or date.max, point.figure.place


def _places(line: Line) -> list[Place]:
    return [point.figure.place for point in line.points]
