"""Finds pairs of periods with amounts that cannot both hold, without comparing every pair.

Both sweeps go through the periods by their beginning and ask a tree of minima, ordered by the ends
of periods, for those that reach far enough and are small enough: each pair that is found costs a
logarithm of the number of periods, and so does each period.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby

from records.values.interval import Interval

_INFINITE = Decimal("Infinity")
Bound = tuple[Decimal, int]
"""A bound of an interval, and whether the numbers end just above it (1) or just below it (-1)."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days, both included, and the amounts that are possible for them."""

    earliest: int
    latest: int
    low: Bound
    high: Bound

    @classmethod
    def of(cls, earliest: date | None, latest: date | None, amounts: Interval) -> "Stretch":
        """Take a period, of which a missing end is open, and an interval."""
        low, high = amounts.low, amounts.high
        return cls(
            (earliest or date.min).toordinal(),
            (latest or date.max).toordinal(),
            (-_INFINITE, 0) if low is None else (low, int(amounts.low_open)),
            (_INFINITE, 0) if high is None else (high, -int(amounts.high_open)),
        )


def parts_beyond_wholes(stretches: Sequence[Stretch]) -> Iterator[tuple[int, int]]:
    """Yield a part and a whole, by place: within it or of the same days, and certainly more."""
    ends, ranks = _ranks([stretch.latest for stretch in stretches])
    lows, highs = _in_order(stretches)
    tree = _Least(len(stretches))
    order = sorted(range(len(stretches)), key=lambda place: stretches[place].earliest)
    for _, group in groupby(order, key=lambda place: stretches[place].earliest):
        together = list(group)
        for place in together:
            tree.put(ranks[place], highs[place], place)
        for part in together:
            first = bisect_left(ends, stretches[part].latest)
            yield from ((part, whole) for whole in tree.below(first, lows[part]))


def overlapping_apart(stretches: Sequence[Stretch]) -> Iterator[tuple[int, int]]:
    """Yield pairs, by place, whose days overlap and of which one is certainly more."""
    ends, ranks = _ranks([stretch.latest for stretch in stretches])
    lows, highs = _in_order(stretches)
    smaller, larger = _Least(len(stretches)), _Least(len(stretches))
    for place in sorted(range(len(stretches)), key=lambda place: stretches[place].earliest):
        first = bisect_left(ends, stretches[place].earliest)
        yield from ((place, other) for other in smaller.below(first, lows[place]))
        yield from ((other, place) for other in larger.below(first, -highs[place]))
        smaller.put(ranks[place], highs[place], place)
        larger.put(ranks[place], -lows[place], place)


def _ranks(ends: Sequence[int]) -> tuple[list[int], list[int]]:
    """Sort the ends, and give each its place among them."""
    order = sorted(range(len(ends)), key=lambda place: ends[place])
    ranks = [0] * len(ends)
    for rank, place in enumerate(order):
        ranks[place] = rank
    return [ends[place] for place in order], ranks


def _in_order(stretches: Sequence[Stretch]) -> tuple[list[int], list[int]]:
    """Number all bounds by their order, from 1, so that they compare as whole numbers."""
    bounds = sorted({bound for stretch in stretches for bound in (stretch.low, stretch.high)})
    numbers = {bound: number for number, bound in enumerate(bounds, 1)}
    lows = [numbers[stretch.low] for stretch in stretches]
    highs = [numbers[stretch.high] for stretch in stretches]
    return lows, highs


class _Least:
    """A tree that finds the numbers below a bound from a rank on."""

    def __init__(self, size: int) -> None:
        """Make room for so many ranks, all of them empty."""
        self._leaves = 1 << max(size - 1, 0).bit_length()
        self._empty = 1 << 62
        self._least = [self._empty] * (2 * self._leaves)
        self._places = [0] * self._leaves

    def put(self, rank: int, number: int, place: int) -> None:
        """Set the number of a rank."""
        self._places[rank] = place
        node = rank + self._leaves
        while node and self._least[node] > number:
            self._least[node] = number
            node >>= 1

    def below(self, first: int, bound: int) -> Iterator[int]:
        """Yield the places of numbers below the bound, of the rank `first` and after."""
        waiting = [(1, 0, self._leaves)]
        while waiting:
            node, start, width = waiting.pop()
            if self._least[node] >= bound or start + width <= first:
                continue
            if width == 1:
                yield self._places[start]
            else:
                half = width >> 1
                waiting += (
                    (2 * node + 1, start + half, half),
                    (2 * node, start, half),
                )
