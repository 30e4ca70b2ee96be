"""The models' rules arrive with their code, at the body's own place, in the models' own words."""

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction

from records.api.problems.pointers import django_items
from records.api.resources import RESOURCES
from records.api.serializers import INPUTS
from tests.api.writing.bodies import BODIES
from tests.api.writing.state import nothing_stored, problem
from tests.factories import (
    CategoryFactory,
    OrganizationFactory,
    OrganizationIdentifierFactory,
    SourceFactory,
    WeaponSystemFactory,
    WeaponSystemIdentifierFactory,
)
from tests.support.writing import store

pytestmark = pytest.mark.django_db

MODELS = {resource.collection: resource.model for resource in RESOURCES}


def party(**members):
    return {"organization": OrganizationFactory().public_id, "role": "supplier"} | members


def parties_alike():
    return {"parties": [party(), *[party(role="funder")] * 2]}


def party_in_no_role():
    return {"parties": [party(role="boss")]}


def citations_alike():
    return {"citations": [{"source": SourceFactory().public_id, "locator": "p. 1"}] * 2}


def makers_alike():
    return {"manufacturers": [OrganizationFactory().public_id] * 2}


def organizations_unknown_and_alike():
    return {"organizations": ["ORG-999", "ORG-999"]}


def category_alike():
    return {"categories": [CategoryFactory().code] * 2}


def identifier_taken():
    OrganizationIdentifierFactory(scheme="lei", value="5299001OU9CSE29O6S05")
    return {}


def system_identifier_taken():
    WeaponSystemIdentifierFactory(scheme="wikidata", value="Q1")
    return {}


def measure(**members):
    return {"measures": [{"metric": "other", "mode": "absolute", "value": "1"} | members]}


MEASURE = "/measures/0"

