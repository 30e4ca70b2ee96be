"""How far agreements have come from word to deed: one as a ladder, or many, one to a line."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from records.pictures.numbers import agreements, written
from records.pictures.picture import WIDTH, Picture, said
from records.pictures.shapes import (
    BOLD,
    FAINT,
    INK,
    SMALL,
    SOFT,
    TEXT,
    Element,
    box,
    circle,
    hatch,
    line,
    marks,
    named,
    paper,
    slanted,
    text,
    titled,
)  # fmt: skip
from records.pictures.text import shortened

DRAWN = 50
"""Agreements in one drawing."""

_RUNG = 46.0
_NAMES = 92.0
_LEFT = 112.0
_RADIUS = 7.0
_ROW = 50.0
_TITLES = 192.0
_COLUMN = 31.0
_HEADINGS = 62.0
_BAR, _BARS = 24.0, 210.0


class Mark(Enum):
    """How a rung is drawn."""

    REACHED = "reached"
    IMPLIED = "implied by the status"
    NOT_REACHED = "not reached"
    NOT_MEANT = "not meant for it"


@dataclass(frozen=True, slots=True)
class Rung:
    """A step: its name, how it stands, when it was reached, and what says so.

    `lag` tells how long it took since the rung before.
    """

    name: str
    mark: Mark
    when: str = ""
    words: str = ""
    lag: str = ""


@dataclass(frozen=True, slots=True)
class Ladder:
    """An agreement with its rungs from word to deed, and what is to be said of where it stands."""

    name: str
    rungs: Sequence[Rung]
    state: str = ""


@dataclass(frozen=True, slots=True)
class Level:
    """How many agreements have come to a rung, how many of them by their status only."""

    name: str
    reached: int
    implied: int
    words: str = ""


def ladder(one: Ladder, *, notes: Sequence[str] = ()) -> Picture:
    """Draw the rungs of one agreement from top to bottom, with dates and the time between."""
    fill = hatch()
    spots = [20 + number * _RUNG for number in range(len(one.rungs))]
    rails = [_rail(above, y) for y, above in zip(spots, one.rungs[1:], strict=False)]
    shapes = [_shape(rung, _LEFT, y, fill) for rung, y in zip(one.rungs, spots, strict=True)]
    labels = [
        element
        for number, (rung, y) in enumerate(zip(one.rungs, spots, strict=True))
        for element in _told(rung, y, first=number == 0)
    ]
    foot = spots[-1] + 26 if spots else 0.0
    return Picture(
        f"From word to deed: {one.name}",
        _ladder_words(one),
        foot,
        [marks(rails), marks(shapes), *labels],
        [*([one.state] if one.state else []), _key([one]), *notes],
    )


def _rail(below: Rung, y: float) -> Element:
    """Draw the way to a rung: dashed as long as it is not reached."""
    reached = below.mark in {Mark.REACHED, Mark.IMPLIED}
    return line(
        _LEFT, y + _RADIUS, _LEFT, y + _RUNG - _RADIUS,
        stroke_width=2, stroke_dasharray=None if reached else "2 4",
    )  # fmt: skip


def _shape(rung: Rung, x: float, y: float, fill: Element) -> Element:
    """Draw a rung as a full, hatched or empty circle, or as a stroke where it is not meant."""
    words = (f"{rung.name}: {rung.mark.value}.", rung.when and f"{rung.when}.", rung.words)
    if rung.mark is Mark.NOT_MEANT:
        return titled(line(x - 4, y, x + 4, y, stroke_width=1.5), *filter(None, words))
    style = {"stroke": INK, "stroke_width": 1.8}
    element = circle(x, y, _RADIUS, **style)
    if rung.mark is Mark.IMPLIED:
        element.args["fill"] = fill
    elif rung.mark is Mark.NOT_REACHED:
        element = paper(element)
    return titled(element, *filter(None, words))


def _told(rung: Rung, y: float, *, first: bool) -> list[Element]:
    x = _LEFT + 22
    style = SOFT if rung.mark in {Mark.NOT_REACHED, Mark.NOT_MEANT} else {}
    found = [text(rung.name, _NAMES, y + 4, text_anchor="end", **(style or BOLD))]
    words = rung.when or rung.mark.value
    found.append(text(shortened(words, TEXT, WIDTH - x), x, y + 4, **style))
    if rung.words:
        row = shortened(rung.words, SMALL, WIDTH - x)
        found.append(text(row, x, y + 19, size=SMALL, **SOFT))
    if rung.lag and not first:
        lag = shortened(rung.lag, SMALL, WIDTH - x)
        found.append(text(lag, _NAMES, y - _RUNG / 2 + 4, size=SMALL, text_anchor="end", **SOFT))
    return found


def ladders(title: str, many: Sequence[Ladder], *, notes: Sequence[str] = ()) -> Picture:
    """Draw agreements one below the other, their rungs from left to right."""
    if not many:
        return said(title, "No agreement is among what was asked for.", notes)
    drawn, fill = many[:DRAWN], hatch()
    names = [rung.name for rung in drawn[0].rungs]
    headings = [slanted(name, _x(at) + 3, _HEADINGS - 8, _HEADINGS * 1.3)
                for at, name in enumerate(names)]  # fmt: skip
    rows = [_HEADINGS + number * _ROW + 26 for number in range(len(drawn))]
    elements = [each for one, y in zip(drawn, rows, strict=True) for each in _line(one, y)]
    shapes = [_shape(rung, _x(at), y, fill)
              for one, y in zip(drawn, rows, strict=True)
              for at, rung in enumerate(one.rungs)]  # fmt: skip
    left = len(many) - len(drawn)
    more = [f"The first {len(drawn)} of {agreements(len(many))}."] if left else []
    return Picture(
        title,
        f"{title}. " + " ".join(_ladder_words(one) for one in drawn),
        _HEADINGS + _ROW * len(drawn),
        [*headings, *elements, marks(shapes)],
        [_key(drawn), *more, *notes],
    )


def _x(column: int) -> float:
    return _TITLES + 16 + column * _COLUMN


def _line(one: Ladder, y: float) -> list[Element]:
    """Write the name of an agreement and its state, and rule the line on which its rungs lie."""
    ends = _x(0), _x(len(one.rungs) - 1)
    return [
        line(ends[0], y, ends[1], y, stroke_opacity=FAINT),
        named(one.name, 0, y - 16, WIDTH, TEXT),
        text(shortened(one.state, SMALL, _TITLES), 0, y + 4, size=SMALL, **SOFT),
    ]


def _key(many: Sequence[Ladder]) -> str:
    """Explain the shapes that are drawn."""
    seen = {rung.mark for one in many for rung in one.rungs}
    shapes = {Mark.REACHED: "full", Mark.IMPLIED: "hatched", Mark.NOT_REACHED: "empty",
              Mark.NOT_MEANT: "a stroke"}  # fmt: skip
    told = "; ".join(f"{shape}: {mark.value}" for mark, shape in shapes.items() if mark in seen)
    return f"{told[:1].upper()}{told[1:]}." if told else ""


def _ladder_words(one: Ladder) -> str:
    told = "; ".join(
        f"{rung.name} {rung.mark.value}{f' {rung.when}' if rung.when else ''}" for rung in one.rungs
    )
    return f"{one.name}: {told}. {one.state}".strip()


def levels(title: str, many: Sequence[Level], of: int, *, notes: Sequence[str] = ()) -> Picture:
    """Draw how many of so many agreements have come to each rung, as bars from zero."""
    if not of:
        return said(title, "No agreement is among what was asked for.", notes)
    fill = hatch()
    elements = [line(_NAMES + 8, 2, _NAMES + 8, len(many) * _BAR + 8, stroke_opacity=0.8)]
    for number, level in enumerate(many):
        elements += _bar(level, 8 + number * _BAR, of, fill)
    told = "; ".join(f"{each.name} {written(each.reached)}" for each in many)
    return Picture(
        title,
        f"{title}. Of {agreements(of)}: {told}.",
        len(many) * _BAR + 12,
        elements,
        [f"Full: on record; hatched: implied by the status. {agreements(of)} in all.",
         *notes],
    )  # fmt: skip


def _bar(level: Level, y: float, of: int, fill: Element) -> list[Element]:
    x, unit = _NAMES + 8, _BARS / of
    sure = (level.reached - level.implied) * unit
    style = {"stroke": INK, "stroke_width": 1}
    bars = [box(x, y, sure, _BAR - 9, **style)] if sure else []
    if level.implied:
        bars.append(box(x + sure, y, level.implied * unit, _BAR - 9, **style | {"fill": fill}))
    told = f"{level.name}: {agreements(level.reached)}, {written(level.implied)} implied."
    end = x + level.reached * unit + 8
    number = "; ".join(filter(None, (written(level.reached), level.words)))
    words = shortened(number, SMALL, WIDTH - end)
    return [
        text(level.name, _NAMES, y + 12, text_anchor="end"),
        titled(marks(bars), told, level.words),
        text(words, end, y + 12, size=SMALL),
    ]
