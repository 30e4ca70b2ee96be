"""Dates as people type them: what they become, and what is refused with what advice."""

import pytest

from records.values.dates_as_typed import normalise
from records.values.edtf import EdtfError

NORMALISED = [
    ("2024", "2024"),
    (" 2024-02 ", "2024-02"),
    ("2024-02-29", "2024-02-29"),
    ("2024-33", "2024-33"),
    ("2024-02~", "2024-02~"),
    ("2024%", "2024%"),
    ("2024-08/2025-02", "2024-08/2025-02"),
    ("../2026", "../2026"),
    ("2026/..", "2026/.."),
    ("2024-Q1", "2024-33"),
    ("2024Q4", "2024-36"),
    ("2024 q2", "2024-34"),
    ("Q1 2024", "2024-33"),
    ("Q3/2024", "2024-35"),
    ("Q2, 2024", "2024-34"),
    ("1st quarter of 2024", "2024-33"),
    ("fourth quarter 2024", "2024-36"),
    ("H1 2024", "2024-40"),
    ("2024-H2", "2024-41"),
    ("first half of 2024", "2024-40"),
    ("spring 2024", "2024-21"),
    ("Summer of 2024", "2024-22"),
    ("fall 2024", "2024-23"),
    ("2024 winter", "2024-24"),
    ("Feb 2024", "2024-02"),
    ("Feb. 2024", "2024-02"),
    ("Sept 2024", "2024-09"),
    ("February 2024", "2024-02"),
    ("May, 2024", "2024-05"),
    ("2024-Feb", "2024-02"),
    ("2/2024", "2024-02"),
    ("02.2024", "2024-02"),
    ("2024-2", "2024-02"),
    ("2024-2-9", "2024-02-09"),
    ("2024/02/09", "2024-02-09"),
    ("9 Feb 2024", "2024-02-09"),
    ("9th of February 2024", "2024-02-09"),
    ("February 9, 2024", "2024-02-09"),
    ("31/01/2024", "2024-01-31"),
    ("01/31/2024", "2024-01-31"),
    ("02.02.2024", "2024-02-02"),
    ("c. 2024", "2024~"),
    ("circa Feb 2024", "2024-02~"),
    ("~2024", "2024~"),
    ("about 2024?", "2024%"),
    ("Q1 2024?", "2024-33?"),
    ("2024 to 2025", "2024/2025"),
    ("from Feb 2024 to Q2 2025", "2024-02/2025-34"),
    ("2024 \u2013 2025", "2024/2025"),
    ("2024 - present", "2024/.."),
    ("Feb 2024/...", "2024-02/.."),
]  # fmt: skip

REFUSED = [
    ("early 2024", "ambiguous_date", "write what the source supports, such as 2024-33"),
    ("mid-2024", "ambiguous_date", "2024-01/2024-04"),
    ("the end of 2024", "ambiguous_date", "keep its words beside it"),
    ("01/02/2024", "ambiguous_date", "write 2024-01-02 or 2024-02-01, whichever is meant"),
    ("1.2.2024", "ambiguous_date", "write 2024-01-02 or 2024-02-01, whichever is meant"),
    ("30/30/2024", "no_such_date", "there is no month 30"),
    ("30 February 2024", "no_such_date", "that month has no day 30"),
    ("13/2024", "no_such_date", "13 is no month"),
    ("2024-13", "no_such_date", "13 is no month"),
    ("Q5 2024", "invalid_edtf", "'Q5 2024' has none of the accepted forms"),
    ("2025 to 2024", "interval_reversed", "the interval ends before it begins"),
    ("24", "invalid_edtf", "none of the accepted forms"),
    ("soon", "invalid_edtf", "none of the accepted forms"),
    ("..", "invalid_edtf", "none of the accepted forms"),
    ("", "invalid_edtf", "none of the accepted forms"),
    ("٢٠٢٤", "invalid_edtf", "none of the accepted forms"),
    ("Q1 2024 " * 100, "invalid_edtf", "longer than 64 characters"),
    ("early " * 14 + "2024", "ambiguous_date", "2024-33"),
    (None, "invalid_edtf", "it is not text"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "edtf"), NORMALISED)
def test_date_with_one_meaning_becomes_edtf(typed, edtf):
    assert normalise(typed) == edtf


@pytest.mark.parametrize(("typed", "edtf"), NORMALISED)
def test_normalising_twice_changes_nothing(typed, edtf):
    assert normalise(normalise(typed)) == edtf


@pytest.mark.parametrize(("typed", "code", "advice"), REFUSED)
def test_other_dates_are_refused_with_what_to_write(typed, code, advice):
    with pytest.raises(EdtfError) as refused:
        normalise(typed)
    assert refused.value.code == code
    assert advice in str(refused.value)
