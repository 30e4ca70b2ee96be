"""Codes that other bodies keep."""

import pytest
from django.core.exceptions import ValidationError

from records.validators.codes import validate_country, validate_currency, validate_language

ACCEPTED = [
    (validate_country, ["UA", "GB", "PL"]),
    (validate_currency, ["EUR", "UAH", "XAU"]),
    (validate_language, ["en", "uk", "en-GB", "uk-Latn", "zh-Hant-TW"]),
]
REFUSED = [
    (
        validate_country,
        "invalid_country",
        ["ua", "UK", "UKR", "XX", "", " UA", "UA\n", "\uff35\uff21"],
    ),
    (validate_currency, "invalid_currency", ["eur", "EU", "XXZ", "", "€", "EUR "]),
    (
        validate_language,
        "invalid_language",
        ["English", "xx-YY-ZZ", "", "en_GB", "EN", "en-", "en\n"],
    ),
]


@pytest.mark.parametrize(
    ("validate", "code"), [(validate, code) for validate, codes in ACCEPTED for code in codes]
)
def test_code_that_exists_is_accepted(validate, code):
    assert validate(code) is None


@pytest.mark.parametrize(
    ("validate", "code", "value"),
    [(validate, code, value) for validate, code, values in REFUSED for value in values],
)
def test_code_that_does_not_exist_is_refused(validate, code, value):
    with pytest.raises(ValidationError) as raised:
        validate(value)

    assert raised.value.code == code
    assert f"“{value}”" in raised.value.messages[0]
