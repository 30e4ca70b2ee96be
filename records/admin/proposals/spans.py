"""A sentence with everything that was found in it marked and labelled.

Marks stand in each other where findings do. Of two that cross, the later one is cut where the
first one ends.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

NAMES = {
    "countries": "country",
    "organizations": "organization",
    "weapon_systems": "weapon",
    "categories": "category",
    "measures": "figure",
    "dates": "date",
    "speaker": "speaker",
    "agreement": "agreement",
    "subjects": "who?",
}
"""What is marked, with its label; the claim's kind and modality are those of the whole sentence."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `start` to `end` with the proposal that they stand for."""

    start: int
    end: int
    anchor: str
    group: str
    number: int
    is_last: bool = True
    """Whether the label follows: of a mark that is cut, only after its last part."""


def marked(text: str, marks: Iterable[Mark]) -> SafeString:
    """Write the text with its marks."""
    fitting = [mark for mark in marks if 0 <= mark.start < mark.end <= len(text)]
    return _within(text, 0, len(text), sorted(fitting, key=_order))


def _order(mark: Mark) -> tuple[int, int]:
    return mark.start, -mark.end


def _within(text: str, start: int, end: int, marks: list[Mark]) -> SafeString:
    """Write a part of the text; its marks lie inside it."""
    pieces: list[SafeString | str] = []
    while marks:
        first, *others = marks
        inside = [each for each in others if each.start < first.end]
        parts = [_cut(each, first.end) for each in inside]
        marks = sorted(
            [rest for _, rest in parts if rest] + others[len(inside) :], key=_order
        )  # fmt: skip
        pieces.append(text[start : first.start])
        body = _within(text, first.start, first.end, [part for part, _ in parts])
        pieces.append(_written(first, body))
        start = first.end
    pieces.append(text[start:end])
    return format_html_join("", "{}", ((piece,) for piece in pieces))


def _cut(mark: Mark, end: int) -> tuple[Mark, Mark | None]:
    if mark.end <= end:
        return mark, None
    return replace(mark, end=end, is_last=False), replace(mark, start=end)


def _written(mark: Mark, body: SafeString) -> SafeString:
    tag = mark_safe("")
    if mark.is_last:
        tag = format_html(
            '<a class="accord-tag" href="#{}"><span class="accord-unseen"> (</span>{} {}'
            '<span class="accord-unseen">)</span></a>',
            mark.anchor, NAMES[mark.group], mark.number,
        )  # fmt: skip
    return format_html(
        '<span class="accord-span accord-of-{}" data-proposal="{}"><bdi>{}</bdi>{}</span>',
        mark.group, mark.anchor, body, tag,
    )  # fmt: skip
