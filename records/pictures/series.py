"""Figures over time, one plot below the other for each unit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from records.pictures.numbers import counted, power_of, written
from records.pictures.picture import WIDTH, Picture, said
from records.pictures.plot import MARKED, Frame, Line, Point, drawn_line, marked
from records.pictures.scales import Days, Scale, calendar, from_zero, ticks
from records.pictures.shapes import (
    BOLD,
    DASHES,
    FAINT,
    SMALL,
    SOFT,
    TEXT,
    Element,
    line,
    marker,
    marks,
    path,
    text,
    titled,
)  # fmt: skip
from records.pictures.text import clean, shortened, width, wrapped

PLOTS = 4
LINES = 8
"""Plots of a drawing and lines of a plot that can be told apart."""

_HIGH = 190.0
_LEFT = 46.0
"""Least room for the numbers of an axis."""

_RIGHT = 18.0
_ABOVE = 30.0
_BELOW = 26.0
_ROW = 17.0
_TOLD = 30
"""Points that the description tells one by one."""


@dataclass(frozen=True, slots=True)
class _Plot:
    unit: str
    lines: list[Line]

    @property
    def shown(self) -> list[Line]:
        return self.lines[:LINES]


@dataclass(frozen=True, slots=True)
class _Axis:
    """The numbers beside a plot, as multiples of a power of ten that has a name."""

    rungs: list[Decimal]
    labels: list[str]
    power: str


def series(title: str, lines: Sequence[Line], *, notes: Sequence[str] = ()) -> Picture:
    """Draw lines over one calendar; those of another unit have a plot of their own."""
    drawable = [replace(each, points=[point for point in each.points if _has_place(point)])
                for each in lines]  # fmt: skip
    drawable = [each for each in drawable if each.points]
    notes = [*_without_place(lines, drawable), *notes]
    if not drawable:
        return said(title, "No figure with a date and a number is among these.", notes)
    plots = _plots(drawable)
    axes = [_axis(plot) for plot in plots[:PLOTS]]
    days = _days([point for each in drawable for point in each.points], _room(axes))
    elements: list[Element] = []
    top = 0.0
    for plot, axis in zip(plots, axes, strict=False):
        drawn, high = _plot(plot, axis, days, top)
        elements += drawn
        top += high
    notes = [*_meaning(drawable), *_left_out(plots), *notes]
    return Picture(title, _words(title, drawable), top, elements, notes)


def _has_place(point: Point) -> bool:
    return point.days is not None and point.shown is not None


def _plots(lines: Iterable[Line]) -> list[_Plot]:
    """Gather lines by unit, the fullest first."""
    found: dict[str, _Plot] = {}
    for each in lines:
        found.setdefault(each.unit, _Plot(each.unit, [])).lines.append(each)
    for plot in found.values():
        plot.lines.sort(key=lambda each: -len(each.points))
    return sorted(found.values(), key=lambda plot: -sum(len(each.points) for each in plot.lines))


def _axis(plot: _Plot) -> _Axis:
    rungs = _rungs([point for one in plot.shown for point in one.points])
    power, name = power_of(rungs)
    return _Axis(rungs, [written(rung / power) for rung in rungs], name)


def _room(axes: Iterable[_Axis]) -> float:
    """Find where all plots begin, so that no number is cut."""
    return max(_LEFT, *(width(label, SMALL) + 8 for axis in axes for label in axis.labels))


def _days(points: Iterable[Point], start: float) -> Days:
    both = [day for point in points for day in point.days or ()]
    return Days(min(both), max(both), start, WIDTH - _RIGHT)


def _plot(plot: _Plot, axis: _Axis, days: Days, top: float) -> tuple[list[Element], float]:
    """Draw the axes, the lines and their names, and return how high all is."""
    lines = plot.shown
    head, foot = top + _ABOVE, top + _ABOVE + _HIGH
    frame = Frame(days, Scale(axis.rungs[0], axis.rungs[-1], foot, head))
    heading = ", ".join(filter(None, (plot.unit or "number", axis.power)))
    elements = [text(shortened(heading, TEXT, WIDTH), 0, top + 14, **BOLD)]
    elements += _heights(frame, axis)
    elements += _calendar(days, foot)
    if axis.rungs[0] > 0:
        elements += _break(days.start, foot)
    elements += [marks(drawn_line(at, one.points, frame)) for at, one in enumerate(lines)]
    elements += _numbers_at_ends(lines, frame)
    key, high = _key(lines, foot + _BELOW)
    return [*elements, *key], high - top + 8


def _rungs(points: Sequence[Point]) -> list[Decimal]:
    """Number the axis: from zero, unless points that differ are all far from it."""
    numbers = [each for point in points for each in point.numbers]
    differ = len({point.shown for point in points}) > 1
    low, high = min(numbers), max(numbers)
    return ticks(from_zero(low, high) if differ else min(low, Decimal()), high)


def _heights(frame: Frame, axis: _Axis) -> list[Element]:
    found = []
    left, right = frame.days.start, frame.days.end
    for rung, label in zip(axis.rungs, axis.labels, strict=True):
        y = frame.scale.at(rung)
        opacity = 0.8 if rung == 0 else FAINT
        found.append(line(left, y, right, y, stroke_opacity=opacity))
        found.append(text(label, left - 6, y + 4, size=SMALL, text_anchor="end", **SOFT))
    return found


def _calendar(days: Days, foot: float) -> list[Element]:
    found: list[Element] = [line(days.start, foot, days.end, foot, stroke_opacity=0.8)]
    for day, name in calendar(days.first, days.last):
        x = days.at(day)
        half = width(name, SMALL) / 2
        label_x = min(max(x, half), WIDTH - half)
        found.append(line(x, foot, x, foot + 5, stroke_opacity=0.8))
        found.append(text(name, label_x, foot + 18, size=SMALL, text_anchor="middle", **SOFT))
    return found


def _break(x: float, foot: float) -> list[Element]:
    """Draw the sign of an axis that does not begin at zero."""
    points = [(x, foot), (x - 4, foot - 4), (x + 4, foot - 8), (x, foot - 12)]
    return [titled(path(points), "The axis does not begin at zero.")]


def _numbers_at_ends(lines: Sequence[Line], frame: Frame) -> list[Element]:
    """Write the number of each line at its last point, none on top of another."""
    if len(lines) == 1:
        return []
    ends = sorted((frame.y(one.points[-1]), at) for at, one in enumerate(lines))
    spots = _spread([y + 4 for y, _ in ends], frame.scale.start)
    return [
        text(str(at + 1), frame.x(lines[at].points[-1]) + 7, y, size=SMALL, **BOLD)
        for (_, at), y in zip(ends, spots, strict=True)
    ]


def _spread(wanted: Sequence[float], lowest: float) -> list[float]:
    """Move labels apart that would stand on each other, and none below the plot."""
    spots: list[float] = []
    for number, y in enumerate(reversed(wanted)):
        spots.append(min(y, lowest if not number else spots[-1] - 12))
    return spots[::-1]


def _key(lines: Sequence[Line], top: float) -> tuple[list[Element], float]:
    """Name the lines, with the mark and the number that each has."""
    found: list[Element] = []
    for at, one in enumerate(lines):
        number = "" if len(lines) == 1 else f"{at + 1}  "
        rows = wrapped(f"{number}{one.name}", SMALL, WIDTH - 36, 2)
        found.append(marks(_sample(at, one, top + 8)))
        for row in rows:
            element = text(row, 34, top + 12, size=SMALL)
            found.append(titled(element, one.name) if row.endswith("…") else element)
            top += _ROW
    return found, top


def _sample(at: int, one: Line, y: float) -> list[Element]:
    """Show how a line looks: its dash, and its mark where it has marks."""
    dash = DASHES[at % len(DASHES)]
    found = [line(0, y, 26, y, stroke_width=1.6, stroke_dasharray=dash)]
    if len(one.points) <= MARKED:
        found.append(marker(at, 13, y, hollow=one.points[0].awaited))
    return found


def _meaning(lines: Sequence[Line]) -> list[str]:
    """Explain what is drawn, as far as it is."""
    points = [point for each in lines for point in each.points]
    found = []
    if any(point.awaited for point in points):
        found.append("Full marks: actual. Empty marks, thin lines: planned, promised or expected.")
    replaced = [point for point in points if point.replaced]
    if replaced:
        crosses = sum(point.replaced for each in lines for point in marked(each.points))
        found.append(
            "Crosses: figures that another claim replaces."
            if crosses == len(replaced)
            else f"Crosses: {crosses} of {counted(len(replaced), 'figure')} that others replace."
        )
    if any(point.low != point.high for point in points):
        found.append("Upright strokes: the interval that the words allow; an arrow: no bound.")
    dense = [each for each in lines if len(each.points) > MARKED]
    if dense:
        most = max(len(each.points) for each in dense)
        found.append(
            f"Lines of more than {MARKED} points, here up to {written(most)}, are drawn without "
            "marks, through the first, last, lowest and highest of each step."
        )
    return found


def _left_out(plots: Sequence[_Plot]) -> list[str]:
    hidden = sum(len(plot.lines[LINES:]) for plot in plots[:PLOTS])
    found = [f"Not drawn: {counted(hidden, 'line')} with fewer points."] if hidden else []
    if len(plots) > PLOTS:
        names = ", ".join(clean(plot.unit) for plot in plots[PLOTS:])
        found.append(f"Not drawn: {counted(len(plots) - PLOTS, 'other unit')}, {names}.")
    return found


def _without_place(lines: Sequence[Line], drawable: Sequence[Line]) -> list[str]:
    hidden = sum(len(each.points) for each in lines) - sum(len(each.points) for each in drawable)
    return [f"Not drawn: {counted(hidden, 'figure')} without a date or a number."] if hidden else []


def _words(title: str, lines: Sequence[Line]) -> str:
    told = [f"{each.name}: {point.words}" for each in lines for point in each.points]
    more = len(told) - _TOLD
    rest = f" And {counted(more, 'more figure')}." if more > 0 else ""
    return f"{title}. {counted(len(told), 'figure')}. {' '.join(told[:_TOLD])}{rest}"
