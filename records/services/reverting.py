"""Sets a record back to one of its earlier versions."""

from typing import TypeVar, cast

from django.core.exceptions import ValidationError
from django.db import transaction

from records.enums import ChangeAction
from records.models import Change, Record
from records.representations.locking import take_turn
from records.services import states
from records.services.authorship import Authorship
from records.services.errors import NotPermittedError
from records.services.saving import Act, write

AnyRecord = TypeVar("AnyRecord", bound=Record)


@transaction.atomic
def revert(
    *,
    record: AnyRecord,
    revision: int,
    authorship: Authorship,
    expected_revision: int | None = None,
) -> AnyRecord:
    """Give a record the content of its version `revision`, as a new change with a reason.

    Where the record stands in its review does not change.

    Raises NotPermittedError, StaleRevisionError or ValidationError; then nothing is stored.
    """
    take_turn()
    current = cast("AnyRecord", type(record).objects.get(pk=record.pk))
    _check_permission(current, authorship)
    if not authorship.reason.strip():
        raise ValidationError(
            {"reason": ValidationError("Say why, for those who come after.", code="reason_missing")}
        )
    owned = states.give(states.load(_version(current, revision).state), current)
    act = Act(expected_revision, ChangeAction.REVERTED)
    return write(record=current, owned=owned, authorship=authorship, act=act)


def _check_permission(record: Record, authorship: Authorship) -> None:
    """Let a command do everything: whoever runs it owns the database."""
    permission = f"{record._meta.app_label}.change_{record._meta.model_name}"
    if authorship.actor is not None and not authorship.actor.has_perm(permission):
        raise NotPermittedError(permission)


def _version(record: Record, revision: int) -> Change:
    versions = Change.objects.of(record.record_type, record.pk)
    earlier = revision < record.revision
    version = versions.filter(revision=revision).first() if earlier else None
    if version is None:
        raise ValidationError(
            {
                "revision": ValidationError(
                    "%(id)s has no earlier version %(revision)s.",
                    code="no_such_version",
                    params={"id": record.public_id, "revision": revision},
                )
            }
        )
    return version
