"""Splits a text into its statements and answers what stands at a place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from records.ingest.finding.events.vocabulary import words
from records.ingest.sentence import Sentence, Token

_ABBREVIATIONS = words(
    """
    gen lt col sgt maj capt adm cpl brig gov sen rep dr mr mrs ms st jr sr inc corp co ltd no vs
    prof rev hon pres min dept jan feb mar apr jun jul aug sep sept oct nov dec cmdr mt ft
    """
)
_TOPIC = re.compile(r"^[^:,.]{3,60}: (?=[A-Z])")
_PREPOSITIONS = words(
    """
    in on at during after before over under amid following since as despite for with within by
    according while when although because through ahead if from despite once upon throughout until
    between besides meanwhile earlier later prior alongside speaking visiting addressing responding
    citing
    """
)


@dataclass(frozen=True)
class Statement:
    """Tokens `start` to `stop` (not included) of a sentence: one main clause with its dependants.

    `names` holds the places of tokens inside names of organizations and weapon systems.
    """

    sentence: Sentence
    start: int
    stop: int
    names: frozenset[int]

    @cached_property
    def _texts(self) -> tuple[str, ...]:
        return tuple(token.text for token in self.sentence.tokens[self.start : self.stop])

    @cached_property
    def _lowers(self) -> tuple[str, ...]:
        return tuple(text.lower() for text in self._texts)

    def text(self, place: int) -> str:
        """The token at a place, empty outside."""
        return self._texts[place - self.start] if self.start <= place < self.stop else ""

    def lower(self, place: int) -> str:
        """The token at a place without capitals, empty outside."""
        return self._lowers[place - self.start] if self.start <= place < self.stop else ""

    def is_name(self, place: int) -> bool:
        """Whether the token is part of a name."""
        return place in self.names

    def is_capital(self, place: int) -> bool:
        """Whether the token begins with a capital."""
        return self.text(place)[:1].isupper()

    def token(self, place: int) -> Token:
        """The token at a place, which must be inside."""
        return self.sentence.tokens[place]

    def subject_start(self) -> int:
        """Where the subject begins: after a topic with colon and after a leading adverbial."""
        place = self.start
        text = self.sentence.text[self.token(place).start :] if place < self.stop else ""
        if topic := _TOPIC.match(text):
            place = self.sentence.index_at(self.token(place).start + topic.end())
        if self.lower(place) not in _PREPOSITIONS:
            return place
        for comma in range(place + 1, self.stop - 1):
            if self.text(comma) == "," and not self.text(comma + 1)[:1].isdigit():
                return comma + 1
        return place


def read_statements(sentence: Sentence, names: frozenset[int]) -> Iterator[Statement]:
    """Split a sentence where a full stop, question or exclamation mark ends a main clause."""
    tokens = sentence.tokens
    start, depth = 0, 0
    for place, token in enumerate(tokens):
        if token.text in "([":
            depth += 1
        elif token.text in ")]":
            depth = max(0, depth - 1)
        if depth == 0 and _ends(sentence, place):
            if place > start:
                yield Statement(sentence, start, place, names)
            start = place + 1
    if start < len(tokens):
        yield Statement(sentence, start, len(tokens), names)


def _ends(sentence: Sentence, place: int) -> bool:
    tokens = sentence.tokens
    if tokens[place].text == ";":
        return True
    if tokens[place].text not in {".", "!", "?"}:
        return False
    if place + 1 == len(tokens):
        return True
    before = tokens[place - 1] if place else tokens[place]
    after = tokens[place + 1]
    if before.lower in _ABBREVIATIONS or (len(before.text) == 1 and before.text.isalpha()):
        return False
    return (
        after.start > tokens[place].end and not after.text[:1].islower()
    ) or after.text in "\"”'"
