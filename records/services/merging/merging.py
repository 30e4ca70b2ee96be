"""Merges one record into another one of its type."""

from collections.abc import Mapping

from django.db import transaction

from records.enums import ChangeAction, ReviewStatus
from records.models import Merge, Record
from records.representations.locking import take_turn
from records.services import states
from records.services.authorship import (
    Authorship,
    require_permission,
    require_reason,
    validate_reason,
)
from records.services.errors import StaleRevisionError
from records.services.merging.choosing import Choices
from records.services.merging.planning import Plan, Rewrite, preview_merge
from records.services.merging.uniting import released
from records.services.saving import Act, write
from records.services.states import State

Touched = list[list[str | int]]
"""`[type, number, revision before, revision after]` of records, in the order of writing."""


@transaction.atomic
def merge_records(
    *,
    survivor: Record,
    merged: Record,
    choices: Choices,
    authorship: Authorship,
    expected_revisions: Mapping[int, int | None] | None = None,
) -> tuple[Merge, Plan]:
    """Let one record answer for another one, and point everything that named that one at it.

    What `preview_merge` plans is done: the survivor takes the chosen values and the lists of
    both, the records that point at the merged one are rewritten, and the merged one keeps its id
    and its content, without the identifiers that can belong to one record only. Each of them
    gets a revision and a row on the log. `expected_revisions` says which revisions the caller has
    read, by number of the record.

    Returns what is kept of the merge, and the plan that it followed. Raises NotPermittedError,
    StaleRevisionError, MergeError or ValidationError; then nothing is
    stored.
    """
    require_permission(authorship, type(survivor), "merge")
    require_reason(authorship)
    validate_reason(authorship, required=True)
    take_turn()
    plan = preview_merge(survivor=survivor, merged=merged, choices=choices)
    for record in (plan.survivor.record, plan.merged.record):
        _check_revision(record, (expected_revisions or {}).get(record.pk))
    model = type(survivor)
    gone = Rewrite(
        record=plan.merged.record,
        before=plan.merged.before,
        after=released(model, plan.merged.before),
    )
    gone.record.review_status = ReviewStatus.MERGED
    touched: Touched = [_rewritten(gone, authorship, Act(action=ChangeAction.MERGED))]
    touched += [
        _rewritten(rewrite, authorship, Act(action=ChangeAction.CHANGED))
        for rewrite in (plan.survivor, *plan.moved)
    ]
    merge = Merge.objects.create(
        record_type=model.record_type,
        survivor=survivor.pk,
        merged=merged.pk,
        actor=authorship.actor,
        channel=authorship.channel,
        reason=authorship.reason.strip(),
        touched=touched,
        dropped=[list(dropped) for dropped in plan.dropped],
    )
    return merge, plan


def store(record: Record, before: State, after: State, authorship: Authorship, act: Act) -> None:
    """Write a record with another state; lists that are the same in both stay as they are."""
    owned = states.give(after, record)
    changed = {name: rows for name, rows in owned.items()
               if before["lists"][name] != after["lists"][name]}  # fmt: skip
    write(record=record, owned=changed, authorship=authorship, act=act)


def _rewritten(rewrite: Rewrite, authorship: Authorship, act: Act) -> list[str | int]:
    record, revision = rewrite.record, rewrite.record.revision
    store(record, rewrite.before, rewrite.after, authorship, act)
    return [record.record_type.value, record.pk, revision, record.revision]


def _check_revision(record: Record, expected: int | None) -> None:
    if expected is not None and record.revision != expected:
        raise StaleRevisionError(record.public_id, expected=expected, current=record.revision)
