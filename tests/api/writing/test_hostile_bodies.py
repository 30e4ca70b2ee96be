"""Bodies that are no document, or none that is read here."""

import json

import pytest

from records.api.parsers import MAX_BYTES
from tests.api.writing.state import MALFORMED, invalid, nothing_stored, problem, refused
from tests.factories import SourceFactory

pytestmark = pytest.mark.django_db

SOURCES = "/api/v1/sources/"
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
