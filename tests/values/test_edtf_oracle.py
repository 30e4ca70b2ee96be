"""The PyPI package `edtf` (5.0.2) as a second opinion, where it is right.

Left out, because it is not: winter, which it ends on 31 December of the year it begins in;
intervals with a quarter or half as an end, which it refuses; and `2024/`, which it accepts.
Of an open interval it gives only the closed end as a date. Its fuzzy bounds are not looked at:
they widen `2024-02~` by more than a year.
"""

import warnings
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from records.values.edtf import parse_edtf
from tests.values.strategies import days, deterministic

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # its grammar warns of itself when it is imported
    from edtf import parse_edtf as oracle_parse

few = settings(deterministic, max_examples=40)  # the oracle takes milliseconds for each

CODES = st.sampled_from([*range(1, 13), 21, 22, 23, *range(33, 37), 40, 41])
QUALIFICATIONS = st.sampled_from(["", "~", "?", "%"])
PARTS = st.integers(1, 3)


def oracle_bound(struct):
    return date(*struct[:3])


def written(day, parts):
    """Write a day as its year, its month or itself: its first one, two or three parts."""
    return "-".join(day.isoformat().split("-")[:parts])


def assert_same_bounds(text):
    theirs = oracle_parse(text)
    ours = parse_edtf(text)
    assert (ours.earliest, ours.latest) == (
        oracle_bound(theirs.lower_strict()),
        oracle_bound(theirs.upper_strict()),
    )


@few
@given(days, PARTS, QUALIFICATIONS)
def test_parse_edtf_date_agrees_with_oracle(day, parts, qualification):
    assert_same_bounds(written(day, parts) + qualification)


@few
@given(st.integers(1, 9999), CODES)
def test_parse_edtf_month_code_agrees_with_oracle(year, code):
    assert_same_bounds(f"{year:04}-{code:02}")


@few
@given(days, days, PARTS, PARTS)
def test_parse_edtf_closed_interval_agrees_with_oracle(one, other, start_parts, end_parts):
    start, end = sorted((one, other))
    assert_same_bounds(f"{written(start, start_parts)}/{written(end, end_parts)}")


@few
@given(days, PARTS)
def test_parse_edtf_open_interval_agrees_with_oracle(day, parts):
    text = written(day, parts)
    assert parse_edtf(f"{text}/..").earliest == oracle_bound(
        oracle_parse(f"{text}/..").lower_strict()
    )
    assert parse_edtf(f"../{text}").latest == oracle_bound(
        oracle_parse(f"../{text}").upper_strict()
    )
