"""Whether a date without a year lies behind or ahead, told by the verbs before it."""

import re
from typing import Final

from records.ingest.finding.words import word_set

WINDOW: Final = 160
"""Characters before a date that are looked at."""

_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*|[.;](?=\s)")
_AHEAD = word_set(
    "will would shall may might could plans planned planning plan plans due scheduled expected "
    "expects set upcoming intends intended aims hopes slated proposed until till next ahead "
    "threatens agrees promises pledges vows"
)
_BEHIND = word_set(
    "was were had did been began ran came went took gave made became said told met won lost sent "
    "saw left held fell rose broke brought built bought caught dealt drew flew fought found got "
    "grew hit kept led paid put sank seen shot sold spent struck taught thought wrote since last "
    "previous earlier following"
)
_NOT_VERBS = word_set("united armed allied need speed")
_BE = frozenset(("be", "being"))


def direction(text: str, start: int) -> int:
    """Return -1 for what is past, 1 for what is to come, 0 where the words do not tell."""
    words = _WORD.findall(text, max(0, start - WINDOW), start)
    if start > WINDOW and words:
        words = words[1:]
    for place in range(len(words) - 1, -1, -1):
        word = words[place].lower()
        if word in ".;":
            break
        if word in _AHEAD or (word == "to" and _verb_follows(words, place)):
            return 1
        if word in _BEHIND or (word.endswith("ed") and word not in _NOT_VERBS):
            if place and words[place - 1].lower() in _BE:
                continue
            return -1
    return 0


def _verb_follows(words: list[str], place: int) -> bool:
    """Tell “to deliver” from “to Ukraine” and “to the army”."""
    after = words[place + 1] if place + 1 < len(words) else ""
    return after.islower() and after not in _NO_VERBS and not after.endswith("ing")


_NO_VERBS = word_set(
    "a an the its their his her our this that these those all some any one two three four five "
    "six seven eight nine ten more other both each such no in"
)
