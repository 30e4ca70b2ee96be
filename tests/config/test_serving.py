"""What the middleware does to every answer, whichever view made it."""

import pytest

ORIGIN = {"Origin": "https://journal.example.org"}


def test_other_sites_may_read_the_api_without_credentials(client):
    response = client.get("/api/no-such-page/", headers=ORIGIN)
    assert response["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in response
    exposed = response["Access-Control-Expose-Headers"].split(", ")
    assert set(exposed) >= {"ETag", "Link", "RateLimit", "RateLimit-Policy", "Retry-After"}
    assert "X-Request-ID" in exposed


def test_preflight_allows_reading_only(client):
    headers = {**ORIGIN, "Access-Control-Request-Method": "DELETE"}
    response = client.options("/api/v1/claims/", headers=headers)
    assert response["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert "authorization" not in response["Access-Control-Allow-Headers"]


@pytest.mark.django_db
def test_other_sites_may_not_read_the_admin(client):
    response = client.get("/admin/login/", headers=ORIGIN)
    assert response.status_code == 200
    assert "Access-Control-Allow-Origin" not in response


def test_static_files_are_served_without_being_collected(client):
    response = client.get("/static/admin/css/base.css")
    assert response.status_code == 200
    assert response["Content-Type"] == 'text/css; charset="utf-8"'
    assert b"body" in response.getvalue()


def test_every_answer_has_the_security_headers(client):
    response = client.get("/no-such-page/")
    assert response.status_code == 404
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
