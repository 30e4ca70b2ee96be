"""Dates of records."""

import pytest
from django.core.exceptions import ValidationError

from records.validators.dates import validate_edtf


@pytest.mark.parametrize(
    "value", ["2024", "2024-02-29", "2024-33", "2024~", "../2024", "2023/2024"]
)
def test_accepted_date_passes(value):
    assert validate_edtf(value) is None


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("2024-2", "invalid_edtf"),
        ("last year", "invalid_edtf"),
        ("[2023,2024]", "invalid_edtf"),
        ("2023-02-29", "no_such_date"),
        ("2024-02/2024-01", "interval_reversed"),
        ("0000", "year_out_of_range"),
    ],
)
def test_other_date_is_refused_with_the_code_of_its_problem(value, code):
    with pytest.raises(ValidationError) as raised:
        validate_edtf(value)

    assert raised.value.code == code
    assert value in raised.value.messages[0]
