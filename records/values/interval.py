"""Intervals of numbers and their arithmetic, always rounded outward.

A result holds every number that its operands can give and, but for the rounding of its ends to
34 significant digits, no other. The upper end of a result is computed as the lower end of the
mirror image.
"""

from dataclasses import dataclass
from decimal import Decimal

from records.values.ends import End, add, divide, multiply


class IntervalError(ValueError):
    """Bounds that make no interval, or an operand outside an operation's domain.

    `code` is `interval_empty`, `not_finite` or `not_positive`.
    """

    def __init__(self, message: str, code: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers from `low` to `high`; None is unbounded, an open end leaves its bound out.

    Never empty. An unbounded end is never marked open and a zero has no sign, so that equal
    intervals compare equal.
    """

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        """Raise IntervalError when a bound is not a finite number or no number is inside."""
        object.__setattr__(self, "low", _bound(self.low))
        object.__setattr__(self, "high", _bound(self.high))
        object.__setattr__(self, "low_open", self.low_open and self.low is not None)
        object.__setattr__(self, "high_open", self.high_open and self.high is not None)
        if _is_empty(self):
            raise IntervalError(
                f"No number lies between {self.low} and {self.high}: exchange or close the ends.",
                "interval_empty",
            )

    @classmethod
    def point(cls, value: Decimal) -> "Interval":
        """Return the interval of one number."""
        return cls(value, value)

    def __neg__(self) -> "Interval":
        """Return the mirror image: every number with its sign changed."""
        return Interval(_negated(self.high), _negated(self.low), self.high_open, self.low_open)

    def __add__(self, other: "Interval") -> "Interval":
        """Return the sums of a number of each, taken independently."""
        return _between(add(_low(self), _low(other)), add(_low(-self), _low(-other)))

    def __sub__(self, other: "Interval") -> "Interval":
        """Return the differences of a number of each, taken independently."""
        return self + -other

    def scaled_by(self, factor: "Interval") -> "Interval":
        """Return the products with a factor that is zero or more.

        Raises IntervalError when the factor can be negative.
        """
        least, greatest = _low(factor), _high(factor)
        if least.value is None or least.value < 0:
            raise IntervalError(f"The factor {factor} can be negative.", "not_positive")
        return _between(
            multiply(_low(self), least, greatest), multiply(_low(-self), least, greatest)
        )

    def divided_by(self, divisor: "Interval") -> "Interval":
        """Return the quotients by a divisor that is more than zero.

        Raises IntervalError when the divisor can be zero or negative.
        """
        least, greatest = _low(divisor), _high(divisor)
        if least.value is None or least.value < 0 or (least.value == 0 and not least.open):
            raise IntervalError(f"The divisor {divisor} can be zero or negative.", "not_positive")
        return _between(divide(_low(self), least, greatest), divide(_low(-self), least, greatest))

    def intersection(self, other: "Interval") -> "Interval | None":
        """Return the numbers that lie in both, or None when there are none."""
        low = max(_low(self), _low(other), key=End.tightness)
        mirrored_high = max(_low(-self), _low(-other), key=End.tightness)
        try:
            return _between(low, mirrored_high)
        except IntervalError:
            return None

    def overlaps(self, other: "Interval") -> bool:
        """Return whether both can hold: some number lies in both."""
        return self.intersection(other) is not None

    def certainly_less(self, other: "Interval") -> bool:
        """Return whether every number here is less than every number of `other`."""
        if self.high is None or other.low is None:
            return False
        if self.high == other.low:
            return self.high_open or other.low_open
        return self.high < other.low


def _bound(value: Decimal | None) -> Decimal | None:
    """Return a bound without the sign of a zero."""
    if value is None:
        return None
    if not value.is_finite():
        raise IntervalError(f"{value} is no bound: use None for an unbounded end.", "not_finite")
    return value or value.copy_abs()


def _negated(bound: Decimal | None) -> Decimal | None:
    return None if bound is None else bound.copy_negate()


def _is_empty(interval: Interval) -> bool:
    if interval.low is None or interval.high is None:
        return False
    if interval.low == interval.high:
        return interval.low_open or interval.high_open
    return interval.low > interval.high


def _low(interval: Interval) -> End:
    return End(interval.low, interval.low_open)


def _high(interval: Interval) -> End:
    return End(interval.high, interval.high_open)


def _between(low: End, mirrored_high: End) -> Interval:
    """Make an interval of its lower end and of the lower end of its mirror image."""
    return Interval(low.value, _negated(mirrored_high.value), low.open, mirrored_high.open)
