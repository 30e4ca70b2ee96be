"""Whatever is sent, the answer says what is wrong, and nothing is stored."""

import json
from datetime import timedelta

import pytest
from django.db import transaction
from django.test import Client

from records.api.parsers import MAX_BYTES
from records.api.serializers import INPUTS
from records.models import ApiToken
from records.services.tokens import revoke_token
from tests.api.writing.bodies import BODIES
from tests.api.writing.places import at, places, pointer, with_value
from tests.api.writing.state import nothing_stored, problem
from tests.factories import (
    AgreementFactory,
    ApiTokenFactory,
    ClaimFactory,
    OrganizationFactory,
    SourceFactory,
    UserFactory,
    WeaponSystemFactory,
)

pytestmark = pytest.mark.django_db

SOURCES = "/api/v1/sources/"
MALFORMED = (400, "malformed_request", [])


def invalid(*items):
    return 400, "validation_failed", list(items)


def refused(client, method, path, body, **headers):
    """Send a request that must leave nothing behind; return what its answer says."""
    with nothing_stored():
        response = client.send(method, path, body, **headers)
    return problem(response)


# ── Bodies that are no document ───────────────────────────────────────────────────────────────

NO_DOCUMENTS = {
    "nothing": b"",
    "space": b" ",
    "cut": b'{"title": "x", "kind": "wire"',
    "two": b'{"title": "x"} {"title": "y"}',
    "single quotes": b"{'title': 'x'}",
    "trailing comma": b'{"title": "x",}',
    "comment": b'{"title": "x" /* y */}',
    "mark of byte order": b'\xef\xbb\xbf{"title": "x"}',
    "UTF-16": '{"title": "x"}'.encode("utf-16"),
    "invalid UTF-8": b'{"title": "\xff"}',
    "overlong UTF-8": b'{"title": "\xc0\x80"}',
    "surrogate in UTF-8": b'{"title": "\xed\xa0\x80"}',
    "bare NUL": b'{"title": "\0"}',
    "bare newline": b'{"title": "a\nb"}',
    "10,000 lists deep": b"[" * 10_000 + b"]" * 10_000,
    "10,000 objects deep": b'{"title":' * 10_000 + b"1" + b"}" * 10_000,
    "17 lists deep": b'{"title":' + b"[" * 17 + b"1" + b"]" * 17 + b"}",
    "NaN": b'{"title": NaN}',
    "Infinity": b'{"title": Infinity}',
    "-Infinity": b'{"title": -Infinity}',
    "5,000 digits": b'{"title": ' + b"9" * 5_000 + b"}",
    "101 digits": b'{"title": -' + b"9" * 101 + b"}",
    "name twice": b'{"title": "x", "kind": "wire", "title": "y"}',
    "name twice, written twice": b'{"title": "x", "\\u0074itle": "y"}',
    "name twice below": b'{"published": {"edtf": "2024", "edtf": "2025"}}',
    "many names, one twice": json.dumps({f"n{number}": 1 for number in range(50_000)})[:-1].encode()
    + b', "n49999": 2}',
    "form": b"title=x&kind=wire",
    "compressed": b"\x1f\x8b\x08\x00\x00\x00\x00\x00",
}


@pytest.mark.parametrize("name", NO_DOCUMENTS)
def test_body_that_is_no_document(editor, name):
    assert refused(editor, "POST", SOURCES, NO_DOCUMENTS[name]) == MALFORMED


@pytest.mark.parametrize("name", ["nothing", "cut", "name twice", "10,000 lists deep"])
@pytest.mark.parametrize("method", ["PUT", "PATCH"])
def test_change_whose_body_is_no_document(editor, name, method):
    path = f"{SOURCES}{SourceFactory().public_id}/"
    assert refused(editor, method, path, NO_DOCUMENTS[name], If_Match='"1"') == MALFORMED


