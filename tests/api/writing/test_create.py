"""Records are created by POST."""

import pytest

from records.api.serializers import INPUTS
from tests.api.writing.bodies import BODIES, shown

pytestmark = pytest.mark.django_db


def written(subject, document):
    """What a document shows of the members that a client writes."""
    members = INPUTS[subject.resource.model]().fields
    found = {name: value for name, value in shown(document).items() if name in members}
    found["notes"] = document["editorial"]["notes"]
    for name in ("founded", "dissolved", "published", "retrieved", "date"):
        if isinstance(found.get(name), dict):
            found[name] = {"edtf": found[name]["edtf"]}
    for milestone in found.get("milestones", []):
        milestone["date"] = {"edtf": milestone["date"]["edtf"]}
    for measure in found.get("measures", []):
        measure["due"] = {"edtf": measure["due"]["edtf"]}
    return found


def test_body_fills_every_member(editor, subject):
    body = BODIES[subject.resource.collection]()
    assert set(body) == set(INPUTS[subject.resource.model]().fields)


def test_create_stores_a_draft_and_answers_with_its_document(editor, subject):
    body = BODIES[subject.resource.collection]()
    response = editor.send("POST", subject.path, body)
    assert response.status_code == 201, response.json()
    document = response.json()
    assert written(subject, document) == body
    assert (document["review_status"], document["revision"]) == ("draft", 1)
    assert response.headers["Location"] == document["url"]
    again = editor.get(document["url"])
    assert (again.content, again.headers["ETag"]) == (response.content, response.headers["ETag"])


def test_create_is_not_public(editor, client, subject):
    location = editor.send("POST", subject.path, BODIES[subject.resource.collection]())["Location"]
    assert client.get(location).status_code == 404


@pytest.mark.behind_the_service
def test_notes_are_for_editors_only(editor, client, subject):
    document = editor.send("POST", subject.path, BODIES[subject.resource.collection]()).json()
    assert document["editorial"] == {"review_status": "draft", "notes": "Check the date."}
    subject.resource.model.objects.update(review_status="published")
    public, listed = client.get(document["url"]), client.get(subject.path, {"page_size": 500})
    assert b"Check the date." not in public.content + listed.content
    assert b"editorial" not in public.content + listed.content
    seen = editor.get(subject.path, {"page_size": 500, "fields": "id"}).json()["results"]
    assert {"id": document["id"], "editorial": {"review_status": "published",
                                                "notes": "Check the date."}} in seen  # fmt: skip


def test_create_with_the_least_that_is_needed(editor, subject):
    fields = INPUTS[subject.resource.model]().fields
    full = BODIES[subject.resource.collection]()
    least = {name: full[name] for name, field in fields.items() if field.required}
    response = editor.send("POST", subject.path, least)
    assert response.status_code == 201, response.json()


def test_create_without_what_is_needed_names_it(editor, subject):
    fields = INPUTS[subject.resource.model]().fields
    needed = {f"/{name}" for name, field in fields.items() if field.required}
    response = editor.send("POST", subject.path, {})
    assert response.status_code == 400
    assert {item["pointer"] for item in response.json()["errors"]} == needed
    assert {item["code"] for item in response.json()["errors"]} == {"required"}
    assert subject.resource.model.objects.count() == 0


@pytest.mark.parametrize("method", ["PUT", "PATCH"])
def test_writing_back_what_was_read_changes_nothing_but_the_revision(editor, subject, method):
    body = BODIES[subject.resource.collection]()
    created = editor.send("POST", subject.path, body)
    path, etag = created.headers["Location"], created.headers["ETag"]
    response = editor.send(method, path, body, If_Match=etag)
    assert response.status_code == 200, response.json()
    before, after = created.json(), response.json()
    assert (before.pop("revision"), after.pop("revision")) == (1, 2)
    del before["updated_at"], after["updated_at"]
    assert after == before


def test_list_of_records_is_created_in_order(editor, subject):
    bodies = [BODIES["sources"]() | {"title": f"Report {number}"} for number in range(3)]
    response = editor.send("POST", "/api/v1/sources/", bodies)
    assert response.status_code == 201
    assert [each["title"] for each in response.json()["results"]] == [
        "Report 0",
        "Report 1",
        "Report 2",
    ]


def test_list_with_a_bad_record_stores_nothing_and_names_every_failing_one(editor):
    body = BODIES["sources"]()
    bodies = [body, body | {"kind": "nonsense"}, body, body | {"tilte": "x", "title": 3}]
    response = editor.send("POST", "/api/v1/sources/", bodies)
    assert response.status_code == 400
    assert [(item["pointer"], item["code"]) for item in response.json()["errors"]] == [
        ("/1/kind", "invalid_choice"),
        ("/3/tilte", "unknown_field"),
        ("/3/title", "wrong_type"),
    ]
    assert editor.get("/api/v1/sources/", {"count": "true"}).json()["count"] == 0


@pytest.mark.parametrize("size", [0, 501])
def test_list_of_a_size_that_is_not_taken(editor, size):
    response = editor.send("POST", "/api/v1/sources/", [{}] * size)
    (item,) = response.json()["errors"]
    assert (response.status_code, item["code"]) == (400, "list_size_out_of_range")
