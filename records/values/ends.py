"""Lower ends of intervals and their arithmetic, always rounded down.

An upper end is the lower end of the interval's mirror image, so that lower ends are all there is.
"""

from dataclasses import dataclass
from decimal import (
    MAX_EMAX,
    MIN_EMIN,
    ROUND_FLOOR,
    Context,
    Decimal,
    DivisionByZero,
    InvalidOperation,
)

# A result below the smallest number becomes -Infinity, which is read as unbounded.
_DOWNWARD = Context(
    prec=34,
    rounding=ROUND_FLOOR,
    Emin=MIN_EMIN,
    Emax=MAX_EMAX,
    traps=[DivisionByZero, InvalidOperation],
)
_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class End:
    """A lower end: None is unbounded; `open` means that the value itself is left out."""

    value: Decimal | None
    open: bool = False

    def tightness(self) -> tuple[bool, Decimal, bool]:
        """Return a key that orders ends by how much they exclude."""
        return self.value is not None, self.value or _ZERO, self.open


def add(one: End, other: End) -> End:
    """Return the least sum."""
    if one.value is None or other.value is None:
        return End(None)
    return _end(_DOWNWARD.add(one.value, other.value), is_open=one.open or other.open)


def multiply(one: End, low: End, high: End) -> End:
    """Return the least product with a factor between `low`, zero or more, and `high`.

    `high` is an upper end as it stands. It is the factor for a negative end, `low` for others.
    """
    if one.value is None:
        return End(None)
    by = high if one.value < 0 else low
    if by.value is None:
        return End(None)
    # Zero times anything is zero, so a zero that is inside puts the product inside.
    zero_inside = any(end.value == 0 and not end.open for end in (one, by))
    product = _DOWNWARD.multiply(one.value, by.value)
    return _end(product, is_open=(one.open or by.open) and not zero_inside)


def divide(one: End, low: End, high: End) -> End:
    """Return the least quotient by a divisor above zero, between `low` and `high`.

    `high` is an upper end as it stands. `low` is the divisor for a negative end, `high` for others.
    """
    if one.value is None or one.value == 0:
        return one
    by = low if one.value < 0 else high
    if by.value is None:
        return End(_ZERO, open=True)
    if by.value == 0:
        return End(None)
    return _end(_DOWNWARD.divide(one.value, by.value), is_open=one.open or by.open)


def _end(value: Decimal, *, is_open: bool) -> End:
    return End(value, is_open) if value.is_finite() else End(None)