@pytest.mark.parametrize(("method", "length"), [("POST", ""), ("PATCH", ""), ("PATCH", "0")])
def test_body_without_a_length_is_not_taken_for_an_empty_one(editor, method, length):
    path = SOURCES if method == "POST" else f"{SOURCES}{SourceFactory().public_id}/"
    with nothing_stored():
        response = editor.generic(
            method,
            path,
            b'{"title": "x", "kind": "wire"}',
            "application/json",
            CONTENT_LENGTH=length,
            HTTP_TRANSFER_ENCODING="chunked",
            HTTP_IF_MATCH='"1"',
        )
    assert problem(response) == MALFORMED
    assert "Content-Length" in response.json()["detail"]


@pytest.mark.parametrize(
    ("body", "detail"),
    [
        ("null", "No data provided"),
        ('"x"', "Write an object, not a string."),
        ("1", "Write an object, not a number."),
        ("1.5", "Write an object, not a number."),
        ("true", "Write an object, not a boolean."),
        ("[[]]", "Write an object, not a list."),
        ("[1]", "Write an object, not a number."),
        ("[null]", "No data provided"),
    ],
)
def test_document_that_is_no_record(editor, body, detail):
    with nothing_stored():
        response = editor.send("POST", SOURCES, body)
    where = "/0" if body.startswith("[") else ""
    assert problem(response) == invalid((where, "null" if "null" in body else "wrong_type"))
    assert response.json()["errors"][0]["detail"] == detail


def test_list_is_no_change(editor):
    path = f"{SOURCES}{SourceFactory().public_id}/"
    assert refused(editor, "PATCH", path, [{}], If_Match='"1"') == invalid(("", "wrong_type"))


@pytest.mark.parametrize(
    "media_type",
    [
        "text/plain",
        "application/xml",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "application/merge-patch+json",
        "application/octet-stream",
        "",
        "/",
        "json",
    ],
)
@pytest.mark.parametrize("method", ["POST", "PATCH"])
def test_media_type_that_is_not_read(editor, method, media_type):
    path = SOURCES if method == "POST" else f"{SOURCES}{SourceFactory().public_id}/"
    body = b'{"title": "x", "kind": "wire"}'
    with nothing_stored():
        response = editor.generic(method, path, body, media_type, HTTP_IF_MATCH='"1"')
    item = ("header:Content-Type", "unsupported_media_type")
    assert problem(response) == (415, "unsupported_media_type", [item])


@pytest.mark.parametrize("size", [MAX_BYTES + 1, 20_000_000])
def test_body_that_is_too_large(editor, size):
    start, end = b'{"kind": "wire", "title": "', b'"}'
    body = start + b"x" * (size - len(start) - len(end)) + end
    assert refused(editor, "POST", SOURCES, body) == (413, "content_too_large", [])


def test_body_that_is_as_large_as_may_be(editor):
    body = b'{"kind": "wire", "title": "x"}'.ljust(MAX_BYTES)
    assert editor.send("POST", SOURCES, body).status_code == 201


# ── Text that cannot be stored ────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("escape", ["\\u0000", "\\ud800", "\\udfff", "\\udc00\\ud800"])
@pytest.mark.parametrize(
    ("body", "where"),
    [
        ('{"title": "a%sb", "kind": "wire"}', "/title"),
        ('{"title": "x", "kind": "other%s"}', "/kind"),
        ('{"title": "x", "kind": "wire", "published": {"edtf": "2024%s"}}', "/published/edtf"),
        ('{"title": "x", "kind": "wire", "a%sb": "x"}', ""),
        ('[{"title": "x", "kind": "wire"}, {"published": {"%s": 1}}]', "/1/published"),
        ('"%s"', ""),
    ],
)
def test_text_with_a_character_that_is_none(editor, body, where, escape):
    sent = body.replace("%s", escape)
    assert refused(editor, "POST", SOURCES, sent) == invalid((where, "forbidden_character"))


@pytest.mark.parametrize("character", ["\x01", "\x1b", "\x7f", "\x85"])
def test_text_with_a_control_character(editor, character):
    body = {"title": f"a{character}b", "kind": "wire"}
    found = refused(editor, "POST", SOURCES, body)
    assert found == invalid(("/title", "forbidden_character"))


