"""Issues, recognises and revokes API tokens.

The secret of a token is 256 random bits behind a fixed word, by which scanners of published code
find those that leaked. Only its SHA-256 is stored: a fast hash is enough, because nobody can guess
256 bits, and looking the digest up tells nothing by its time.
"""

import logging
import re
import secrets
from datetime import timedelta
from enum import StrEnum
from functools import cache
from hashlib import sha256

from django.contrib.auth.models import User
from django.db import DEFAULT_DB_ALIAS, DatabaseError
from django.db.models import Q
from django.utils import timezone

from records.models import ApiToken
from records.models.token import TokenState
from records.querysets.statements import Statement

logger = logging.getLogger(__name__)

WORD = "accord_"
_SHOWN = 8
_SECRET = re.compile(rf"{WORD}[A-Za-z0-9_-]{{43}}")
_NOTE_EVERY = timedelta(minutes=1)


class TokenFault(StrEnum):
    """Why a token is refused."""

    MALFORMED = "malformed"
    UNKNOWN = "unknown"
    REVOKED = "revoked"
    EXPIRED = "expired"
    USER_INACTIVE = "user_inactive"


_TOKEN_COLUMNS, _USER_COLUMNS = (
    tuple(field.attname for field in model._meta.concrete_fields) for model in (ApiToken, User)
)

_STATES = {
    TokenState.REVOKED: TokenFault.REVOKED,
    TokenState.EXPIRED: TokenFault.EXPIRED,
    TokenState.USER_INACTIVE: TokenFault.USER_INACTIVE,
}


class TokenRefusedError(Exception):
    """The secret is not that of a token that works."""

    def __init__(self, fault: TokenFault) -> None:
        """Say why."""
        self.fault = fault
        super().__init__(fault)


def issue_token(*, token: ApiToken) -> str:
    """Store a new token and return its secret, which is kept nowhere and cannot be had again.

    Raises ValidationError for an empty name, a life that is over or too long, a deactivated user.
    """
    secret = WORD + secrets.token_urlsafe(32)
    token.digest = _digest(secret)
    token.prefix = secret.removeprefix(WORD)[:_SHOWN]
    token.full_clean()
    token.save(force_insert=True)
    return secret


def revoke_token(*, token: ApiToken) -> bool:
    """End a token for ever; return whether it had not been revoked before."""
    now = timezone.now()
    rows = ApiToken.objects.filter(pk=token.pk, revoked_at=None)
    if not rows.update(revoked_at=now):
        return False
    token.revoked_at = now
    return True


def recognise_token(*, secret: str) -> ApiToken:
    """Find the token that works and has this secret, with its user, in one query.

    Raises TokenRefusedError.
    """
    if not _SECRET.fullmatch(secret):
        raise TokenRefusedError(TokenFault.MALFORMED)
    token = _find(_digest(secret))
    if token is None:
        raise TokenRefusedError(TokenFault.UNKNOWN)
    if fault := _STATES.get(token.state):
        raise TokenRefusedError(fault)
    _note_use(token)
    return token


def _find(digest: str) -> ApiToken | None:
    """Read a token with its user, as `select_related` does."""
    rows = _token_statement().rows(digest)
    if not rows:
        return None
    end = len(_TOKEN_COLUMNS)
    token = ApiToken.from_db(DEFAULT_DB_ALIAS, _TOKEN_COLUMNS, rows[0][:end])
    token.user = User.from_db(DEFAULT_DB_ALIAS, _USER_COLUMNS, rows[0][end:])
    return token


@cache
def _token_statement() -> Statement:
    of_user = (f"user__{column}" for column in _USER_COLUMNS)
    rows = ApiToken.objects.order_by().filter(digest="")
    return Statement.of(rows.values_list(*_TOKEN_COLUMNS, *of_user), "")


def _digest(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


def _note_use(token: ApiToken) -> None:
    """Write down, at most once a minute, that a token is used; a request never fails by it."""
    now = timezone.now()
    if token.last_used_at and now - token.last_used_at < _NOTE_EVERY:
        return
    long_ago = Q(last_used_at=None) | Q(last_used_at__lte=now - _NOTE_EVERY)
    try:
        ApiToken.objects.filter(long_ago, pk=token.pk).update(last_used_at=now)
    except DatabaseError as error:
        logger.warning("The use of token %s could not be noted: %s", token.shown, error)
