"""The feed of changes, and a mirror that follows it."""

import pytest
from django.test import Client

from records.api.resources import RESOURCES
from records.models import Change
from tests.api.history.conftest import COLLECTIONS, client_of
from tests.api.writing.state import problem
from tests.support.mirror import Mirror

pytestmark = pytest.mark.django_db

FEED = "/api/v1/changes/"


def same_as_register(mirror, client):
    for resource in RESOURCES:
        path, found = f"/api/v1/{resource.collection}/?ordering=id", []
        while path:
            page = client.get(path)
            found.append(page.content)
            path = page.json()["next"]
        joined = b",".join(mirror.as_bytes(resource.model.record_type))
        shown = b",".join(body.partition(b'"results":[')[2].removesuffix(b"]}") for body in found)
        assert shown == joined, resource.collection


def test_feed_numbers_public_changes_without_a_gap(client, past):
    page = client.get(f"{FEED}?page_size=500").json()
    count = Change.objects.public().count()
    assert [entry["seq"] for entry in page["results"]] == list(range(1, count + 1))
    assert (page["next"], page["last"]) == (None, count)
    assert Change.objects.count() == count + 1  # the draft


def test_entry_tells_all(client, past):
    change = Change.objects.of("ORG", 1).get(revision=2)
    (_, answer) = past.answers[2]
    assert client.get(f"{FEED}?after=1&record=ORG-1").json()["results"] == [
        {
            "seq": change.public_sequence, "at": "2025-04-04T14:00:00Z", "action": "changed",
            "version": 2,
            "review_status": "published", "reason": "It has sons.", "sha256": change.sha256,
            "url": "/api/v1/organizations/ORG-1/versions/2/",
            "record": {
                "id": "ORG-1", "url": "/api/v1/organizations/ORG-1/", "name": "Maker & Sons",
                "kind": answer["organizations"][0]["kind"],
                "country": answer["organizations"][0]["country"],
            },
            "merged_into": None,
            "document": answer["organizations"][0],
        }
    ]  # fmt: skip


def test_tombstone_has_a_reason_and_no_document(client, past):
    (entry,) = client.get(f"{FEED}?record=CLM-1&after=6").json()["results"]
    assert (entry["action"], entry["review_status"], entry["reason"], entry["document"]) == (
        "retracted", "retracted", "It was made up.", None,
    )  # fmt: skip


def test_merged_record_leads_to_the_one_that_answers_for_it(client, past):
    entry = client.get(f"{FEED}?record=ORG-3").json()["results"][-1]
    assert (entry["action"], entry["merged_into"], entry["document"]) == ("merged", "ORG-2", None)


def test_feed_is_filtered_by_type_and_record(client, past):
    def ids(query):
        return [entry["record"]["id"] for entry in client.get(FEED + query).json()["results"]]

    assert ids("?type=claims") == ["CLM-1", "CLM-1"]
    assert ids("?type=claims,agreements") == ["AGR-1", "CLM-1", "CLM-1", "AGR-1"]
    assert ids("?type=claims&type=agreements") == ["AGR-1", "CLM-1", "CLM-1", "AGR-1"]
    assert ids("?record=ORG-1") == ["ORG-1", "ORG-1"]
    assert ids("?record=ORG-1&type=claims") == []


def test_page_leads_on(client, past):
    first = client.get(f"{FEED}?page_size=2&type=organizations").json()
    assert first["next"] == f"{FEED}?page_size=2&type=organizations&after={first['last']}"
    assert client.get(f"{FEED}?after=1000").json() == {"next": None, "last": 1000, "results": []}


@pytest.mark.parametrize(
    ("query", "name", "code"),
    [
        ("after=-1", "after", "number_out_of_range"),
        ("after=1e3", "after", "number_out_of_range"),
        ("after=99999999999999999999", "after", "number_out_of_range"),
        ("page_size=0", "page_size", "number_out_of_range"),
        ("type=claim", "type", "unknown_type"),
        ("record=12", "record", "invalid_id"),
        ("cursor=x", "cursor", "unknown_parameter"),
    ],
)
def test_bad_query_of_the_feed_is_refused(client, db, query, name, code):
    response = client.get(f"{FEED}?{query}")
    assert problem(response) == (400, "invalid_query", [(f"?{name}", code)])


@pytest.mark.parametrize("size", [1, 3])
def test_number_of_queries_of_the_feed(client, past, django_assert_num_queries, size):
    with django_assert_num_queries(1):
        client.get(f"{FEED}?page_size={size}")


def test_mirror_ends_equal_to_the_register(client, past):
    mirror = Mirror(client)
    mirror.follow()
    same_as_register(mirror, client)
    assert mirror.documents.keys() == {
        record["id"] for name in COLLECTIONS for record in past.answers[-1][1][name]
    }


def test_mirror_of_the_digest_ends_equal_to_the_register(client, digest):
    mirror = Mirror(client)
    mirror.follow(page_size=100)
    same_as_register(mirror, client)


def test_feed_is_the_same_for_everybody(client, past):
    assert client_of("admin").get(FEED).json() == Client().get(FEED).json()
