"""Digests are ingested by POST, and readings read by GET."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from records.models import Change, Claim, KeptAnswer, Reading, Source
from records.services.accounts import ROLES
from tests.api.writing.conftest import JsonClient
from tests.api.writing.state import problem
from tests.api.writing.test_permissions import CHANNELS, client_of
from tests.factories import ClaimFactory, ReadingFactory, SourceFactory, UserFactory
from tests.support.briefs import brief

pytestmark = pytest.mark.django_db

PATH = "/api/v1/ingest/"
TEXT = "Україна та Польща підписали угоду про спільне виробництво боєприпасів."
DIGEST = f"date 2025-04-04\n{TEXT}\n"


@pytest.fixture
def editor(db):
    client = JsonClient()
    client.force_login(UserFactory(username="editor", role="editor"))
    return client


def nothing_stored():
    return not any(model.objects.exists() for model in (Claim, Source, Reading, Change, KeptAnswer))


def whole(kind):
    return {"id": kind, "start": 0, "end": len(TEXT), "rule": "unread", "confidence": 0.0}


FINDINGS = {
    "kind": {**whole("kind"), "kind": "other"},
    "modality": {**whole("modality"), "modality": "reported"},
    "countries": [], "organizations": [], "weapon_systems": [], "categories": [], "measures": [],
    "dates": [], "speaker": None, "agreement": None, "subjects": [],
}  # fmt: skip


def test_digest_becomes_drafts(editor):
    response = editor.send("POST", PATH, {"text": DIGEST, "published": "2025-04-01"})
    assert response.status_code == 201
    claim, source = Claim.objects.get(), Source.objects.get()
    assert response.json() == {
        "stored": True,
        "digest": {
            "sha256": source.sha256, "format": "text", "encoding": "utf-8", "title": "",
            "date": "2025-04-04", "language": "uk",
        },
        "sources": [
            {
                "id": source.public_id, "url": f"/api/v1/sources/{source.public_id}/",
                "name": "Digest gathered on 2025-04-04", "kind": "digest",
            }
        ],
        "new_sources": 1,
        "counts": {"new": 1, "same": 0, "changed": 0},
        "statements": [
            {
                "locator": "line 2", "state": "new", "claim": brief(claim), "text": TEXT,
                "language": "uk", "published": "2025-04-01", "earlier": None, "near": [],
                "unread": "language uk", "findings": FINDINGS,
            }
        ],
    }  # fmt: skip
    assert response.headers["Cache-Control"] == "no-store"
    change = Change.objects.filter(record_type="CLM").get()
    assert (change.channel, change.actor.username, change.reason) == ("api", "editor", "A test.")


def test_same_digest_again_answers_200_with_the_claims(editor):
    editor.send("POST", PATH, {"text": DIGEST})
    response = editor.send("POST", PATH, {"text": DIGEST})
    assert response.status_code == 200
    assert response.json()["counts"] == {"new": 0, "same": 1, "changed": 0}
    (statement,) = response.json()["statements"]
    assert (statement["claim"], statement["findings"]) == (brief(Claim.objects.get()), None)


def test_changed_and_near_claims_are_shown(editor):
    editor.send("POST", PATH, {"text": DIGEST})
    earlier = Claim.objects.get()
    source = Source.objects.get().public_id
    changed = TEXT.replace("боєприпасів", "снарядів")
    body = editor.send("POST", PATH, {"text": changed, "source": source}).json()
    assert body["counts"] == {"new": 0, "same": 0, "changed": 1}
    assert body["statements"][0]["earlier"] == {"claim": brief(earlier), "similarity": 90}
    body = editor.send("POST", PATH, {"text": f"{TEXT} (2)", "dry_run": True}).json()
    assert body["statements"][0]["near"][0] == {"claim": brief(earlier), "similarity": 98}


def test_dry_run_stores_nothing(editor):
    response = editor.send("POST", PATH, {"text": DIGEST, "dry_run": True})
    assert (response.status_code, response.json()["stored"]) == (200, False)
    assert response.json()["statements"][0]["claim"] is None
    assert (response.json()["sources"], response.json()["new_sources"]) == ([], 1)
    assert nothing_stored()


def test_file_is_read_like_a_text(editor):
    file = SimpleUploadedFile("weekly.txt", DIGEST.encode("cp1251"))
    response = editor.post(PATH, {"file": file, "published": "2025-04-01", "dry_run": "false"})
    assert response.status_code == 201
    assert response.json()["sources"][0]["name"] == "weekly.txt"
    assert response.json()["statements"][0]["text"] == TEXT
    again = editor.post(PATH, {"file": SimpleUploadedFile("weekly.txt", DIGEST.encode("cp1251"))})
    assert again.status_code == 200


def test_given_source_is_cited(editor):
    source = SourceFactory(published="2025-03-01")
    body = editor.send("POST", PATH, {"text": DIGEST, "source": source.public_id}).json()
    assert [each["id"] for each in body["sources"]] == [source.public_id]
    assert body["statements"][0]["published"] == "2025-03-01"


def test_key_repeats_the_first_answer(editor):
    first = editor.send("POST", PATH, {"text": DIGEST}, Idempotency_Key="k-1")
    again = editor.send("POST", PATH, {"text": DIGEST}, Idempotency_Key="k-1")
    other = editor.send("POST", PATH, {"text": TEXT}, Idempotency_Key="k-1")
    assert (again.status_code, again.content) == (201, first.content)
    assert again.headers["Idempotency-Replayed"] == "true"
    assert problem(other)[:2] == (409, "idempotency_key_reused")


def test_key_tells_files_apart(editor):
    def send(content):
        file = SimpleUploadedFile("weekly.txt", content.encode())
        return editor.post(PATH, {"file": file}, headers={"Idempotency-Key": "k-1"})

    assert [send(each).status_code for each in (DIGEST, DIGEST, TEXT)] == [201, 201, 409]


def error(response):
    """What is wrong with a body: pointer and code."""
    assert response.status_code == 400, response.content
    assert nothing_stored()
    return [(each["pointer"], each["code"]) for each in response.json()["errors"]]


@pytest.mark.parametrize(
    ("body", "errors"),
    [
        ({}, [("/text", "required")]),
        ({"text": ""}, [("/text", "empty")]),
        ({"text": " \n\t"}, [("/text", "empty")]),
        ({"text": "date 2025-04-04"}, [("/text", "empty")]),
        ({"text": 5}, [("/text", "wrong_type")]),
        ({"text": "A\x01B"}, [("/text", "forbidden_character")]),
        ({"text": "A\x00B"}, [("/text", "forbidden_character")]),
        ({"text": "A\ud800B"}, [("/text", "forbidden_character")]),
        ({"text": "{}", "format": "jsonl"}, [("/text", "bad_json_line")]),
        ({"text": "x" * 3000}, [("/text", "statement_too_long")]),
        ({"text": TEXT, "published": "2025"}, [("/published", "invalid_date")]),
        ({"text": TEXT, "published": None}, [("/published", "wrong_type")]),
        ({"text": TEXT, "language": "Ukrainian"}, [("/language", "invalid_language")]),
        ({"text": TEXT, "language": "xx"}, [("/language", "bad_language")]),
        ({"text": TEXT, "format": "pdf"}, [("/format", "invalid_choice")]),
        ({"text": TEXT, "dry_run": "yes"}, [("/dry_run", "wrong_type")]),
        ({"text": TEXT, "source": "SRC-99"}, [("/source", "does_not_exist")]),
        ({"text": TEXT, "source": "CLM-1"}, [("/source", "wrong_record_type")]),
        ({"text": TEXT, "source": "x"}, [("/source", "invalid_id")]),
        ({"text": TEXT, "sources": []}, [("/sources", "unknown_field")]),
        ({"text": TEXT, "file": "x"}, [("/file", "unknown_field")]),
    ],
)  # fmt: skip
def test_bad_body_is_refused_with_place_and_code(editor, body, errors):
    assert error(editor.send("POST", PATH, body)) == errors


@pytest.mark.parametrize("body", ["[]", '"x"', "5", "null"])
def test_body_that_is_no_object_is_refused(editor, body):
    response = editor.send("POST", PATH, body)
    assert response.status_code == 400
    assert nothing_stored()


def form(**values):
    return {"file": SimpleUploadedFile("a.txt", DIGEST.encode()), **values}


@pytest.mark.parametrize(
    ("values", "errors"),
    [
        ({"file": "not a file"}, [("/file", "wrong_type")]),
        ({"file": SimpleUploadedFile("a.zip", b"PK\x03\x04zip")}, [("/file", "binary")]),
        ({"file": SimpleUploadedFile("a.gz", b"\x1f\x8bgzip")}, [("/file", "binary")]),
        (form(dry_run="maybe"), [("/dry_run", "wrong_type")]),
        (form(source=["SRC-1", "SRC-2"]), [("/source", "wrong_type")]),
        (form(text="x"), [("/text", "unknown_field")]),
        ({"published": "2025-04-04"}, [("/file", "required")]),
    ],
)
def test_bad_form_is_refused_with_place_and_code(editor, values, errors):
    assert error(editor.post(PATH, values)) == errors


def test_parameters_are_refused(editor):
    assert error(editor.send("POST", f"{PATH}?dry_run=true", {})) == [
        ("?dry_run", "unknown_parameter")
    ]


def test_body_that_is_no_json_or_form_is_refused(editor):
    response = editor.post(PATH, TEXT, "text/plain")
    assert problem(response)[:2] == (415, "unsupported_media_type")


def test_too_many_statements_name_the_command(editor):
    text = "\n".join(f"Statement number {place}." for place in range(501))
    response = editor.send("POST", PATH, {"text": text})
    assert problem(response)[:2] == (413, "content_too_large")
    assert "manage.py ingest" in response.json()["detail"]
    assert nothing_stored()


@pytest.mark.parametrize(
    "content", [b"x" * (50 * 2**20), b"x\n" * 10**6], ids=["50 MB line", "1 million lines"]
)
def test_huge_file_is_refused(editor, content):
    response = editor.post(PATH, {"file": SimpleUploadedFile("a.txt", content)})
    assert response.status_code in {400, 413}
    assert nothing_stored()


def test_huge_text_is_refused(editor):
    response = editor.send("POST", PATH, {"text": "x" * 5_000_001})
    assert problem(response)[:2] == (413, "content_too_large")


def test_marks_of_direction_are_kept(editor):
    text = "Ministry \u200f\u202eof Defence\u202c bought boats."
    body = editor.send("POST", PATH, {"text": text, "language": "uk"}).json()
    assert body["statements"][0]["text"] == text == Claim.objects.get().text


#            session  no CSRF  token  token-read  token-write  token-both
MATRIX = {
    "nobody":   (403, 403, 403, 403, 403, 403),
    "viewer":   (403, 403, 403, 403, 403, 403),
    "editor":   (200, 403, 403, 403, 403, 200),
    "reviewer": (200, 403, 403, 403, 403, 200),
    "admin":    (200, 403, 403, 403, 403, 200),
}  # fmt: skip


def test_every_role_is_in_the_matrix():
    assert MATRIX.keys() == {"nobody", *ROLES}


@pytest.mark.parametrize("role", MATRIX)
def test_ingest_by_role_and_channel(role):
    body = json.dumps({"text": DIGEST, "dry_run": True})
    found = tuple(
        client_of(role, channel).post(PATH, body, "application/json").status_code
        for channel in CHANNELS
    )
    assert found == MATRIX[role]


def test_anonymous_ingests_nothing(client):
    assert problem(client.post(PATH, {"text": DIGEST}, "application/json"))[0] == 401
    assert client.get(PATH).status_code == 405
    assert nothing_stored()


def test_reading_is_shown_to_those_who_see_drafts(editor):
    reading = ReadingFactory(near=[{"claim": ClaimFactory(text="Near.").pk, "similarity": 90}])
    earlier = ClaimFactory(text="Earlier.")
    Reading.objects.filter(pk=reading.pk).update(earlier=earlier, similarity=80)
    response = editor.get(f"/api/v1/claims/{reading.claim.public_id}/reading/")
    body = response.json()
    assert response.status_code == 200
    assert body.pop("read_at").endswith("Z")
    assert body == {
        "claim": brief(reading.claim),
        "digest": reading.digest,
        "text": reading.claim.text,
        "published": "",
        "unread": "",
        "findings": reading.findings,
        "earlier": {"claim": brief(earlier), "similarity": 80},
        "near": [{"claim": brief(Claim.objects.get(text="Near.")), "similarity": 90}],
        "decisions": [],
        "labels": None,
        "decided_at": None,
        "decided_by": None,
    }
    assert "private" in response.headers["Cache-Control"]


def test_reading_is_hidden_from_those_who_see_no_drafts():
    readings = ReadingFactory(), ReadingFactory(claim=ClaimFactory())
    for reading in readings:
        path = f"/api/v1/claims/{reading.claim.public_id}/reading/"
        clients = [Client(), client_of("nobody", "session"), client_of("editor", "token-write")]
        assert [client.get(path).status_code for client in clients] == [404, 404, 404]
        allowed = [client_of(role, "session") for role in ROLES]
        assert [client.get(path).status_code for client in allowed] == [200] * len(ROLES)


@pytest.mark.parametrize("public_id", ["CLM-99", "ORG-1", "x"])
def test_reading_that_is_not_there_is_not_found(editor, public_id):
    assert problem(editor.get(f"/api/v1/claims/{public_id}/reading/"))[0] == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_number_of_queries_of_a_reading(editor, rows, django_assert_num_queries):
    near = [{"claim": ClaimFactory().pk, "similarity": 90} for _ in range(rows)]
    reading = ReadingFactory(near=near)
    path = f"/api/v1/claims/{reading.claim.public_id}/reading/"
    with django_assert_num_queries(5):
        editor.get(path)
