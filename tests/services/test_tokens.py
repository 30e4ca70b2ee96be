"""Tokens are issued once, kept as digests, recognised in one query, and end."""

import re
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, models
from django.db.models.query import QuerySet
from time_machine import travel

from records.models import ApiToken
from records.models.token import Scope
from records.services.tokens import (
    TokenRefusedError,
    issue_token,
    recognise_token,
    revoke_token,
)
from tests.factories import ApiTokenFactory, UserFactory

pytestmark = pytest.mark.django_db

NOON = datetime(2025, 4, 4, 12, tzinfo=UTC)


@pytest.fixture
def clock():
    with travel(NOON, tick=False) as clock:
        yield clock


def codes(error):
    return {path: [each.code for each in found] for path, found in error.error_dict.items()}


def fault(secret):
    """Return why a secret is refused."""
    with pytest.raises(TokenRefusedError) as caught:
        recognise_token(secret=secret)
    return caught.value.fault


def test_secret_is_kept_nowhere(clock):
    user = UserFactory()
    secret = issue_token(token=ApiToken(name="import", user=user, write=True))
    assert re.fullmatch(r"accord_[A-Za-z0-9_-]{43}", secret)
    (row,) = ApiToken.objects.values()
    assert row == {
        "id": row["id"],
        "name": "import",
        "user_id": user.pk,
        "digest": sha256(secret.encode()).hexdigest(),
        "prefix": secret[7:15],
        "read_drafts": False,
        "write": True,
        "created_at": NOON,
        "expires_at": NOON + timedelta(days=90),
        "revoked_at": None,
        "last_used_at": None,
    }
    assert secret[15:] not in str(row)


def test_secrets_differ():
    assert len({ApiTokenFactory().secret for _ in range(3)}) == 3


def test_token_shows_its_prefix_and_not_its_digest():
    token = ApiTokenFactory(name="import")
    assert str(token) == f"import (accord_{token.secret[7:15]}…)"
    assert token.digest not in repr(token)


@pytest.mark.parametrize(
    ("columns", "scopes"),
    [
        ({}, []),
        ({"write": True}, [Scope.WRITE]),
        ({"read_drafts": True}, [Scope.READ_DRAFTS]),
        ({"read_drafts": True, "write": True}, [Scope.READ_DRAFTS, Scope.WRITE]),
    ],
)
def test_scopes(columns, scopes):
    assert ApiTokenFactory.build(**columns).scopes == scopes


def test_every_scope_is_a_column():
    for scope in Scope:
        assert isinstance(ApiToken._meta.get_field(scope), models.BooleanField)


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        ({"name": ""}, {"name": ["blank"]}),
        ({"name": "x" * 101}, {"name": ["max_length"]}),
        ({"name": "a\0b"}, {"name": ["forbidden_character"]}),
        ({"user": None}, {"user": ["null"]}),
        ({"expires_at": None}, {"expires_at": ["null"]}),
        ({"expires_at": NOON}, {"expires_at": ["expires_before_created"]}),
        (
            {"expires_at": NOON + timedelta(days=365, seconds=1)},
            {"expires_at": ["expires_too_late"]},
        ),
    ],
)
def test_token_that_breaks_a_rule_is_not_issued(clock, wrong, expected):
    with pytest.raises(ValidationError) as caught:
        issue_token(token=ApiToken(**{"name": "import", "user": UserFactory(), **wrong}))
    assert codes(caught.value) == expected
    assert not ApiToken.objects.exists()


def test_token_for_a_deactivated_user_is_not_issued():
    with pytest.raises(ValidationError) as caught:
        issue_token(token=ApiToken(name="import", user=UserFactory(is_active=False)))
    assert codes(caught.value) == {"user": ["user_inactive"]}


def test_longest_life(clock):
    token = ApiTokenFactory(expires_at=NOON + timedelta(days=365))
    clock.shift(timedelta(days=365) - timedelta(seconds=1))
    assert recognise_token(secret=token.secret) == token


