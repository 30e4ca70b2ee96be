"""The search over all records."""

import csv

import pytest
from django.test import Client

from records.models import NameStart
from tests.factories import (
    AgreementFactory,
    ClaimFactory,
    MeasureFactory,
    OrganizationFactory,
    OrganizationNameFactory,
    SourceFactory,
    UserFactory,
    WeaponSystemFactory,
)
from tests.support.agreements import agreed
from tests.support.writing import store

pytestmark = pytest.mark.django_db

PATH = "/api/v1/search/"
TYPES = ("organizations", "weapon-systems", "agreements", "claims", "sources")


def one_of_each(**fields):
    return [
        OrganizationFactory(name="Zeta works", country="DE", **fields),
        WeaponSystemFactory(designation="Zeta L119", origin="GB", **fields),
        AgreementFactory(title="On zeta", place="UA", **fields),
        ClaimFactory(text="It is zeta.", **fields),
        SourceFactory(title="Zeta news", **fields),
    ]


def shown(answer):
    """Take the members that say what was found and where."""
    return [(each["id"], each["match"], each["field"]) for each in answer["results"]]


def pieces(result):
    """Write a snippet with what is marked in brackets."""
    return "".join(
        f"[{each['text']}]" if each["marked"] else each["text"] for each in result["snippet"]
    )


def refusal(client, query):
    response = client.get(f"{PATH}?{query}")
    assert response.status_code == 400
    return [(each["pointer"], each["code"], each["detail"]) for each in response.json()["errors"]]


def test_every_type_is_searched(client):
    works, gun, on, claim, news = one_of_each()
    answer = client.get(f"{PATH}?q=zeta").json()
    assert {name: value for name, value in answer.items() if name != "results"} == {
        "counts": [{"type": each, "count": 1, "is_least": False} for each in TYPES],
        "left_out": {"beyond_limit": 0},
        "suggestions": [],
    }
    assert shown(answer) == [
        (works.public_id, "name_start", "name"),
        (gun.public_id, "name_start", "designation"),
        (news.public_id, "name_start", "title"),
        (on.public_id, "in_name", "title"),
        (claim.public_id, "in_text", "text"),
    ]
    assert [(each["country"], each["category"]) for each in answer["results"]] == [
        ("DE", None), ("GB", gun.category_id), (None, None), ("UA", None), (None, None),
    ]  # fmt: skip
    assert answer["results"][1] == {
        "type": "weapon-systems",
        "id": gun.public_id,
        "url": f"/api/v1/weapon-systems/{gun.public_id}/",
        "name": "Zeta L119",
        "kind": None,
        "country": "GB",
        "category": gun.category_id,
        "match": "name_start",
        "field": "designation",
        "snippet": [{"text": "Zeta", "marked": True}, {"text": " L119", "marked": False}],
    }


def test_types_are_chosen(client):
    _, gun, _, claim, _ = one_of_each()
    answer = client.get(f"{PATH}?q=zeta&type=claims,weapon-systems").json()
    assert [each["id"] for each in answer["results"]] == [gun.public_id, claim.public_id]
    assert [each["type"] for each in answer["counts"]] == ["weapon-systems", "claims"]


def test_limit_says_what_is_left_out(client):
    works, *_ = one_of_each()
    answer = client.get(f"{PATH}?q=zeta&limit=1").json()
    assert [each["id"] for each in answer["results"]] == [works.public_id]
    assert answer["left_out"] == {"beyond_limit": 4}


def test_snippet_shows_where_it_was_found(client):
    ClaimFactory(text=f"{'Before that. ' * 20}Guns L-119 and <b>guns</b>.{' After that.' * 30}")
    OrganizationFactory(name="Plant", names=[OrganizationNameFactory.build(text="Київський завод")])
    (claim,) = client.get(f"{PATH}?q=guns l119").json()["results"]
    assert pieces(claim) == (
        f"…that.{' Before that.' * 4} [Guns] [L-119] and <b>[guns]</b>.{' After that.' * 12} After…"
    )
    (plant,) = client.get(f"{PATH}?q=kyivskyi zavod").json()["results"]
    assert (plant["match"], plant["field"], pieces(plant)) == (
        "other_name", "names", "[Київський] [завод]",
    )  # fmt: skip


