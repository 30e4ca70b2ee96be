"""Numbers of days, as far as imprecise dates tell them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from records.values.period import Period


@dataclass(frozen=True, slots=True)
class Days:
    """The least and the greatest number of days it can be; None where there is no bound."""

    min: int | None
    max: int | None


@dataclass(frozen=True, slots=True)
class DaysOfMany:
    """Several numbers of days in one: sums and medians of the lower bounds and of the upper ones.

    `count` numbers have both bounds and are in it. The true sum lies between the two sums, the true
    median between the two medians; both are exact. Without any number the sums are zero and the
    medians None.
    """

    count: int
    sum_min: int
    sum_max: int
    median_min: Decimal | None
    median_max: Decimal | None


def days_between(start: Period, end: Period) -> Days:
    """Count the days from a day within `start` to a day within `end`, negative if it is earlier."""
    return Days(_difference(end.earliest, start.latest), _difference(end.latest, start.earliest))


def bounded(numbers: Iterable[Days]) -> DaysOfMany:
    """Sum up the numbers that have both bounds."""
    pairs = [(each.min, each.max) for each in numbers]
    lower = [low for low, high in pairs if low is not None and high is not None]
    upper = [high for low, high in pairs if low is not None and high is not None]
    return DaysOfMany(len(lower), sum(lower), sum(upper), _median(lower), _median(upper))


def _difference(later: date | None, earlier: date | None) -> int | None:
    return None if later is None or earlier is None else (later - earlier).days


def _median(numbers: Sequence[int]) -> Decimal | None:
    if not numbers:
        return None
    ordered, middle = sorted(numbers), len(numbers) // 2
    if len(ordered) % 2:
        return Decimal(ordered[middle])
    return Decimal(ordered[middle - 1] + ordered[middle]) / 2
