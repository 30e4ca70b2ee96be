"""Amounts of the text with what touches them: a currency or a percent sign."""

import re
from dataclasses import dataclass
from typing import Final

from records.ingest.finding.measures import amounts, currencies, guards
from records.ingest.finding.measures.amounts import Amount
from records.ingest.finding.words import word_set

_AMOUNT: Final = re.compile(rf"(?P<sign>{currencies.BEFORE})?(?:{amounts.AMOUNT})")
_AFTER: Final = re.compile(currencies.AFTER)
_SHARE: Final = re.compile(
    r"(?i)(?:\s?%|[\s-]?per\s?cent(?!\w))(?P<points>[\s-]?(?:age)?[\s-]?points?\b)?"
    r"|\s?(?P<age_points>percentage\spoints?\b)"
)
_MASS: Final = re.compile(r"(?i)(?:-pound|\spounds?\sof\s|\spound\s(?:bomb|warhead))")
_ALONE: Final = word_set("a an")
_LONG_SCALES: Final = word_set("bn mn mln tn")
_VERBS: Final = word_set("won real crown crowns rand lei dram pound")
"""Names of currencies that are other words as well, unless a scale word stands before."""


@dataclass(frozen=True, slots=True)
class Figure:
    """Characters `start` to `end`, the amount, or the lower and `upper` end, and the currency."""

    start: int
    end: int
    amount: Amount
    upper: Amount | None = None
    currency: str = ""
    percent: bool = False
    points: bool = False
    word: str = ""
    """The number word, lower case, where no digits stand."""


def figures(text: str) -> list[Figure]:
    """Find all amounts that can be figures, in order."""
    found = (_figure(text, match) for match in _AMOUNT.finditer(text))
    return [figure for figure in found if figure]


def _figure(text: str, found: re.Match[str]) -> Figure | None:
    word = (found["words"] or found["order"] or "").lower()
    amount, end = _amount(text, found)
    if amount is None or word in _ALONE:
        return None
    sign = "" if word else found["sign"] or ""
    start = found.end("sign") if word and found["sign"] else found.start()
    currency = currencies.of_sign(sign) if sign else ""
    after = _AFTER.match(text, end)
    if after and not _MASS.match(text, end):
        end, currency = _named(text, after, currency, end, amount)
    share = None if currency else _SHARE.match(text, end)
    figure = Figure(
        start=start,
        end=share.end() if share else end,
        amount=amount,
        currency=currency,
        percent=bool(share),
        points=bool(share and (share["points"] or share["age_points"])),
        word=word,
    )
    return None if _rejected(text, figure, found) else figure


def _amount(text: str, found: re.Match[str]) -> tuple[Amount | None, int]:
    """Read the amount and where it ends; a lone `m` is a scale of money only."""
    short = (found["short"] or "").strip().lower()
    if short and not found["sign"] and short not in _LONG_SCALES:
        named = _AFTER.match(text, found.end())
        if named is None:
            return amounts.read_digits(found["digits"]), found.end("digits")
    return amounts.read(found), found.end()


def _named(text: str, after: re.Match[str], sign: str, end: int, amount: Amount) -> tuple[int, str]:
    """Read the currency's code or name behind a figure; one that is no currency is left."""
    if after["code"]:
        return after.end(), after["code"]
    if sign:
        return (after.end(), sign) if not after["adjective"] else (end, sign)
    noun = after["noun"].lower()
    if noun in _VERBS and amount.scale == 1:
        return end, ""
    code = currencies.of_noun(after["noun"], after["adjective"], text)
    return (after.end(), code) if code else (end, "")


def _rejected(text: str, figure: Figure, found: re.Match[str]) -> bool:
    before = text[found.start() - 1] if found.start() else " "
    if figure.word:
        return not found["words" if found["words"] else "order"][0].islower() and _inside(
            text, figure.start
        )
    if figure.currency or figure.percent:
        return before.isalnum()
    if guards.no_figure(text, found.start("digits"), figure.end):
        return True
    following = text[figure.end : figure.end + 3]
    return figure.amount.scale == 1 and guards.is_year(found["digits"], following)


def _inside(text: str, start: int) -> bool:
    """Tell a capitalised number word within a sentence, as in “Six Party talks”."""
    return bool(re.search(r"[\w,]\s$", text[max(0, start - 2) : start]))
