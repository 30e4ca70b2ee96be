"""Pages of other sites may read every answer of the API, refusals included."""

import pytest
from django.test import Client, override_settings

from tests.api.probes import Raise

pytestmark = pytest.mark.urls("tests.api.probes")

ORIGIN = {"Origin": "https://journal.example.org"}
EXPOSED = (
    "Content-Disposition, ETag, Idempotency-Replayed, Link, Location, RateLimit, "
    "RateLimit-Policy, Repr-Digest, Retry-After, WWW-Authenticate, X-Request-ID"
)
READING = "accept, accept-language, content-type, if-none-match, x-request-id"


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("/api/v1/echoes/", {}, 200),
        ("/api/v1/echoes", {}, 301),
        ("/api/v1/echoes/?a=%FF", {}, 400),
        ("/api/v1/echoes/", {"Host": "evil.example.org"}, 400),
        ("/api/v1/none/", {}, 404),
        ("/api/v1/echoes/", {"Accept": "text/html"}, 406),
        (f"/api/v1/echoes/?{'a' * 9000}", {}, 414),
        ("/api/v1/failures/", {}, 500),
    ],
)
def test_other_sites_may_read_every_answer(monkeypatch, path, headers, status):
    monkeypatch.setattr(Raise, "error", RuntimeError(), raising=False)
    response = Client(raise_request_exception=False).get(path, headers={**ORIGIN, **headers})
    assert response.status_code == status
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["Access-Control-Expose-Headers"] == EXPOSED
    assert "Access-Control-Allow-Credentials" not in response.headers


@override_settings(RATE_LIMIT_ANON="1/min")
def test_other_sites_may_read_that_they_ask_too_much(client):
    client.get("/api/v1/echoes/")
    response = client.get("/api/v1/echoes/", headers=ORIGIN)
    assert response.status_code == 429
    assert response.headers["Access-Control-Allow-Origin"] == "*"


@override_settings(RATE_LIMIT_ANON="1/min")
def test_preflight_is_not_counted(client):
    headers = {**ORIGIN, "Access-Control-Request-Method": "GET"}
    for _ in range(3):
        response = client.options("/api/v1/echoes/", headers=headers)
        assert response.status_code == 200
        assert "x-request-id" in response.headers["Access-Control-Allow-Headers"]
    assert client.get("/api/v1/echoes/").status_code == 200


@override_settings(CORS_ALLOWED_ORIGINS=["https://editor.example.org"])
@pytest.mark.parametrize(
    ("origin", "methods", "headers"),
    [
        ("https://journal.example.org", "GET, HEAD, OPTIONS", READING),
        ("https://editor.example.org.evil.example", "GET, HEAD, OPTIONS", READING),
        (
            "https://editor.example.org",
            "GET, HEAD, OPTIONS, POST, PUT, PATCH",
            f"{READING}, authorization, idempotency-key, if-match, x-change-reason",
        ),
    ],
)
def test_pages_of_the_named_origins_may_write(client, origin, methods, headers):
    preflight = {"Origin": origin, "Access-Control-Request-Method": "PATCH"}
    response = client.options("/api/v1/echoes/", headers=preflight)
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["Access-Control-Allow-Methods"] == methods
    assert response.headers["Access-Control-Allow-Headers"] == headers
    assert "Access-Control-Allow-Credentials" not in response.headers


def test_page_outside_of_the_api_is_not_shared(client):
    response = client.get("/page/", headers=ORIGIN)
    assert response.status_code == 200
    assert "Access-Control-Allow-Origin" not in response.headers
