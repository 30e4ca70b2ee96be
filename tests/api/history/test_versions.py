"""Versions: permanent, with a digest, and comparable."""

from base64 import b64decode
from hashlib import sha256

import pytest

from records.enums import Channel
from records.models import Change
from records.services.authorship import Authorship
from records.services.saving import save_record
from tests.api.history.conftest import client_of
from tests.api.writing.state import problem
from tests.factories import OrganizationFactory, OrganizationNameFactory

pytestmark = pytest.mark.django_db

VERSIONS = "/api/v1/organizations/ORG-1/versions/"


def test_versions_of_a_record_are_listed_newest_first(client, past):
    page = client.get(VERSIONS).json()
    digests = [each.sha256 for each in Change.objects.of("ORG", 1).order_by("-revision")]
    assert page == {
        "next": None,
        "results": [
            {
                "at": "2025-04-04T14:00:00Z", "action": "changed", "review_status": "published",
                "reason": "It has sons.", "version": 2, "sha256": digests[0],
                "url": f"{VERSIONS}2/",
            },
            {
                "at": "2025-04-04T12:00:00Z", "action": "created", "review_status": "published",
                "reason": "A test.", "version": 1, "sha256": digests[1], "url": f"{VERSIONS}1/",
            },
        ],
    }  # fmt: skip


def test_versions_come_in_pages(client, past):
    first = client.get(f"{VERSIONS}?page_size=1").json()
    assert [each["version"] for each in first["results"]] == [2]
    second = client.get(first["next"]).json()
    assert ([each["version"] for each in second["results"]], second["next"]) == ([1], None)


def test_version_is_the_document_of_then_byte_for_byte(client, past):
    (_, answer) = past.answers[0]
    response = client.get(f"{VERSIONS}1/")
    assert response.json() == answer["organizations"][0]
    digest = sha256(response.content)
    assert Change.objects.of("ORG", 1).get(revision=1).sha256 == digest.hexdigest()
    told = response.headers["Repr-Digest"].removeprefix("sha-256=:").removesuffix(":")
    assert b64decode(told) == digest.digest()


def test_versions_of_a_draft_are_for_those_who_may_see_it(client, past):
    path = "/api/v1/organizations/ORG-3/versions/"
    assert [each["version"] for each in client.get(path).json()["results"]] == [3, 2]
    assert problem(client.get(f"{path}1/")) == (404, "not_found", [])
    assert problem(client.get(f"{path}1/diff/2/")) == (404, "not_found", [])
    viewer = client_of("viewer")
    assert [each["version"] for each in viewer.get(path).json()["results"]] == [3, 2, 1]
    assert viewer.get(f"{path}1/").json()["review_status"] == "in_review"


def test_withdrawn_record_leads_to_its_last_version(client, past):
    response = client.get("/api/v1/claims/CLM-1/")
    assert problem(response) == (410, "retracted", [])
    assert response.json()["detail"] == "CLM-1 was retracted: It was made up."
    assert response.headers["Link"] == (
        '</api/v1/claims/CLM-1/versions/1/>; rel="predecessor-version"'
    )
    assert client.get("/api/v1/claims/CLM-1/versions/1/").status_code == 200
    assert problem(client.get("/api/v1/claims/CLM-1/versions/2/")) == (410, "retracted", [])
    assert client_of("viewer").get("/api/v1/claims/CLM-1/versions/2/").status_code == 200


def test_diff_tells_field_by_field(client, past):
    assert client.get(f"{VERSIONS}1/diff/2/").json() == {
        "results": [{"pointer": "/name", "before": "Maker", "after": "Maker & Sons"}]
    }
    assert client.get(f"{VERSIONS}2/diff/1/").json() == {
        "results": [{"pointer": "/name", "before": "Maker & Sons", "after": "Maker"}]
    }
    assert client.get(f"{VERSIONS}1/diff/1/").json() == {"results": []}


def test_diff_of_a_list_tells_what_came_and_went(client, db):
    names = [OrganizationNameFactory.build(text=text) for text in ("One", "Two")]
    record = OrganizationFactory(names=names)
    names = [OrganizationNameFactory.build(text=text) for text in ("Zero", "One", "Three")]
    save_record(
        record=record, owned={"names": names},
        authorship=Authorship(channel=Channel.COMMAND, reason="Better."),
    )  # fmt: skip

    found = client.get(f"/api/v1/organizations/{record.public_id}/versions/1/diff/2/").json()

    before, after = (
        client.get(f"/api/v1/organizations/{record.public_id}/versions/{number}/").json()["names"]
        for number in (1, 2)
    )
    assert found == {
        "results": [
            {"pointer": "/names/0", "after": after[0]},
            {"pointer": "/names/2/text", "before": before[1]["text"], "after": "Three"},
        ]
    }


@pytest.mark.parametrize("path", ["99/", "0/", "99999999999999999999/", "1/diff/99/", "2/diff/0/"])
def test_version_that_never_was_is_not_found(client, past, path):
    assert problem(client.get(f"{VERSIONS}{path}")) == (404, "not_found", [])


def test_versions_of_no_record_are_not_found(client, db):
    assert problem(client.get("/api/v1/organizations/ORG-9/versions/")) == (404, "not_found", [])
    response = client.get("/api/v1/organizations/CLM-9/versions/")
    assert problem(response) == (404, "not_found", [("/id", "wrong_record_type")])


@pytest.mark.parametrize(
    ("query", "name", "code"),
    [
        ("before=0", "before", "number_out_of_range"),
        ("before=x", "before", "number_out_of_range"),
        ("before=1&before=2", "before", "repeated_parameter"),
        ("page_size=501", "page_size", "number_out_of_range"),
        ("cursor=x", "cursor", "unknown_parameter"),
    ],
)
def test_bad_query_of_versions_is_refused(client, past, query, name, code):
    response = client.get(f"{VERSIONS}?{query}")
    assert problem(response) == (400, "invalid_query", [(f"?{name}", code)])


@pytest.mark.parametrize("size", [1, 3])
def test_number_of_queries_of_versions(client, past, django_assert_num_queries, size):
    with django_assert_num_queries(1):
        client.get(f"{VERSIONS}?page_size={size}")