def test_identifier_with_a_control_character(editor):
    identifier = {"scheme": "other", "value": "a\x1bb"}
    body = {"name": "x", "kind": "company", "identifiers": [identifier]}
    found = refused(editor, "POST", "/api/v1/organizations/", body)
    assert found == invalid(("/identifiers/0/value", "forbidden_character"))


@pytest.mark.parametrize(
    "text", ["\U0001d54f" * 500, "\uffff", "\U0010ffff", "a\u0301", "مرحبا\u202e", "🛰"]
)
def test_text_that_is_only_unusual_comes_back_as_it_was_sent(editor, text):
    response = editor.send("POST", SOURCES, {"title": text, "kind": "wire"})
    assert (response.status_code, response.json()["title"]) == (201, text)
    sent = json.dumps({"title": text, "kind": "wire"}, ensure_ascii=False).encode()
    assert editor.send("POST", SOURCES, sent).json()["title"] == text


def test_text_of_a_megabyte_in_every_member(editor, subject):
    """It is stored where texts may have any length, and else refused without being repeated."""
    body = BODIES[subject.resource.collection]()
    unlimited = {
        ("text",), ("summary",), ("notes",), ("citations", 0, "quote"), ("evidence", 0, "quote"),
    }  # fmt: skip
    for path in places(body):
        if not isinstance(at(body, path), str):
            continue
        long = with_value(body, path, "x" * 1_000_000)
        if path in unlimited:
            with transaction.atomic():
                assert editor.send("POST", subject.path, long).status_code == 201, path
                transaction.set_rollback(True)
            continue
        with nothing_stored():
            response = editor.send("POST", subject.path, long)
        status, code, items = problem(response)
        assert (status, code) == (400, "validation_failed"), path
        assert {where for where, _ in items} == {pointer(path)}
        assert len(response.content) < 1000


# ── Numbers ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("1.5", "wrong_type"),
        ("1e2", "wrong_type"),
        ("1e400", "wrong_type"),
        ("-1e400", "wrong_type"),
        ("true", "wrong_type"),
        ('"NaN"', "invalid_number"),
        ('"Infinity"', "invalid_number"),
        ('"1e2"', "invalid_number"),
        ('"1e400"', "invalid_number"),
        ('"1_000"', "invalid_number"),
        ('"1,5"', "invalid_number"),
        ('" 1"', "invalid_number"),
        ('"1\\n"', "invalid_number"),
        ('"+1"', "invalid_number"),
        ('".5"', "invalid_number"),
        ('"\\u0663"', "invalid_number"),
        ('""', "invalid_number"),
        (f'"{"9" * 41}"', "invalid_number"),
        ("9" * 100, "invalid_number"),
        (f'"{"9" * 40}"', "max_digits"),
        ("9" * 40, "max_digits"),
        ('"0.0000001"', "max_decimal_places"),
        (f'"{"9" * 25}"', "max_whole_digits"),
    ],
)
def test_number_that_is_not_taken(editor, number, code):
    measure = f'{{"metric": "other", "mode": "absolute", "value": {number}}}'
    body = (
        '{"text": "x", "language": "en", "kind": "other", "modality": "reported", '
        f'"measures": [{measure}]}}'
    )
    _, _, items = found = refused(editor, "POST", "/api/v1/claims/", body)
    assert found[:2] == (400, "validation_failed")
    assert set(items) == {("/measures/0/value", code)}


@pytest.mark.parametrize("number", ['"-0"', "-0", "0", '"007.50"'])
def test_number_that_is_only_unusual_is_taken(editor, number):
    body = (
        '{"text": "x", "language": "en", "kind": "other", "modality": "reported", '
        f'"measures": [{{"metric": "other", "mode": "absolute", "value": {number}}}]}}'
    )
    response = editor.send("POST", "/api/v1/claims/", body)
    assert response.status_code == 201
    assert response.json()["measures"][0]["value"] in {"0", "7.5"}


