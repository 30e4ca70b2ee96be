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
from dataclasses import replace
from typing import Any, Literal, TypeVar, cast

from django.core.exceptions import ValidationError
from django.db import transaction

from records.enums import ChangeAction, ReviewStatus
from records.models import Change, Record
from records.representations.locking import take_turn
from records.services.authorship import Authorship, require_permission, require_reason
from records.services.errors import ReviewError, StaleRevisionError
from records.services.saving import Act, write

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

PERMISSIONS: dict[ChangeAction, Literal["change", "review"]] = {
    action: "change" if action == ChangeAction.SUBMITTED else "review" for action in ENDS
}
"""What a person must be allowed to do with records of the type, for each step."""

_WITH_REASON = {ChangeAction.CHANGES_REQUESTED, ChangeAction.REJECTED, ChangeAction.RETRACTED}


def submit(
    *, record: AnyRecord, authorship: Authorship, expected_revision: int | None = None
) -> AnyRecord:
    """Ask for the review of a draft."""
    return _step(record, authorship, Act(expected_revision, ChangeAction.SUBMITTED))


def request_changes(
    *, record: AnyRecord, authorship: Authorship, expected_revision: int | None = None
) -> AnyRecord:
    """Return a record to its editor; the reason says what has to change."""
    return _step(
        record,
        authorship,
        Act(expected_revision, ChangeAction.CHANGES_REQUESTED),
    )


def reject(
    *, record: AnyRecord, authorship: Authorship, expected_revision: int | None = None
) -> AnyRecord:
    """Decide, for a reason, that a record will not be published."""
    return _step(record, authorship, Act(expected_revision, ChangeAction.REJECTED))


def retract(
    *, record: AnyRecord, authorship: Authorship, expected_revision: int | None = None
) -> AnyRecord:
    """Withdraw a published record for a reason; its tombstone stays public."""
    return _step(record, authorship, Act(expected_revision, ChangeAction.RETRACTED))


@transaction.atomic
def publish(
    *,
    record: AnyRecord,
    authorship: Authorship,
    expected_revision: int | None = None,
    together: Sequence[Record] = (),
) -> AnyRecord:
    """Make a record public that a second person has checked, and others together with it.

    Records that point at each other become public together: all of them or none. The errors of
    the others have their public ids before their paths: `CLM-3.citations`.
    """
    take_turn()
    numbers: dict[type[Record], set[int]] = defaultdict(set)
    others = [each for each in dict.fromkeys(together) if each != record]
    published: list[Record] = [record, *others]
    for each in published:
        numbers[type(each)].add(each.pk)
    act = Act(expected_revision, ChangeAction.PUBLISHED, numbers)
    errors: dict[str, Any] = {}
    saved = _tried(record, authorship, act, "", errors)
    for other in others:
        _tried(other, authorship, replace(act, expected_revision=None), other.public_id, errors)
    if errors:
        raise ValidationError(errors)
    return cast("AnyRecord", saved)


def _tried(
    record: Record, authorship: Authorship, act: Act, prefix: str, errors: dict[str, Any]
) -> Record | None:
    """Take a step, or note what is wrong with it and go on to the next record."""
    try:
        with transaction.atomic():
            return _step(record, authorship, act)
    except ValidationError as error:
        for path, found in error.error_dict.items():
            errors[f"{prefix}.{path}" if prefix else path] = found
        return None


@transaction.atomic
def _step(record: AnyRecord, authorship: Authorship, act: Act) -> AnyRecord:
    """Take a step from where the record stands now, whatever the caller has read."""
    take_turn()
    action = cast("ChangeAction", act.action)
    current = cast("AnyRecord", type(record).objects.get(pk=record.pk))
    require_permission(authorship, type(current), PERMISSIONS[action])
    if act.expected_revision not in {None, current.revision}:
        raise StaleRevisionError(
            current.public_id, expected=act.expected_revision, current=current.revision
        )
    if action in _WITH_REASON:
        require_reason(authorship)
    if current.review_status not in BEGINS[action]:
        raise ReviewError(current, action)
    if action == ChangeAction.PUBLISHED:
        _check_four_eyes(current, authorship)
    current.review_status = ENDS[action]
    return write(record=current, owned={}, authorship=authorship, act=act)


def _check_four_eyes(record: Record, authorship: Authorship) -> None:
    """Refuse to let a person publish what they had a part in, other than by returning it."""
    if authorship.actor is None:
        return
    own = Change.objects.of(record.record_type, record.pk).filter(actor=authorship.actor)
    if own.exclude(action=ChangeAction.CHANGES_REQUESTED).exists():
        raise ReviewError(record, ChangeAction.PUBLISHED, own=True)
