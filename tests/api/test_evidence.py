"""`expand=evidence`: each fact with the claims about it, their grades and what follows."""

import pytest
from django.test import Client

from records.models import Agreement, Claim
from tests.factories import (
    AgreementEvidenceFactory,
    AgreementFactory,
    AgreementPartyFactory,
    CitationFactory,
    ClaimFactory,
    SourceFactory,
    UserFactory,
)
from tests.support.writing import store

pytestmark = pytest.mark.django_db

PATH = "/api/v1/agreements/"


def cited(group, **columns):
    source = SourceFactory(origin_group=group, reliability="B")
    return ClaimFactory(citations=[CitationFactory.build(source=source)], **columns)


def about(claim, field, row="", **columns):
    return AgreementEvidenceFactory.build(claim=claim, field=field, row=row, **columns)


def facts(client, agreement, **parameters):
    query = {"expand": "evidence", "fields": "evidence"} | parameters
    return client.get(f"{PATH}{agreement.public_id}/", query).json()["evidence"]


def states(client, agreement):
    return {(each["field"], each["row"]): each["state"] for each in facts(client, agreement)}


def graded(claim, stance="supports", quote=None):
    source = claim.citations.get().source
    return {
        "claim": {
            "id": claim.public_id,
            "url": f"/api/v1/claims/{claim.public_id}/",
            "name": claim.text,
            "kind": claim.kind,
        },
        "stance": stance,
        "quote": quote,
        "review_status": claim.review_status,
        "credibility": claim.credibility,
        "sources": [
            {
                "id": source.public_id,
                "reliability": source.reliability,
                "origin_group": source.origin_group or None,
            }
        ],
    }


def test_each_fact_is_shown_with_its_claims_and_their_grades(client):
    one, other = cited("release", credibility="3"), cited("")
    agreement = AgreementFactory(
        title="Repair",
        status="signed",
        parties=[AgreementPartyFactory.build(role=role) for role in ("host", "funder")],
    )
    host, funder = (f"{row.organization.public_id}/{row.role}" for row in agreement.parties.all())
    rows = [
        about(one, "title", quote="Repair"),
        about(other, "title"),
        about(one, "status", stance="contradicts"),
        about(one, "parties", host),
        about(other, "parties"),
    ]
    store(record=agreement, owned={"evidence": rows})

    assert facts(client, agreement) == [
        {
            "field": "title",
            "row": None,
            "state": "supported",
            "claims": [graded(one, quote="Repair"), graded(other)],
        },
        {"field": "kind", "row": None, "state": "unsupported", "claims": []},
        {
            "field": "status",
            "row": None,
            "state": "disputed",
            "claims": [graded(one, "contradicts")],
        },
        {
            "field": "parties",
            "row": host,
            "state": "supported",
            "claims": [graded(one), graded(other)],
        },
        {"field": "parties", "row": funder, "state": "single_source", "claims": [graded(other)]},
    ]


def test_copies_of_one_text_are_a_single_source(client):
    agreement = AgreementFactory(
        evidence=[about(cited("release"), "title"), about(cited("release"), "title")]
    )

    assert states(client, agreement)["title", None] == "single_source"


def test_retracted_claim_counts_no_more_and_is_shown_to_nobody_outside(client):
    claims = [cited("one"), cited("two")]
    agreement = AgreementFactory(evidence=[about(claim, "title") for claim in claims])
    Claim.objects.filter(pk=claims[0].pk).update(review_status="retracted")
    desk = Client()
    desk.force_login(UserFactory(role="viewer"))

    public, editorial = facts(client, agreement)[0], facts(desk, agreement)[0]

    assert [each["claim"]["id"] for each in public["claims"]] == [claims[1].public_id]
    assert [each["review_status"] for each in editorial["claims"]] == ["retracted", "published"]
    assert public["state"] == editorial["state"] == "single_source"


def test_field_without_evidence_is_shown_only_if_it_says_something(client):
    assert states(client, AgreementFactory()) == {
        ("title", None): "unsupported",
        ("kind", None): "unsupported",
    }


@pytest.mark.parametrize("count", [1, 3])
def test_list_with_evidence_asks_one_more_query(client, count, django_assert_num_queries):
    for _ in range(count):
        AgreementFactory(evidence=[about(cited("one"), "title") for _ in range(count)])

    with django_assert_num_queries(2):
        results = client.get(PATH, {"expand": "evidence"}).json()["results"]

    assert [len(each["evidence"][0]["claims"]) for each in results] == [count] * count
    assert Agreement.objects.count() == count


def test_evidence_that_is_not_selected_is_refused(client):
    response = client.get(PATH, {"expand": "evidence", "fields": "title"})

    assert [each["code"] for each in response.json()["errors"]] == ["expansion_not_selected"]


def test_record_without_evidence_has_none_to_expand(client):
    response = client.get("/api/v1/sources/", {"expand": "evidence"})

    assert response.status_code == 400