# ── Members and rows ──────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("member", "value", "where", "detail"),
    [
        ("titel", "x", "/titel", "There is no field 'titel'; did you mean title?"),
        ("__class__", {}, "/__class__", None),
        ("a/b~c", 1, "/a~1b~0c", None),
        ("published", {"edft": "2024"}, "/published/edft", None),
    ],
)
def test_unknown_member_is_named_with_the_nearest(editor, member, value, where, detail):
    body = {"title": "x", "kind": "wire", member: value}
    with nothing_stored():
        response = editor.send("POST", SOURCES, body)
    assert problem(response) == invalid((where, "unknown_field"))
    found = response.json()["errors"][0]["detail"]
    assert found == detail or (detail is None and "did you mean" in found)


def test_many_unknown_members_are_not_all_named(editor):
    body = {"title": "x", "kind": "wire"} | {f"member_{number}": 1 for number in range(10_000)}
    _, _, items = refused(editor, "POST", SOURCES, body)
    assert items == [(f"/member_{number}", "unknown_field") for number in range(20)]


def test_every_member_that_clients_do_not_write_is_refused(editor, subject):
    document = editor.send("POST", subject.path, BODIES[subject.resource.collection]()).json()
    for name in ("id", "url", "revision", "review_status", "created_at", "updated_at"):
        found = refused(editor, "PATCH", document["url"], {name: document[name]}, If_Match='"1"')
        assert found == invalid((f"/{name}", "read_only_field"))


@pytest.mark.parametrize("name", ["pk", "document", "title_folded", "origin", "url_ptr", "claims"])
def test_columns_that_are_not_public_are_unknown(editor, name):
    body = {"title": "x", "kind": "wire", name: "x"}
    assert refused(editor, "POST", SOURCES, body) == invalid((f"/{name}", "unknown_field"))


def test_row_twice_in_an_owned_list(editor, subject):
    """Rows of measures, items and milestones may be alike; all others are told apart."""
    body = BODIES[subject.resource.collection]()
    lists = [name for name, value in body.items() if isinstance(value, list)]
    for name in lists:
        twice = body | {name: [body[name][0], body[name][0]]}
        if name in {"measures", "items", "milestones"}:
            continue
        _, _, items = refused(editor, "POST", subject.path, twice)
        assert (f"/{name}/1", "duplicate") in items, name


def test_list_that_is_too_long(editor, subject):
    body = BODIES[subject.resource.collection]()
    for name in [name for name, value in body.items() if isinstance(value, list)]:
        long = body | {name: body[name][:1] * 501}
        assert refused(editor, "POST", subject.path, long) == invalid((f"/{name}", "max_length"))


# ── Other records ─────────────────────────────────────────────────────────────────────────────

REFERENCES = {
    ("organizations", "parent"): OrganizationFactory,
    ("weapon-systems", "variant_of"): WeaponSystemFactory,
    ("weapon-systems", "manufacturers", 0): OrganizationFactory,
    ("agreements", "parties", 0, "organization"): OrganizationFactory,
    ("agreements", "items", 0, "weapon_system"): WeaponSystemFactory,
    ("agreements", "milestones", 0, "claim"): ClaimFactory,
    ("agreements", "relations", 0, "agreement"): AgreementFactory,
    ("claims", "said_by"): OrganizationFactory,
    ("claims", "agreements", 0): AgreementFactory,
    ("claims", "organizations", 0): OrganizationFactory,
    ("claims", "weapon_systems", 0): WeaponSystemFactory,
    ("claims", "measures", 0, "weapon_system"): WeaponSystemFactory,
    ("claims", "citations", 0, "source"): SourceFactory,
    ("claims", "relations", 0, "claim"): ClaimFactory,
}


