"""Load balancers and people on call learn whether the server lives and can work."""

import pytest
from django.db import DatabaseError
from django.db.migrations.recorder import MigrationRecorder
from django.test import override_settings

from tests.support.problems import assert_problem

ID = {"X-Request-ID": "r-1"}


def broken(*_):
    raise DatabaseError("secret: password")


@pytest.mark.parametrize("method", ["get", "head"])
def test_healthz_needs_no_database(client, method):
    response = getattr(client, method)("/healthz")
    body = b'{"status": "ok"}' if method == "get" else b""
    assert (response.status_code, response.content) == (200, body)
    assert response.headers["Content-Type"] == "application/json"
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.django_db
def test_readyz_when_all_is_well(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(2):
        response = client.get("/readyz")
    assert (response.status_code, response.json()) == (200, {"status": "ok"})
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.django_db
def test_readyz_names_the_missing_migrations(client):
    recorder = MigrationRecorder.Migration.objects
    recorder.filter(app="sessions").delete()
    recorder.filter(app="auth", name="0012_alter_user_first_name_max_length").delete()
    detail = (
        "Migrations are not applied: auth.0012_alter_user_first_name_max_length, "
        "sessions.0001_initial."
    )
    response = client.get("/readyz", headers=ID)
    assert_problem(response, "service_unavailable", detail, [("", "migrations_missing", detail)])


@pytest.mark.django_db
def test_readyz_names_five_missing_migrations_at_most(client):
    MigrationRecorder.Migration.objects.filter(app="auth").delete()
    detail = client.get("/readyz").json()["detail"]
    assert detail.endswith(", auth.0005_alter_user_last_login_null and 7 more.")


def test_readyz_without_a_database(client, monkeypatch, caplog):
    monkeypatch.setattr(MigrationRecorder, "applied_migrations", broken)
    response = client.get("/readyz", headers=ID)
    detail = "The database does not answer."
    errors = [("", "database_unreachable", detail)]
    assert_problem(response, "service_unavailable", detail, errors)
    assert "secret: password" in caplog.text


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
@override_settings(RATE_LIMIT_ANON="1/min")
def test_health_is_not_limited(client, db, path):
    responses = [client.get(path) for _ in range(3)]
    assert [response.status_code for response in responses] == [200, 200, 200]
    assert "RateLimit" not in responses[0].headers


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_health_has_no_session(client, db, path):
    response = client.get(path)
    assert "Cookie" not in response.headers.get("Vary", "")
    assert not response.cookies


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_health_is_only_read(client, path):
    response = client.post(path)
    assert (response.status_code, response.headers["Allow"]) == (405, "GET, HEAD")
