"""Numbers as digits and words, with their scale words applied."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from records.ingest.finding import numerals

_SCALES: Final = {
    "hundred": 10**2, "thousand": 10**3, "lakh": 10**5, "million": 10**6, "crore": 10**7,
    "billion": 10**9, "trillion": 10**12, "dozen": 12, "score": 20, "ten": 10,
    "k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12,
}  # fmt: skip
_WORD = r"(?:hundred|thousand|lakh|million|crore|billion|trillion)"
_SHORT = r"(?:mln|mn|bn|tn|[kmb])"
_GROUPED = r"[0-9]{1,3}(?:,[0-9]{2,3})+(?:\.[0-9]+)?|[0-9]{1,3}(?:[\u00a0\u202f][0-9]{3})+"
_BROKEN = r"[0-9]{1,3}\.\s[0-9]{1,3}(?=\s(?:thousand|million|billion|trillion)\b)"
_DIGITS = rf"(?:{_GROUPED}|{_BROKEN}|[0-9]+(?:\.[0-9]+)?)"
_AND_HALF = r"(?:\sand\sa\shalf)"
_IN_WORDS = (
    rf"(?:(?:an?|{numerals.WORDS}){_AND_HALF}?(?:[\s-](?:{_WORD}|dozen)\b(?:\s(?:and\s)?(?:{numerals.WORDS}))?)+"
    rf"|half\sa\s(?:{_WORD}|dozen)|(?:{numerals.WORDS}){_AND_HALF}?)"
)
_ORDER = r"(?:tens|dozens|scores|hundreds|thousands|lakhs|millions|crores|billions|trillions)"
AMOUNT: Final = (
    rf"(?P<digits>{_DIGITS})(?:{_AND_HALF}?(?P<scale>(?:[\s-]?{_WORD}\b)+)|(?P<short>\s?{_SHORT})(?![\w-]))?"
    rf"|(?i:\b(?P<words>{_IN_WORDS})\b)"
    rf"|(?i:\b(?P<order>(?:(?:several|many|(?:a\s)?few|a\scouple\s(?:of\s)?)\s)?{_ORDER}(?:\sof\s{_ORDER})*"
    rf"|(?:several|a\sfew|a\scouple(?:\sof)?|many)\s(?:{_WORD}|dozen))\b)"
)
"""Regular expression of one amount. The letters of `short` are a scale only of money."""

_LARGEST = Decimal(10) ** 24
_PLACES = -6


@dataclass(frozen=True, slots=True)
class Amount:
    """A number; `order` says that only its size is meant, as by “hundreds”, and it is the least.

    `precision` is the place value of its last digit.
    """

    value: Decimal
    precision: Decimal | None
    order: bool = False
    scale: int = 1
    """What its scale words make of one: 10**6 of “million”."""

    def scaled(self, scale: int) -> "Amount":
        """Apply the scale word of the number beside it, as in “5 to 10 million”."""
        precision = None if self.precision is None else self.precision * scale
        return Amount(self.value * scale, precision, self.order, scale)


def read(found: re.Match[str]) -> Amount | None:
    """Return the amount of a match of `AMOUNT`; None for more digits than a figure can have."""
    if found["digits"]:
        amount = _digits(found["digits"], found["scale"] or found["short"] or "")
    elif found["words"]:
        amount = _words(found["words"])
    else:
        least = _product(re.findall(r"[a-z]+", found["order"].lower()))
        amount = Amount(Decimal(least), None, order=True, scale=least)
    return _kept(amount)


def read_digits(digits: str) -> Amount | None:
    """Return the amount of digits whose scale is none after all."""
    return _kept(_digits(digits, ""))


def _kept(amount: Amount) -> Amount | None:
    value = amount.value.normalize()
    exponent = int(value.as_tuple().exponent)
    if value >= _LARGEST or exponent < _PLACES:
        return None
    return replace(
        amount, value=_plain(value), precision=amount.precision and _plain(amount.precision)
    )


def _plain(number: Decimal) -> Decimal:
    """Write a whole number without zeros behind the point."""
    return number.quantize(Decimal(1)) if number == number.to_integral() else number.normalize()


def _digits(digits: str, scales: str) -> Amount:
    number = Decimal(re.sub(r"[,\s\u00a0\u202f]", "", digits))
    scale = _product(re.findall(r"[a-z]+", scales.lower()))
    exponent = int(number.as_tuple().exponent)
    return Amount(number * scale, Decimal(scale).scaleb(min(exponent, 0)), scale=scale)


def _product(words: list[str]) -> int:
    product = 1
    for word in words:
        product *= _SCALES.get(word) or _SCALES.get(word.removesuffix("s"), 1)
    return product


def _words(text: str) -> Amount:
    """Add up number words: “two hundred and fifty thousand”."""
    text = text.lower()
    if text.startswith("half"):
        scale = _product(text.split()[-1:])
        return Amount(Decimal(scale) / 2, Decimal(scale) / 2, scale=scale)
    total, current, last = Decimal(0), Decimal(0), 1
    for part in re.findall(rf"and a half|{numerals.WORDS}|[a-z]+", text):
        if part == "and a half":
            current += Decimal("0.5")
        elif part in {"hundred", "dozen"}:
            last = _SCALES[part]
            current = max(current, Decimal(1)) * last
        elif part in _SCALES and part != "ten":
            last = _SCALES[part]
            total, current = (total or Decimal(0)) + (current or 1) * last, Decimal(0)
        elif part in {"a", "an"}:
            current = Decimal(1)
        elif part != "and":
            current += numerals.in_words(part)
            last = 1
    return Amount(total + current, Decimal(last), scale=last)