@pytest.mark.parametrize("reference", REFERENCES, ids=str)
def test_id_that_names_no_such_record(editor, reference):
    collection, *path = reference
    path = tuple(path)
    body = BODIES[collection]()
    prefix = at(body, path)[:3]
    other = SourceFactory() if prefix != "SRC" else OrganizationFactory()
    expected = {
        other.public_id: "wrong_record_type",
        f"{prefix}-999999": "does_not_exist",
        f"{prefix}-999999999999999999": "does_not_exist",
        f"{prefix}-9223372036854775807": "invalid_id",
        f"{prefix}-0": "invalid_id",
        f"{prefix}--1": "invalid_id",
        f"{prefix}-01": "invalid_id",
        f"{prefix}-1\n": "invalid_id",
        f"{prefix}-\u0661": "invalid_id",
        prefix.lower() + "-1": "invalid_id",
        "1": "invalid_id",
        "": "invalid_id",
        f"/api/v1/{collection}/{prefix}-1/": "invalid_id",
    }
    for text, code in expected.items():
        sent = with_value(body, path, text)
        found = refused(editor, "POST", f"/api/v1/{collection}/", sent)
        assert found == invalid((pointer(path), code)), text


@pytest.mark.parametrize(
    ("collection", "path"),
    [
        ("weapon-systems", ("category",)),
        ("agreements", ("items", 0, "category")),
        ("claims", ("categories", 0)),
        ("claims", ("measures", 0, "category")),
    ],
)
def test_category_that_does_not_exist(editor, collection, path):
    body = BODIES[collection]()
    for code in ("nonsense", "", "Artillery", "artillery.*"):
        found = refused(editor, "POST", f"/api/v1/{collection}/", with_value(body, path, code))
        assert found == invalid((pointer(path), "does_not_exist")), code


@pytest.mark.parametrize(
    ("collection", "field", "make"),
    [
        ("organizations", "parent", OrganizationFactory),
        ("weapon-systems", "variant_of", WeaponSystemFactory),
    ],
)
@pytest.mark.parametrize("depth", [2, 3, 4])
def test_cycle_of_records_above_each_other(editor, collection, field, make, depth):
    chain = [make()]
    for _ in range(depth - 1):
        chain.append(make(**{field: chain[-1]}))
    top, bottom = chain[0], chain[-1]
    path = f"/api/v1/{collection}/{top.public_id}/"
    found = refused(editor, "PATCH", path, {field: bottom.public_id}, If_Match=f'"{top.revision}"')
    assert found == invalid((f"/{field}", f"{field}_cycle"))


@pytest.mark.parametrize(
    ("collection", "field", "make"),
    [
        ("organizations", "parent", OrganizationFactory),
        ("weapon-systems", "variant_of", WeaponSystemFactory),
    ],
)
def test_record_above_itself(editor, collection, field, make):
    record = make()
    path = f"/api/v1/{collection}/{record.public_id}/"
    _, _, items = refused(editor, "PATCH", path, {field: record.public_id}, If_Match='"1"')
    assert set(items) == {(f"/{field}", f"{field}_cycle"), ("", f"{field}_is_itself")}


@pytest.mark.parametrize(
    ("collection", "member", "make"),
    [("agreements", "agreement", AgreementFactory), ("claims", "claim", ClaimFactory)],
)
def test_record_related_to_itself(editor, collection, member, make):
    record = make()
    path = f"/api/v1/{collection}/{record.public_id}/"
    kind = "related" if member == "agreement" else "updates"
    body = {"relations": [{"kind": kind, member: record.public_id}]}
    found = refused(editor, "PATCH", path, body, If_Match='"1"')
    assert found == invalid(("/relations/0", "other_is_itself"))


# ── Any type anywhere ─────────────────────────────────────────────────────────────────────────

VALUES = [None, -1.5, True, "", "x", [], [None], {"x": 1}]


def answered(response, path, value):
    """Check an answer to a body with some value at a place; tell whether it was stored."""
    if response.status_code in {200, 201}:
        return True
    status, code, items = problem(response)
    assert (status, code) == (400, "validation_failed"), (path, value)
    at_the_place = pointer(path)
    for where, what in items:
        # A rule over several columns points at what holds them.
        assert where.startswith(at_the_place) or at_the_place.startswith(where), (
            path,
            value,
            where,
        )
        assert what
    return False


