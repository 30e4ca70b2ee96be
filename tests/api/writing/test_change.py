"""Records are changed by PUT and PATCH, for the revision that the client has read."""

import pytest

from records.models import Change
from tests.api.writing.bodies import BODIES
from tests.api.writing.state import nothing_stored, problem
from tests.factories import AgreementFactory, AgreementPartyFactory, OrganizationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def created(editor):
    response = editor.send("POST", "/api/v1/agreements/", BODIES["agreements"]())
    return response.json() | {"etag": response.headers["ETag"]}


def test_patch_changes_what_is_given(editor, created):
    response = editor.send("PATCH", created["url"], {"title": "New"}, If_Match=created["etag"])
    document = response.json()
    assert (response.status_code, document["title"], document["revision"]) == (200, "New", 2)
    assert document["parties"] == created["parties"]
    assert response.headers["ETag"] == editor.get(created["url"]).headers["ETag"]


def test_patch_replaces_a_list_as_a_whole(editor, created):
    parties = [{"organization": OrganizationFactory().public_id, "role": "funder"}]
    body = {"parties": parties, "value": None}
    document = editor.send("PATCH", created["url"], body, If_Match=created["etag"]).json()
    assert [party["role"] for party in document["parties"]] == ["funder"]
    assert (document["value"], document["items"]) == (None, created["items"])


def test_put_empties_what_is_left_out(editor, created):
    body = {"title": "Bare", "kind": "other"}
    document = editor.send("PUT", created["url"], body, If_Match=created["etag"]).json()
    emptied = {name: document[name] for name in ("areas", "parties", "items", "milestones")}
    assert emptied == {"areas": [], "parties": [], "items": [], "milestones": []}
    assert (document["summary"], document["place"], document["status"]) == (None, None, "unknown")


def test_change_without_if_match_is_refused(editor, created):
    response = editor.send("PATCH", created["url"], {"title": "New"})
    assert (response.status_code, response.json()["code"]) == (428, "precondition_required")


def test_change_of_a_stale_revision_is_refused_with_the_current_tag(editor, created):
    first = editor.send("PATCH", created["url"], {"title": "First"}, If_Match=created["etag"])
    second = editor.send("PATCH", created["url"], {"title": "Second"}, If_Match=created["etag"])
    assert (second.status_code, second.json()["code"]) == (412, "precondition_failed")
    assert second.headers["ETag"] == first.headers["ETag"]
    assert editor.get(created["url"]).json()["title"] == "First"


def test_rename_of_a_related_record_does_not_make_the_tag_stale(editor, created):
    party = created["parties"][0]["organization"]
    etag = editor.get(party["url"]).headers["ETag"]
    assert editor.send("PATCH", party["url"], {"name": "X"}, If_Match=etag).status_code == 200
    response = editor.send("PATCH", created["url"], {"title": "New"}, If_Match=created["etag"])
    assert response.status_code == 200
    assert response.json()["parties"][0]["organization"]["name"] == "X"


@pytest.mark.parametrize("etag", ["*", "1", 'W/"1-a"', '"x"', '"1", "2"', '"0"', ""])
def test_if_match_that_is_no_tag_of_a_record(editor, created, etag):
    response = editor.send("PATCH", created["url"], {"title": "New"}, If_Match=etag)
    (item,) = response.json()["errors"]
    assert (response.status_code, item["pointer"], item["code"]) == (
        400,
        "header:If-Match",
        "invalid_etag",
    )


def test_change_of_a_record_that_is_not_there(editor):
    response = editor.send("PATCH", "/api/v1/agreements/AGR-999/", {}, If_Match='"1"')
    assert (response.status_code, response.json()["code"]) == (404, "not_found")


def test_published_record_keeps_its_state(editor):
    record = AgreementFactory(parties=[AgreementPartyFactory.build()])
    path = f"/api/v1/agreements/{record.public_id}/"
    document = editor.send("PATCH", path, {"title": "New"}, If_Match='"1"').json()
    assert (document["review_status"], document["title"]) == ("published", "New")


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_collection_is_not_changed_as_a_whole(editor, method):
    assert editor.send(method, "/api/v1/agreements/", {}).status_code == 405


@pytest.mark.parametrize("method", ["PUT", "PATCH"])
def test_public_record_is_changed_for_a_reason_only(editor, method):
    record = OrganizationFactory()
    path = f"/api/v1/organizations/{record.public_id}/"
    body = {"name": "Other", "kind": "company"}
    with nothing_stored():
        response = editor.send(method, path, body, If_Match='"1"', X_Change_Reason="")
    assert problem(response) == (
        400, "validation_failed", [("header:X-Change-Reason", "reason_missing")],
    )  # fmt: skip
    assert editor.send(method, path, body, If_Match='"1"').status_code == 200
    change = Change.objects.latest("sequence")
    assert (change.reason, change.channel, change.actor.username) == ("A test.", "api", "editor")
