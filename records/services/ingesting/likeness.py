"""Finds the claims that say nearly what new statements say."""

from collections.abc import Collection, Iterable, Sequence

from records.ingest.matching import Rarity, similarity
from records.models import Claim
from records.querysets.alike import having_words
from records.services.ingesting.entries import Alike, Entry
from records.services.ingesting.known import Known
from records.values.readings import plain
from records.values.words import words

NEAR = 80
"""Percent from which two statements say nearly the same."""

CHANGED = 70
"""Percent from which a statement seems to replace one that is gone from near its place."""

MOST_NEAR = 5
_CANDIDATES = 30
_SAMPLE = 2_000


class Likeness:
    """Compares statements with claims that have rare words in common with them."""

    def __init__(self, texts: Iterable[str], known: Known, keys: Collection[bytes]) -> None:
        """Take statements of the digest to tell rare words by, and the keys of all its texts."""
        newest = Claim.objects.order_by("-pk").values_list("text_words", flat=True)[:_SAMPLE]
        self._rarity = Rarity([*(plain(each).split() for each in newest), *map(words, texts)])
        self._known, self._keys = known, keys

    def compare(self, entries: Sequence[Entry]) -> None:
        """Set what is near new statements, and which claim they replace: two queries."""
        asked = [words(entry.statement.text) for entry in entries]
        found = having_words([self._rarity.groups(each) for each in asked], _CANDIDATES)
        candidates = [
            {*numbers, *self._at_place(entry)}
            for entry, numbers in zip(entries, found, strict=True)
        ]
        texts = dict(
            Claim.objects.filter(pk__in=set().union(*candidates)).values_list("pk", "text_words")
        )
        for entry, mine, numbers in zip(entries, asked, candidates, strict=True):
            text = " ".join(mine)
            alike = [Alike(number, similarity(text, plain(texts[number]))) for number in numbers]
            self._set(entry, sorted(alike, key=lambda each: (-each.similarity, each.claim)))

    def _at_place(self, entry: Entry) -> Iterable[int]:
        there = self._known.at(entry.source, entry.statement.locator)
        return () if there is None else (there,)

    def _set(self, entry: Entry, alike: list[Alike]) -> None:
        """Take the best of the claims that are gone for what is replaced, others for near."""
        entry.earlier = next((each for each in alike if self._is_replaced(entry, each)), None)
        near = [each for each in alike if each.similarity >= NEAR and each != entry.earlier
                and not self._stays(entry, each)]  # fmt: skip
        entry.near = tuple(near[:MOST_NEAR])

    def _is_replaced(self, entry: Entry, alike: Alike) -> bool:
        source, claim = entry.source, alike.claim
        return (
            source is not None
            and alike.similarity >= CHANGED
            and self._known.cites(claim, source)
            and self._known.is_gone(claim, source, self._keys)
            and self._known.is_near(claim, source, entry.statement.locator)
        )

    def _stays(self, entry: Entry, alike: Alike) -> bool:
        """Tell whether a claim is that of another statement of the same digest."""
        source = entry.source
        return (
            source is not None
            and self._known.cites(alike.claim, source)
            and not self._known.is_gone(alike.claim, source, self._keys)
        )
