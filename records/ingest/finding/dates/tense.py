"""Whether a date without a year lies behind or ahead, told by the verbs before it."""

import re
from datetime import date
from typing import Final

from records.ingest.finding.words import word_set

WINDOW: Final = 160
"""Characters before a date that are looked at."""

_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*|(?<=[a-z]{3})[.;](?=\s)")
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


def direction(text: str, start: int) -> tuple[int, int]:
    """Return -1 for what is past, 1 for what is to come, 0 where the words do not tell.

    And how many words before the date that was told.
    """
    words = _WORD.findall(text, max(0, start - WINDOW), start)
    if start > WINDOW and words:
        words = words[1:]
    for place in range(len(words) - 1, -1, -1):
        word = words[place].lower()
        if word in ".;":
            break
        if word in _AHEAD or (word in {"to", "takes"} and _goes_on(words, place)):
            return 1, len(words) - place
        if word in _BEHIND or (word.endswith("ed") and word not in _NOT_VERBS):
            if place and words[place - 1].lower() in _BE:
                continue
            return -1, len(words) - place
    return 0, 0


def year_without(month: int, day: int, anchor: date, text: str, found: re.Match[str]) -> int:
    """Choose the year of a month or a day of it that stands without: by tense, else the nearest.

    A verb far away does not tell against a date that is only weeks away.
    """
    here = (anchor.month, anchor.day if day else 0)
    years = {-1: anchor.year - ((month, day) > here), 1: anchor.year + ((month, day) < here)}

    def gap(year: int) -> float:
        months = (year - anchor.year) * 12 + month - anchor.month
        return abs(months + ((day - anchor.day) / 31 if day else 0))

    near = min(years.values(), key=gap)
    owns = text[found.end() : found.end() + 1] in {"'", "\u2019"}
    way, away = (0, 0) if owns else direction(text, found.start())
    if way == 0 or (away > _CLOSE and gap(near) <= 1):
        return near
    return years[way]


_CLOSE = 5
"""Words between a date and the verb that it surely belongs to."""


def _goes_on(words: list[str], place: int) -> bool:
    """Tell “to deliver” from “to Ukraine”, and “takes effect” from “takes”."""
    if words[place] != "to":
        return words[place + 1 : place + 2] in (["effect"], ["place"], ["office"])
    return _verb_follows(words, place)


def _verb_follows(words: list[str], place: int) -> bool:
    """Tell “to deliver” from “to Ukraine” and “to the army”."""
    after = words[place + 1] if place + 1 < len(words) else ""
    return after.islower() and after not in _NO_VERBS and not after.endswith("ing")


_NO_VERBS = word_set(
    "a an the its their his her our this that these those all some any one two three four five "
    "six seven eight nine ten more other both each such no in"
)
