"""What the property tests of values draw from."""

from datetime import date
from decimal import Decimal

from hypothesis import settings
from hypothesis import strategies as st

from records.values.interval import Interval

deterministic = settings(derandomize=True, deadline=None, database=None, max_examples=200)

days = st.dates()
maybe_days = st.none() | days
amounts = st.decimals(-10_000, 10_000, places=3)

any_numbers = st.none() | st.decimals() | amounts


@st.composite
def plain_dates(draw):
    """Draw an accepted date without an interval, as its text, year and qualification."""
    day = draw(days.filter(lambda each: each.year < date.max.year))
    codes = [f"{code:02}" for code in (*range(1, 13), *range(21, 25), *range(33, 37), 40, 41)]
    rest = draw(st.sampled_from(["", f"-{day:%m-%d}", *(f"-{code}" for code in codes)]))
    qualification = draw(st.sampled_from(["", "~", "?", "%"]))
    return f"{day.year:04}{rest}{qualification}", day.year, qualification


@st.composite
def intervals_with_points(draw, least=None):
    """Draw an interval, at times unbounded or open, and a number inside it."""
    inside = draw(amounts if least is None else st.decimals(least, 10_000, places=3))
    below, above = draw(st.tuples(*[st.decimals(0, 500, places=2)] * 2))
    low = inside - below if least is None else max(inside - below, Decimal(least))
    high = inside + above
    interval = Interval(
        draw(st.sampled_from([low, low, None])) if least is None else low,
        draw(st.sampled_from([high, high, None])),
        low_open=low < inside and draw(st.booleans()),
        high_open=inside < high and draw(st.booleans()),
    )
    return interval, inside
