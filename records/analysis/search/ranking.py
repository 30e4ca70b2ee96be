"""How well a record answers a search: the same exact steps on both databases.

A record has the first of the members of `SearchMatch` that is true of it; those that share one are
ordered by their date, the newest first, or where records have no date of their own, by number.
Neither database's own rank is used: they count differently.
"""

import re
from collections.abc import Iterator
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Case, IntegerField, Q, Value, When

from records.enums import SearchMatch
from records.models import Agreement, Claim, Organization, Record, Source, WeaponSystem
from records.querysets.search import contains, has_terms, spaced_words
from records.values.readings import SEPARATOR
from records.values.search_query import Alternative, Phrase, SearchQuery

_ID_NUMBER = re.compile("[1-9][0-9]{0,17}")

MATCHES = tuple(SearchMatch)

NEWEST_FIRST: dict[type[Record], tuple[str, ...]] = {
    Organization: ("id",),
    WeaponSystem: ("id",),
    Agreement: ("-signed_sort", "-id"),
    Claim: ("-occurred_sort", "-id"),
    Source: ("-published_sort", "-id"),
}
"""How records that answer a search equally well are ordered; types come in this order, too."""


def place_of_match(model: type[Record], query: SearchQuery) -> Case:
    """Compute the place of a record's match among MATCHES."""
    name, other = model.searched.name, model.searched.other
    asked = {SearchMatch.ID: Q(pk__in=named(model, query))}
    if name:
        asked[SearchMatch.NAME] = _any(query, lambda each: _whole(name, each))
    if other:
        asked[SearchMatch.OTHER_NAME] = _any(query, lambda each: _whole(other, each))
    if name:
        asked[SearchMatch.NAME_START] = _any(query, lambda each: _beginning(name, each))
        asked[SearchMatch.IN_NAME] = _any(query, lambda each: _all_in(name, each))
    if other:
        asked[SearchMatch.IN_NAMES] = _any(query, lambda each: _all_in(other, each))
    return Case(
        *(When(where, then=Value(MATCHES.index(match))) for match, where in asked.items()),
        default=Value(MATCHES.index(SearchMatch.IN_TEXT)),
        output_field=IntegerField(),
    )


def named(model: type[Record], query: SearchQuery) -> list[int]:
    """List the numbers of a type of record that a search gives as public ids, such as CLM-20."""
    prefix = model.record_type.lower()
    found = [sequence.words for each in query.alternatives for sequence in sequences(each)]
    return [
        int(words[1])
        for words in found
        if len(words) == 2 and words[0] == prefix and _ID_NUMBER.fullmatch(words[1])  # noqa: PLR2004 prefix and number
    ]


def sequences(alternative: Alternative) -> Iterator[Phrase]:
    """Read the terms as one phrase, in each of their readings."""
    for reading in range(max(map(len, alternative.terms))):
        phrases = [term[min(reading, len(term) - 1)] for term in alternative.terms]
        words = [word for phrase in phrases for word in phrase.words]
        yield Phrase(tuple(words), phrases[-1].is_beginning)


def _whole(column: str, alternative: Alternative) -> Q:
    """Match columns of which one text, in one of its readings, is the sequence and no more."""
    spaced = spaced_words([column])
    return _either(
        contains(spaced, f" {SEPARATOR}{each.sought}{SEPARATOR} ")
        for each in sequences(alternative)
        if not each.is_beginning
    )


def _beginning(column: str, alternative: Alternative) -> Q:
    spaced = spaced_words([column])
    return _either(
        contains(spaced, f" {SEPARATOR}{each.sought}") for each in sequences(alternative)
    )


def _all_in(column: str, alternative: Alternative) -> Q:
    return has_terms(alternative.terms, spaced_words([column]))


def _any(query: SearchQuery, where: Any) -> Q:
    return _either(where(alternative) for alternative in query.alternatives)


def _either(conditions: Iterator[Q]) -> Q:
    return reduce(or_, conditions, Q(pk__in=[]))
