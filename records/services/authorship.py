"""Who stands behind a write, and why."""

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db.models import Model

from records.enums import Channel
from records.services.errors import NotPermittedError
from records.validators.text import validate_plain_text

MAX_REASON = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Authorship:
    """The person, the way and the reason of a write, and the id of the request if it has one.

    Only a command has no person: an operator ran it on the server.
    """

    channel: Channel
    actor: User | None = None
    reason: str = ""
    request_id: str = ""


def require_permission(authorship: Authorship, model: type[Model], action: str) -> None:
    """Raise NotPermittedError unless the person may do this with records of the model.

    A command may do everything: whoever runs it owns the database.
    """
    permission = f"{model._meta.app_label}.{action}_{model._meta.model_name}"
    if authorship.actor is not None and not authorship.actor.has_perm(permission):
        raise NotPermittedError(permission)


def require_reason(authorship: Authorship) -> None:
    """Refuse a decision that nobody will understand later."""
    if not authorship.reason.strip():
        raise ValidationError(
            {"reason": ValidationError("Say why, for those who come after.", code="reason_missing")}
        )


def validate_reason(authorship: Authorship, *, required: bool) -> None:
    """Check the reason; the key of the ValidationError is `reason`."""
    try:
        _validate(authorship.reason, required=required)
    except ValidationError as error:
        raise ValidationError({"reason": error}) from error


def _validate(reason: str, *, required: bool) -> None:
    if required and not reason.strip():
        raise ValidationError(
            "The record is public: say why you change it. The reason is public, too.",
            code="reason_missing",
        )
    if len(reason) > MAX_REASON:
        raise ValidationError(
            "A reason has at most %(max)s characters; this one has %(length)s.",
            code="reason_too_long",
            params={"max": MAX_REASON, "length": len(reason)},
        )
    validate_plain_text(reason)