# What a body that is right else is changed by, and what is said of it.
RULES = [
    # Agreements
    ("agreements", {"value": {"amount": "1"}}, ["", "value_without_currency"]),
    ("agreements", {"value": {"currency": "EUR"}}, ["", "currency_without_value"]),
    (
        "agreements",
        {"value": {"amount": "-1", "currency": "EUR"}},
        ["/value/amount", "min_value"],
    ),
    ("agreements", {"value": {"amount": "1.234", "currency": "EUR"}},
     ["/value/amount", "max_decimal_places"]),
    ("agreements", {"value": {"amount": "1", "currency": "EURO"}},
     ["/value/currency", "invalid_currency", "/value/currency", "max_length"]),
    ("agreements", {"title": ""}, ["/title", "blank"]),
    ("agreements", {"title": "x" * 501}, ["/title", "max_length"]),
    ("agreements", {"kind": "contrakt"}, ["/kind", "invalid_choice"]),
    ("agreements", {"status": ""}, ["/status", "blank"]),
    ("agreements", {"place": "XX"}, ["/place", "invalid_country"]),
    ("agreements", {"areas": ["maintenance", "flying"]}, ["/areas/1", "invalid_choice"]),
    ("agreements", {"areas": ["logistics", "logistics"]}, ["/areas/1", "duplicate"]),
    ("agreements", parties_alike, ["/parties/2", "duplicate"]),
    ("agreements", party_in_no_role, ["/parties/0/role", "invalid_choice"]),
    ("agreements", {"items": [{"activity": "supply"}]}, ["/items/0", "object_missing"]),
    ("agreements", {"items": [{"activity": "supply", "words": "x", "unit": "kg"}]},
     ["/items/0", "unit_without_quantity"]),
    ("agreements", {"items": [{"activity": "supply", "words": "x", "quantity": -1}]},
     ["/items/0/quantity", "min_value"]),
    ("agreements", {"milestones": [{"kind": "signature", "date": {"edtf": "2024-13"}}]},
     ["/milestones/0/date/edtf", "no_such_date"]),
    # Organizations
    ("organizations", {"kind": "state", "country": ""}, ["", "state_without_country"]),
    ("organizations", {"website": "works"}, ["/website", "invalid"]),
    ("organizations", {"website": "javascript:alert(1)"}, ["/website", "invalid"]),
    ("organizations", {"founded": {"edtf": "in 1889"}}, ["/founded/edtf", "invalid_edtf"]),
    ("organizations", {"founded": {"edtf": "2024/2020"}}, ["/founded/edtf", "interval_reversed"]),
    ("organizations", identifier_taken, ["/identifiers/0", "taken"]),
    ("organizations", {"identifiers": [{"scheme": "lei", "value": ""}]},
     ["/identifiers/0/value", "blank"]),
    ("organizations", {"names": [{"text": "W", "kind": "short", "language": "english"}]},
     ["/names/0/language", "invalid_language"]),
    ("organizations", {"names": [{"text": "W", "kind": "short"}] * 2}, ["/names/1", "duplicate"]),
    # Weapon systems
    ("weapon-systems", {"caliber_mm": "0"}, ["", "caliber_not_positive"]),
    ("weapon-systems", {"caliber_mm": "-5"}, ["/caliber_mm", "min_value"]),
    ("weapon-systems", {"caliber_mm": "10000"}, ["/caliber_mm", "max_whole_digits"]),
    ("weapon-systems", {"origin": "uk"}, ["/origin", "invalid_country"]),
    ("weapon-systems", {"category": "gun"}, ["/category", "does_not_exist"]),
    ("weapon-systems", makers_alike, ["/manufacturers/1", "duplicate"]),
    ("weapon-systems", system_identifier_taken, ["/identifiers/0", "taken"]),
    # Sources
    ("sources", {"sha256": "A" * 64}, ["/sha256", "invalid"]),
    ("sources", {"original_url": "ftp//x"}, ["/original_url", "invalid"]),
    ("sources", {"origin_group": "a b"}, ["/origin_group", "invalid"]),
    ("sources", {"reliability": "G"}, ["/reliability", "invalid_choice"]),
    ("sources", {"retrieved": {"edtf": "yesterday"}}, ["/retrieved/edtf", "invalid_edtf"]),
    # Claims
    ("claims", {"occurred": {"edtf": "2024", "unresolved": "ambiguous"}},
     ["", "occurred_resolved_and_not"]),
    ("claims", {"due": {"edtf": "2024", "unresolved": "ambiguous"}},
     ["", "due_resolved_and_not"]),
    ("claims", {"due": {"unresolved": "later"}}, ["/due/unresolved", "invalid_choice"]),
    ("claims", {"occurred": {"words": "x" * 501}}, ["/occurred/words", "max_length"]),
    ("claims", {"text": ""}, ["/text", "blank"]),
    ("claims", {"language": "xx-nonsense"}, ["/language", "invalid_language"]),
    ("claims", {"countries": ["UA", "UK"]}, ["/countries/1", "invalid_country"]),
    ("claims", {"countries": ["UA", "UA"]}, ["/countries/1", "duplicate"]),
    ("claims", {"countries": [""]}, ["/countries/0", "blank"]),
    ("claims", category_alike, ["/categories/1", "duplicate"]),
    ("claims", {"said_by": "ORG-999"}, ["/said_by", "does_not_exist"]),
    ("claims", organizations_unknown_and_alike,
     ["/organizations/0", "does_not_exist", "/organizations/1", "does_not_exist",
      "/organizations/1", "duplicate"]),
    ("claims", {"weapon_systems": ["WPN-999"]}, ["/weapon_systems/0", "does_not_exist"]),
    ("claims", {"agreements": ["AGR-999"]}, ["/agreements/0", "does_not_exist"]),
    ("claims", {"relations": [{"kind": "updates", "claim": "CLM-999"}]},
     ["/relations/0/claim", "does_not_exist"]),
    ("claims", citations_alike, ["/citations/1", "duplicate"]),
    ("claims", {"credibility": "7"}, ["/credibility", "invalid_choice"]),
    # Measures
    ("claims", measure(mode="percent_change", unit_code="TNE"), [MEASURE, "relative_with_unit"]),
    ("claims", measure(mode="percent_change", currency="EUR"), [MEASURE, "relative_with_unit"]),
    ("claims", measure(value=None, value_min="2", value_max="1"), [MEASURE, "range_reversed"]),
    ("claims", measure(value_min="2"), [MEASURE, "value_and_range"]),
    ("claims", measure(qualifier="between"), [MEASURE, "between_without_range"]),
    ("claims", measure(unit_code="TNE", currency="EUR"), [MEASURE, "unit_and_currency"]),
    ("claims", measure(precision="0"), [MEASURE, "precision_not_positive"]),
    ("claims", measure(precision="-1"), [f"{MEASURE}/precision", "min_value"]),
    ("claims", measure(mode="rank", value="0"), [MEASURE, "rank_not_positive"]),
    ("claims", measure(baseline_period={"edtf": "2023"}), [MEASURE, "absolute_with_baseline"]),
    ("claims", measure(baseline_period={"words": "x" * 501}),
     [f"{MEASURE}/baseline_period/words", "max_length"]),
    ("claims", measure(period={"edtf": "2024", "unresolved": "ambiguous"}),
     [MEASURE, "period_resolved_and_not"]),
    ("claims", measure(period={"edtf": "spring"}), [f"{MEASURE}/period/edtf", "invalid_edtf"]),
    ("claims", measure(period_length="six months"), [f"{MEASURE}/period_length", "invalid"]),
    ("claims", measure(due={"edtf": "20245"}), [f"{MEASURE}/due/edtf", "invalid_edtf"]),
    ("claims", measure(unit_code="tonne"),
     [f"{MEASURE}/unit_code", "invalid", f"{MEASURE}/unit_code", "max_length"]),
    ("claims", measure(category="gun"), [f"{MEASURE}/category", "does_not_exist"]),
]  # fmt: skip


