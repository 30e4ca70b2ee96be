"""Figures over time: what is drawn, and how one point and one line of them look."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from records.pictures.scales import Days, Scale
from records.pictures.shapes import DASHES, Element, cross, group, line, marker, path, titled

MARKED = 60
"""Points of one plot up to which each has a mark of its own; more are drawn as lines alone."""

_RADIUS = 3.8
_THICK, _THIN = 1.6, 0.8
_CAP = 3.0
_ARROW = 14.0
_LONG = 9.0
"""Length from which a period is drawn as a bar."""


@dataclass(frozen=True, slots=True)
class Point:
    """A figure: the days it is for, its interval, and the value as reported if there is one.

    A bound that is None is not known. `awaited` is what is planned, targeted or forecast, and
    `replaced` what another figure stands for now.
    """

    first: date | None
    last: date | None
    low: Decimal | None
    high: Decimal | None
    value: Decimal | None
    words: str
    awaited: bool = False
    replaced: bool = False

    @property
    def days(self) -> tuple[date, date] | None:
        """The days it is drawn at; None without any."""
        known = [day for day in (self.first, self.last) if day is not None]
        return (known[0], known[-1]) if known else None

    @property
    def shown(self) -> Decimal | None:
        """The number that its mark stands at: as reported, else the middle, else the one bound."""
        if self.value is not None:
            return self.value
        bounds = [bound for bound in (self.low, self.high) if bound is not None]
        return sum(bounds, Decimal()) / len(bounds) if bounds else None

    @property
    def numbers(self) -> list[Decimal]:
        """The numbers that an axis has to reach."""
        return [each for each in (self.low, self.high, self.shown) if each is not None]


@dataclass(frozen=True, slots=True)
class Line:
    """Points that may be compared, in the order of their days."""

    name: str
    unit: str
    points: Sequence[Point]


@dataclass(frozen=True, slots=True)
class Frame:
    """Where days and numbers are drawn."""

    days: Days
    scale: Scale

    def x(self, point: Point) -> float:
        """Return the middle of the days of a point."""
        first, last = point.days or (self.days.first, self.days.first)
        return (self.days.at(first) + self.days.after(last)) / 2

    def y(self, point: Point) -> float:
        """Return the height of the mark of a point."""
        return self.scale.at(point.shown or Decimal())


def drawn_line(number: int, points: Sequence[Point], frame: Frame) -> list[Element]:
    """Draw a line by its number: what holds is joined, each point with a mark if there is room."""
    standing = [point for point in points if not point.replaced]
    found = []
    if len(standing) > 1:
        found.append(
            path(
                _outline([(frame.x(point), frame.y(point)) for point in standing]),
                stroke_width=_THIN if standing[0].awaited else _THICK,
                stroke_dasharray=DASHES[number % len(DASHES)],
            )
        )
    return found + [_point(number, point, frame) for point in marked(points)]


def marked(points: Sequence[Point]) -> Sequence[Point]:
    """Choose the points of a line that have a mark: all, or some of what is replaced."""
    if len(points) <= MARKED:
        return points
    return [point for point in points if point.replaced][:MARKED]


def _outline(places: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Keep the first, last, lowest and highest of all places in each unit of width.

    The line looks as it would with all of them, and cannot grow with their number.
    """
    if len(places) <= MARKED:
        return list(places)
    columns: dict[int, list[tuple[float, float]]] = {}
    for each in places:
        columns.setdefault(int(each[0]), []).append(each)
    return [kept for column in columns.values() for kept in _extremes(column)]


def _extremes(column: list[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    heights = [y for _, y in column]
    wanted = {0, len(column) - 1, heights.index(min(heights)), heights.index(max(heights))}
    yield from (column[at] for at in sorted(wanted))


def _point(number: int, point: Point, frame: Frame) -> Element:
    x, y = frame.x(point), frame.y(point)
    dash = "2 2" if point.awaited else None
    parts = [*_period(point, y, frame, dash), *_interval(point, x, frame, dash)]
    parts.append(
        cross(x, y, _RADIUS)
        if point.replaced
        else marker(number, x, y, radius=_RADIUS, hollow=point.awaited)
    )
    return titled(group(parts), point.words)


def _period(point: Point, y: float, frame: Frame, dash: str | None) -> Iterator[Element]:
    """Draw a long period from its first day to the end of its last, with an arrow if it is open."""
    first, last = point.days or (frame.days.first, frame.days.first)
    start, end = frame.days.at(first), frame.days.after(last)
    if end - start >= _LONG:
        yield line(start, y, end, y, stroke_dasharray=dash)
        yield from (line(x, y - 2, x, y + 2) for x in (start, end))
    if point.first is None:
        yield from _arrow((start, y), (max(start - _ARROW, frame.days.start), y))
    if point.last is None:
        yield from _arrow((end, y), (min(end + _ARROW, frame.days.end), y))


def _interval(point: Point, x: float, frame: Frame, dash: str | None) -> Iterator[Element]:
    """Draw an interval with a cap at each bound, and with an arrow where it has none."""
    shown = frame.y(point)
    for bound, away in ((point.low, _ARROW), (point.high, -_ARROW)):
        if bound is None:
            yield from _arrow((x, shown), (x, shown + away))
        elif frame.scale.at(bound) != shown:
            y = frame.scale.at(bound)
            yield line(x, shown, x, y, stroke_dasharray=dash)
            yield line(x - _CAP, y, x + _CAP, y)


def _arrow(start: tuple[float, float], end: tuple[float, float]) -> Iterator[Element]:
    (x1, y1), (x2, y2) = start, end
    yield line(x1, y1, x2, y2)
    dx, dy = (x2 > x1) - (x2 < x1), (y2 > y1) - (y2 < y1)
    corners = [(x2 - 4 * dx - 3 * dy, y2 - 4 * dy - 3 * dx), (x2, y2),
               (x2 - 4 * dx + 3 * dy, y2 - 4 * dy + 3 * dx)]  # fmt: skip
    yield path(corners)
