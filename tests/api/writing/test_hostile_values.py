"""Characters, numbers and types that no member takes."""

import json

import pytest
from django.db import transaction

from records.api.serializers import INPUTS
from tests.api.writing.bodies import BODIES
from tests.api.writing.places import at, places, pointer, with_value
from tests.api.writing.state import invalid, nothing_stored, problem, refused

pytestmark = pytest.mark.django_db

SOURCES = "/api/v1/sources/"


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
