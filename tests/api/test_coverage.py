"""`/api/v1/coverage/`: what claims do not bear out yet."""

import pytest
from django.test import Client

from tests.factories import (
    AgreementEvidenceFactory,
    AgreementFactory,
    CitationFactory,
    ClaimFactory,
    SourceFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

PATH = "/api/v1/coverage/"


def agreement(**columns):
    source = SourceFactory(origin_group="one")
    claim = ClaimFactory(citations=[CitationFactory.build(source=source)])
    rows = [
        AgreementEvidenceFactory.build(claim=claim, field="title"),
        AgreementEvidenceFactory.build(claim=claim, field="status", stance="contradicts"),
    ]
    return AgreementFactory(status="signed", evidence=rows, **columns)


def head(record):
    return {
        "id": record.public_id,
        "url": f"/api/v1/agreements/{record.public_id}/",
        "name": record.title,
    }


def covered(client, **query):
    (found,) = client.get(PATH, {"type": "agreements"} | query).json()["results"]
    return found


def desk(role):
    client = Client()
    client.force_login(UserFactory(role=role))
    return client


def test_coverage_of_agreements_for_the_public(client):
    made = agreement()
    AgreementFactory(review_status="draft")

    assert covered(client) == {
        "type": "agreements",
        "unsupported": {
            "count": 1,
            "by_field": {
                "title": 0, "kind": 1, "status": 0, "areas": 0, "summary": 0, "parties": 0,
                "items": 0, "value": 0, "place": 0, "milestones": 0, "relations": 0,
            },
            "results": [head(made) | {"fields_without_evidence": ["kind"]}],
        },
        "single_source": {
            "count": 1, "results": [head(made) | {"field": "title", "row": None}],
        },
        "disputed": {"count": 1, "results": [head(made) | {"field": "status", "row": None}]},
        "waiting": None,
    }  # fmt: skip


@pytest.mark.parametrize("role", ["viewer", "editor", "reviewer"])
def test_what_waits_is_shown_to_those_who_may_see_drafts(role):
    draft = AgreementFactory(review_status="draft")
    created = draft.created_at.isoformat().replace("+00:00", "Z")

    assert covered(desk(role))["waiting"] == {
        "count": 1,
        "results": [head(draft) | {"review_status": "draft", "created_at": created}],
    }


def test_somebody_without_a_role_sees_what_the_public_sees(client):
    agreement()
    somebody = Client()
    somebody.force_login(UserFactory())

    assert covered(somebody) == covered(client)


def test_all_types_are_shown_unless_some_are_asked_for(client):
    def types(**query):
        return [each["type"] for each in client.get(PATH, query).json()["results"]]

    assert types() == ["agreements", "organizations", "weapon-systems"]
    assert types(type="weapon-systems,agreements") == ["agreements", "weapon-systems"]


@pytest.mark.parametrize("count", [1, 3])
def test_query_count(client, count, django_assert_num_queries):
    for _ in range(count):
        agreement()

    with django_assert_num_queries(7):
        covered(client)


@pytest.mark.parametrize("count", [1, 3])
def test_query_count_with_drafts(count, django_assert_num_queries):
    for _ in range(count):
        agreement(review_status="draft")
    viewer = desk("viewer")

    with django_assert_num_queries(11):  # session, user and permissions, too
        covered(viewer)


def test_lists_are_bounded_and_counts_are_not(client):
    made = [agreement() for _ in range(3)]

    found = covered(client, limit=2)

    for part in ("unsupported", "single_source", "disputed"):
        assert found[part]["count"] == 3
        assert [each["id"] for each in found[part]["results"]] == [
            each.public_id for each in made[:2]
        ]


@pytest.mark.parametrize(
    ("query", "pointer", "code"),
    [
        ("type=claims", "?type", "unknown_type"),
        ("limit=0", "?limit", "number_out_of_range"),
        ("limit=101", "?limit", "number_out_of_range"),
        ("limit=5&limit=6", "?limit", "repeated_parameter"),
        ("page=2", "?page", "unknown_parameter"),
    ],
)
def test_bad_query_is_refused(client, query, pointer, code):
    response = client.get(f"{PATH}?{query}")

    assert response.status_code == 400
    assert [(each["pointer"], each["code"]) for each in response.json()["errors"]] == [
        (pointer, code)
    ]


def test_it_is_only_read(client):
    assert client.post(PATH).status_code == 405
