"""A drawing as a whole: what it shows, in a title and in words, and the notes below it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import drawsvg

from records.pictures.shapes import SMALL, SOFT, TEXT, Element, box, paper, text
from records.pictures.text import clean, wrapped

WIDTH = 440.0
"""Width of every drawing in units of its own: text of 12 can be read at 390 pixels."""

_MARGIN = 16.0
_LINE = 16.0
_TITLE_SIZE = 18.0
_TITLE_LINE = 23.0
_SHOWN = 1.6
"""Pixels to a unit where a drawing stands alone in a window that has the room."""

_LONGEST = 3_000
"""Characters of a description; what is drawn is told in full beside it, as JSON and CSV."""

_FONT = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
_SERIF = "Charter, 'Bitstream Charter', 'Sitka Text', Cambria, Georgia, serif"
_CREDIT = "Accord, register of defense cooperation. Data: CC BY 4.0."

_PALETTE = """
svg{color:#1d2529;background:#fff;max-width:100%;height:auto}
.marks{color:#1f4e5f}
.paper{fill:#fff}
@media (prefers-color-scheme:dark){
svg{color:#e6eaec;background:#14191c}
.marks{color:#8cc7da}
.paper{fill:#14191c}
}
"""


@dataclass(frozen=True, slots=True)
class Picture:
    """Elements that fill `WIDTH` and a height, the title and the description that stand for them.

    The notes say below it what no mark can: units, what marks mean, what is left out.
    """

    title: str
    description: str
    height: float
    elements: Sequence[Element]
    notes: Sequence[str] = field(default=())


def inline(picture: Picture, name: str) -> str:
    """Write a picture into a page that has the palette; `name` is unique there, of letters."""
    notes, height = _notes(picture, picture.height)
    drawing = _drawing(picture, name, WIDTH, height, class_="picture")
    drawing.extend([*picture.elements, *notes])
    return str(drawing.as_svg(header=""))


def alone(picture: Picture) -> bytes:
    """Write a picture as a file of its own, with its title above it and its colours."""
    heading = wrapped(picture.title, _TITLE_SIZE, WIDTH, 3)
    top = _TITLE_LINE * len(heading) + 8
    notes, height = _notes(picture, picture.height, _CREDIT)
    wide, high = WIDTH + 2 * _MARGIN, top + height + 2 * _MARGIN
    drawing = _drawing(picture, "picture", wide, high)
    drawing.set_render_size(w=round(wide * _SHOWN))
    drawing.append_css(_PALETTE)
    drawing.append(paper(box(0, 0, wide, high)))
    titles = [
        drawsvg.Text(row, _TITLE_SIZE, 0, _TITLE_LINE * (number + 1) - 6, fill="currentColor",
                     font_family=_SERIF, font_weight=600)
        for number, row in enumerate(heading)
    ]  # fmt: skip
    body = drawsvg.Group([*picture.elements, *notes], transform=f"translate(0 {top})")
    drawing.append(drawsvg.Group([*titles, body], transform=f"translate({_MARGIN} {_MARGIN})"))
    return str(drawing.as_svg()).encode()


def said(title: str, words: str, notes: Sequence[str] = ()) -> Picture:
    """Draw one sentence, where there is nothing else to draw."""
    rows = wrapped(words, TEXT, WIDTH)
    elements = [text(row, 0, _LINE * (number + 1), **SOFT) for number, row in enumerate(rows)]
    return Picture(title, words, _LINE * len(rows) + 8, elements, notes)


def _drawing(picture: Picture, name: str, wide: float, high: float, **style: Any) -> Element:
    ids = f"{name}-title", f"{name}-words"
    drawing = drawsvg.Drawing(
        wide, round(high, 2), id_prefix=f"{name}-", role="img", aria_labelledby=" ".join(ids),
        font_family=_FONT, **style,
    )  # fmt: skip
    drawing.append(drawsvg.Title(clean(picture.title), id=ids[0]))
    drawing.append(_Description(shortened_to(picture.description, _LONGEST), id=ids[1]))
    return drawing


class _Description(drawsvg.Title):  # type: ignore[misc] # drawsvg has no types
    """The words for a drawing, for which drawsvg has no class."""

    TAG_NAME = "desc"


def shortened_to(words: str, characters: int) -> str:
    """Return a clean text of so many characters at most."""
    words = clean(words)
    return words if len(words) <= characters else words[: characters - 1] + "…"


def _notes(picture: Picture, top: float, *more: str) -> tuple[list[Element], float]:
    """Write the notes below a height, and return the height with them."""
    rows = [row for note in (*picture.notes, *more) for row in wrapped(note, SMALL, WIDTH)]
    top += 6 if rows else 0
    written = [text(row, 0, top + _LINE * (number + 1) - 3, size=SMALL, **SOFT)
               for number, row in enumerate(rows)]  # fmt: skip
    return written, top + _LINE * len(rows) + 2
