from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from records.values.period import Period, PeriodError
from tests.values.strategies import deterministic, maybe_days

FEBRUARY = Period(date(2024, 2, 1), date(2024, 2, 29))
YEAR = Period(date(2024, 1, 1), date(2024, 12, 31))
SINCE_MARCH = Period(date(2024, 3, 1), None)
UNTIL_FEBRUARY = Period(None, date(2024, 2, 29))
ALWAYS = Period(None, None)


@st.composite
def periods(draw):
    earliest, latest = draw(maybe_days), draw(maybe_days)
    assume(not (earliest and latest) or earliest <= latest)
    return Period(earliest, latest)


@pytest.mark.parametrize(
    ("one", "other", "overlaps", "within"),
    [
        (FEBRUARY, YEAR, True, True),
        (YEAR, FEBRUARY, True, False),
        (FEBRUARY, FEBRUARY, True, True),
        (FEBRUARY, SINCE_MARCH, False, False),
        (FEBRUARY, UNTIL_FEBRUARY, True, True),
        (SINCE_MARCH, UNTIL_FEBRUARY, False, False),
        (SINCE_MARCH, YEAR, True, False),
        (UNTIL_FEBRUARY, YEAR, True, False),
        (SINCE_MARCH, ALWAYS, True, True),
        (ALWAYS, ALWAYS, True, True),
        (ALWAYS, SINCE_MARCH, True, False),
        (Period(date(2024, 2, 29), date(2024, 2, 29)), FEBRUARY, True, True),
    ],
)
def test_period_compared(one, other, overlaps, within):
    assert (one.overlaps(other), one.within(other)) == (overlaps, within)


def test_period_reversed_is_refused():
    with pytest.raises(PeriodError) as refusal:
        Period(date(2024, 2, 2), date(2024, 2, 1))
    assert refusal.value.code == "period_reversed"
    assert str(refusal.value) == (
        "The period 2024-02-02 to 2024-02-01 ends before it begins: exchange its ends."
    )


@deterministic
@given(periods(), periods())
def test_period_overlap_is_mutual_and_follows_from_within(one, other):
    assert one.overlaps(other) == other.overlaps(one)
    assert one.overlaps(other) or not one.within(other)


@deterministic
@given(periods(), st.dates())
def test_period_contains_a_day_wholly_or_not_at_all(period, day):
    inside = (period.earliest or date.min) <= day <= (period.latest or date.max)
    only = Period(day, day)
    assert (only.overlaps(period), only.within(period)) == (inside, inside)


@deterministic
@given(periods(), st.integers(1, 1000))
def test_period_extended_is_no_longer_within(period, count):
    assume(period.latest is not None)
    assume(date.max - period.latest >= timedelta(count))
    extended = Period(period.earliest, period.latest + timedelta(count))
    assert period.within(extended)
    assert not extended.within(period)
