"""Filters are in the schema as they work."""

import pytest
from django.http import QueryDict

from records.api.filters import FILTERS
from records.enums import PartyRole
from records.models import Agreement
from records.values.edtf import PATTERN
from tests.factories import CategoryFactory, SchemeCategoryFactory

DESCRIBED = [
    pytest.param(model, each, id=f"{model.__name__}-{each['name']}")
    for model, filters in FILTERS.items()
    for each in filters.openapi_parameters()
]


def of_agreements(name, **arguments):
    described = FILTERS[Agreement].openapi_parameters(**arguments)
    return next(each for each in described if each["name"] == name)


@pytest.mark.parametrize("model", FILTERS)
def test_every_filter_is_described(model):
    described = FILTERS[model].openapi_parameters()
    negated = [each["x-negation"] for each in described if "x-negation" in each]
    assert FILTERS[model].names() == {*(each["name"] for each in described), *negated}


@pytest.mark.parametrize(("model", "described"), DESCRIBED)
def test_description_is_a_sentence(model, described):
    assert described["description"][0].isupper()
    assert described["description"].endswith(".")
    assert (described["in"], described["required"]) == ("query", False)


@pytest.mark.django_db
@pytest.mark.parametrize(("model", "described"), DESCRIBED)
def test_example_works(model, described):
    CategoryFactory(code="artillery")
    SchemeCategoryFactory(code="III")
    asked, example = QueryDict("currency=EUR", mutable=True), described["example"]
    values = example if isinstance(example, list) else [example]
    asked.setlist(described["name"], [str(value).replace("True", "true") for value in values])
    assert list(FILTERS[model].apply(model.objects.all(), asked)) == []


@pytest.mark.parametrize("role", PartyRole)
def test_every_party_role_has_its_filter(role):
    assert FILTERS[Agreement].base_filters[role].role == role


def test_choice_is_an_array_of_codes():
    assert of_agreements("activity") == {
        "name": "activity",
        "in": "query",
        "required": False,
        "description": "What is done with an item; with weapon_system and category, with that "
        "item. Repeat it or separate by commas for alternatives; `activity!=…` leaves out what "
        "matches.",
        "style": "form",
        "explode": True,
        "schema": {
            "type": "array",
            "items": {
                "type": "string",
                "enum": [
                    "supply", "production", "co_production", "assembly", "maintenance_repair",
                    "modernization", "development", "training", "financing", "licensing",
                    "logistics", "other",
                ],
            },
            "minItems": 1,
            "maxItems": 100,
        },
        "example": ["supply"],
        "x-negation": "activity!",
    }  # fmt: skip


def test_choice_can_refer_to_the_component_of_its_vocabulary():
    described = of_agreements("activity", reference=lambda choices: {"$ref": choices.__name__})
    assert described["schema"]["items"] == {"$ref": "Activity"}


def test_between_is_separated_by_commas():
    described = of_agreements("between")
    assert (described["style"], described["explode"]) == ("form", False)
    assert described["schema"]["minItems"] == 2
    assert "x-negation" not in described


def test_range_is_a_single_value():
    assert of_agreements("signed_before") == {
        "name": "signed_before",
        "in": "query",
        "required": False,
        "description": "Signed on the last day of this EDTF date or earlier.",
        "schema": {"type": "string", "format": "edtf", "pattern": PATTERN, "maxLength": 64},
        "example": "2025-04",
    }


def test_modifier_has_a_default():
    assert of_agreements("include_children")["schema"] == {"type": "boolean", "default": False}