def changed(collection, change):
    """Return a whole body with a change; what it points at is stored."""
    body = BODIES[collection]()
    return body | (change() if callable(change) else change)


def told_by_the_service(collection, body):
    """Hand the same data to the service; return what it says, by code and text."""
    read = INPUTS[MODELS[collection]](data=body)
    read.is_valid(raise_exception=True)
    values, owned = read.split()
    with pytest.raises(ValidationError) as caught, transaction.atomic():
        store(record=MODELS[collection](**values), owned=owned)
    return sorted((item.code, item.detail) for item in django_items(caught.value))


def told_by_the_api(response):
    return sorted((item["code"], item["detail"]) for item in response.json()["errors"])


@pytest.mark.parametrize(
    ("collection", "change", "expected"),
    RULES,
    ids=[f"{collection}-{'-'.join(expected[1::2])}" for collection, _, expected in RULES],
)
def test_rule_arrives_with_code_place_and_text(editor, collection, change, expected):
    body = changed(collection, change)
    with nothing_stored():
        response = editor.send("POST", f"/api/v1/{collection}/", body)
    items = sorted(zip(expected[::2], expected[1::2], strict=True))
    status, code, found = problem(response)
    assert (status, code, sorted(found)) == (400, "validation_failed", items)
    assert told_by_the_api(response) == told_by_the_service(collection, body)


@pytest.mark.parametrize("method", ["PUT", "PATCH"])
def test_rule_holds_for_a_change(editor, method):
    path = editor.send("POST", "/api/v1/claims/", BODIES["claims"]()).headers["Location"]
    body = {"text": "x", "language": "en", "kind": "other", "modality": "reported"}
    body |= measure(mode="percent_change", unit_code="TNE") | {"countries": ["UK"]}
    with nothing_stored():
        response = editor.send(method, path, body, If_Match='"1"')
    status, code, items = problem(response)
    assert (status, code) == (400, "validation_failed")
    assert set(items) == {
        ("/countries/0", "invalid_country"),
        ("/measures/0", "relative_with_unit"),
    }


def test_rules_over_columns_of_which_one_is_not_sent(editor):
    created = editor.send("POST", "/api/v1/organizations/", {"name": "X", "kind": "company"})
    with nothing_stored():
        response = editor.send(
            "PATCH", created.headers["Location"], {"kind": "state"}, If_Match='"1"'
        )
    assert problem(response) == (400, "validation_failed", [("", "state_without_country")])


def test_row_of_a_change_needs_what_any_row_needs(editor):
    path = editor.send("POST", "/api/v1/claims/", BODIES["claims"]()).headers["Location"]
    with nothing_stored():
        response = editor.send("PATCH", path, {"measures": [{"value": "1"}]}, If_Match='"1"')
    assert problem(response) == (
        400,
        "validation_failed",
        [("/measures/0/metric", "required"), ("/measures/0/mode", "required")],
    )


@pytest.mark.behind_the_service
def test_published_claim_keeps_a_citation(editor):
    body = BODIES["claims"]()
    path = editor.send("POST", "/api/v1/claims/", body).headers["Location"]
    model = MODELS["claims"]
    model.objects.filter(pk=int(path.rstrip("/").rpartition("-")[2])).update(
        review_status="published"
    )
    with nothing_stored():
        response = editor.send("PATCH", path, {"citations": []}, If_Match='"1"')
    assert problem(response) == (400, "validation_failed", [("", "published_without_citation")])


def test_published_record_shows_no_draft(editor):
    published = WeaponSystemFactory()
    draft = editor.send("POST", "/api/v1/organizations/", {"name": "X", "kind": "company"}).json()
    path = f"/api/v1/weapon-systems/{published.public_id}/"
    with nothing_stored():
        response = editor.send("PATCH", path, {"manufacturers": [draft["id"]]}, If_Match='"1"')
    assert problem(response) == (400, "validation_failed", [("", "refers_to_unpublished")])
    assert draft["id"] in response.json()["errors"][0]["detail"]


def test_everything_that_is_wrong_is_said_at_once(editor):
    body = BODIES["agreements"]() | {"kind": "x", "value": {"amount": "1"}, "areas": ["a", "b"]}
    with nothing_stored():
        response = editor.send("POST", "/api/v1/agreements/", body)
    assert problem(response)[2] == [
        ("/kind", "invalid_choice"),
        ("", "value_without_currency"),
        ("/areas/0", "invalid_choice"),
        ("/areas/1", "invalid_choice"),
    ]
