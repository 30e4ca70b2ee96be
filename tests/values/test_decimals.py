"""Decimals as text."""

from decimal import Decimal

import pytest

from records.values.decimals import plain


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0", "0"),
        ("-0.00", "0"),
        ("100", "100"),
        ("1E+3", "1000"),
        ("14.500", "14.5"),
        ("-0.0010", "-0.001"),
        ("123456789012345678901234.567890", "123456789012345678901234.56789"),
    ],
)
def test_plain_number(value, text):
    assert plain(Decimal(value)) == text
