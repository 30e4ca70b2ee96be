import pytest

from records.values.quoting import quote


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-13", "'2024-13'"),
        ("a\x00b\ud800", r"'a\x00b\ud800'"),
        ("x" * 41, f"'{'x' * 40}' (cut, 41 characters)"),
        (None, "a value of type NoneType"),
        (10**5000, "a value of type int"),
    ],
    ids=["text", "unprintable", "long", "none", "huge"],
)
def test_quote_any_value(value, expected):
    assert quote(value) == expected
