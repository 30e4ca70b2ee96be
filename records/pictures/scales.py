"""Scales of numbers and of days, with ticks where people expect them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, localcontext

ABOUT = 5
"""Ticks that an axis has, more or less."""

TRUNCATED_ABOVE = Decimal("0.6")
"""Share of the highest value above which all values have to lie for an axis not to begin at 0."""

_DIGITS = 80
"""Enough for any two figures of the register in one number."""

_STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))
_DAYS = (1, 2, 7, 14)
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 3000)
_DAYS_IN_MONTH = 30.44


@dataclass(frozen=True, slots=True)
class Scale:
    """Maps numbers from `low` to `high` to places from `start` to `end`."""

    low: Decimal
    high: Decimal
    start: float
    end: float

    def at(self, value: Decimal) -> float:
        """Return the place of a number."""
        share = (value - self.low) / (self.high - self.low)
        return self.start + float(share) * (self.end - self.start)


def ticks(low: Decimal, high: Decimal) -> list[Decimal]:
    """Return round numbers at equal steps, of which the first and the last enclose two numbers."""
    with localcontext(prec=_DIGITS):
        return _ticks(low, high)


def _ticks(low: Decimal, high: Decimal) -> list[Decimal]:
    span = high - low
    if not span:
        low, span = min(low, Decimal()), abs(high) or Decimal(1)
        high = low + span
    rough = span / ABOUT
    power = Decimal(1).scaleb(rough.adjusted())
    step = next(each * power for each in _STEPS if each * power >= rough)
    first, last = (low // step) * step, high
    if first > low:  # division of a negative number rounds towards zero
        first -= step
    found = [first]
    while found[-1] < last:
        found.append(found[-1] + step)
    return found


def from_zero(low: Decimal, high: Decimal) -> Decimal:
    """Return where an axis begins: at 0 unless all values are far from it and close together."""
    if low < 0:
        return low
    return low if low > high * TRUNCATED_ABOVE and low != high else Decimal()


@dataclass(frozen=True, slots=True)
class Days:
    """Maps days from `first` to `last` to places from `start` to `end`; a day has a width."""

    first: date
    last: date
    start: float
    end: float

    def at(self, day: date) -> float:
        """Return the place where a day begins."""
        share = (day - self.first).days / ((self.last - self.first).days + 1)
        return self.start + share * (self.end - self.start)

    def after(self, day: date) -> float:
        """Return the place where a day ends."""
        share = ((day - self.first).days + 1) / ((self.last - self.first).days + 1)
        return self.start + share * (self.end - self.start)


def calendar(first: date, last: date) -> list[tuple[date, str]]:
    """Return days to mark between two days, with their names: years, months or days."""
    days = (last - first).days + 1
    step = next((each for each in _DAYS if each * ABOUT >= days), None)
    if step is not None:
        return [(day, day.isoformat()) for day in _every(first, last, step)]
    months = days / _DAYS_IN_MONTH
    step = next((each for each in _MONTHS if each * ABOUT >= months), _MONTHS[-1])
    length = len("2025" if step % 12 == 0 else "2025-01")
    return [(day, day.isoformat()[:length]) for day in _firsts(first, last, step)]


def _every(first: date, last: date, step: int) -> Iterator[date]:
    for number in range(first.toordinal(), last.toordinal() + 1, step):
        yield date.fromordinal(number)


def _firsts(first: date, last: date, step: int) -> Iterator[date]:
    """Yield the first days of every so many months, counted from the beginning of a year."""
    number = first.year * 12 + first.month - 1 + (first.day > 1)
    number = -(-number // step) * step
    while number < last.year * 12 + last.month:
        yield date(number // 12, number % 12 + 1, 1)
        number += step
