"""Names that are completed while they are typed."""

import pytest
from django.test import Client

from records.models import Organization
from records.services.merging import merge_records
from tests.factories import (
    AgreementFactory,
    ClaimFactory,
    OrganizationFactory,
    OrganizationNameFactory,
    SourceFactory,
    UserFactory,
    WeaponSystemFactory,
    WeaponSystemNameFactory,
)
from tests.support.writing import AUTHORSHIP, store

pytestmark = pytest.mark.django_db

PATH = "/api/v1/autocomplete/"


def completed(client, query):
    """Name what is found, with the other name that begins so."""
    results = client.get(f"{PATH}?{query}").json()["results"]
    return [(each["id"], each["matched_name"]) for each in results]


def test_names_of_every_type_begin_so(client):
    maker = OrganizationFactory(
        name="Zeta works", kind="company", country="DE",
        names=[OrganizationNameFactory.build(text="ZW")],
    )  # fmt: skip
    gun = WeaponSystemFactory(
        designation="L119", names=[WeaponSystemNameFactory.build(text="Zeta gun")]
    )
    pact = AgreementFactory(title="Pact on zeta", kind="loan", place="UA")
    news = SourceFactory(title="Zeta news", kind="wire")
    ClaimFactory(text="Zeta said")
    assert client.get(f"{PATH}?q=zet").json() == {
        "more": False,
        "results": [
            {
                "type": "sources", "id": news.public_id, "name": "Zeta news",
                "url": f"/api/v1/sources/{news.public_id}/", "kind": "wire",
                "country": None, "category": None, "matched_name": None,
            },
            {
                "type": "organizations", "id": maker.public_id,
                "url": f"/api/v1/organizations/{maker.public_id}/", "name": "Zeta works",
                "kind": "company", "country": "DE", "category": None, "matched_name": None,
            },
            {
                "type": "weapon-systems", "id": gun.public_id,
                "url": f"/api/v1/weapon-systems/{gun.public_id}/", "name": "L119", "kind": None,
                "country": None, "category": gun.category_id, "matched_name": "Zeta gun",
            },
            {
                "type": "agreements", "id": pact.public_id,
                "url": f"/api/v1/agreements/{pact.public_id}/", "name": "Pact on zeta",
                "kind": "loan", "country": "UA", "category": None, "matched_name": None,
            },
        ],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("l119", None), ("L-119", None), ("l 119", None), ("l11", None), ("l1", None), ("l", None),
        ("119", None), ("L119 li", None), ("li", None), ("light gu", None), ("гарм", "Гармата"),
        ("harm", "Гармата"), ("garmata", "Гармата"), ("gamma", "L119 gamma"),
    ],
)  # fmt: skip
def test_what_is_typed_begins_a_name(client, typed, name):
    gun = WeaponSystemFactory(
        designation="L-119 light gun",
        names=[WeaponSystemNameFactory.build(text=text) for text in ("Гармата", "L119 gamma")],
    )
    assert completed(client, f"q={typed}") == [(gun.public_id, name)]


@pytest.mark.parametrize("typed", ["nothing", "19", "gun light", "l118"])
def test_what_begins_no_name_finds_nothing(client, typed):
    WeaponSystemFactory(
        designation="L-119 light gun", names=[WeaponSystemNameFactory.build(text="L119 gamma")]
    )
    assert completed(client, f"q={typed}") == []


def test_types_and_limit_are_chosen(client):
    made = [OrganizationFactory(name=f"Zeta {letter}") for letter in "ba"]
    gun = WeaponSystemFactory(designation="Zeta")
    answer = client.get(f"{PATH}?q=zeta&limit=2").json()
    assert (answer["more"], [each["id"] for each in answer["results"]]) == (
        True, [gun.public_id, made[1].public_id],
    )  # fmt: skip
    assert completed(client, "q=zeta&type=organizations") == [
        (made[1].public_id, None), (made[0].public_id, None),
    ]  # fmt: skip


def test_names_follow_the_record(client):
    made = OrganizationFactory(name="Alpha", review_status="draft")
    assert completed(client, "q=alph") == []
    made.review_status = "published"
    store(record=made, owned={})
    assert completed(client, "q=alph") == [(made.public_id, None)]
    made.name = "Beta"
    store(record=made, owned={"names": [OrganizationNameFactory.build(text="Gamma")]})
    assert (completed(client, "q=alph"), completed(client, "q=bet")) == (
        [], [(made.public_id, None)],
    )  # fmt: skip
    assert completed(client, "q=gam") == [(made.public_id, "Gamma")]
    made.review_status = "retracted"
    store(record=made, owned={})
    assert completed(client, "q=bet") == []


def test_merged_record_is_completed_no_more(client):
    survivor, merged = (OrganizationFactory(name=f"Zeta {word}") for word in ("one", "two"))
    merge_records(survivor=survivor, merged=merged, choices={}, authorship=AUTHORSHIP)
    assert Organization.objects.get(pk=merged.pk).review_status == "merged"
    assert completed(client, "q=zeta") == [(survivor.public_id, None)]
    assert completed(client, "q=zeta two") == [(survivor.public_id, "Zeta two")]


@pytest.mark.parametrize("role", ["viewer", "editor", "reviewer", "admin"])
def test_everybody_gets_the_same_and_no_drafts(client, role):
    OrganizationFactory(name="Zeta")
    OrganizationFactory(name="Zeta draft", review_status="draft")
    known = Client()
    known.force_login(UserFactory(role=role))
    answers = [each.get(f"{PATH}?q=zet").json() for each in (client, known)]
    assert answers[0] == answers[1]
    assert len(answers[0]["results"]) == 1


LONG = f"'{'a' * 40}' (cut, 501 characters) is longer than 500 characters; shorten it."
NO_CLAIMS = (
    "'claims' is not an accepted value. "
    "Accepted: agreements, organizations, weapon-systems, sources."
)


@pytest.mark.parametrize(
    ("query", "refused"),
    [
        ("", ("?q", "parameter_missing", "Give q, such as q=ministr.")),
        ("q=—", ("?q", "empty_search", "'—' has no letters or digits; give some.")),
        ("q=a&limit=51", ("?limit", "number_out_of_range", "'51' is not a number from 1 to 50.")),
        ("q=a&type=claims", ("?type", "invalid_choice", NO_CLAIMS)),
        (f"q={'a' * 501}", ("?q", "value_too_long", LONG)),
    ],
)
def test_query_that_is_wrong(client, query, refused):
    response = client.get(f"{PATH}?{query}")
    (error,) = response.json()["errors"]
    assert response.status_code == 400
    assert (error["pointer"], error["code"], error["detail"]) == refused


def test_queries_do_not_depend_on_the_rows(client, django_assert_num_queries):
    def make():
        OrganizationFactory(name="Zeta")
        WeaponSystemFactory(designation="Zeta")

    make()
    with django_assert_num_queries(3):
        assert len(completed(client, "q=zeta")) == 2
    make()
    make()
    with django_assert_num_queries(3):
        assert len(completed(client, "q=zeta")) == 6
    with django_assert_num_queries(1):
        assert completed(client, "q=nothing") == []


def test_table_has_the_same_rows(client):
    made = OrganizationFactory(name="Zeta", kind="company", country="DE")
    lines = client.get(f"{PATH}?q=zeta&format=csv").content.decode().splitlines()
    assert [line for line in lines if not line.startswith("# ")] == [
        "type,id,url,name,kind,country,category,matched_name",
        f"organizations,{made.public_id},/api/v1/organizations/{made.public_id}/,Zeta,company,DE,,",
    ]
    assert lines[-1].startswith("# end: rows=1, ")
