"""What a search finds among all published records."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from records.analysis.search.ranking import MATCHES, NEWEST_FIRST, named, place_of_match, sequences
from records.enums import SearchMatch
from records.models import Record
from records.querysets import search
from records.querysets.name_start import Beginning, starts
from records.values.name_starts import StartPlace
from records.values.search_query import SearchQuery


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that a search finds; its document is None when it must be rendered again."""

    model: type[Record]
    number: int
    match: SearchMatch
    document: str | None


@dataclass(frozen=True, slots=True)
class Count:
    """How many records of a type a search finds, or how many at least."""

    model: type[Record]
    count: int
    is_least: bool


@dataclass(frozen=True, slots=True)
class Found:
    """The best of what a search finds, and how many there are of each type."""

    hits: tuple[Hit, ...]
    counts: tuple[Count, ...]


def find(models: Sequence[type[Record]], query: SearchQuery, limit: int) -> Found:
    """Find the published records of some types that answer a search best.

    Two queries for each type, one for a type of which nothing is found. Of a type with more
    matches than `search.FEW` only those compete whose main name begins with what is searched for,
    and the newest; that takes four queries.
    """
    hits: list[Hit] = []
    counts: list[Count] = []
    for model in (each for each in NEWEST_FIRST if each in models):
        records = model.objects.published()
        few = search.found_few(records, query)
        asked = named(model, query)
        if asked:
            asked = list(records.filter(pk__in=asked).values_list("pk", flat=True))
        numbers = {*asked, *(_candidates(model, query, limit) if few is None else few)}
        counts.append(Count(model, search.FEW if few is None else len(numbers), few is None))
        hits += _best(model, sorted(numbers), query, limit)
    hits.sort(key=lambda hit: MATCHES.index(hit.match))
    return Found(tuple(hits[:limit]), tuple(counts))


def _best(model: type[Record], numbers: Sequence[int], query: SearchQuery, limit: int) -> list[Hit]:
    if not numbers:
        return []
    rows = (
        model.objects.filter(pk__in=numbers)
        .annotate(match=place_of_match(model, query))
        .order_by("match", *NEWEST_FIRST[model])
        .values_list("pk", "match", "document")[:limit]
    )
    return [Hit(model, number, MATCHES[place], document) for number, place, document in rows]


def _candidates(model: type[Record], query: SearchQuery, limit: int) -> list[int]:
    """Choose among many: the newest, and those whose name begins with what is searched for."""
    matching = search.holds(query, model.searched.columns)
    rows: Any = model.objects.published().filter(matching)
    newest = rows.order_by(*NEWEST_FIRST[model]).values_list("pk", flat=True)[:limit]
    if not model.searched.name:
        return list(newest)
    asked = [
        Beginning(" ".join(phrase.words), StartPlace.NAME, is_whole=not phrase.is_beginning)
        for alternative in query.alternatives
        for phrase in sequences(alternative)
    ]
    begun = [each.number for each in starts([model.record_type], asked, limit)]
    kept = rows.filter(pk__in=begun).values_list("pk", flat=True)
    return [*newest, *kept] if begun else list(newest)
