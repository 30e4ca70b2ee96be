"""Whatever goes wrong under /api/ is answered with one kind of document (RFC 9457)."""

import pytest
from django.core.exceptions import (
    BadRequest,
    DisallowedHost,
    PermissionDenied,
    RequestDataTooBig,
    SuspiciousOperation,
    TooManyFieldsSent,
    ValidationError,
)
from django.http import Http404
from django.test import Client
from rest_framework import exceptions
from rest_framework.serializers import CharField, IntegerField, Serializer

from records.api.errors import ErrorItem, InvalidQueryError, NoSuchRecordError
from records.api.problems.pointers import pointer
from tests.api.probes import Raise
from tests.support.problems import Locked, ask, assert_problem

pytestmark = pytest.mark.urls("tests.api.probes")


class RowSerializer(Serializer):
    role = CharField()
    share = IntegerField(max_value=100)


class RecordSerializer(Serializer):
    title = CharField()
    parties = RowSerializer(many=True)


def serializer_error(data, *, many=False):
    serializer = RecordSerializer(data=data, many=many)
    with pytest.raises(exceptions.ValidationError) as caught:
        serializer.is_valid(raise_exception=True)
    return caught.value


INVALID = "Nothing was stored; see errors."
ERRORS = {
    "query": (
        InvalidQueryError([ErrorItem("?statsu", "unknown_parameter", "Did you mean status?")]),
        "invalid_query",
        "The query has parameters that cannot be answered; see errors.",
        [("?statsu", "unknown_parameter", "Did you mean status?")],
    ),
    "record": (
        NoSuchRecordError("There is no record X.", [ErrorItem("/id", "invalid_id", "X is none.")]),
        "not_found",
        "There is no record X.",
        [("/id", "invalid_id", "X is none.")],
    ),
    "not-found": (exceptions.NotFound(), "not_found", None, []),
    "http-404": (Http404("No such thing."), "not_found", "No such thing.", []),
    "http-404-empty": (Http404(), "not_found", None, []),
    "malformed": (exceptions.ParseError("Line 1."), "malformed_request", "Line 1.", []),
    "forbidden": (exceptions.PermissionDenied("Not you."), "permission_denied", "Not you.", []),
    "django-forbidden": (PermissionDenied("Not you."), "permission_denied", "Not you.", []),
    "django-forbidden-empty": (PermissionDenied(), "permission_denied", None, []),
    # Sessions have no challenge to send, so HTTP has no 401 for them.
    "no-session": (exceptions.NotAuthenticated(), "permission_denied", None, []),
    "suspicious": (SuspiciousOperation("secret"), "malformed_request", None, []),
    "bad-host": (DisallowedHost("secret"), "unknown_host", None, []),
    "big": (RequestDataTooBig("secret"), "content_too_large", None, []),
    "fields": (TooManyFieldsSent("x"), "invalid_query", "There are too many parameters.", []),
    "unlisted-status": (Locked("Twice."), "malformed_request", "Twice.", []),
    "django-field": (
        ValidationError({"title": ValidationError("Too %(a)s.", "long", {"a": "big"})}),
        "validation_failed",
        INVALID,
        [("/title", "long", "Too big.")],
    ),
    "django-paths": (
        ValidationError(
            {
                "__all__": ["Not so."],
                "parties.0.role": [ValidationError("Unknown.", "invalid_choice"), "Bad."],
                "parties.1.__all__": [ValidationError("Twice.", "duplicate_row")],
                "parties.12": ["No."],
            }
        ),
        "validation_failed",
        INVALID,
        [
            ("", "invalid", "Not so."),
            ("/parties/0/role", "invalid_choice", "Unknown."),
            ("/parties/0/role", "invalid", "Bad."),
            ("/parties/1", "duplicate_row", "Twice."),
            ("/parties/12", "invalid", "No."),
        ],
    ),
    "django-whole": (
        ValidationError(["One.", ValidationError("Two.", "second")]),
        "validation_failed",
        INVALID,
        [("", "invalid", "One."), ("", "second", "Two.")],
    ),
    "serializer": (
        serializer_error({"parties": [{"role": "host", "share": 1}, {"share": 101}]}),
        "validation_failed",
        INVALID,
        [
            ("/title", "required", "This field is required."),
            ("/parties/1/role", "required", "This field is required."),
            (
                "/parties/1/share",
                "max_value",
                "Ensure this value is less than or equal to 100.",
            ),
        ],
    ),
    "serializer-whole": (
        serializer_error([]),
        "validation_failed",
        INVALID,
        [("", "invalid", "Invalid data. Expected a dictionary, but got list.")],
    ),
    "serializer-list": (
        serializer_error([{"title": "A", "parties": []}, {"title": "A", "parties": {}}], many=True),
        "validation_failed",
        INVALID,
        [("/1/parties", "not_a_list", 'Expected a list of items but got type "dict".')],
    ),
    "serializer-text": (
        exceptions.ValidationError("Wrong.", "wrong"),
        "validation_failed",
        INVALID,
        [("", "wrong", "Wrong.")],
    ),
}


