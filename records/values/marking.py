"""Where a text has what was searched for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from records.values.readings import HYPHENATED, joined, readings
from records.values.search_query import Phrase, SearchQuery
from records.values.words import is_of_word, words

EXCERPT = 240
"""Characters of a long text that are shown."""

_BEFORE = 60
_ELLIPSIS = "…"
_RUN = re.compile("x+")

Span = tuple[int, int]
Reading = list[tuple[Span, str]]
"""The words of a text in one reading, each with its place in the text."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of plain text, and whether it is what was searched for."""

    text: str
    is_marked: bool


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with the places of what was searched for, and how many phrases are among it."""

    text: str
    spans: tuple[Span, ...]
    phrases: int

    def segments(self) -> list[Segment]:
        """Take the text apart, or an excerpt of a long one from shortly before the first place."""
        start, end = self._excerpt()
        found = [Segment(_ELLIPSIS, is_marked=False)] if start else []
        place = start
        for first, last in self.spans:
            if first < end:
                found.append(Segment(self.text[place:first], is_marked=False))
                place = min(last, end)
                found.append(Segment(self.text[first:place], is_marked=True))
        found.append(Segment(self.text[place:end], is_marked=False))
        if end < len(self.text):
            found.append(Segment(_ELLIPSIS, is_marked=False))
        return [each for each in found if each.text]

    def _excerpt(self) -> Span:
        """Choose where the excerpt begins and ends: between words, where there are any."""
        if len(self.text) <= EXCERPT:
            return 0, len(self.text)
        first, last = self.spans[0] if self.spans else (0, 0)
        start = self.text.find(" ", first - _BEFORE, first) + 1 or first if first > _BEFORE else 0
        end = start + EXCERPT
        if end >= len(self.text):
            return start, len(self.text)
        space = self.text.rfind(" ", start, end)
        return start, space if space > max(start, last) else end


def mark(text: str, query: SearchQuery) -> Marked:
    """Find in a text what a search asks for, in any reading."""
    sought = set(query.phrases)
    spans: set[Span] = set()
    seen: set[Phrase] = set()
    for reading in _readings(text):
        told = [word for _, word in reading]
        for phrase in sought:
            for place in _places(told, phrase):
                (first, _), _ = reading[place]
                (_, last), _ = reading[place + len(phrase.words) - 1]
                spans.add((first, last))
                seen.add(phrase)
    return Marked(text, tuple(_merged(spans)), len(seen))


def _readings(text: str) -> Iterator[Reading]:
    """Read a text by its letters, as Ukraine writes it, and with hyphenated words as one."""
    runs = [match.span() for match in _RUN.finditer("".join(map(_kind, text)))]
    yield [((start, end), word) for start, end in runs for word in words(text[start:end])]
    if not text.isascii():
        yield [((start, end), word)
               for start, end in runs for word in readings(text[start:end])[-1]]  # fmt: skip
    yield [(match.span(), word)
           for match in HYPHENATED.finditer(text) for word in words(joined(match[0]))]  # fmt: skip


def _kind(char: str) -> str:
    return "x" if is_of_word(char) else " "


def _places(told: list[str], phrase: Phrase) -> Iterator[int]:
    """Find where a phrase stands among words."""
    *whole, last = phrase.words
    length = len(phrase.words)
    for place in range(len(told) - length + 1):
        *before, end = told[place : place + length]
        if before == whole and (end == last or (phrase.is_beginning and end.startswith(last))):
            yield place


def _merged(spans: set[Span]) -> Iterator[Span]:
    """Join spans that overlap."""
    start, end = -1, -1
    for first, last in sorted(spans):
        if first < end:
            end = max(end, last)
            continue
        if end > 0:
            yield start, end
        start, end = first, last
    if end > 0:
        yield start, end
