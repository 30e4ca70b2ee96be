"""The search for duplicates among all records of a type."""

from collections.abc import Iterator
from typing import NamedTuple

from records.analysis.duplicates.blocking import Rarity, pairs_to_compare
from records.analysis.duplicates.profiles import profiles_of
from records.analysis.duplicates.scoring import score
from records.models import Record

THRESHOLD = 68
"""Pairs with a lower score are not worth anybody's time."""


class Found(NamedTuple):
    """Two records that may be one: their numbers in order, how likely, and why."""

    first: int
    second: int
    score: int
    reasons: tuple[str, ...]


def find_duplicates(model: type[Record], threshold: int = THRESHOLD) -> Iterator[Found]:
    """Compare the records of a type that share something rare; yield what is likely enough."""
    profiles = profiles_of(model)
    rarity = Rarity(profiles)
    for one, other in pairs_to_compare(profiles, rarity):
        found = score(one, other, rarity)
        if found.value >= threshold:
            yield Found(one.number, other.number, found.value, found.reasons)
