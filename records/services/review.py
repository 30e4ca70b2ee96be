"""The life of a record: each function is one step of it.

draft → in review → published → retracted; a reviewer can also return a record, which becomes a
draft with the editor's next change, or reject it. Each function checks that the person may do it
and that the record stands where the step begins, and writes through `write`, so that the step is
on the log.

Each raises NotPermittedError, ReviewError, StaleRevisionError or ValidationError; then nothing is
stored.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import TypeVar, cast

from django.core.exceptions import ValidationError
from django.db import transaction

from records.enums import ChangeAction, ReviewStatus
from records.models import Change, Record
from records.representations.locking import take_turn
from records.services.authorship import Authorship
from records.services.errors import NotPermittedError, ReviewError
from records.services.saving import Act, Together, write

AnyRecord = TypeVar("AnyRecord", bound=Record)

BEGINS: dict[ChangeAction, frozenset[ReviewStatus]] = {
    ChangeAction.SUBMITTED: frozenset({ReviewStatus.DRAFT}),
    ChangeAction.PUBLISHED: frozenset({ReviewStatus.IN_REVIEW}),
    ChangeAction.CHANGES_REQUESTED: frozenset({ReviewStatus.IN_REVIEW}),
    ChangeAction.REJECTED: frozenset({ReviewStatus.IN_REVIEW}),
    ChangeAction.RETRACTED: frozenset({ReviewStatus.PUBLISHED}),
}
"""Where a record stands before each step."""

ENDS: dict[ChangeAction, ReviewStatus] = {
    ChangeAction.SUBMITTED: ReviewStatus.IN_REVIEW,
    ChangeAction.PUBLISHED: ReviewStatus.PUBLISHED,
    ChangeAction.CHANGES_REQUESTED: ReviewStatus.CHANGES_REQUESTED,
    ChangeAction.REJECTED: ReviewStatus.REJECTED,
    ChangeAction.RETRACTED: ReviewStatus.RETRACTED,
}
"""Where it stands after each step."""

PERMISSIONS: dict[ChangeAction, str] = {
    action: "change" if action == ChangeAction.SUBMITTED else "review" for action in ENDS
}
"""What a person must be allowed to do with records of the type, for each step."""

_WITH_REASON = {ChangeAction.CHANGES_REQUESTED, ChangeAction.REJECTED, ChangeAction.RETRACTED}


def submit(
    *, record: AnyRecord, authorship: Authorship, expected_revision: int | None = None
) -> AnyRecord:
    """Ask for the review of a draft."""
    return _step(ChangeAction.SUBMITTED, record, authorship, expected_revision)


def request_changes(
    *, record: AnyRecord, authorship: Authorship, expected_revision: int | None = None
) -> AnyRecord:
    """Return a record to its editor; the reason says what has to change."""
    return _step(ChangeAction.CHANGES_REQUESTED, record, authorship, expected_revision)


def reject(
    *, record: AnyRecord, authorship: Authorship, expected_revision: int | None = None
) -> AnyRecord:
    """Decide, for a reason, that a record will not be published."""
    return _step(ChangeAction.REJECTED, record, authorship, expected_revision)


def retract(
    *, record: AnyRecord, authorship: Authorship, expected_revision: int | None = None
) -> AnyRecord:
    """Withdraw a published record for a reason; its tombstone stays public."""
    return _step(ChangeAction.RETRACTED, record, authorship, expected_revision)


def publish(
    *, record: AnyRecord, authorship: Authorship, expected_revision: int | None = None
) -> AnyRecord:
    """Make a record public that a second person has checked."""
    return _step(ChangeAction.PUBLISHED, record, authorship, expected_revision)


@transaction.atomic
def publish_together(*, records: Sequence[Record], authorship: Authorship) -> list[Record]:
    """Make records public that point at each other: all of them or none.

    The keys of a ValidationError begin with the public id of the record: `CLM-3.citations`.
    """
    take_turn()
    numbers: dict[type[Record], set[int]] = defaultdict(set)
    for record in records:
        numbers[type(record)].add(record.pk)
    published, errors = [], {}
    for record in records:
        try:
            with transaction.atomic():
                published.append(
                    _step(ChangeAction.PUBLISHED, record, authorship, together=numbers)
                )
        except ValidationError as error:
            for path, found in error.error_dict.items():
                errors[f"{record.public_id}.{path}"] = found
    if errors:
        raise ValidationError(errors)
    return published


@transaction.atomic
def _step(
    action: ChangeAction,
    record: AnyRecord,
    authorship: Authorship,
    expected_revision: int | None = None,
    together: Together | None = None,
) -> AnyRecord:
    """Take a step from where the record stands now, whatever the caller has read."""
    take_turn()
    current = cast("AnyRecord", type(record).objects.get(pk=record.pk))
    _check_permission(action, current, authorship)
    _check_reason(action, authorship)
    if current.review_status not in BEGINS[action]:
        raise ReviewError(current, action)
    if action == ChangeAction.PUBLISHED:
        _check_four_eyes(current, authorship)
    current.review_status = ENDS[action]
    act = Act(expected_revision=expected_revision, action=action, together=together or {})
    return write(record=current, owned={}, authorship=authorship, act=act)


def _check_permission(action: ChangeAction, record: Record, authorship: Authorship) -> None:
    """Let a command do everything: whoever runs it owns the database."""
    meta = record._meta
    permission = f"{meta.app_label}.{PERMISSIONS[action]}_{meta.model_name}"
    if authorship.actor is not None and not authorship.actor.has_perm(permission):
        raise NotPermittedError(permission)


def _check_reason(action: ChangeAction, authorship: Authorship) -> None:
    if action in _WITH_REASON and not authorship.reason.strip():
        raise ValidationError(
            {"reason": ValidationError("Say why, for those who come after.", code="reason_missing")}
        )


def _check_four_eyes(record: Record, authorship: Authorship) -> None:
    """Refuse to let a person publish what they had a part in, other than by returning it."""
    if authorship.actor is None:
        return
    own = Change.objects.of(record.record_type, record.pk).filter(actor=authorship.actor)
    if own.exclude(action=ChangeAction.CHANGES_REQUESTED).exists():
        raise ReviewError(record, ChangeAction.PUBLISHED, own=True)
