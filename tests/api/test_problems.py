"""Whatever goes wrong under /api/ is answered with one kind of document (RFC 9457)."""

import re
from html import unescape

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
from records.api.problems.catalogue import PROBLEMS, ProblemCode
from records.api.problems.occurrences import occurrence_of
from records.api.problems.pointers import pointer
from tests.api.probes import Raise

pytestmark = pytest.mark.urls("tests.api.probes")

ID = {"X-Request-ID": "r-1"}


def document(code, detail=None, errors=()):
    """Return the whole problem document of a code."""
    problem = PROBLEMS[ProblemCode(code)]
    return {
        "type": f"/problems/#{code}",
        "title": problem.title,
        "status": problem.status,
        "detail": detail or problem.meaning,
        "code": code,
        "request_id": "r-1",
        "errors": [
            {"pointer": where, "code": item_code, "detail": text}
            for where, item_code, text in errors
        ],
    }


def assert_problem(response, code, detail=None, errors=()):
    assert response.json() == document(code, detail, errors)
    assert response.status_code == response.json()["status"]
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Content-Length"] == str(len(response.content))
    assert response.headers["X-Request-ID"] == "r-1"


def ask(path="/api/v1/failures/", **headers):
    return Client(raise_request_exception=False).get(path, headers={**ID, **headers})


class Locked(exceptions.APIException):
    status_code = 423
    default_code = "locked"


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


ALL = "/api/v1/echoes/, /api/v1/failures/, /api/v1/plain-failures/, /api/v1/logs/"


@pytest.mark.parametrize(
    ("path", "near"),
    [
        ("/api/v1/echos/", "/api/v1/echoes/"),
        ("/api/v1/echoes/ECH-1/names/", "/api/v1/echoes/"),
        ("/api/v1/failure", "/api/v1/failures/, /api/v1/plain-failures/"),
        ("/api/echoes/", "/api/v1/echoes/"),
        ("/api/v2/echoes/", "/api/v1/echoes/"),
        ("/api/v1/numbers/one/", ALL),
        ("/api/", ALL),
    ],
)
def test_unknown_path_names_the_nearest(path, near):
    assert_problem(ask(path), "not_found", f"There is nothing at '{path}'; did you mean {near}?")


@pytest.mark.parametrize(
    ("segment", "shown"),
    [
        ("%ED%A0%80", "/api/%ED%A0%80/"),
        ("%FF", "/api/%FF/"),
        ("%C3", "/api/%C3/"),
        ("%F0%9F%90%88", "/api/\N{CAT}/"),
    ],
)
def test_path_of_any_bytes(segment, shown):
    detail = f"There is nothing at '{shown}'; did you mean {ALL}?"
    assert_problem(ask(f"/api/{segment}/"), "not_found", detail)


def test_path_without_its_slash_is_redirected():
    response = ask("/api/v1/echoes?a=b")
    assert (response.status_code, response.headers["Location"]) == (301, "/api/v1/echoes/?a=b")
    assert response.headers["X-Request-ID"] == "r-1"


@pytest.mark.parametrize("path", ["/api/v1/echoes/%00", "/api/v1/echoes%00/", "/api/%00"])
def test_nul_in_the_path(path):
    assert_problem(ask(path), "not_found", "There is nothing at this address: it contains a NUL.")


def test_unknown_host():
    assert_problem(ask("/api/v1/echoes/", Host="evil.example.org"), "unknown_host")


def test_method_that_is_not_allowed():
    response = Client().delete("/api/v1/echoes/", headers=ID)
    assert_problem(response, "method_not_allowed", 'Method "DELETE" not allowed.')
    assert response.headers["Allow"] == "GET, POST, HEAD, OPTIONS"


@pytest.mark.parametrize("accept", ["text/html", "application/xml, text/*;q=0.5", "a", "/", ";;,"])
def test_accept_that_no_renderer_satisfies(accept):
    detail = "This address answers with application/json."
    assert_problem(
        ask("/api/v1/echoes/", Accept=accept),
        "not_acceptable",
        detail,
        [("header:Accept", "not_acceptable", detail)],
    )


@pytest.mark.parametrize("accept", ["text/csv", "application/xml"])
def test_problem_stays_json_where_another_format_is_asked_for(monkeypatch, accept):
    monkeypatch.setattr(Raise, "error", exceptions.NotFound("Nothing."), raising=False)
    if accept == "text/csv":
        assert_problem(ask(Accept=accept), "not_found", "Nothing.")
    else:
        assert ask(Accept=accept).json()["code"] == "not_acceptable"


