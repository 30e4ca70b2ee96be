"""Sentences of running text.

Our own, because libraries for it part what belongs together in this field (`14. 5 million`,
`No. 4 Squadron`, `approx. $5 bn`, `В. Зеленський`), are no longer kept (pysbd, syntok), or take
minutes for a hostile megabyte (sentencex). This one takes time in proportion to the text.
"""

import re
from collections.abc import Iterator
from itertools import chain, pairwise

from records.ingest.reading.abbreviations import EITHER, GOING_ON, NUMBERED
from records.ingest.reading.common_words import ALL_COMMON
from records.ingest.reading.limits import MAX_STATEMENT

_CLOSING, _OPENING = "\"'”’»)\\]", "\"'“‘«„(\\[¿¡"
_SOURCE = r"(?:\s++\([^()]{1,100}(?<![.!?])\)[.,]?)*+"  # (Reuters) (AP) belongs to what it follows
_END = re.compile(
    rf"(?P<mark>(?<![.!?…])[.!?…]++)[{_CLOSING}]*+{_SOURCE}(?:\s++(?=\S)|$)"
    rf"|(?<![。！？])[。！？]++[{_CLOSING}」』]*+(?=\S)"
)
_NEXT = re.compile(rf"[{_OPENING}]*(?P<word>[$€£₴]?[\w'’]{{1,30}})")
_WORD_BEFORE = re.compile(r"[\w.'’-]*$")
_LONGEST_WORD = 40

_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_YEAR = re.compile(r"(?:19|20)\d\d")


def split_sentences(paragraph: str) -> Iterator[str]:
    """Yield the sentences of a paragraph without line breaks; no character but space is lost.

    What follows after more characters than a statement can have is yielded in one piece.
    """
    for start, end in pairwise(chain([0], _cuts(paragraph), [len(paragraph)])):
        if piece := paragraph[start:end].strip():
            yield piece


def _cuts(text: str) -> Iterator[int]:
    last = 0
    for end in _END.finditer(text):
        if end.start() - last > MAX_STATEMENT:
            return
        following = _NEXT.match(text, end.end())
        after = following["word"] if following else ""
        start = end.start()
        before = _WORD_BEFORE.search(text[max(0, start - _LONGEST_WORD) : start])
        if end["mark"] is None or _parts(before[0] if before else "", end["mark"], after):
            last = end.end()
            yield last


def _parts(before: str, mark: str, after: str) -> bool:
    """Tell whether a sentence ends between two words."""
    word = before.casefold()
    if mark != "." or not word:
        return not after[:1].islower()
    if word[-1].isdigit() and after[:1].isdigit():
        return bool(_YEAR.fullmatch(word))
    initial = len(word) == 1 and before.isupper()
    numbered = word in NUMBERED and after[:1].isdigit()
    if initial or numbered or word in GOING_ON or after[:1].islower():
        return False
    if word in EITHER or _DOTTED.fullmatch(word):
        return after.casefold() in ALL_COMMON
    return True
