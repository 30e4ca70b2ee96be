"""Names and sentences as a drawing can hold them: safe, and no wider than their room."""

import unicodedata
from collections.abc import Iterator

ELLIPSIS = "…"
MARKS_IN_A_ROW = 3
"""Accents that may stand on one letter; more would reach into the lines above."""

_JOINERS = "\u200c\u200d"
_UNSEEN = {"Cf", "Cs", "Co", "Cn"}
_ON_A_LETTER = {"Mn", "Me"}

# Widths in em of a wide sans serif, so that in any usual one a text takes no more room.
_NARROW = dict.fromkeys("iIjlt.,:;'|!()[]/ -·", 0.39)
_BROAD = dict.fromkeys("mwMW%@—", 1.0)
_WIDTHS = _NARROW | _BROAD


def clean(text: str) -> str:
    """Return a text on one line without what no XML may hold or what turns its direction round."""
    return " ".join("".join(_kept(text)).split())


def _kept(text: str) -> Iterator[str]:
    marks = 0
    for char in text:
        category = unicodedata.category(char)
        marks = marks + 1 if category in _ON_A_LETTER else 0
        if category == "Cc":
            yield " "
        elif marks <= MARKS_IN_A_ROW and (char in _JOINERS or category not in _UNSEEN):
            yield char


def width(text: str, size: float) -> float:
    """Estimate how wide a text is at most when its font has a size, in the same unit."""
    return size * sum(_em(char) for char in text)


def _em(char: str) -> float:
    known = _WIDTHS.get(char)
    if known is not None:
        return known
    if unicodedata.category(char) in _ON_A_LETTER or char in _JOINERS:
        return 0.0
    if unicodedata.east_asian_width(char) in "WF":
        return 1.05
    if char.isupper():
        return 0.76
    return 0.64 if char < "\u0250" else 0.72


def shortened(text: str, size: float, room: float) -> str:
    """Return a clean text, cut off with an ellipsis if it is wider than its room."""
    text = clean(text)
    if width(text, size) <= room:
        return text
    left = room - width(ELLIPSIS, size)
    end = 0
    for char in text:
        left -= width(char, size)
        if left < 0:
            break
        end += 1
    return text[:end].rstrip(f" ,;({_JOINERS}") + ELLIPSIS


def wrapped(text: str, size: float, room: float, lines: int = 8) -> list[str]:
    """Break a clean text into lines that fit a room; what does not fit the last is cut off."""
    rows: list[str] = []
    for word in _words(clean(text), size, room):
        longer = f"{rows[-1]} {word}" if rows else word
        if rows and width(longer, size) <= room:
            rows[-1] = longer
        elif len(rows) < lines:
            rows.append(word)
        else:
            rows[-1] = f"{longer} {word}"
            break
    return [shortened(row, size, room) for row in rows]


def _words(text: str, size: float, room: float) -> Iterator[str]:
    """Yield the words of a text, those in parts that are too long for any line."""
    for word in text.split(" "):
        part = ""
        for char in word:
            if width(part + char, size) > room:
                yield part
                part = ""
            part += char
        yield part