@pytest.mark.parametrize(("error", "code", "detail", "errors"), ERRORS.values(), ids=ERRORS)
def test_problem_of_exception_in_a_view(monkeypatch, error, code, detail, errors):
    monkeypatch.setattr(Raise, "error", error, raising=False)
    assert_problem(ask(), code, detail, errors)


@pytest.mark.parametrize(
    ("error", "code", "detail"),
    [
        (Http404("No such thing."), "not_found", "No such thing."),
        (PermissionDenied("Not you."), "permission_denied", "Not you."),
        (BadRequest("secret"), "malformed_request", None),
        (DisallowedHost("secret"), "unknown_host", None),
        (RequestDataTooBig("secret"), "content_too_large", None),
        (RuntimeError("secret"), "server_error", None),
    ],
)
def test_problem_of_exception_outside_of_rest_framework(monkeypatch, error, code, detail):
    monkeypatch.setattr(Raise, "error", error, raising=False)
    assert_problem(ask("/api/v1/plain-failures/"), code, detail)


@pytest.mark.parametrize(
    "error", [RuntimeError("secret"), exceptions.APIException("secret"), MemoryError("secret")]
)
def test_unexpected_exception_is_logged_and_hidden(monkeypatch, caplog, error):
    monkeypatch.setattr(Raise, "error", error, raising=False)
    response = ask()
    assert_problem(response, "server_error")
    assert b"secret" not in response.content
    assert b"Traceback" not in response.content
    (logged,) = [record for record in caplog.records if record.levelname == "ERROR"]
    assert logged.exc_info[1] is error
    assert logged.request.request_id == "r-1"


def test_unexpected_exception_reaches_the_monitoring(monkeypatch):
    monkeypatch.setattr(Raise, "error", RuntimeError("seen"), raising=False)
    with pytest.raises(RuntimeError, match="seen"):
        Client().get("/api/v1/failures/")


def test_lone_surrogate_in_a_detail_does_not_break_the_answer(monkeypatch):
    monkeypatch.setattr(Raise, "error", exceptions.NotFound("a\ud800b"), raising=False)
    assert_problem(ask(), "not_found", "a?b")


def test_challenge_makes_unauthenticated(monkeypatch):
    monkeypatch.setattr(Raise, "error", exceptions.NotAuthenticated(), raising=False)
    monkeypatch.setattr(Raise, "get_authenticate_header", lambda *_: "Token")
    response = ask()
    assert_problem(response, "unauthenticated")
    assert response.headers["WWW-Authenticate"] == "Token"


def test_pointer_escapes_its_separators():
    assert pointer(("a/b", "~0", "")) == "/a~1b/~00/"
