"""Who works with whom: names round an oval, and lines between them as wide as they are strong."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from records.pictures.numbers import counted, written
from records.pictures.oval import Oval
from records.pictures.picture import Picture, said
from records.pictures.shapes import (
    INK,
    SMALL,
    SOFT,
    Element,
    circle,
    curve,
    line,
    marks,
    named,
    place,
    text,
    titled,
)  # fmt: skip
from records.pictures.text import width

DRAWN = 40
"""Names that can be read round one oval."""

_GAP = 12.0
_KEY_LINE = 18.0
_WIDEST, _THINNEST = 8.0, 0.9
_LARGEST, _SMALLEST = 7.5, 2.5


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody in the network; `weight` is how much binds them to others, `words` says more."""

    key: str
    name: str
    weight: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """What binds two nodes; it is drawn dashed where no agreement does. `words` says what it is."""

    one: str
    other: str
    weight: int
    agreements: int
    words: str


@dataclass(frozen=True, slots=True)
class _Shown:
    """What is drawn, and how its weights are called."""

    nodes: list[Node]
    ties: list[Tie]
    of: tuple[str, str]
    names: dict[str, str]

    @property
    def dashed(self) -> bool:
        return any(not tie.agreements for tie in self.ties)

    def told(self, tie: Tie) -> str:
        both = f"{self.names[tie.one]} and {self.names[tie.other]}"
        return f"{both}: {counted(tie.weight, *self.of)}"

    def stroke(self, tie: Tie) -> dict[str, object]:
        wide = max(_THINNEST, _WIDEST * tie.weight / self.ties[0].weight)
        dash = None if tie.agreements else "4 3"
        return {"stroke_width": place(wide), "stroke_dasharray": dash, "stroke_opacity": 0.5}


def network(
    title: str,
    nodes: Sequence[Node],
    ties: Sequence[Tie],
    *,
    of: tuple[str, str] = ("tie", "ties"),
    notes: Sequence[str] = (),
) -> Picture:
    """Draw the nodes with the greatest weight and what binds them. `of` names what is counted."""
    if not nodes:
        return said(title, "Nobody is bound to anybody in what was asked for.", notes)
    drawn = _strongest(nodes, ties)
    names = {node.key: node.name for node in drawn}
    shown = _Shown(drawn, _between(ties, set(names)), of, names)
    oval = Oval(len(drawn))
    spots = {node.key: oval.spot(number) for number, node in enumerate(drawn)}
    lines = [
        titled(
            curve(spots[tie.one], spots[tie.other], oval.middle, **shown.stroke(tie)),
            f"{shown.told(tie)}.", tie.words,
        )
        for tie in reversed(shown.ties)
    ]  # fmt: skip
    dots = [_dot(node, spots[node.key], shown) for node in drawn]
    labels = [_label(node, spots[node.key], oval) for node in drawn]
    return Picture(
        title,
        _words(title, nodes, shown),
        oval.height + _KEY_LINE * (bool(shown.ties) + shown.dashed) + 8,
        [marks([*lines, *dots]), *labels, *_key(shown, oval.height + 14)],
        [*_left_out(nodes, ties, shown), *notes],
    )


def _strongest(nodes: Sequence[Node], ties: Iterable[Tie]) -> list[Node]:
    """Choose who is drawn, in an order that puts those next to each other who are bound most."""
    left = sorted(nodes, key=lambda node: (-node.weight, node.name, node.key))[:DRAWN]
    bound: dict[frozenset[str], int] = defaultdict(int)
    for tie in ties:
        bound[frozenset((tie.one, tie.other))] += tie.weight
    ordered = [left.pop(0)]
    while left:
        to_last = [bound[frozenset((ordered[-1].key, node.key))] for node in left]
        ordered.append(left.pop(to_last.index(max(to_last))))
    return ordered


def _between(ties: Iterable[Tie], keys: set[str]) -> list[Tie]:
    found = (tie for tie in ties if tie.one in keys and tie.other in keys and tie.one != tie.other)
    return sorted(found, key=lambda tie: (-tie.weight, tie.one, tie.other))


def _dot(node: Node, spot: tuple[float, float], shown: _Shown) -> Element:
    """Draw a node as large in area as its weight."""
    heaviest = max(1, *(each.weight for each in shown.nodes))
    radius = max(_SMALLEST, _LARGEST * (node.weight / heaviest) ** 0.5)
    return titled(
        circle(*spot, radius), f"{node.name}: {counted(node.weight, *shown.of)}.", node.words
    )


def _label(node: Node, spot: tuple[float, float], oval: Oval) -> Element:
    on_right = oval.on_right(spot)
    x = spot[0] + (_GAP if on_right else -_GAP)
    anchor = "start" if on_right else "end"
    return named(node.name, x, spot[1] + 4, oval.room(x), text_anchor=anchor)


def _key(shown: _Shown, y: float) -> list[Element]:
    """Explain the widths of lines, and dashes where there are any."""
    if not shown.ties:
        return []
    widest = shown.ties[0].weight
    counts = sorted({1, (widest + 1) // 2, widest})
    samples = [(written(count), Tie("", "", count, 1, "")) for count in counts]
    samples[-1] = counted(widest, *shown.of), samples[-1][1]
    found = _samples(shown, samples, y)
    if shown.dashed:
        dashed = [("no agreement", Tie("", "", (widest + 1) // 2, 0, ""))]
        found += _samples(shown, dashed, y + _KEY_LINE)
    return found


def _samples(shown: _Shown, samples: Sequence[tuple[str, Tie]], y: float) -> list[Element]:
    x, found = 0.0, []
    for words, tie in samples:
        found.append(marks([line(x, y, x + 26, y, **{"stroke": INK, **shown.stroke(tie)})]))
        found.append(text(words, x + 32, y + 4, size=SMALL, **SOFT))
        x += 48 + width(words, SMALL)
    return found


def _left_out(nodes: Sequence[Node], ties: Sequence[Tie], shown: _Shown) -> list[str]:
    hidden = len(ties) - len(shown.ties)
    told = (
        f"The {written(len(shown.nodes))} with the most of {written(len(nodes))} are drawn; "
        f"{written(hidden)} of {counted(len(ties), 'line')} lead to others."
    )
    return [told] if len(nodes) > len(shown.nodes) else []


def _words(title: str, nodes: Sequence[Node], shown: _Shown) -> str:
    """Tell the network: how large it is, and its lines, the strongest first."""
    told = "; ".join(shown.told(tie) for tie in shown.ties[:DRAWN]) or "nobody is bound to another"
    return f"{title}. A network of {written(len(nodes))}: {told}."
