"""The words of a text, as searches compare them."""

import re
import unicodedata

from anyascii import anyascii

from records.values.folding import fold

MAX_WORD = 100
MAX_TEXT = 100_000
"""Characters that are kept of a word and of a text: indexes limit both, in bytes."""

_APOSTROPHE = "\u02bc"
"""A letter to Unicode; Ukrainian texts use it and the punctuation marks alike."""

_RUN = re.compile(r"\d+|[^\s\d]+")
_ASCII_RUN = re.compile(r"[0-9]+|[a-z]+")
"""Digits, or letters."""


class _Romanised(dict[int, str]):
    """Maps what belongs to a word to folded Latin letters and digits, the rest to a space."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = _romanised(char) if is_of_word(char) else " "
        return self[code]


def is_of_word(char: str) -> bool:
    """Tell whether a character is a letter, a mark on one or a digit."""
    return unicodedata.category(char)[0] in "LMN" and char != _APOSTROPHE


def words(text: str) -> list[str]:
    """Return the words of a text in order: folded, in Latin letters, letters apart from digits.

    `L119`, `L-119` and `L 119` are the same two words, so that they are found by each other;
    `Киев` is `kiev`. Scripts without spaces give one word for each run. A letter that has no
    Latin form stays as it is.
    """
    text = text[:MAX_TEXT]
    if text.isascii():
        found = _ASCII_RUN.findall(text.lower())
    else:
        found = _RUN.findall(fold(text).translate(_ROMANISED)[:MAX_TEXT])
    return [word[:MAX_WORD] for word in found]


def _romanised(char: str) -> str:
    """Write one folded character in Latin letters; a soft sign, which has none, goes."""
    latin = fold(anyascii(char))
    kept = "".join(each for each in latin if each.isalnum())
    return kept if kept or latin.strip() else fold(char)


_ROMANISED = _Romanised()