def test_token_is_recognised_with_its_user_in_one_query(clock, django_assert_num_queries):
    token = ApiTokenFactory()
    recognise_token(secret=token.secret)
    with django_assert_num_queries(1):
        found = recognise_token(secret=token.secret)
        assert (found, found.user) == (token, token.user)


def test_use_is_noted_once_a_minute(clock, django_assert_num_queries):
    token = ApiTokenFactory()
    for seconds, queries, noted in (
        (0, 2, NOON),
        (59.9, 1, NOON),
        (0.1, 2, NOON + timedelta(minutes=1)),
        (59.9, 1, NOON + timedelta(minutes=1)),
        (3600, 2, NOON + timedelta(minutes=1, seconds=3659.9)),
    ):
        clock.shift(seconds)
        with django_assert_num_queries(queries):
            recognise_token(secret=token.secret)
        token.refresh_from_db()
        assert token.last_used_at == noted


def test_use_that_cannot_be_noted_does_not_hinder(monkeypatch, caplog):
    token = ApiTokenFactory()

    def fail(*args, **kwargs):
        raise DatabaseError("locked")

    monkeypatch.setattr(QuerySet, "update", fail)
    assert recognise_token(secret=token.secret) == token
    assert [record.getMessage() for record in caplog.records] == [
        f"The use of token accord_{token.prefix}… could not be noted: locked"
    ]


@pytest.mark.parametrize(
    "secret",
    ["", "accord_", "accord_" + "a" * 42, "accord_" + "a" * 44, "Accord_" + "a" * 43, "a" * 50,
     "accord_" + "ä" * 43, "accord_" + "a" * 42 + "\n", "accord_" + "a" * 42 + "\0",
     "accord_" + "a" * 43 + "\n"],
)  # fmt: skip
def test_malformed_secret_asks_no_query(secret, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert fault(secret) == "malformed"


def test_unknown_secret():
    ApiTokenFactory()
    assert fault("accord_" + "a" * 43) == "unknown"


def test_digest_is_no_secret():
    token = ApiTokenFactory()
    assert fault(token.digest) == "malformed"
    assert fault(f"accord_{token.digest[:43]}") == "unknown"


def test_expired_token(clock):
    token = ApiTokenFactory(expires_at=NOON + timedelta(days=1))
    clock.shift(timedelta(days=1) - timedelta(seconds=1))
    assert recognise_token(secret=token.secret).state == "active"
    clock.shift(1)
    assert fault(token.secret) == "expired"


def test_revoked_token(clock):
    token = ApiTokenFactory()
    other = ApiTokenFactory(user=token.user)
    assert revoke_token(token=token)
    assert (token.revoked_at, token.state) == (NOON, "revoked")
    assert fault(token.secret) == "revoked"
    assert recognise_token(secret=other.secret) == other


def test_token_is_revoked_once(clock):
    token = ApiTokenFactory()
    same = ApiToken.objects.get(pk=token.pk)
    assert revoke_token(token=token)
    clock.shift(60)
    assert not revoke_token(token=same)
    assert ApiToken.objects.get(pk=token.pk).revoked_at == NOON


def test_token_of_a_deactivated_user_works_again_with_the_user():
    token = ApiTokenFactory()
    token.user.is_active = False
    token.user.save()
    assert fault(token.secret) == "user_inactive"
    token.user.is_active = True
    token.user.save()
    assert recognise_token(secret=token.secret) == token


def test_refused_token_notes_no_use():
    token = ApiTokenFactory()
    revoke_token(token=token)
    assert fault(token.secret) == "revoked"
    token.refresh_from_db()
    assert token.last_used_at is None


def test_token_ends_with_its_user():
    token = ApiTokenFactory()
    token.user.delete()
    assert fault(token.secret) == "unknown"
