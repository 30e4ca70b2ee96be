"""What the register has of the sources that a digest cites."""

import re
from collections.abc import Collection, Iterable
from hashlib import blake2b

from records.models import Citation

_NEAR_PLACE = 20
"""Lines or sentences by which a statement moves when others are added before it."""

_NUMBER = re.compile(r"\d+")


def text_key(text: str) -> bytes:
    """Give what a text is known by: 16 bytes, so that all texts of a source fit the memory."""
    return blake2b(text.encode(), digest_size=16).digest()


class Known:
    """Claims by source and text, and the places that they cite; sources are loaded once."""

    def __init__(self) -> None:
        """Begin without any."""
        self._claims: dict[tuple[int, bytes], int] = {}
        self._cited: dict[tuple[int, int], tuple[bytes, str]] = {}
        self._at: dict[tuple[int, str], int] = {}
        self._loaded: set[int] = set()

    def load(self, sources: Iterable[int]) -> None:
        """Read what is cited of sources that were not loaded: one query."""
        missing = set(sources) - self._loaded
        if not missing:
            return
        self._loaded |= missing
        rows = Citation.objects.filter(source__in=missing).order_by("-claim_id")
        columns = rows.values_list("source_id", "claim_id", "locator", "claim__text")
        for source, claim, locator, text in columns.iterator():
            self.add(source, claim, locator, text)

    def add(self, source: int, claim: int, locator: str, text: str) -> None:
        """Remember a claim."""
        key = text_key(text)
        self._claims[source, key] = claim
        self._cited[source, claim] = (key, locator)
        self._at[source, locator] = claim

    def find(self, source: int | None, text: str) -> int | None:
        """Find the claim that has a text from a source."""
        return None if source is None else self._claims.get((source, text_key(text)))

    def has_one_of(self, source: int, texts: Iterable[bytes]) -> bool:
        """Tell whether a source has one of these texts."""
        return any((source, text) in self._claims for text in texts)

    def at(self, source: int | None, locator: str) -> int | None:
        """Find the claim that cites a place."""
        return None if source is None else self._at.get((source, locator))

    def cites(self, claim: int, source: int | None) -> bool:
        """Tell whether a claim cites a source that is loaded."""
        return source is not None and (source, claim) in self._cited

    def is_gone(self, claim: int, source: int, texts: Collection[bytes]) -> bool:
        """Tell whether what a claim says of a source is none of these texts."""
        return self._cited[source, claim][0] not in texts

    def is_near(self, claim: int, source: int, locator: str) -> bool:
        """Tell whether a claim cites the same place of a source or one near it.

        Places that are written in different ways, such as lines and paragraphs, cannot be told
        apart and pass for near.
        """
        there = self._cited[source, claim][1]
        one, other = _NUMBER.search(there), _NUMBER.search(locator)
        if not one or not other or _NUMBER.sub("", there) != _NUMBER.sub("", locator):
            return True
        return abs(int(one[0]) - int(other[0])) <= _NEAR_PLACE
