from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.values.interval import Interval, IntervalError
from tests.values.strategies import amounts, deterministic, intervals_with_points

EVERYTHING = Interval(None, None)
SMALLEST_ABOVE_ZERO = Decimal("0.001")


def interval(low, high, ends="[]"):
    """Write an interval as in mathematics: `ends` is one of [], (], [) and ()."""
    return Interval(
        None if low is None else Decimal(low),
        None if high is None else Decimal(high),
        low_open=ends[0] == "(",
        high_open=ends[1] == ")",
    )


def holds(outer, number):
    return outer.overlaps(Interval.point(number))


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (interval(1, 2) + interval(10, 20), interval(11, 22)),
        (interval(1, 2, "(]") + interval(10, 20, "[)"), interval(11, 22, "()")),
        (interval(1, None) + interval(10, 20), interval(11, None)),
        (interval(1, 2) - interval(10, 20), interval(-19, -8)),
        (interval(1, 2, "[)") - interval(10, 20), interval(-19, -8, "[)")),
        (interval(1, 2) - interval(10, None), interval(None, -8)),
        (interval(1, 1) - interval(1, 1), interval(0, 0)),
        (-interval(1, 2, "(]"), interval(-2, -1, "[)")),
        (interval(2, 3).scaled_by(interval(10, 20)), interval(20, 60)),
        (interval(-2, 3).scaled_by(interval(10, 20)), interval(-40, 60)),
        (interval(-3, -2).scaled_by(interval(10, 20)), interval(-60, -20)),
        (interval(2, 3, "()").scaled_by(interval(0, 20)), interval(0, 60, "[)")),
        (interval(2, 3).scaled_by(interval(0, 20, "(]")), interval(0, 60, "(]")),
        (interval(0, 3).scaled_by(interval(0, 20, "(]")), interval(0, 60)),
        (interval(0, 3, "(]").scaled_by(interval(1, 20)), interval(0, 60, "(]")),
        (interval(-2, 0).scaled_by(interval(1, None)), interval(None, 0)),
        (interval(2, None).scaled_by(interval(1, None)), interval(2, None)),
        (interval(-2, 3).scaled_by(interval(0, 0)), interval(0, 0)),
        (interval(20, 60).divided_by(interval(2, 4)), interval(5, 30)),
        (interval(-20, 60).divided_by(interval(2, 4)), interval(-10, 30)),
        (interval(20, 60).divided_by(interval(0, 4, "(]")), interval(5, None)),
        (interval(-60, -20).divided_by(interval(0, 4, "(]")), interval(None, -5)),
        (interval(20, 60).divided_by(interval(2, None)), interval(0, 30, "(]")),
        (interval(0, 0).divided_by(interval(2, None)), interval(0, 0)),
        (interval(0, 60, "(]").divided_by(interval(2, 4)), interval(0, 30, "(]")),
        (interval(20, 60, "()").divided_by(interval(2, 4)), interval(5, 30, "()")),
        (EVERYTHING + interval(1, 2), EVERYTHING),
        (EVERYTHING.scaled_by(interval(1, 2)), EVERYTHING),
        (EVERYTHING.divided_by(interval(1, 2)), EVERYTHING),
    ],
)
def test_interval_arithmetic_known_answer(result, expected):
    assert result == expected


def test_interval_division_rounds_outward():
    third = interval(1, 1).divided_by(interval(3, 3))
    assert third == interval("0." + "3" * 34, "0." + "3" * 33 + "4")
    assert -third == interval(-1, -1).divided_by(interval(3, 3))


def test_interval_long_numbers_round_outward():
    long = "1" * 40
    doubled = interval(long, long) + interval(long, long)
    assert doubled == interval("2" * 34 + "000000", "2" * 33 + "3000000")


def test_interval_beyond_the_largest_number_is_unbounded():
    huge = Interval.point(Decimal("9E+999999999999999999"))
    assert huge.scaled_by(huge).high is None
    assert (-huge).scaled_by(huge).low is None


@pytest.mark.parametrize(
    ("low", "high", "ends", "code"),
    [
        (2, 1, "[]", "interval_empty"),
        (1, 1, "(]", "interval_empty"),
        (1, 1, "[)", "interval_empty"),
        ("NaN", None, "[]", "not_finite"),
        ("sNaN", None, "[]", "not_finite"),
        (None, "Infinity", "[]", "not_finite"),
        ("-Infinity", 1, "[]", "not_finite"),
    ],
)
def test_interval_impossible_is_refused(low, high, ends, code):
    with pytest.raises(IntervalError) as refusal:
        interval(low, high, ends)
    assert refusal.value.code == code


