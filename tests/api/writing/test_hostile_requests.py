"""Tokens, revisions, ids and queries that a write is refused for."""

import json
from datetime import timedelta

import pytest
from django.test import Client

from records.models import ApiToken
from records.services.tokens import revoke_token
from tests.api.writing.state import nothing_stored, problem, refused
from tests.factories import ApiTokenFactory, OrganizationFactory, SourceFactory, UserFactory

pytestmark = pytest.mark.django_db

SOURCES = "/api/v1/sources/"
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
