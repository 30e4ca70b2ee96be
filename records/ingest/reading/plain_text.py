"""Plain text: one statement a line, or running paragraphs.

Lines are *wrapped* where a sentence goes on in the next line, in small letters, and the next word
would not have fitted: then a paragraph is what stands between blank lines. Otherwise each line
stands for itself. It is a statement, unless lines typically hold several sentences: two where
blank lines part them, four where not. A line that is alone is a paragraph.
"""

import re
from collections.abc import Iterable
from datetime import date
from itertools import groupby, islice, pairwise
from statistics import median_low

from records.ingest.reading.characters import numbered_lines
from records.ingest.reading.collecting import Collector
from records.ingest.reading.digest import Content
from records.ingest.reading.errors import DigestError
from records.ingest.reading.limits import MAX_LINES
from records.ingest.reading.sentences import split_sentences
from records.values.quoting import quote

_HEADER = re.compile(
    r"\s*date:?[^\S\n\r]+(?P<day>\d{1,4}[-./]\d{1,2}[-./]\d{1,4})(?!\S)", re.IGNORECASE | re.ASCII
)
_TERMINATED = re.compile(r"""[.!?…。！？:;]["'”’»)\]]*$""")
_GOING_ON, _FULL = 0.3, 0.9  # shares of line ends in a wrapped text
_WIDEST = 200
_LOOKED_AT = 1000  # lines that tell how a text is laid out

Line = tuple[int, str]  # with its number


def read_plain_text(text: str) -> Content:
    """Return the statements of a text and the day in its header. Raises DigestError."""
    gathered, text = _take_header(text)
    lines = list(islice(numbered_lines(text), MAX_LINES + 1))
    if len(lines) > MAX_LINES:
        raise DigestError(
            "too_many_lines", f"The text has more than {MAX_LINES:,} lines: split it."
        )
    statements = Collector()
    if _is_wrapped(lines[:_LOOKED_AT]):
        _add_paragraphs(statements, (" ".join(block) for block in _blocks(lines)))
    elif _is_running(lines[:_LOOKED_AT]):
        _add_paragraphs(statements, (line for _, line in lines))
    else:
        for number, line in lines:
            statements.add(line, f"line {number}")
    return Content(statements.statements, date=gathered)


def _take_header(text: str) -> tuple[str, str]:
    """Return the day of a header and the text with blanks in its place."""
    header = _HEADER.match(text)
    if not header:
        return "", text
    day = header["day"]
    try:
        good = date.fromisoformat(day).isoformat() == day
    except ValueError:
        good = False
    if not good:
        raise DigestError("bad_date", f"Header: {quote(day)} is no day: write date YYYY-MM-DD.")
    return day, re.sub(r"\S", " ", header[0]) + text[header.end() :]


def _blocks(lines: list[Line]) -> list[list[str]]:
    """Group lines with no blank line between them."""
    groups = groupby(enumerate(lines), key=lambda each: each[1][0] - each[0])
    return [[line for _, (_, line) in group] for _, group in groups]


def _is_wrapped(lines: list[Line]) -> bool:
    width = max((len(line) for _, line in lines), default=0)
    ends = [pair for block in _blocks(lines) for pair in pairwise(block)]
    if not ends or width > _WIDEST:
        return False
    going_on = sum(not _TERMINATED.search(line) and not after[0].isupper() for line, after in ends)
    full = sum(len(line) + 1 + len(after.split()[0]) > width for line, after in ends)
    return going_on >= _GOING_ON * len(ends) and full >= _FULL * len(ends)


def _is_running(lines: list[Line]) -> bool:
    parted = len(_blocks(lines)) * 2 > len(lines)
    if not lines:
        return False
    least = 2 if parted else 4
    return median_low(_count_to(least, line) for _, line in lines) == least


def _count_to(most: int, line: str) -> int:
    return sum(1 for _ in islice(split_sentences(line), most))


def _add_paragraphs(statements: Collector, paragraphs: Iterable[str]) -> None:
    for number, paragraph in enumerate(paragraphs, start=1):
        statements.add_sentences(paragraph, f"paragraph {number}")