def test_format_parameter_is_no_exception(client):
    response = client.get("/api/v1/echoes/?format=xml")
    assert response.json() == {"query": {"format": ["xml"]}}


def test_media_type_that_is_not_read():
    response = Client().post("/api/v1/echoes/", b"a=1", "text/plain", headers=ID)
    detail = 'Unsupported media type "text/plain" in request.'
    errors = [("header:Content-Type", "unsupported_media_type", detail)]
    assert_problem(response, "unsupported_media_type", detail, errors)


@pytest.mark.parametrize(
    ("body", "detail"),
    [
        (b"{", "JSON parse error - Expecting property name enclosed in double quotes: "),
        (b'{"a": NaN}', "JSON parse error - Out of range float values are not JSON compliant: "),
        (b'"\xff"', "JSON parse error - 'utf-8' codec can't decode byte 0xff in position 1: "),
    ],
)
def test_body_that_is_not_json(body, detail):
    response = Client().post("/api/v1/echoes/", body, "application/json", headers=ID)
    given = response.json()["detail"]
    assert given.startswith(detail)
    assert_problem(response, "malformed_request", given)


@pytest.mark.parametrize(
    ("path", "status"), [("/api/v1/nothing/", 404), ("/api/v1/plain-failures/", 500)]
)
def test_head_has_no_body(monkeypatch, path, status):
    monkeypatch.setattr(Raise, "error", RuntimeError(), raising=False)
    response = Client(raise_request_exception=False).head(path)
    assert (response.status_code, response.content) == (status, b"")
    assert response.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("path", "error", "status"),
    [
        ("/nothing/", None, 404),
        ("/api", None, 404),
        ("/failing-page/", RuntimeError(), 500),
        ("/failing-page/", PermissionDenied(), 403),
        ("/failing-page/", SuspiciousOperation(), 400),
    ],
)
def test_pages_outside_of_the_api_keep_html(monkeypatch, path, error, status):
    monkeypatch.setattr(Raise, "error", error, raising=False)
    response = ask(path)
    assert response.status_code == status
    assert response.headers["Content-Type"].startswith("text/html")
    assert b"<h1>" in response.content


def test_pointer_escapes_its_separators():
    assert pointer(("a/b", "~0", "")) == "/a~1b/~00/"


# ── The catalogue ─────────────────────────────────────────────────────────────────────────────


def all_api_exceptions(kind=exceptions.APIException):
    return [kind, *(each for sub in kind.__subclasses__() for each in all_api_exceptions(sub))]


def test_every_code_has_one_entry():
    assert list(PROBLEMS) == list(ProblemCode)
    assert all(code == problem.code for code, problem in PROBLEMS.items())


@pytest.mark.parametrize("status", range(400, 600))
def test_every_status_has_a_code_of_the_catalogue(status):
    error = exceptions.APIException("Oh.")
    error.status_code = status
    occurrence = occurrence_of(error)
    assert (occurrence is None) == (status >= 500)
    if occurrence:
        known = {problem.status: code for code, problem in reversed(PROBLEMS.items())}
        assert occurrence.code == known.get(status, "malformed_request")


@pytest.mark.parametrize("kind", all_api_exceptions(), ids=lambda kind: kind.__name__)
def test_every_kind_of_exception_has_a_code_of_its_status(kind):
    error = kind.__new__(kind)
    exceptions.APIException.__init__(error)
    occurrence = occurrence_of(error)
    assert (occurrence is None) == (kind.status_code >= 500)
    if occurrence:
        assert PROBLEMS[occurrence.code].status == kind.status_code or kind is Locked


def test_page_explains_every_problem(client):
    response = client.get("/problems/")
    html = unescape(response.content.decode())
    assert (response.status_code, response.headers["Content-Type"]) == (
        200,
        "text/html; charset=utf-8",
    )
    assert re.findall(r'<section class="problem" id="(\w+)">', html) == list(ProblemCode)
    for problem in PROBLEMS.values():
        section = html.partition(f'id="{problem.code}"')[2].partition("</section>")[0]
        assert problem.title in section
        assert f"HTTP {problem.status}" in section
        assert problem.meaning in section
        assert problem.fix in section
