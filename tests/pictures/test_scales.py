"""Where numbers and days are drawn."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from records.pictures.numbers import counted, power_of, written
from records.pictures.scales import Days, Scale, calendar, from_zero, ticks

NUMBERS = st.decimals(-(10**15), 10**15, places=3)
DAYS = st.dates(date(1000, 1, 1), date(9999, 12, 31))


def decimals(*numbers):
    return [Decimal(number) for number in numbers]


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        ("0", "100", ["0", "20", "40", "60", "80", "100"]),
        ("0", "4500000", ["0", "1000000", "2000000", "3000000", "4000000", "5000000"]),
        ("0", "0", ["0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
        ("7", "7", ["0", "2", "4", "6", "8"]),
        ("900100", "903000", ["900000", "901000", "902000", "903000"]),
        ("-3", "4", ["-4", "-2", "0", "2", "4"]),
        ("0", "0.003", ["0", "0.001", "0.002", "0.003"]),
        ("99999999999999999999999", "99999999999999999999999.000001", [
            "99999999999999999999999", "99999999999999999999999.0000002",
            "99999999999999999999999.0000004", "99999999999999999999999.0000006",
            "99999999999999999999999.0000008", "99999999999999999999999.000001",
        ]),
    ],
)  # fmt: skip
def test_ticks_are_round(low, high, expected):
    assert ticks(Decimal(low), Decimal(high)) == decimals(*expected)


@given(NUMBERS, NUMBERS)
@settings(max_examples=25)
def test_ticks_enclose_every_number_in_equal_steps(one, other):
    low, high = sorted((one, other))
    found = ticks(low, high)
    assert found[0] <= low
    assert found[-1] >= high
    assert 2 <= len(found) <= 8
    assert len({after - before for before, after in pairwise(found)}) == 1


@pytest.mark.parametrize(
    ("low", "high", "begins"),
    [
        ("5", "100", "0"),
        ("61", "100", "61"),
        ("60", "100", "0"),
        ("7", "7", "0"),
        ("-2", "9", "-2"),
    ],
)
def test_axis_begins_at_zero_unless_all_is_far_from_it(low, high, begins):
    assert from_zero(Decimal(low), Decimal(high)) == Decimal(begins)


def test_scale_maps_in_proportion():
    scale = Scale(Decimal(0), Decimal(200), 100, 0)
    assert [scale.at(Decimal(value)) for value in (0, 50, 200)] == [100, 75, 0]


def test_days_have_a_width():
    days = Days(date(2025, 1, 1), date(2025, 1, 4), 0, 40)
    assert (days.at(date(2025, 1, 1)), days.after(date(2025, 1, 1))) == (0, 10)
    assert days.after(date(2025, 1, 4)) == 40


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ((2025, 1, 1), (2025, 1, 3), ["2025-01-01", "2025-01-02", "2025-01-03"]),
        ((2025, 1, 5), (2025, 5, 1), ["2025-02", "2025-03", "2025-04", "2025-05"]),
        ((2022, 2, 24), (2026, 11, 1), ["2023", "2024", "2025", "2026"]),
        ((1949, 4, 4), (2026, 1, 1), ["1960", "1980", "2000", "2020"]),
        ((2025, 3, 9), (2025, 3, 9), ["2025-03-09"]),
    ],
)
def test_calendar_marks_days_that_people_know(first, last, expected):
    assert [name for _, name in calendar(date(*first), date(*last))] == expected


@given(DAYS, st.integers(0, 300_000))
@settings(max_examples=25)
def test_calendar_stays_within_and_is_not_crowded(first, days):
    last = min(first.toordinal() + days, date.max.toordinal())
    last = date.fromordinal(last)
    found = [day for day, _ in calendar(first, last)]
    assert found == sorted(set(found))
    assert len(found) <= 6
    assert all(first <= day <= last for day in found)


def test_calendar_of_the_last_days_there_are_ends():
    first = date.max - timedelta(days=3)
    assert [day for day, _ in calendar(first, date.max)][-1] == date.max


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0, "0"), (1700000, "1,700,000"), ("0.50", "0.5"), ("-0.5", "-0.5"), ("-1234.5", "-1,234.5")],
)
def test_number_is_written_in_full(number, expected):
    assert written(Decimal(number)) == expected


def test_things_are_counted():
    assert [counted(number, "agreement") for number in (0, 1, 2000)] == [
        "0 agreements",
        "1 agreement",
        "2,000 agreements",
    ]
    assert counted(2, "party", "parties") == "2 parties"


@pytest.mark.parametrize(
    ("highest", "expected"),
    [
        (5000, (1, "")),
        (20_000, (1000, "thousands")),
        (20_000_000, (10**6, "millions")),
        (2 * 10**16, (10**12, "trillions")),
    ],
)
def test_axis_counts_in_what_keeps_its_numbers_short(highest, expected):
    assert power_of([Decimal(0), Decimal(highest)]) == expected