def test_any_value_in_any_member_of_a_new_record(editor, subject):
    full = BODIES[subject.resource.collection]()
    fields = INPUTS[subject.resource.model]().fields
    for path in places(full):
        body = {name: value for name, value in full.items()
                if name == path[0] or fields[name].required}  # fmt: skip
        for value in VALUES:
            with nothing_stored(), transaction.atomic():
                response = editor.send("POST", subject.path, with_value(body, path, value))
                transaction.set_rollback(answered(response, path, value))


def test_any_value_in_any_member_of_a_change(editor, subject):
    body = BODIES[subject.resource.collection]()
    path = editor.send("POST", subject.path, body).headers["Location"]
    for name in body:
        for value in VALUES:
            with nothing_stored(), transaction.atomic():
                response = editor.send("PATCH", path, {name: value}, If_Match='"1"')
                transaction.set_rollback(answered(response, (name,), value))


# ── Who writes, and for what ──────────────────────────────────────────────────────────────────

BODY = {"title": "x", "kind": "wire"}


def end(token, how):
    if how == "revoked":
        revoke_token(token=token)
    elif how == "expired":
        ApiToken.objects.filter(pk=token.pk).update(
            created_at=token.created_at - timedelta(days=2),
            expires_at=token.created_at - timedelta(days=1),
        )
    elif how == "unknown":
        token.secret = "accord_" + "a" * 43
    elif how == "malformed":
        token.secret = "accord_"


@pytest.mark.parametrize("how", ["revoked", "expired", "unknown", "malformed"])
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH"])
def test_token_that_does_not_work(how, method):
    path = SOURCES if method == "POST" else f"{SOURCES}{SourceFactory().public_id}/"
    token = ApiTokenFactory(user=UserFactory(role="editor"), write=True, read_drafts=True)
    end(token, how)
    with nothing_stored():
        response = Client().generic(
            method,
            path,
            json.dumps(BODY),
            "application/json",
            headers={"Authorization": f"Bearer {token.secret}", "If-Match": '"1"'},
        )
    item = ("header:Authorization", f"token_{how}")
    assert problem(response) == (401, "unauthenticated", [item])


@pytest.mark.parametrize("etag", ['"1"', '"3"', '"9999999999"', f'"1-{"0" * 32}"'])
@pytest.mark.parametrize("method", ["PUT", "PATCH"])
def test_change_for_another_revision(editor, method, etag):
    path = f"{SOURCES}{SourceFactory().public_id}/"
    current = editor.send("PATCH", path, {"title": "Second"}, If_Match='"1"').headers["ETag"]
    with nothing_stored():
        response = editor.send(method, path, BODY, If_Match=etag)
    assert problem(response) == (412, "precondition_failed", [])
    assert response.headers["ETag"] == current == editor.get(path).headers["ETag"]


def test_stale_change_is_told_the_tag_that_readers_get(editor):
    parent = OrganizationFactory()
    path = f"/api/v1/organizations/{OrganizationFactory(parent=parent).public_id}/"
    renamed = f"/api/v1/organizations/{parent.public_id}/"
    assert editor.send("PATCH", renamed, {"name": "New"}, If_Match='"1"').status_code == 200
    response = editor.send("PATCH", path, {"name": "X"}, If_Match='"2"')
    assert response.status_code == 412
    assert response.headers["ETag"] == editor.get(path).headers["ETag"]


@pytest.mark.parametrize("public_id", ["SRC-999", "ORG-1", "1", "SRC-0", "SRC-9223372036854775808"])
def test_change_of_what_is_not_there(editor, public_id):
    status, code, _ = refused(editor, "PATCH", f"{SOURCES}{public_id}/", BODY, If_Match='"1"')
    assert (status, code) == (404, "not_found")


def test_query_of_a_write_is_refused(editor):
    found = refused(editor, "POST", f"{SOURCES}?dry_run=true", BODY)
    assert found == (400, "invalid_query", [("?dry_run", "unknown_parameter")])
