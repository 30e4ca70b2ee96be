"""Which pairs are compared at all: those that share something rare."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from math import log

from records.analysis.duplicates.profiles import Profile, Words

MAX_BLOCK = 60
"""A block with more records tells nothing: what they share is common."""

RAREST = 4
"""How many of a name's words lead to blocks."""

PREFIX = 6
"""Letters at the start of a name by which misspelt names still meet."""


class Rarity:
    """How much a word says: the logarithm of how few records have it."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        """Count the records that have each word."""
        self.count = Counter(word for each in profiles for word in _vocabulary(each))
        self.total = max(len(profiles), 1)

    def of(self, word: str) -> float:
        """Weigh a word; one that everybody has still weighs a little."""
        return log(1 + self.total / (self.count[word] or 1))


def pairs_to_compare(
    profiles: Sequence[Profile], rarity: Rarity
) -> Iterator[tuple[Profile, Profile]]:
    """Yield each pair of records that share a block, once."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for position, profile in enumerate(profiles):
        for key in _keys(profile, rarity):
            blocks[key].append(position)
    seen: set[int] = set()
    for members in blocks.values():
        if len(members) > MAX_BLOCK:
            continue
        for one, other in combinations(members, 2):
            pair = one * len(profiles) + other
            if pair not in seen:
                seen.add(pair)
                yield profiles[one], profiles[other]


def _keys(profile: Profile, rarity: Rarity) -> set[str]:
    keys = {f"id {each}" for each in profile.identifiers}
    if profile.site:
        keys.add(f"site {profile.site}")
    for words in profile.names:
        keys.add(f"name {' '.join(sorted(words))}"[:200])
        keys.add(f"start {''.join(words)[:PREFIX]}")
        keys.update(f"word {word}" for word in _rarest(words, rarity))
    return keys


def _rarest(words: Words, rarity: Rarity) -> list[str]:
    return sorted(set(words), key=lambda word: (rarity.count[word], word))[:RAREST]


def _vocabulary(profile: Profile) -> Iterable[str]:
    return {word for words in profile.names for word in words}
