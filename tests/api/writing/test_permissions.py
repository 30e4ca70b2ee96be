"""Who creates and changes what, by role, action, state of the record and channel."""

import json

import pytest
from django.db import transaction
from django.test import Client

from records.enums import ReviewStatus
from records.services.accounts import ROLES
from tests.api.writing.state import problem, stored
from tests.factories import ApiTokenFactory, UserFactory

pytestmark = pytest.mark.django_db

NEW = {
    "agreements": {"title": "New", "kind": "other"},
    "organizations": {"name": "New", "kind": "company"},
    "sources": {"title": "New", "kind": "wire"},
    "claims": {"text": "New", "language": "en", "kind": "other", "modality": "reported"},
}

CSRF = "a" * 32
SCOPES = {
    "token": {},
    "token-read": {"read_drafts": True},
    "token-write": {"write": True},
    "token-both": {"read_drafts": True, "write": True},
}
CHANNELS = ("session", "session without CSRF", *SCOPES)

# The answers to: a creation, PUT and PATCH of a draft, PUT and PATCH of a published record.
NEVER = (403, 403, 403, 403, 403)
ALWAYS = (201, 200, 200, 200, 200)
# A draft that the token may not read is not there.
UNSEEN = (201, 404, 404, 200, 200)
#                      session  no CSRF  token  token-read  token-write  token-both
MATRIX = {
    "nobody":         (NEVER,   NEVER,   NEVER, NEVER,      NEVER,       NEVER),
    "viewer":         (NEVER,   NEVER,   NEVER, NEVER,      NEVER,       NEVER),
    "editor":         (ALWAYS,  NEVER,   NEVER, NEVER,      UNSEEN,      ALWAYS),
    "reviewer":       (ALWAYS,  NEVER,   NEVER, NEVER,      UNSEEN,      ALWAYS),
    "admin":          (ALWAYS,  NEVER,   NEVER, NEVER,      UNSEEN,      ALWAYS),
}  # fmt: skip
CASES = [
    (role, channel, expected)
    for role, row in MATRIX.items()
    for channel, expected in zip(CHANNELS, row, strict=True)
]


def client_of(role, channel):
    user = UserFactory(role="" if role == "nobody" else role)
    if channel in SCOPES:
        token = ApiTokenFactory(user=user, **SCOPES[channel])
        headers = {"Authorization": f"Bearer {token.secret}"}
        return Client(enforce_csrf_checks=True, headers=headers)
    client = Client(enforce_csrf_checks=True)
    client.force_login(user)
    if channel == "session":
        client.cookies["csrftoken"] = CSRF
        client.defaults["HTTP_X_CSRFTOKEN"] = CSRF
    return client


def send(client, method, path, body):
    """Send a write; one that is refused must leave nothing behind."""
    before = stored()
    headers = {"If-Match": '"1"', "X-Change-Reason": "A test."} if method != "POST" else {}
    response = client.generic(method, path, json.dumps(body), "application/json", headers=headers)
    if response.status_code >= 400:
        assert stored() == before
        assert problem(response)
    return response.status_code


def requests(subject):
    """Make the records; return the method, address and body of each request, in order."""
    body = NEW.get(subject.resource.collection)
    draft, other = (subject.make(review_status=ReviewStatus.DRAFT) for _ in range(2))
    public, second = subject.make(), subject.make()
    if body is None:
        body = {"designation": "New", "category": draft.category_id}
    if subject.resource.collection == "claims":
        citation = {"source": public.citations.get().source.public_id}
        body = body | {"citations": [citation]}
    return [
        ("POST", subject.path, body),
        ("PUT", f"{subject.path}{draft.public_id}/", body),
        ("PATCH", f"{subject.path}{other.public_id}/", {}),
        ("PUT", f"{subject.path}{public.public_id}/", body),
        ("PATCH", f"{subject.path}{second.public_id}/", {}),
    ]


def test_every_role_is_in_the_matrix():
    assert MATRIX.keys() == {"nobody", *ROLES}


def test_writes_by_role_and_channel(subject):
    sent = requests(subject)
    for role, channel, expected in CASES:
        with transaction.atomic():
            client = client_of(role, channel)
            found = tuple(send(client, *request) for request in sent)
            transaction.set_rollback(True)
        assert found == expected, (role, channel)


def test_anonymous_writes_nothing(subject):
    for request in requests(subject):
        assert send(Client(), *request) == 401
        assert send(Client(enforce_csrf_checks=True), *request) == 401


@pytest.mark.parametrize(
    ("channel", "code", "reason"),
    [
        ("session without CSRF", "permission_denied", "X-CSRFToken"),
        ("token-read", "permission_denied", "the scope “write”"),
    ],
)
def test_refusal_says_what_is_missing(channel, code, reason):
    client = client_of("editor", channel)
    response = client.post("/api/v1/sources/", NEW["sources"], "application/json")
    assert problem(response) == (403, code, [])
    assert reason in response.json()["detail"]


def test_token_that_reads_no_drafts_is_shown_no_editorial_block():
    client = client_of("editor", "token-write")
    created = client.post("/api/v1/sources/", NEW["sources"] | {"notes": "x"}, "application/json")
    assert created.status_code == 201
    assert "editorial" not in created.json()
    assert client.get(created.headers["Location"]).status_code == 404
