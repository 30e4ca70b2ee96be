"""Undoes a merge: every record that it touched is what it was, and keeps what happened since."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from records.enums import ChangeAction, ReviewStatus
from records.models import Change, Merge, Record
from records.models.relations import record_models
from records.representations.locking import take_turn
from records.services import states
from records.services.authorship import (
    Authorship,
    require_permission,
    require_reason,
    validate_reason,
)
from records.services.errors import MergeError, StaleRevisionError
from records.services.merging.merging import store
from records.services.merging.planning import BATCH, in_batches
from records.services.merging.reconciling import ConflictError, reconciled
from records.services.saving import Act

Key = tuple[str, int, int]
"""Type, number and revision of a record."""


@transaction.atomic
def unmerge(
    *, record: Record, authorship: Authorship, expected_revision: int | None = None
) -> Merge:
    """Undo the merge of a record, and return what was undone.

    Each record that the merge touched gets back what the merge took from it; what others have
    changed of it since stays.

    Raises NotPermittedError, StaleRevisionError, ValidationError, and MergeError for a record
    that is not merged or when a later change stands in the way; then nothing is stored.
    """
    require_permission(authorship, type(record), "merge")
    require_reason(authorship)
    validate_reason(authorship, required=True)
    take_turn()
    merge = Merge.objects.standing().of(record.record_type, record.pk).first()
    if merge is None:
        raise MergeError("not_merged", f"{record.public_id} is not merged into another record.")
    _check_revision(record, expected_revision)
    _restore(merge, authorship)
    merge.undone_at = timezone.now()
    merge.undone_by = authorship.actor
    merge.undone_reason = authorship.reason.strip()
    merge.save()
    return merge


def _check_revision(record: Record, expected: int | None) -> None:
    current = type(record).objects.values_list("revision", flat=True).get(pk=record.pk)
    if expected is not None and current != expected:
        raise StaleRevisionError(record.public_id, expected=expected, current=current)


def _restore(merge: Merge, authorship: Authorship) -> None:
    """Write the records in the opposite order: the merged one takes its identifiers back last."""
    log = _logged(merge.touched)
    now = _read(merge.touched)
    _refuse_if_merged(now[merge.record_type, merge.survivor])
    models = {model.record_type.value: model for model in record_models()}
    together = {models[merge.record_type]: {merge.merged}}
    for kind, number, revision, revision_after in reversed(merge.touched):
        record = now.get((kind, number))
        if record is None:
            continue
        before = log.get((kind, number, revision))
        after = log.get((kind, number, revision_after))
        if before is None or after is None:
            raise MergeError(
                "changed_since", f"The log does not say what {record.public_id} was before."
            )
        is_merged = (kind, number) == (merge.record_type, merge.merged)
        if is_merged:
            record.review_status = before.review_status
        _write_back(
            record,
            before,
            after,
            authorship,
            Act(
                action=ChangeAction.UNMERGED if is_merged else ChangeAction.CHANGED,
                together=together,
            ),
        )


def _refuse_if_merged(survivor: Record) -> None:
    """Take merges back in the opposite order."""
    if survivor.review_status == ReviewStatus.MERGED:
        raise MergeError(
            "changed_since",
            f"{survivor.public_id} was merged itself since; undo that merge first.",
        )


def _write_back(
    record: Record, before: Change, after: Change, authorship: Authorship, act: Act
) -> None:
    current = states.take(record)
    try:
        restored = reconciled(states.load(before.state), states.load(after.state), current)
    except ConflictError as error:
        raise MergeError(
            "changed_since",
            f"{record.public_id} was changed since, in “{error.place}”: revert that change first.",
        ) from error
    store(record, current, restored, authorship, act)


def _read(touched: Iterable[Sequence[Any]]) -> dict[tuple[str, int], Record]:
    numbers: dict[str, set[int]] = {}
    for kind, number, *_ in touched:
        numbers.setdefault(kind, set()).add(number)
    return {
        (model.record_type.value, record.pk): record
        for model in record_models()
        for record in in_batches(model, numbers.get(model.record_type, ()))
    }


def _logged(touched: Sequence[Sequence[Any]]) -> dict[Key, Change]:
    found: dict[Key, Change] = {}
    for start in range(0, len(touched), BATCH):
        some = touched[start : start + BATCH]
        wanted = {(kind, number, revision) for kind, number, *both in some for revision in both}
        revisions = {revision for _, _, revision in wanted}
        of_them = Q()
        for kind in {kind for kind, _, _ in wanted}:
            numbers = {number for each, number, _ in wanted if each == kind}
            of_them |= Q(record_type=kind, number__in=numbers, revision__in=revisions)
        for change in Change.objects.filter(of_them).defer("document").order_by():
            found[change.record_type, change.number, change.revision] = change
    return found