@pytest.mark.parametrize("factor", [interval(-1, 2), interval(None, 2), EVERYTHING])
def test_interval_scaled_by_negative_factor_is_refused(factor):
    with pytest.raises(IntervalError) as refusal:
        interval(1, 2).scaled_by(factor)
    assert refusal.value.code == "not_positive"


@pytest.mark.parametrize("divisor", [interval(0, 2), interval(-1, 2), interval(None, 2)])
def test_interval_divided_by_nonpositive_divisor_is_refused(divisor):
    with pytest.raises(IntervalError) as refusal:
        interval(1, 2).divided_by(divisor)
    assert refusal.value.code == "not_positive"


def test_interval_equal_bounds_compare_equal():
    assert Interval(Decimal("-0"), None, high_open=True) == Interval(Decimal(0), None)
    assert str(Interval(Decimal("-0.0"), None).low) == "0.0"


@pytest.mark.parametrize(
    ("one", "other", "common"),
    [
        (interval(1, 3), interval(2, 4), interval(2, 3)),
        (interval(1, 2), interval(2, 4), interval(2, 2)),
        (interval(1, 2, "[)"), interval(2, 4), None),
        (interval(1, 2), interval(2, 4, "(]"), None),
        (interval(1, 2), interval(3, 4), None),
        (interval(1, 3, "()"), interval(1, 3), interval(1, 3, "()")),
        (interval(None, 3), interval(1, None, "(]"), interval(1, 3, "(]")),
        (interval(-3, None), interval(None, -1), interval(-3, -1)),
        (EVERYTHING, interval(1, 3, "[)"), interval(1, 3, "[)")),
    ],
)
def test_interval_intersection(one, other, common):
    assert (one.intersection(other), other.intersection(one)) == (common, common)
    assert (one.overlaps(other), other.overlaps(one)) == (common is not None,) * 2


@pytest.mark.parametrize(
    ("one", "other", "less"),
    [
        (interval(1, 2), interval(3, 4), True),
        (interval(1, 2), interval(2, 4), False),
        (interval(1, 2, "[)"), interval(2, 4), True),
        (interval(1, 2), interval(2, 4, "(]"), True),
        (interval(1, None), interval(3, 4), False),
        (interval(1, 2), interval(None, 4), False),
        (interval(3, 4), interval(1, 2), False),
    ],
)
def test_interval_certainly_less(one, other, less):
    assert one.certainly_less(other) == less


@deterministic
@given(intervals_with_points(), intervals_with_points())
def test_interval_sums_and_differences_hold_those_of_members(one, other):
    (left, x), (right, y) = one, other
    assert holds(left + right, x + y)
    assert holds(left - right, x - y)


@deterministic
@given(intervals_with_points(), intervals_with_points(least=0))
def test_interval_products_hold_those_of_members(one, other):
    (left, x), (factor, y) = one, other
    assert holds(left.scaled_by(factor), x * y)


@deterministic
@given(intervals_with_points(), intervals_with_points(least=SMALLEST_ABOVE_ZERO))
def test_interval_quotients_hold_those_of_members(one, other):
    (left, x), (divisor, y) = one, other
    # The exact quotient need not be a decimal: q is inside when q * y = x can hold.
    quotients = left.divided_by(divisor).intersection(
        Interval.point(x).divided_by(Interval.point(y))
    )
    assert quotients is not None
    assert holds(quotients.scaled_by(Interval.point(y)), x)


@deterministic
@given(intervals_with_points(), intervals_with_points())
def test_interval_apart_is_less_or_greater(one, other):
    left, right = one[0], other[0]
    apart = left.certainly_less(right) or right.certainly_less(left)
    assert left.overlaps(right) != apart


@deterministic
@given(amounts, st.sampled_from([1, 2, 3, 7, 1000]))
def test_interval_points_hold_exact_arithmetic(value, number):
    point, divisor = Interval.point(value), Interval.point(Decimal(number))
    assert point + divisor == Interval.point(value + number)
    assert point - divisor == Interval.point(value - number)
    assert point.scaled_by(divisor) == Interval.point(value * number)
    assert holds(point.divided_by(divisor).scaled_by(divisor), value)
