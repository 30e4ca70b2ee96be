"""Any past state of the register can be read again."""

import pytest

from tests.api.history.conftest import client_of, everything
from tests.api.writing.state import problem

pytestmark = pytest.mark.django_db


def test_list_as_of_each_instant_is_what_the_list_was(client, past):
    for instant, answer in past.answers:
        assert everything(client, f"&known_at={instant:%Y-%m-%dT%H:%M:%SZ}") == answer


def test_record_as_of_each_instant_is_what_it_was(client, past):
    for instant, answer in past.answers:
        for collection, records in answer.items():
            for record in records:
                path = f"/api/v1/{collection}/{record['id']}/?known_at={instant:%Y-%m-%dT%H:%M:%SZ}"
                assert client.get(path).json() == record


def test_record_before_its_time_is_not_there(client, past):
    response = client.get("/api/v1/claims/CLM-1/?known_at=2025-04-04T12:30:00Z")
    assert problem(response) == (404, "not_found", [])


def test_draft_of_then_is_not_there_for_the_public(client, past):
    path = "/api/v1/organizations/ORG-3/?known_at=2025-04-04T15:30:00Z"
    assert problem(client.get(path)) == (404, "not_found", [])
    assert client_of("viewer").get(path).json()["name"] == "Hidden"


def test_record_as_of_its_retraction_is_gone(client, past):
    response = client.get("/api/v1/claims/CLM-1/?known_at=2025-04-04T17:30:00Z")
    assert problem(response) == (410, "retracted", [])
    assert client.get("/api/v1/claims/CLM-1/?known_at=2025-04-04T16:59:59Z").status_code == 200


def test_record_that_was_merged_by_then_leads_to_the_other(client, past):
    known_at = "known_at=2025-04-04T19:30:00Z"
    response = client.get(f"/api/v1/organizations/ORG-3/?{known_at}")
    assert (response.status_code, response.headers["Location"]) == (
        308, f"/api/v1/organizations/ORG-2/?{known_at}",
    )  # fmt: skip
    earlier = client.get("/api/v1/organizations/ORG-3/?known_at=2025-04-04T18:30:00Z")
    assert earlier.json()["name"] == "Hidden"


def test_offset_of_an_instant_counts(client, past):
    east = client.get("/api/v1/claims/CLM-1/?known_at=2025-04-04T16:00:00%2B02:00")
    assert east.json() == client.get("/api/v1/claims/CLM-1/?known_at=2025-04-04T14:00:00Z").json()


def test_fields_are_chosen_of_the_past(client, past):
    page = client.get("/api/v1/organizations/?known_at=2025-04-04T12:00:00Z&fields=id,name").json()
    assert page == {
        "next": None,
        "results": [{"id": "ORG-1", "name": "Maker"}, {"id": "ORG-2", "name": "Buyer"}],
    }


@pytest.mark.parametrize(
    ("query", "pointer", "code"),
    [
        ("known_at=yesterday", "?known_at", "invalid_instant"),
        ("known_at=2025-04-04", "?known_at", "invalid_instant"),
        ("known_at=2025-04-04T12:00:00", "?known_at", "invalid_instant"),
        ("known_at=2025-13-04T12:00:00Z", "?known_at", "invalid_instant"),
        ("known_at=2025-04-04T12:00:00+02:00", "?known_at", "invalid_instant"),
        ("known_at=", "?known_at", "invalid_instant"),
        ("known_at=9999-12-31T00:00:00Z", "?known_at", "instant_in_future"),
        ("known_at=2025-04-04T12:00:00Z&known_at=2025-04-04T12:00:00Z", "?known_at",
         "repeated_parameter"),
        ("known_at=2025-04-04T12:00:00Z&expand=parent", "?expand", "not_with_known_at"),
    ],
)  # fmt: skip
def test_bad_instant_is_refused(client, past, query, pointer, code):
    for path in ("/api/v1/organizations/", "/api/v1/organizations/ORG-1/"):
        assert problem(client.get(f"{path}?{query}")) == (400, "invalid_query", [(pointer, code)])


def test_past_list_has_one_order(client, past):
    response = client.get("/api/v1/organizations/?known_at=2025-04-04T12:00:00Z&ordering=-id")
    assert problem(response) == (400, "invalid_query", [("?ordering", "not_with_known_at")])


@pytest.mark.parametrize("query", ["kind=company", "count=true", "review_status=draft"])
def test_past_list_refuses_what_it_cannot_answer(client, past, query):
    response = client.get(f"/api/v1/organizations/?known_at=2025-04-04T12:00:00Z&{query}")
    name = query.partition("=")[0]
    assert problem(response) == (400, "invalid_query", [(f"?{name}", "not_with_known_at")])


@pytest.mark.parametrize("size", [1, 3])
def test_number_of_queries_of_a_past_list(client, past, django_assert_num_queries, size):
    with django_assert_num_queries(3):
        client.get(f"/api/v1/claims/?known_at=2025-04-04T14:00:00Z&page_size={size}")


def test_number_of_queries_of_a_past_record(client, past, django_assert_num_queries):
    with django_assert_num_queries(3):
        client.get("/api/v1/claims/CLM-1/?known_at=2025-04-04T14:00:00Z")


def test_unknown_parameter_of_a_past_list_is_refused(client, past):
    response = client.get("/api/v1/organizations/?known_at=2025-04-04T12:00:00Z&knd=company")
    assert problem(response) == (400, "invalid_query", [("?knd", "unknown_parameter")])