def test_public_id_finds_its_record(client):
    claim = ClaimFactory(text="Nothing about numbers")
    ClaimFactory(review_status="draft")
    answer = client.get(f"{PATH}?q={claim.public_id.lower()}").json()
    assert shown(answer) == [(claim.public_id, "id", "text")]
    assert sum(each["count"] for each in answer["counts"]) == 1
    hidden = client.get(f"{PATH}?q=CLM-{claim.pk + 1}").json()
    assert hidden["results"] == []


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("rhienmetall", ["rheinmetall"]),
        ("Rheinmetal", ["rheinmetall"]),
        ("hreinmetall", ["rheinmetall"]),
        ("einmetall rheinmetall", []),
        ("rhinmetal L-119", ["rheinmetall l 119"]),
        ("Рейнметал", ["rheinmetall"]),
        ("rheinmetall nowhere", []),
        ("rheinmetal tank", ["rheinmetall tank"]),
        ("bundeswher rheinmetal", ["bundeswehr rheinmetall"]),
        ("rhe", []),
        ("rhienmetall -x", []),
        ("rhienmetall OR x", []),
        ("hidden", []),
        ("hiden", []),
    ],
)
def test_nearest_names_are_suggested_when_nothing_is_found(client, asked, meant):
    OrganizationFactory(name="Rheinmetall AG")
    OrganizationFactory(name="Hidden", review_status="draft")
    OrganizationFactory(
        name="Procurement", names=[OrganizationNameFactory.build(text="Bundeswehr")]
    )
    answer = client.get(PATH, {"q": asked}).json()
    assert (answer["results"], answer["suggestions"]) == ([], meant)


def test_nothing_is_suggested_when_something_is_found(client):
    OrganizationFactory(name="Rheinmetall AG")
    ClaimFactory(text="They call it Rhienmetall.")
    assert client.get(f"{PATH}?q=rhienmetall").json()["suggestions"] == []


def test_empty_register(client):
    answer = client.get(f"{PATH}?q=anything").json()
    assert answer == {
        "counts": [{"type": each, "count": 0, "is_least": False} for each in TYPES],
        "left_out": {"beyond_limit": 0},
        "suggestions": [],
        "results": [],
    }


@pytest.mark.parametrize("role", ["viewer", "editor", "reviewer", "admin"])
def test_everybody_gets_the_same_and_no_drafts(client, role):
    one_of_each()
    one_of_each(review_status="draft")
    known = Client()
    known.force_login(UserFactory(role=role))
    answers = [each.get(f"{PATH}?q=zeta").json() for each in (client, known)]
    assert answers[0] == answers[1]
    assert [each["count"] for each in answers[0]["counts"]] == [1] * 5


@pytest.mark.parametrize(
    ("query", "refused"),
    [
        ("", [("?q", "parameter_missing", "Give q, such as q=L119.")]),
        ("q=", [("?q", "empty_value", "A value is empty; give one or leave it out.")]),
        ("q=-a", [("?q", "only_excluded",
                   "It only leaves out; say also what is sought, such as guns -drones.")]),
        ("q=a&limit=0", [("?limit", "number_out_of_range", "'0' is not a number from 1 to 100.")]),
        ("q=a&limit=101",
         [("?limit", "number_out_of_range", "'101' is not a number from 1 to 100.")]),
        ("q=a&type=claim",
         [("?type", "invalid_choice", "'claim' is not an accepted value. Nearest: claims.")]),
        ("q=a&kind=order",
         [("?kind", "unknown_parameter",
           "There is no parameter 'kind'; did you mean format, limit, q, type?")]),
        ("q=a\x07b", [("?q", "forbidden_character",
                       "Character U+0007 at position 1 cannot be stored; remove it.")]),
    ],
)  # fmt: skip
def test_query_that_is_wrong(client, query, refused):
    found = refusal(client, query.replace("\x07", "%07"))
    assert found == refused


