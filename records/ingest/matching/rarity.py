"""Which words of a statement tell it from others."""

from collections import Counter
from collections.abc import Iterable

GROUPS = 3
"""Two words that differ spoil two groups at most, so that the third still finds the other text."""

GROUP = 3
"""Words that two statements rarely have in common by chance. Fewer would be in a large part of all
statements, and finding those takes long."""


class Rarity:
    """Counts how many statements of a sample have each word."""

    def __init__(self, sample: Iterable[Iterable[str]]) -> None:
        """Take the words of each statement of the sample."""
        self._count = Counter(word for words in sample for word in set(words))

    def groups(self, words: Iterable[str]) -> list[list[str]]:
        """Deal a statement's rarest words out to groups.

        Another text that has all words of one group may say the same.
        """
        rarest = sorted(set(words), key=lambda word: (self._count[word], -len(word), word))
        groups = min(max(len(rarest) // GROUP, 1), GROUPS)
        dealt = rarest[: groups * GROUP]
        return [dealt[start::groups] for start in range(groups)] if dealt else []
