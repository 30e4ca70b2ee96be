"""Number words that count nothing: “one of them”, “the two countries”, “a one-way drone”."""

import re
from typing import Final

from records.ingest.finding.measures.figures import Figure
from records.ingest.finding.measures.nouns import TIMES, Counted
from records.ingest.finding.words import word_set

HYPHENS: Final = frozenset("-\u2010\u2011")
_AFTER_ONE: Final = word_set(
    "of another day time side hand who such thing way which that in on or and as"
)
_BEFORE_ONE: Final = re.compile(
    r"(?i)\b(?:no|the|this|that|each|every|which|any|another|a|number|day|world)[\s-]$"
)
_KNOWN: Final = re.compile(r"(?i)\b(?:the|these|those|both|other)\s$")
_RELATED: Final = word_set(
    "country nation state side party leader company government minister president neighbor "
    "neighbour ally capital power republic army military force rival man partner firm "
    "organization group"
)
_NEXT: Final = re.compile(r"\s([a-z]+)|[\s-][A-Z]")
_NO_COUNT: Final = re.compile(
    r"[\s-](?:times?|thirds?|quarters?|fifths?|halves)\b|[\s-]party\s(?:talks|negotiations|system)\b"
)
_MEASURED: Final = re.compile(r"-(?:tons?|tonnes?|miles?|km|kilomet)")
_BACK = 10
_FEW = 4


def counts_nothing(text: str, figure: Figure, what: Counted) -> bool:
    """Tell whether a figure given as a word is none, by the words around it."""
    before = text[max(0, figure.start - _BACK) : figure.start]
    if _NO_COUNT.match(text, figure.end):
        return True
    if text[figure.end : figure.end + 1] in HYPHENS and figure.amount.scale == 1:
        return what.unit not in TIMES and not _MEASURED.match(text, figure.end)
    if figure.word == "one":
        following = _NEXT.match(text, figure.end)
        pronoun = following is None or following[1] in _AFTER_ONE
        return pronoun or bool(_BEFORE_ONE.search(before))
    known = figure.upper is None and figure.amount.value <= _FEW and _KNOWN.search(before)
    return bool(known) and (what.unit in _RELATED or not what.unit)
