"""Numbers as spreadsheets of many countries write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.services.importing.errors import CellError
from records.services.importing.formulas import escape, unescape
from records.services.importing.numbers import read_number
from records.values.decimals import plain


@pytest.mark.parametrize(
    ("text", "mark", "read"),
    [
        ("12", ".", "12"),
        ("12.50", ".", "12.5"),
        ("12,5", ".", "12.5"),
        ("12,5", ",", "12.5"),
        ("1,234", ",", "1.234"),
        ("1.234", ".", "1.234"),
        ("0,123", ".", "0.123"),
        ("1234,567", ".", "1234.567"),
        ("1 234 567,5", ",", "1234567.5"),
        ("1\u00a0234", ".", "1234"),
        ("1\u2019234.5", ".", "1234.5"),
        ("-5", ".", "-5"),
        ("+5", ".", "5"),
        ("\u22125,25", ",", "-5.25"),
        ("-0", ".", "0"),
        ("1000000", ".", "1000000"),
        (
            "123456789012345678901234.123456",
            ".",
            "123456789012345678901234.123456",
        ),
    ],
)
def test_number_is_read_as_it_is_meant(text, mark, read):
    assert read_number(text, mark) == read


@pytest.mark.parametrize(
    ("text", "mark", "advice"),
    [
        ("1,234", ".", "This can be 1234 or 1.234: write the one that is meant."),
        ("1.234", ",", "This can be 1234 or 1,234: write the one that is meant."),
    ],
)
def test_number_with_two_meanings_is_refused(text, mark, advice):
    with pytest.raises(CellError, match=advice.replace(".", r"\.")):
        read_number(text, mark)


@pytest.mark.parametrize(
    "text",
    ["1.234,5", "1,234,567", "12 34", "1e5", "NaN", "inf", "five", "5 €", "0x10", "1..2", ".", "٣"],
)
def test_what_is_no_number_is_refused(text):
    with pytest.raises(CellError, match="This is no number"):
        read_number(text, ".")


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**24), max_value=10**24))
def test_every_number_is_read_as_it_is_written(number):
    assert read_number(plain(number), ".") == plain(number)
    assert Decimal(plain(number)) == number


@given(st.text(alphabet="'=+-@\t\r\nab19.", max_size=6))
def test_escaping_is_undone_exactly(text):
    escaped = escape(text)
    assert unescape(escaped) == text
    assert not escaped.startswith(("=", "@", "+", "\t", "\r", "\n"))
    assert not escaped.startswith("-") or escaped[1:].replace(".", "").isdigit()
