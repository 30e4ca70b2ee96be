"""What the finders of a statement share: its chain of acts and the names in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from records.ingest.finding.events.acts import SPEECH
from records.ingest.finding.events.clauses import Chain, Link
from records.ingest.finding.events.statements import Statement
from records.ingest.finding.events.tenses import Tense
from records.ingest.finding.events.vocabulary import words
from records.ingest.finding.names.finder import NamesFound
from records.ingest.findings import Finding, MeasureFinding

_BACKGROUND = words(
    "despite amid after before following as because since although while when until"
)


@dataclass(frozen=True)
class Scene:
    """One statement with what was found in its sentence."""

    chain: Chain
    names: NamesFound
    measures: tuple[MeasureFinding, ...]

    @property
    def statement(self) -> Statement:
        """The statement that is read."""
        return self.chain.statement

    def offset(self, place: int) -> int:
        """Character at which a token begins; behind the last one, where the statement ends."""
        if place < self.statement.stop:
            return self.statement.token(place).start
        return self.statement.token(self.statement.stop - 1).end

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Characters of tokens `first` to `last` (included)."""
        return self.statement.token(first).start, self.statement.token(last).end

    def span_of(self, links: tuple[Link, ...]) -> tuple[int, int]:
        """Characters from the first to the last of some links."""
        return self.span(links[0].first, links[-1].last)

    def within(self, found: Finding, first: int, stop: int) -> bool:
        """Whether a finding begins in tokens `first` to `stop` (not included)."""
        return self.offset(first) <= found.start < self.offset(stop)

    def countries(self, first: int, stop: int) -> frozenset[str]:
        """Countries named in tokens `first` to `stop` (not included), also inside names."""
        named = {row.country for row in self.names.countries if self.within(row, first, stop)}
        owned = {row.country for row in self.names.organizations if self.within(row, first, stop)}
        return frozenset((named | owned) - {""})

    def words(self, first: int, stop: int) -> Iterator[str]:
        """Lower-case tokens `first` to `stop` (not included)."""
        return (self.statement.lower(place) for place in range(first, stop))

    def says(self, vocabulary: frozenset[str], first: int, stop: int) -> bool:
        """Whether one of some words stands in tokens `first` to `stop` (not included)."""
        return any(word in vocabulary for word in self.words(first, stop))

    @cached_property
    def relevant_stop(self) -> int:
        """Where the background begins: “despite …”, “after …”; else the statement's end."""
        stop = self.chain.end
        return stop if self.statement.lower(stop) in _BACKGROUND else self.statement.stop

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The main chain without what only describes: participles, and who is spoken of."""
        told = tuple(link for link in self.chain.main if link.tense is not Tense.REDUCED)
        head = self.chain.head
        if head is None or head.act not in SPEECH:
            return told
        inner = next((k for k in told if k.first > head.last and k.tense.is_finite), None)
        if inner is None or inner.passive or self.statement.lower(inner.first - 1) == "and":
            return told
        return tuple(k for k in told if not head.last < k.first < inner.first)

    @cached_property
    def everything(self) -> frozenset[str]:
        """All words of the statement."""
        return frozenset(self.words(self.statement.start, self.statement.stop))
