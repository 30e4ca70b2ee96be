"""Two figures that are the ends of one: “between 10 and 15”, “5–10 million”."""  # noqa: RUF002

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from records.ingest.finding.measures.amounts import Amount
from records.ingest.finding.measures.changes import changed_before
from records.ingest.finding.measures.figures import Figure

_JOINT: Final = re.compile(r"\s?[\u2013\u2014-]\s?|\s(?:to|or|and)\s")
_BEFORE: Final = re.compile(r"(?i)\b(?P<word>between|from)\s$")
_DASHES: Final = frozenset("-\u2013\u2014")
_BACK = 9


def ranged(text: str, singles: list[Figure]) -> Iterator[Figure]:
    """Join the ends of ranges, and leave out results such as “67–50”."""  # noqa: RUF002
    place = 0
    while place < len(singles):
        figure = singles[place]
        after = singles[place + 1] if place + 1 < len(singles) else None
        joined = _range(text, figure, after) if after else None
        if joined:
            yield joined
        elif not (after and _against(text, figure, after)):
            place += 1
            yield figure
            continue
        place += 2


def _against(text: str, first: Figure, second: Figure) -> bool:
    falls = first.amount.value >= second.amount.value
    money = first.currency or second.currency
    return text[first.end : second.start] in _DASHES and falls and not money


def _range(text: str, low: Figure, high: Figure) -> Figure | None:
    """Make one of “5 to 10 million”; the lower end takes the scale and currency of the upper."""
    between = _JOINT.fullmatch(text, low.end, high.start)
    if between is None or not _alike(low, high):
        return None
    before = _BEFORE.search(text[max(0, low.start - _BACK) : low.start])
    word = before["word"].lower() if before else ""
    lower = _lower(low.amount, high.amount)
    if lower.value >= high.amount.value or not _joins(between[0].strip(), word, low, high):
        return None
    if word == "from" and changed_before(text, low.start):
        return None
    return replace(
        high,
        start=low.start - len(before[0]) if before else low.start,
        amount=lower,
        upper=high.amount,
        currency=high.currency or low.currency,
        word=low.word,
    )


def _alike(low: Figure, high: Figure) -> bool:
    if low.amount.order or high.amount.order or (low.percent and not high.percent):
        return False
    return not low.currency or low.currency == (high.currency or low.currency)


def _joins(joint: str, word: str, low: Figure, high: Figure) -> bool:
    if joint == "and":
        return word == "between"
    return joint != "or" or high.amount.value <= low.amount.value * 2


def _lower(low: Amount, high: Amount) -> Amount:
    shares = low.scale == 1 < high.scale and low.value < high.value / high.scale
    return low.scaled(high.scale) if shares else low
