"""The one way to write a record."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import TypeVar

from django.db import transaction

from records.enums import ChangeAction, ReviewStatus
from records.models import Claim, Record
from records.representations.briefs import BRIEF_COLUMNS
from records.representations.locking import Shown, hold, shown_by, shown_in_lists, take_turn
from records.representations.staleness import mark_stale
from records.services import owned as rows
from records.services.authorship import Authorship, validate_reason
from records.services.credibility import validate_credibility
from records.services.entering import Entry, enter
from records.services.errors import EntriesRefusedError, MergedError, StaleRevisionError
from records.services.owned import OwnedLists
from records.services.sealing import seal
from records.services.validating import Together, derive, prepare, validate, with_together
from records.validators.records import CITABLE

AnyRecord = TypeVar("AnyRecord", bound=Record)

_OF_MERGED = frozenset({ChangeAction.CHANGED, ChangeAction.UNMERGED})
"""What still happens to a merged record: another merge moves what it points at, or it is undone."""


@dataclass(frozen=True, slots=True)
class Act:
    """What a write is, beside the content that it stores.

    `expected_revision` is the revision that the caller has read. `action` is what the log calls
    the change when it is more than entering or changing a record. `together` names records that
    the same transaction makes public.
    """

    expected_revision: int | None = None
    action: ChangeAction | None = None
    together: Together = field(default_factory=dict)


def save_record(
    *,
    record: AnyRecord,
    owned: OwnedLists,
    authorship: Authorship,
    expected_revision: int | None = None,
) -> AnyRecord:
    """Enter a new record, or change the content of a stored one; see `write`.

    A record that a reviewer returned becomes a draft again.
    """
    if record.pk is not None and record.review_status == ReviewStatus.CHANGES_REQUESTED:
        record.review_status = ReviewStatus.DRAFT
    return write(
        record=record,
        owned=owned,
        authorship=authorship,
        act=Act(expected_revision),
    )


def enter_records(entries: Sequence[Entry], authorship: Authorship) -> None:
    """Enter new records of one model together, all or none: faster than one by one.

    Raises EntriesRefusedError, which tells what is wrong with each, and ValidationError for the
    reason.
    """
    if not entries:
        return
    with transaction.atomic():
        take_turn()
        enter(entries, authorship=authorship, together={})


@transaction.atomic
def write(*, record: AnyRecord, owned: OwnedLists, authorship: Authorship, act: Act) -> AnyRecord:
    """Validate and store a record with its owned rows, raise its revision, render and log it.

    `owned` maps names of owned lists to whole lists of unsaved rows; lists that it does not name
    stay as they are.

    Raises ValidationError, with paths such as `parties.0.role` as keys, StaleRevisionError, and
    MergedError when another record answers for this one.
    Nothing is stored unless everything is.
    """
    take_turn()
    try:
        if record.pk is None:
            enter(
                [(record, owned)],
                authorship=authorship,
                together=act.together,
                action=act.action or ChangeAction.CREATED,
            )
        else:
            _change(record, owned, authorship, act)
    except EntriesRefusedError as refusal:
        raise refusal.errors[0] from refusal
    return record


def _change(record: Record, owned: OwnedLists, authorship: Authorship, act: Act) -> None:
    states = with_together(hold(_shown(record, owned)), act.together)
    before = _lock(record, act.expected_revision)
    if before.review_status == ReviewStatus.MERGED and act.action not in _OF_MERGED:
        raise MergedError(before)
    validate_reason(authorship, required=before.review_status in CITABLE)
    stored = rows.read(record, owned)
    rows.attach(record, owned, stored)
    prepare(record, owned)
    validate(record, owned, before, states)
    derive(record, owned)
    record.revision = before.revision + 1
    record.document = None
    record.save()
    rows.replace(record, owned, stored)
    rows.follow(record, before, owned)
    if _brief(before) != _brief(record):
        mark_stale(record)
    gone = stored.get("relations", {}).values()
    validate_credibility(record, before, gone, act.together.get(Claim, ()))
    seal([record], action=act.action or ChangeAction.CHANGED, authorship=authorship)


def _lock(record: Record, expected_revision: int | None) -> Record:
    """Take the stored record for writing."""
    stored = type(record).objects.select_for_update(no_key=True).get(pk=record.pk)
    if expected_revision is not None and stored.revision != expected_revision:
        raise StaleRevisionError(
            record.public_id, expected=expected_revision, current=stored.revision
        )
    return stored


def _shown(record: Record, owned: OwnedLists) -> Shown:
    """Collect what the record will show: through the lists written now, and those that stay."""
    shown = shown_by(chain([record], *owned.values()))
    kept = set(record.owned) - owned.keys()
    for target, numbers in shown_in_lists(type(record), [record.pk], kept).items():
        shown[target] |= numbers
    return shown


def _brief(record: Record) -> tuple[object, ...]:
    return tuple(getattr(record, column) for column in BRIEF_COLUMNS[type(record)])
