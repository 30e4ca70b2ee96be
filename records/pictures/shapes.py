"""Elements of drawings: text, lines and marks, with coordinates of two decimals.

drawsvg escapes texts and titles, not attributes: only numbers and names of our own go into those.
"""

from collections.abc import Callable, Iterable
from math import dist
from typing import Any

import drawsvg

from records.pictures.text import clean, shortened

INK = "currentColor"
TEXT = 13.0
SMALL = 12.0
SOFT: dict[str, Any] = {"fill_opacity": 0.78}
"""Text that stands back, with a contrast of 4.5 to 1 and more in every palette."""

BOLD: dict[str, Any] = {"font_weight": 600}
FAINT = 0.22
"""Opacity of the lines of a grid."""

Element = Any
"""An element of drawsvg, which has no types."""


_MOST_BENT, _BENT_FROM = 0.7, 200.0
"""How far a curve bends, where 0 is straight, and from which length on it bends so far."""


def place(number: float) -> float:
    """Round a coordinate, so that every machine writes the same."""
    return round(number, 2) + 0.0


def text(words: str, x: float, y: float, *, size: float = TEXT, **style: Any) -> Element:
    """Write one line from `x` on, its foot at `y`."""
    return drawsvg.Text(clean(words), size, place(x), place(y), **{"fill": INK, **style})


def named(
    words: str, x: float, y: float, room: float, size: float = SMALL, **style: Any
) -> Element:
    """Write a name no wider than its room; one that is cut is shown whole when pointed at."""
    short = shortened(words, size, room)
    element = text(short, x, y, size=size, **style)
    return titled(element, words) if short != clean(words) else element


def slanted(words: str, x: float, y: float, room: float) -> Element:
    """Write a name as a heading that rises to the right from where it begins."""
    return named(words, x, y, room, transform=f"rotate(-45 {place(x)} {place(y)})")


def line(x1: float, y1: float, x2: float, y2: float, **style: Any) -> Element:
    """Draw a straight line."""
    ends = (place(each) for each in (x1, y1, x2, y2))
    return drawsvg.Line(*ends, **{"stroke": INK, "stroke_width": 1, **style})


def box(x: float, y: float, wide: float, high: float, **style: Any) -> Element:
    """Draw a rectangle."""
    sides = (place(each) for each in (x, y, wide, high))
    return drawsvg.Rectangle(*sides, **{"fill": INK, **style})


def circle(x: float, y: float, radius: float, **style: Any) -> Element:
    """Draw a circle."""
    return drawsvg.Circle(place(x), place(y), place(radius), **{"fill": INK, **style})


def path(points: Iterable[tuple[float, float]], *, close: bool = False, **style: Any) -> Element:
    """Draw straight lines from point to point."""
    places = [place(each) for point in points for each in point]
    return drawsvg.Lines(*places, close=close, **{"fill": "none", "stroke": INK, **style})


def curve(
    start: tuple[float, float],
    end: tuple[float, float],
    towards: tuple[float, float],
    **style: Any,
) -> Element:
    """Draw a line from one point to another that bends towards a third."""
    pull = _MOST_BENT * min(1.0, dist(start, end) / _BENT_FROM)
    bend = ((one + other) / 2 * (1 - pull) + third * pull
            for one, other, third in zip(start, end, towards, strict=True))  # fmt: skip
    element = drawsvg.Path(**{"fill": "none", "stroke": INK, **style})
    element.M(*map(place, start)).Q(*map(place, (*bend, *end)))
    return element


def titled(element: Element, *sentences: str) -> Element:
    """Say what a mark stands for, which is shown when somebody points at it."""
    element.append_title(clean(" ".join(sentences)))
    return element


def group(elements: Iterable[Element], name: str = "") -> Element:
    """Put elements together, in a class if it has a name."""
    return drawsvg.Group(list(elements), **({"class_": name} if name else {}))


def marks(elements: Iterable[Element]) -> Element:
    """Draw elements in the accent."""
    return group(elements, "marks")


def hatch() -> Element:
    """Return a fill of slanted lines."""
    pattern = drawsvg.Pattern(5, 5, patternTransform="rotate(45)")
    pattern.append(drawsvg.Line(0, 0, 0, 5, stroke=INK, stroke_width=2.6))
    return pattern


def paper(element: Element) -> Element:
    """Fill an element with the ground of the page, so that it covers what is below it."""
    element.args |= {"class": "paper", "fill": "#fff"}
    return element


Corners = Callable[[float, float, float], list[tuple[float, float]]]

_CORNERS: tuple[Corners, ...] = (
    lambda x, y, r: [(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)],
    lambda x, y, r: [(x, y - 1.5 * r), (x + 1.5 * r, y), (x, y + 1.5 * r), (x - 1.5 * r, y)],
    lambda x, y, r: [(x, y - 1.4 * r), (x + 1.4 * r, y + r), (x - 1.4 * r, y + r)],
    lambda x, y, r: [(x, y + 1.4 * r), (x + 1.4 * r, y - r), (x - 1.4 * r, y - r)],
)
DASHES = (None, "6 3", "2 3", "9 3 2 3")
SHAPES = len(_CORNERS) + 1


def cross(x: float, y: float, radius: float) -> Element:
    """Draw the mark of what no longer holds."""
    stroke = {"stroke_width": 1.6}
    return group([line(x - radius, y - radius, x + radius, y + radius, **stroke),
                  line(x - radius, y + radius, x + radius, y - radius, **stroke)])  # fmt: skip


def marker(number: int, x: float, y: float, *, radius: float = 4, hollow: bool = False) -> Element:
    """Draw the mark of a line by its number: circle, square, diamond, triangles."""
    style: dict[str, Any] = {"stroke": INK, "stroke_width": 1.6}
    style["fill"] = INK
    number %= SHAPES
    if number == 0:
        element = circle(x, y, radius, **style)
    else:
        element = path(_CORNERS[number - 1](x, y, radius * 0.9), close=True, **style)
    return paper(element) if hollow else element
