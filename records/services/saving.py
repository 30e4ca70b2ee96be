"""The one way to write a record."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, TypeAlias, TypeVar

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction

from records.enums import ChangeAction, MilestoneKind, ReviewStatus
from records.models import Agreement, Claim, Organization, Record, WeaponSystem
from records.querysets.tree import ancestors
from records.representations.briefs import BRIEF_COLUMNS
from records.representations.loading import load_whole
from records.representations.locking import Shown, hold, shown_by, shown_in_lists, take_turn
from records.representations.rendering import render_whole
from records.representations.staleness import mark_stale
from records.services import owned as rows
from records.services.authorship import Authorship, validate_reason
from records.services.changes import append
from records.services.checking import errors_of, known
from records.services.credibility import validate_credibility
from records.services.errors import MergedError, StaleRevisionError
from records.services.evidence import validate_evidence
from records.services.owned import OwnedLists
from records.validators.records import (
    CITABLE,
    validate_no_cycle,
    validate_review_status_change,
    validate_shown_are_not_merged,
    validate_shown_are_public,
)
from records.values.public_ids import format_public_id

AnyRecord = TypeVar("AnyRecord", bound=Record)

States: TypeAlias = Mapping[type[Record], Mapping[int, str]]
"""Review states of records by model and number."""

Together: TypeAlias = Mapping[type[Record], Collection[int]]
"""Numbers of records by model."""

PARENTS: dict[type[Record], str] = {Organization: "parent", WeaponSystem: "variant_of"}
"""Foreign keys that build a tree of records."""

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
    states = hold(_shown(record, owned))
    before = _lock(record, act.expected_revision)
    if before and before.review_status == ReviewStatus.MERGED and act.action not in _OF_MERGED:
        raise MergedError(before)
    validate_reason(authorship, required=bool(before and before.review_status in CITABLE))
    stored = rows.read(record, owned)
    rows.attach(record, owned, stored)
    if isinstance(record, Claim) and "citations" in owned:
        record.citation_count = len(owned["citations"])
    validate(record, owned, before, _with(states, act.together))
    if isinstance(record, Agreement) and "milestones" in owned:
        record.signed = _signed(owned["milestones"])
    record.revision = before.revision + 1 if before else 1
    record.document = None
    record.save()
    rows.replace(record, owned, stored)
    if before:
        rows.follow(record, before, owned)
    if before and _brief(before) != _brief(record):
        mark_stale(record)
    validate_credibility(
        record, before, stored.get("relations", {}).values(), act.together.get(Claim, ())
    )
    (whole,) = load_whole(type(record), [record.pk])
    record.document = render_whole(whole)
    validate_evidence(whole, record.document)
    type(record).objects.filter(pk=record.pk).update(document=record.document)
    entered = ChangeAction.CHANGED if before else ChangeAction.CREATED
    append(whole, record.document, action=act.action or entered, authorship=authorship)
    return record


def _lock(record: Record, expected_revision: int | None) -> Record | None:
    """Take the stored record for writing; None for a new one."""
    if record.pk is None:
        return None
    stored = type(record).objects.select_for_update(no_key=True).get(pk=record.pk)
    if expected_revision is not None and stored.revision != expected_revision:
        raise StaleRevisionError(
            record.public_id, expected=expected_revision, current=stored.revision
        )
    return stored


def _shown(record: Record, owned: OwnedLists) -> Shown:
    """Collect what the record will show: through the lists written now, and those that stay."""
    shown = shown_by(chain([record], *owned.values()))
    if record.pk is not None:
        kept = set(record.owned) - owned.keys()
        for target, numbers in shown_in_lists(type(record), [record.pk], kept).items():
            shown[target] |= numbers
    return shown


def _signed(milestones: Iterable[Any]) -> str:
    """Date of the first signature that has one."""
    return next((row.date for row in milestones
                 if row.kind == MilestoneKind.SIGNATURE and row.date), "")  # fmt: skip


def validate(
    record: Record,
    owned: OwnedLists,
    before: Record | None,
    states: States,
) -> None:
    """Check a record whose rows are attached to it; `before` is what is stored, None if new.

    `states` has the review states of all records that it will show. Raises ValidationError.
    """
    existing = known(chain([record], *owned.values()), states)
    errors = errors_of(record, existing)
    parts: tuple[Callable[[], None], ...] = (
        lambda: _validate_tree(record),
        lambda: _validate_states(record, before, states),
    )
    for part in parts:
        try:
            part()
        except ValidationError as error:
            for field, found in _by_field(error).items():
                errors.setdefault(field, []).extend(found)
    errors |= rows.validate(owned, existing)
    if errors:
        raise ValidationError(errors)


def _by_field(error: ValidationError) -> dict[str, list[ValidationError]]:
    if hasattr(error, "error_dict"):
        return error.error_dict
    return {NON_FIELD_ERRORS: error.error_list}


def _validate_tree(record: Record) -> None:
    field = PARENTS.get(type(record))
    above = getattr(record, f"{field}_id") if field else None
    if field and above and record.pk:
        model = type(record)
        numbers = model.objects.filter(pk__in=ancestors(model, field, above))
        validate_no_cycle(record.pk, set(numbers.values_list("pk", flat=True)), field)


def _validate_states(record: Record, before: Record | None, states: States) -> None:
    if before:
        validate_review_status_change(before.review_status, record.review_status)
    shown = {
        format_public_id(model.record_type, number): state
        for model, held in states.items()
        for number, state in held.items()
    }
    validate_shown_are_not_merged(shown)
    if record.review_status == ReviewStatus.PUBLISHED:
        validate_shown_are_public(shown)


def _with(states: States, together: Together) -> States:
    """Take records that are published in the same transaction for published."""
    return {
        model: {
            number: ReviewStatus.PUBLISHED if number in together.get(model, ()) else state
            for number, state in held.items()
        }
        for model, held in states.items()
    }


def _brief(record: Record) -> tuple[object, ...]:
    return tuple(getattr(record, column) for column in BRIEF_COLUMNS[type(record)])
