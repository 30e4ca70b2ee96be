"""A text as its readers see it: words, numbers and marks with their places."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from records.ingest.findings import Finding

_TOKEN = re.compile(
    r"""
    (?:[^\W\d_]\.){2,}              # initials: U.S., U.A.E.
    | \d+(?:[.,]\d+)*               # a number, with its groups and decimals
    | [^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*   # a word, with an apostrophe inside
    | ['’]s\b                       # a possessive
    | \S                            # any other mark
    """,  # noqa: RUF001
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or mark. `L119` is two tokens without space between them."""

    text: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        """The text without capitals."""
        return self.text.lower()


@dataclass(frozen=True)
class Sentence:
    """What is read together: one statement of a digest, which may be several sentences.

    `date` is the EDTF day of its publication, empty when not known; relative dates count from it.
    """

    text: str
    date: str = ""

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """All tokens in order."""
        return tuple(Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(self.text))

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def index_at(self, start: int) -> int:
        """Place of the first token that starts at or after a character."""
        return bisect_left(self._starts, start)

    def between(self, start: int, end: int) -> tuple[Token, ...]:
        """Tokens that start within a span of characters."""
        return self.tokens[self.index_at(start) : self.index_at(end)]


@dataclass(frozen=True, slots=True)
class Spans:
    """Parts of a text that are taken already."""

    taken: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> "Spans":
        """Collect where findings stand."""
        return cls(tuple((found.start, found.end) for found in findings))

    def meet(self, start: int, end: int) -> bool:
        """Tell whether a span touches a character that is taken."""
        return any(begin < end and start < stop for begin, stop in self.taken)
