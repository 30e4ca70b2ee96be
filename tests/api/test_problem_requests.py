"""Requests that are refused before a view is asked, or that no view can answer."""

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.test import Client
from rest_framework import exceptions

from tests.api.probes import Raise
from tests.support.problems import ID, ask, assert_problem

pytestmark = pytest.mark.urls("tests.api.probes")

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
