"""Tokens with which programs act for a user.

django-rest-knox was considered. It deletes expired tokens, so that a client never learns why it is
refused; its digest is the primary key, so that it stands in the admin's addresses; it reads all
tokens of the user at each request; and a token that is no UTF-8 makes it fail.
"""

from datetime import datetime, timedelta
from enum import StrEnum

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from records.models.fields import ShortTextField
from records.models.rules import check, unique

USUAL_DAYS = 90
MAX_DAYS = 365


class Scope(StrEnum):
    """What a token may do, as far as its user may; each is the name of a column."""

    READ_DRAFTS = "read_drafts"
    WRITE = "write"


class TokenState(StrEnum):
    """Whether a token works, and if not, why."""

    ACTIVE = "active"
    REVOKED = "revoked"
    EXPIRED = "expired"
    USER_INACTIVE = "user inactive"


def usual_expiry() -> datetime:
    """Return when a token ends that is issued now, unless something else is asked for."""
    return timezone.now() + timedelta(days=USUAL_DAYS)


class ApiToken(models.Model):
    """A named, revocable, expiring right to act for a user; its secret is stored as a digest."""

    name = ShortTextField(
        max_length=100, help_text="What it is for, such as “nightly import on server 3”."
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="api_tokens",
        help_text="For whom it acts. It may never do more than this user may.",
    )
    digest = models.CharField(
        max_length=64, editable=False, help_text="SHA-256 of the secret, in hexadecimal."
    )
    prefix = models.CharField(
        max_length=8, editable=False, help_text="Start of the secret, to recognise it by."
    )
    read_drafts = models.BooleanField(
        default=False, help_text="Reads records that are not published."
    )
    write = models.BooleanField(default=False, help_text="Creates and changes records.")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    expires_at = models.DateTimeField(
        "expires",
        default=usual_expiry,
        help_text=f"At most {MAX_DAYS} days from now.",
    )
    revoked_at = models.DateTimeField("revoked", null=True, editable=False)
    last_used_at = models.DateTimeField(
        "last used", null=True, editable=False, help_text="To the minute."
    )

    class Meta:
        ordering = ("-id",)
        verbose_name = "API token"
        verbose_name_plural = "API tokens"
        constraints = (
            unique("apitoken", "digest_taken", ("digest",), "Another token has this digest."),
            check(
                "apitoken",
                "digest_malformed",
                Q(digest__regex=r"^[0-9a-f]{64}$"),
                "A digest is 64 lower-case hexadecimal digits.",
            ),
            check("apitoken", "name_missing", ~Q(name=""), "A token has a name."),
            check(
                "apitoken",
                "expires_before_created",
                Q(expires_at__gt=F("created_at")),
                "A token expires after it was created.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.name} ({self.shown})"

    @property
    def shown(self) -> str:
        """As much of the secret as may be seen."""
        return f"accord_{self.prefix}…"

    @property
    def scopes(self) -> list[Scope]:
        """What the token may do, as far as its user may."""
        return [scope for scope in Scope if getattr(self, scope)]

    @property
    def state(self) -> TokenState:
        """Whether it works now."""
        if self.revoked_at:
            return TokenState.REVOKED
        if self.expires_at <= timezone.now():
            return TokenState.EXPIRED
        return TokenState.ACTIVE if self.user.is_active else TokenState.USER_INACTIVE

    def clean(self) -> None:
        """Refuse a life that is over or too long, and a user who may not sign in."""
        errors = {}
        if self.expires_at and self.expires_at <= self.created_at:
            errors["expires_at"] = ValidationError(
                "A token expires in the future.", code="expires_before_created"
            )
        elif self.expires_at and self.expires_at > self.created_at + timedelta(days=MAX_DAYS):
            errors["expires_at"] = ValidationError(
                f"A token expires at most {MAX_DAYS} days after it is issued.",
                code="expires_too_late",
            )
        if self._state.adding and self.user_id and not self.user.is_active:
            errors["user"] = ValidationError(
                "The user is deactivated, so the token would not work.", code="user_inactive"
            )
        if errors:
            raise ValidationError(errors)
