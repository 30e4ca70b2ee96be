"""Small numbers in words: `zero` to `ninety-nine`."""

from typing import Final

from records.ingest.finding.words import listed

_ONES = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = listed("twenty thirty forty fifty sixty seventy eighty ninety")

_VALUES: Final = {word: value for value, word in enumerate(_ONES)} | {
    word: 10 * value for value, word in enumerate(_TENS, 2)
}

STEMS: Final = (
    rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_ONES[1:10])})\b)?"
    rf"|{'|'.join(sorted(_ONES, key=len, reverse=True))})"
)
"""Regular expression of a number in words that may be part of a longer word, as in `tenfold`."""
WORDS: Final = rf"{STEMS}\b"
"""Regular expression of a number in words, to be used without regard to case and after `\\b`."""


def in_words(text: str) -> int:
    """Return the number that words of the form of `WORDS` say. Raises KeyError for others."""
    return sum(_VALUES[word] for word in text.lower().replace("-", " ").split())
