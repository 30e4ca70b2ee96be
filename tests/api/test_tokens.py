"""Who may do what, by role and by the way in which a client proves who it is."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import Permission
from django.core.cache import cache
from django.test import Client
from time_machine import travel

from records.enums import ReviewStatus
from records.models import ApiToken
from records.services.accounts import ROLES
from records.services.tokens import revoke_token
from tests.api.test_schema import schema
from tests.factories import ApiTokenFactory, ClaimFactory, UserFactory
from tests.support.problems import assert_problem

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.api.token_probes")]

NOON = datetime(2025, 4, 4, 12, tzinfo=UTC)
ID = {"X-Request-ID": "r-1"}
CLAIMS, PROBES = "/api/v1/claims/", "/api/v1/probes/"
CHALLENGE = 'Bearer realm="accord"'

SCOPES = {
    "token": {},
    "token-read": {"read_drafts": True},
    "token-write": {"write": True},
    "token-both": {"read_drafts": True, "write": True},
}
CHANNELS = ["session", *SCOPES]

PUBLIC = (200, 404, 403, 403, 403)
READS = (200, 200, 200, 403, 403)
WRITES = (200, 404, 403, 200, 200)
BOTH = (200, 200, 200, 200, 200)
# The answers to: a published record, a draft, a list by review status, a creation, a change.
#               session  token   token-read  token-write  token-both
MATRIX = {
    "nobody":   (PUBLIC, PUBLIC, PUBLIC,     PUBLIC,      PUBLIC),
    "viewer":   (READS,  PUBLIC, READS,      PUBLIC,      READS),
    "editor":   (BOTH,   PUBLIC, READS,      WRITES,      BOTH),
    "reviewer": (BOTH,   PUBLIC, READS,      WRITES,      BOTH),
    "admin":    (BOTH,   PUBLIC, READS,      WRITES,      BOTH),
}  # fmt: skip


def bearer(token):
    return Client(headers={"Authorization": f"Bearer {token.secret}", **ID})


def client_of(user, channel):
    if channel == "session":
        client = Client()
        client.force_login(user)
        return client
    return bearer(ApiTokenFactory(user=user, **SCOPES[channel]))


def answers(client):
    """Return the statuses of one request of each kind."""
    public, draft = ClaimFactory(), ClaimFactory(review_status=ReviewStatus.DRAFT)
    return (
        client.get(f"{CLAIMS}{public.public_id}/").status_code,
        client.get(f"{CLAIMS}{draft.public_id}/").status_code,
        client.get(CLAIMS, {"review_status": "draft"}).status_code,
        client.post(PROBES).status_code,
        client.patch(PROBES).status_code,
    )


def test_every_role_is_in_the_matrix():
    assert MATRIX.keys() == {"nobody", *ROLES}


@pytest.mark.parametrize(
    ("role", "channel", "expected"),
    [
        (role, channel, expected)
        for role, row in MATRIX.items()
        for channel, expected in zip(CHANNELS, row, strict=True)
    ],
)
def test_answers_by_role_and_channel(role, channel, expected):
    user = UserFactory(role="" if role == "nobody" else role)
    assert answers(client_of(user, channel)) == expected


def test_answers_to_anonymous():
    assert answers(Client()) == (200, 404, 403, 401, 401)


@pytest.mark.parametrize(("channel", "shown"), [("session", 2), ("token", 1), ("token-read", 2)])
def test_list_shows_drafts_to_those_who_may_read_them(channel, shown):
    ClaimFactory()
    ClaimFactory(review_status=ReviewStatus.DRAFT)
    response = client_of(UserFactory(role="viewer"), channel).get(CLAIMS, {"count": "true"})
    body = response.json()
    assert (body["count"], len(body["results"])) == (shown, shown)
    assert response.headers["Cache-Control"] == "private, no-cache"


def test_probe_says_what_it_checks():
    client = client_of(UserFactory(role="editor"), "token-write")
    assert client.post(PROBES).json() == {"allowed": True}


def test_permission_for_one_action_is_not_for_the_other():
    user = UserFactory()
    user.user_permissions.add(Permission.objects.get(codename="add_claim"))
    client = client_of(user, "token-write")
    assert (client.post(PROBES).status_code, client.patch(PROBES).status_code) == (200, 403)


# ── Why a write is refused ────────────────────────────────────────────────────────────────────


def test_write_without_credentials():
    response = Client(headers=ID).post(PROBES)
    assert_problem(
        response,
        "unauthenticated",
        "Writing needs a token: send “Authorization: Bearer accord_…”. Administrators of the "
        "register issue them.",
    )
    assert response.headers["WWW-Authenticate"] == CHALLENGE


@pytest.mark.parametrize("channel", ["session", "token-both"])
@pytest.mark.parametrize(("method", "action"), [("post", "add"), ("patch", "change")])
def test_write_without_the_permission(channel, method, action):
    client = client_of(UserFactory(role="viewer"), channel)
    assert_problem(
        getattr(client, method)(PROBES, headers=ID),
        "permission_denied",
        f"Your account lacks the permission “records.{action}_claim”, which editors have. Ask an "
        "administrator of the register for it.",
    )


def test_write_without_the_scope():
    response = client_of(UserFactory(role="editor"), "token-read").post(PROBES)
    detail = "The token lacks the scope “write”. Use one that was issued with it."
    assert_problem(response, "permission_denied", detail)
    assert response.headers["WWW-Authenticate"] == (
        f'{CHALLENGE}, error="insufficient_scope", scope="write"'
    )


def test_review_status_without_the_scope():
    response = client_of(UserFactory(role="editor"), "token").get(f"{CLAIMS}?review_status=draft")
    assert_problem(
        response,
        "permission_denied",
        "Only those who may read drafts filter by review_status; a token needs the scope "
        "“read_drafts” for it.",
    )


def test_session_writes_with_its_csrf_token_only():
    client = Client(enforce_csrf_checks=True)
    client.force_login(UserFactory(role="editor"))
    assert_problem(
        client.post(PROBES, {}, "application/json", headers=ID),
        "permission_denied",
        "CSRF Failed: CSRF cookie not set. With a session, send the value of the cookie "
        "“csrftoken” in the header X-CSRFToken; programs send a token instead: “Authorization: "
        "Bearer accord_…”.",
    )
    client.cookies["csrftoken"] = "a" * 32
    assert client.post(PROBES, {}, "application/json").status_code == 403
    headers = {"X-CSRFToken": "a" * 32}
    assert client.post(PROBES, {}, "application/json", headers=headers).status_code == 200


def test_session_reads_without_a_csrf_token():
    draft = ClaimFactory(review_status=ReviewStatus.DRAFT)
    client = Client(enforce_csrf_checks=True)
    client.force_login(UserFactory(role="viewer"))
    assert client.get(f"{CLAIMS}{draft.public_id}/").status_code == 200


def test_token_writes_without_a_csrf_token():
    token = ApiTokenFactory(user=UserFactory(role="editor"), write=True)
    client = Client(enforce_csrf_checks=True)
    headers = {"Authorization": f"Bearer {token.secret}"}
    assert client.post(PROBES, headers=headers).status_code == 200


def test_token_counts_and_not_the_session_beside_it():
    client = Client()
    client.force_login(UserFactory(role="admin"))
    token = ApiTokenFactory(user=UserFactory(role="viewer"), write=True)
    assert client.post(PROBES).status_code == 200
    headers = {"Authorization": f"Bearer {token.secret}"}
    assert client.post(PROBES, headers=headers).status_code == 403


# ── Tokens that are refused ───────────────────────────────────────────────────────────────────

ANOTHER = "Ask an administrator of the register for another one."
MALFORMED = (
    "malformed",
    "The token is malformed",
    "Send it as “Authorization: Bearer accord_…”, with the 43 characters that follow.",
)
UNKNOWN = (
    "unknown",
    "The token is unknown",
    f"Check that it was copied whole and from this register. {ANOTHER}",
)


def assert_refused(response, code, description, remedy):
    detail = f"{description}. {remedy}"
    errors = [("header:Authorization", f"token_{code}", detail)]
    assert_problem(response, "unauthenticated", detail, errors)
    assert response.headers["WWW-Authenticate"] == (
        f'{CHALLENGE}, error="invalid_token", error_description="{description}"'
    )


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Bearer", MALFORMED),
        ("Bearer ", MALFORMED),
        ("Bearer accord_", MALFORMED),
        ("bearer " + "a" * 43, MALFORMED),
        ("Bearer accord_" + "a" * 44, MALFORMED),
        ("Bearer accord_" + "a" * 10_000, MALFORMED),
        ("Bearer accord_" + "a" * 43 + " b", MALFORMED),
        ("Bearer accord_" + "ÿ" * 43, MALFORMED),
        ("Bearer accord_" + "a" * 43, UNKNOWN),
        ("BEARER  accord_" + "-" * 43 + " ", UNKNOWN),
    ],
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_token_that_nobody_issued(method, header, expected):
    client = Client(headers={"Authorization": header, **ID})
    path = CLAIMS if method == "get" else PROBES
    assert_refused(getattr(client, method)(path), *expected)


@pytest.mark.parametrize("header", ["Basic YTpi", "Token abc", "accord_abc", ""])
def test_other_scheme_is_anonymous(header):
    client = Client(headers={"Authorization": header, **ID})
    assert client.get(CLAIMS).status_code == 200
    response = client.post(PROBES)
    assert (response.status_code, response.headers["WWW-Authenticate"]) == (401, CHALLENGE)


def revoked(token):
    revoke_token(token=token)


def expired(token):
    ApiToken.objects.filter(pk=token.pk).update(
        created_at=token.created_at - timedelta(days=2),
        expires_at=token.created_at - timedelta(days=1),
    )


def deactivated(token):
    token.user.is_active = False
    token.user.save()


def deleted(token):
    token.user.delete()


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        (revoked, ("revoked", "The token was revoked", ANOTHER)),
        (expired, ("expired", "The token has expired", ANOTHER)),
        (
            deactivated,
            (
                "user_inactive",
                "The account of the token is deactivated",
                "Ask an administrator of the register to activate it.",
            ),
        ),
        (deleted, UNKNOWN),
    ],
)
def test_token_that_works_no_longer(end, expected):
    token = ApiTokenFactory(user=UserFactory(role="editor"), write=True, read_drafts=True)
    client = bearer(token)
    assert client.post(PROBES).status_code == 200
    end(token)
    assert_refused(client.post(PROBES), *expected)
    assert_refused(client.get(CLAIMS), *expected)


def test_refusal_names_no_user():
    token = ApiTokenFactory(user=UserFactory(username="ada"))
    deactivated(token)
    response = bearer(token).get(CLAIMS)
    assert b"ada" not in response.content
    assert "ada" not in str(response.headers)


# ── What a token costs ────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    ("channel", "queries"),
    [
        ("token", 2),  # the token with its user, the rows
        ("token-read", 4),  # and the permissions of the user, and the notes
    ],
)
def test_list_query_count(channel, queries, count, django_assert_num_queries):
    for _ in range(count):
        ClaimFactory()
    client = client_of(UserFactory(role="viewer"), channel)
    with travel(NOON, tick=False):
        client.get(CLAIMS)
        with django_assert_num_queries(queries):
            body = client.get(CLAIMS).json()
    assert len(body["results"]) == count


@pytest.mark.parametrize(("seconds", "queries"), [(59, 1), (60, 2)])
def test_write_check_query_count(seconds, queries, django_assert_num_queries):
    client = client_of(UserFactory(), "token")
    with travel(NOON, tick=False) as clock:
        client.post(PROBES)
        clock.shift(seconds)
        with django_assert_num_queries(queries):  # the token; the note of its use
            client.post(PROBES)


def test_token_has_the_limit_of_its_user(settings):
    settings.RATE_LIMIT_ANON, settings.RATE_LIMIT_USER = "1/min", "3/min"
    cache.clear()
    user = UserFactory()
    one, other = (bearer(ApiTokenFactory(user=user)) for _ in range(2))
    session = client_of(user, "session")
    with travel(NOON, tick=False):
        for left, client in zip((2, 1, 0), (one, other, session), strict=True):
            response = client.get(CLAIMS, REMOTE_ADDR=f"192.0.2.{left}")
            assert response.status_code == 200
            assert response.headers["RateLimit-Policy"] == '"user";q=3;w=60'
            assert response.headers["RateLimit"] == f'"user";r={left};t=60'
        assert one.get(CLAIMS).status_code == 429
        assert Client().get(CLAIMS).status_code == 200


def test_refused_token_has_the_limit_of_its_address(settings):
    settings.RATE_LIMIT_ANON, settings.RATE_LIMIT_USER = "2/min", "3/min"
    client = Client(headers={"Authorization": "Bearer accord_" + "a" * 43})
    with travel(NOON, tick=False):
        statuses = [client.get(CLAIMS).status_code for _ in range(3)]
    assert statuses == [401, 401, 429]


# ── The schema ────────────────────────────────────────────────────────────────────────────────


def test_schema_names_both_ways():
    schemes = schema()["components"]["securitySchemes"]
    assert {name: (each["type"], each.get("scheme")) for name, each in schemes.items()} == {
        "bearerAuth": ("http", "bearer"),
        "cookieAuth": ("apiKey", None),
    }
    for path, item in schema()["paths"].items():
        for method, operation in item.items():
            open_to_all = [{}] if method == "get" else []
            ways = [{"bearerAuth": []}, {"cookieAuth": []}, *open_to_all]
            assert operation["security"] == ways, path
            assert "401" in operation["responses"]
