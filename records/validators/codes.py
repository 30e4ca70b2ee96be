"""Rules for codes that other bodies keep."""

import re

from django.core.exceptions import ValidationError

from records.values.codes import COUNTRIES, CURRENCIES, LANGUAGE_PATTERN, is_language

_COUNTRIES = frozenset(COUNTRIES)
_CURRENCIES = frozenset(CURRENCIES)


def validate_country(value: str) -> None:
    """Accept an ISO 3166-1 alpha-2 code."""
    if value not in _COUNTRIES:
        raise ValidationError(
            "“%(value)s” is not an ISO 3166-1 alpha-2 country code such as UA.",
            code="invalid_country",
            params={"value": value},
        )


def validate_currency(value: str) -> None:
    """Accept an ISO 4217 alphabetic code."""
    if value not in _CURRENCIES:
        raise ValidationError(
            "“%(value)s” is not an ISO 4217 currency code such as EUR.",
            code="invalid_currency",
            params={"value": value},
        )


def validate_language(value: str) -> None:
    """Accept a BCP 47 tag in the form in which it is stored, whose subtags are registered."""
    if not re.fullmatch(LANGUAGE_PATTERN, value) or not is_language(value):
        raise ValidationError(
            "“%(value)s” is not a BCP 47 language tag such as en or uk-Latn.",
            code="invalid_language",
            params={"value": value},
        )