def test_queries_do_not_depend_on_the_rows(client, django_assert_num_queries):
    one_of_each()
    with django_assert_num_queries(10):
        client.get(f"{PATH}?q=zeta")
    one_of_each()
    one_of_each()
    with django_assert_num_queries(10):
        assert len(client.get(f"{PATH}?q=zeta").json()["results"]) == 15
    with django_assert_num_queries(6):
        client.get(f"{PATH}?q=works zeta OR nothing")
    with django_assert_num_queries(6):
        client.get(f"{PATH}?q=nothingness")


def test_rename_is_found_at_once_and_changes_no_other_record(client):
    maker = OrganizationFactory(name="Zeta works")
    claim = ClaimFactory(text="Zeta said so", said_by=maker, organizations=[maker])
    maker.name = "Omega works"
    store(record=maker, owned={})
    assert shown(client.get(f"{PATH}?q=omega").json()) == [(maker.public_id, "name_start", "name")]
    assert shown(client.get(f"{PATH}?q=zeta").json()) == [(claim.public_id, "in_text", "text")]
    assert set(NameStart.objects.values_list("words", flat=True)) >= {"omega works", "works"}


def promised_and_disputed(word, maker):
    """Store two promises of a word that give different figures for the same year."""
    for value in (5, 7):
        figure = MeasureFactory.build(
            metric="contract_value", value=value, currency="EUR", period="2024"
        )
        ClaimFactory(
            text=f"They will pay {value} for {word}.", modality="commitment", due="2024",
            organizations=[maker], measures=[figure],
        )  # fmt: skip


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("agreements/roles/", ""), ("claims/groups/", "by=kind&measure_metric=contract_value"),
        ("claims/groups/", "by=kind"), ("conflicts/", ""), ("ladder/", "on=2025-04-04"),
        ("promises/", "on=2025-04-04"), ("ladder/summary/", "on=2025-04-04"),
        ("promises/summary/", "on=2025-04-04"), ("measures/series/", "metric=contract_value"),
    ],
)  # fmt: skip
def test_questions_over_many_records_take_q(client, payer, maker, path, asked):
    def answer(words):
        response = client.get(f"/api/v1/{path}?{asked}{words}")
        assert response.status_code == 200, response.content
        return response.json()

    nothing = answer("")
    agreed((payer, "funder"), (maker, "performer"), title="On zeta")
    promised_and_disputed("zeta", maker)
    everything = answer("")
    assert everything != nothing
    assert (answer("&q=zeta"), answer("&q=omega")) == (everything, nothing)


def test_claims_that_have_words_are_grouped(client):
    ClaimFactory(text="Zeta", kind="order")
    ClaimFactory(text="Omega", kind="aid")
    (group,) = client.get("/api/v1/claims/groups/?by=kind&q=zeta").json()["results"]
    assert (group["keys"][0]["value"], group["count"]) == ("order", 1)


def test_table_has_the_same_rows(client):
    one_of_each()
    answer = client.get(f"{PATH}?q=zeta").json()
    lines = client.get(f"{PATH}?q=zeta&format=csv").content.decode().splitlines()
    rows = list(csv.DictReader(line for line in lines if not line.startswith("# ")))
    assert [row["id"] for row in rows] == [each["id"] for each in answer["results"]]
    assert list(rows[0]) == [
        "type", "id", "url", "name", "kind", "country", "category", "match", "field",
        "snippet.text", "snippet.marked",
    ]  # fmt: skip
    assert lines[-1].startswith("# end: rows=5, ")
