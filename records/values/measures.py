"""What a reported figure can mean: the interval of numbers it leaves possible."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from records.enums import MeasureMode, Qualifier
from records.values.interval import Interval, IntervalError

# The square root of ten, rounded up, so that dividing by it and multiplying with it only widen.
_SQRT_10 = Decimal("3.162277660168379331998893544432718534")
_HALF = Interval.point(Decimal("0.5"))
# A count, an amount, a multiple and a share cannot be negative; the first rank is 1.
_LEAST = {
    MeasureMode.ABSOLUTE: Decimal(0),
    MeasureMode.RATIO: Decimal(0),
    MeasureMode.SHARE: Decimal(0),
    MeasureMode.RANK: Decimal(1),
}
_ONE_SIDED: dict[Qualifier, Callable[[Decimal], Interval]] = {
    Qualifier.AT_LEAST: lambda value: Interval(value, None),
    Qualifier.MORE_THAN: lambda value: Interval(value, None, low_open=True),
    Qualifier.AT_MOST: lambda value: Interval(None, value),
    Qualifier.LESS_THAN: lambda value: Interval(None, value, high_open=True),
}
_RANGED = {Qualifier.BETWEEN, Qualifier.EXACT, Qualifier.ABOUT}


class FigureError(ValueError):
    """A figure says nothing or contradicts itself.

    `code` is `no_value`, `not_positive`, `not_finite`, `bounds_reversed` or `out_of_range`.
    """

    def __init__(self, message: str, code: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as reported, in the measure's own unit; percentages and shares in percent.

    A range ("between", and "about 10 to 15") has no `value` but `value_min` and `value_max`, of
    which a missing one leaves that side unbounded. `precision` is the place value of the last
    reported digit ("14.5 million" has 100000, "30 %" and "26 tanks" have 1); None takes the
    value as exact.
    """

    mode: MeasureMode
    qualifier: Qualifier
    value: Decimal | None = None
    value_min: Decimal | None = None
    value_max: Decimal | None = None
    precision: Decimal | None = None


def figure_interval(figure: Figure) -> Interval:
    """Return every number the figure leaves possible.

    - exact, about: half a place value to each side; "about" adds no other width, since how far
      it reaches is not stated
    - at least, at most: the value and all beyond; more than, less than: without the value
    - between, and any other range: both bounds included
    - order of magnitude: from the value divided by the root of ten to the value times it

    Absolute figures, ratios and shares are zero or more and ranks one or more: what lies below
    is cut off.

    Raises FigureError when the figure lacks its value or leaves no number possible.
    """
    try:
        stated = _stated_interval(figure)
    except IntervalError as error:
        code = "not_finite" if error.code == "not_finite" else "bounds_reversed"
        raise FigureError(f"The figure's bounds make no interval: {error}", code) from error
    least = _LEAST.get(figure.mode)
    if least is None or (stated.low is not None and stated.low >= least):
        return stated
    possible = stated.intersection(Interval(least, None))
    if possible is None:
        raise FigureError(
            f"A figure of mode {figure.mode} cannot be below {least}: correct its value or mode.",
            "out_of_range",
        )
    return possible


def _stated_interval(figure: Figure) -> Interval:
    """Return what the words say, before what the mode rules out."""
    if figure.value is None or figure.qualifier == Qualifier.BETWEEN:
        return _range_interval(figure)
    if figure.qualifier in _ONE_SIDED:
        return _ONE_SIDED[figure.qualifier](figure.value)
    if figure.qualifier == Qualifier.ORDER_OF_MAGNITUDE:
        return _order_of_magnitude(figure.value)
    return _rounding_interval(figure.value, figure.precision)


def _range_interval(figure: Figure) -> Interval:
    nothing_given = figure.value_min is None and figure.value_max is None
    if nothing_given or figure.qualifier not in _RANGED:
        raise FigureError(f"The figure, {figure.qualifier}, has no value: give one.", "no_value")
    return Interval(figure.value_min, figure.value_max)


def _rounding_interval(value: Decimal, precision: Decimal | None) -> Interval:
    """Return the numbers that round to the value, both halfway cases included."""
    point = Interval.point(value)
    if precision is None:
        return point
    if not precision.is_finite() or precision <= 0:
        raise FigureError(f"The precision {precision} is not a number above zero.", "not_positive")
    half = Interval.point(precision).scaled_by(_HALF)
    return Interval((point - half).low, (point + half).high)


def _order_of_magnitude(value: Decimal) -> Interval:
    """Return the numbers within half an order of magnitude of the value."""
    size = Interval.point(value.copy_abs())
    if value == 0:
        raise FigureError("Zero has no order of magnitude: use another qualifier.", "not_positive")
    root = Interval.point(_SQRT_10)
    around = Interval(size.divided_by(root).low, size.scaled_by(root).high)
    return around if value > 0 else -around
