"""The words of a text, as searches compare them."""

import unicodedata

from records.values.folding import fold

MAX_WORD = 100
MAX_TEXT = 100_000
"""Characters that are kept of a word and of a text: indexes limit both, in bytes."""


_APOSTROPHE = "\u02bc"
"""A letter to Unicode; Ukrainian texts use it and the punctuation marks alike."""


class _Spaced(dict[int, str]):
    """Maps what belongs to a word to itself, and everything else to a space."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        part_of_word = unicodedata.category(char)[0] in "LMN" and char != _APOSTROPHE
        self[code] = char if part_of_word else " "
        return self[code]


_SPACED = _Spaced()


def words(text: str) -> list[str]:
    """Return the words of a text in order, folded: runs of letters, marks and digits.

    `L-119` is two words, `L119` is one; scripts without spaces give one word for each run.
    """
    return [word[:MAX_WORD] for word in fold(text[:MAX_TEXT]).translate(_SPACED)[:MAX_TEXT].split()]
