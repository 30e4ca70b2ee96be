"""Characters of a text: white space, line breaks, and what no record can store."""

import re
from collections.abc import Iterator

from records.ingest.reading.errors import DigestError

_BREAK = "\n"
_OTHER_BREAKS = ("\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029")
_LINE = re.compile(r"\S[^\n]*")

# The validator of plain text allows of all control characters \t and \n; here those that are line
# breaks pass as well, because they become spaces.
_FORBIDDEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")


def has_forbidden(text: str) -> bool:
    """Tell whether a character stands in the text that no record can store."""
    return _FORBIDDEN.search(text) is not None


def refuse_forbidden(text: str, place: str = "") -> None:
    """Raise DigestError for a character that no record can store, naming its line or `place`."""
    found = _FORBIDDEN.search(text)
    if not found:
        return
    code, position = f"U+{ord(found[0]):04X}", found.start() + 1
    if not place:
        before = unify_breaks(text[: found.start()])
        place = f"Line {before.count(_BREAK) + 1}"
        position = len(before) - before.rfind(_BREAK)
    raise DigestError(
        "forbidden_character",
        f"{place}: character {code} at position {position} cannot be stored; remove it.",
    )


def unify_breaks(text: str) -> str:
    """Write every line break as a line feed."""
    for each in _OTHER_BREAKS:
        text = text.replace(each, _BREAK)
    return text


def tidy(text: str) -> str:
    """Remove white space at the ends and write one space for each inner line break."""
    lines = (line.strip() for line in unify_breaks(text).split(_BREAK))
    return " ".join(line for line in lines if line)


def numbered_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines in which something stands, with their numbers from 1."""
    number, reached = 1, 0
    text = unify_breaks(text)
    for found in _LINE.finditer(text):
        number += text.count(_BREAK, reached, found.start())
        reached = found.start()
        yield number, found[0].rstrip()
