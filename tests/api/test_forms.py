"""The forms that the schema gives to texts are those that the register takes."""

import re

import pytest
from django.core.exceptions import ValidationError

from records.api.serializers.forms import decimal_form_of, form_of
from records.models import (
    Agreement,
    Claim,
    Measure,
    Organization,
    OrganizationIdentifier,
    Source,
    WeaponSystem,
)
from records.validators.text import PLAIN_TEXT_PATTERN, validate_plain_text


def is_plain(character):
    try:
        validate_plain_text(character)
    except ValidationError:
        return False
    return True


def test_plain_text_is_what_the_validator_takes():
    characters = [chr(number) for number in range(0xD800)]
    found = [each for each in characters if re.search(PLAIN_TEXT_PATTERN, each)]
    assert found == [each for each in characters if is_plain(each)]


@pytest.mark.parametrize(
    ("model", "name", "taken", "refused"),
    [
        (Organization, "name", ["a", "a\nb"], ["", "a\x1bb"]),
        (Organization, "country", ["", "UA"], ["ua", "UKR"]),
        (Organization, "website", ["", "https://works.example/"], ["works.example", "https://a b"]),
        (Organization, "founded", ["", "1889", "2024-33/.."], ["1889-", "2024-13", "../.."]),
        (OrganizationIdentifier, "value", ["5299001"], ["", "a\0"]),
        (Agreement, "value_currency", ["", "EUR"], ["eur"]),
        (Source, "language", ["", "uk-Latn"], ["UK", "uk-"]),
        (Source, "sha256", ["", "a" * 64], ["a" * 63, "A" * 64]),
        (WeaponSystem, "category", ["artillery.towed"], ["", "Artillery", "artillery."]),
        (Measure, "unit_code", ["", "TNE"], ["tne", "T"]),
        (Claim, "text", ["a"], ["", "a\x7f"]),
    ],
)
def test_form_of_a_column(model, name, taken, refused):
    schema = form_of(model._meta.get_field(name))

    def fits(text):
        return schema.get("minLength", 0) <= len(text) and re.search(schema["pattern"], text)

    assert [text for text in [*taken, *refused] if fits(text)] == taken


def test_form_of_a_decimal_that_is_never_negative():
    assert decimal_form_of(WeaponSystem._meta.get_field("caliber_mm")) == {
        "type": ["string", "integer"],
        "format": "decimal",
        "pattern": r"^[0-9]{1,4}(\.[0-9]{1,2})?$",
        "minimum": 0,
        "maximum": 9999,
    }


def test_form_of_a_decimal_with_a_sign():
    schema = decimal_form_of(Measure._meta.get_field("value"))
    assert schema["pattern"] == r"^-?[0-9]{1,24}(\.[0-9]{1,6})?$"
    assert (schema["minimum"], schema["maximum"]) == (1 - 10**24, 10**24 - 1)
