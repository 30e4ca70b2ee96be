"""Checks a record with its rows before it is stored."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, TypeAlias

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

from records.enums import MilestoneKind, ReviewStatus
from records.models import Agreement, Claim, Organization, OwnedRow, Record, WeaponSystem
from records.models.names import OtherName
from records.querysets.tree import ancestors
from records.services import owned as rows
from records.services.checking import Known, errors_of, known
from records.services.owned import OwnedLists
from records.validators.records import (
    validate_no_cycle,
    validate_review_status_change,
    validate_shown_are_not_merged,
    validate_shown_are_public,
)
from records.values.public_ids import format_public_id
from records.values.readings import searchable

States: TypeAlias = Mapping[type[Record], Mapping[int, str]]
"""Review states of records by model and number."""

Together: TypeAlias = Mapping[type[Record], Collection[int]]
"""Numbers of records by model."""

PARENTS: dict[type[Record], str] = {Organization: "parent", WeaponSystem: "variant_of"}
"""Foreign keys that build a tree of records."""


def prepare(record: Record, owned: OwnedLists) -> None:
    """Set what the checks want to know of the rows."""
    if isinstance(record, Claim) and "citations" in owned:
        record.citation_count = len(owned["citations"])


def derive(record: Record, owned: OwnedLists) -> None:
    """Set what follows from rows that have been checked."""
    if isinstance(record, Agreement) and "milestones" in owned:
        record.signed = _signed(owned["milestones"])
    if isinstance(record, Organization | WeaponSystem) and "names" in owned:
        record.names_words = searchable(*_texts(owned["names"]))


def validate(
    record: Record,
    owned: OwnedLists,
    before: Record | None,
    states: States,
    existing: Known | None = None,
) -> None:
    """Check a record whose rows are attached to it; `before` is what is stored, None if new.

    `states` has the review states of all records that it will show. `existing` are the targets of
    its keys and its rows', which are looked for unless they are given. Raises ValidationError.
    """
    if existing is None:
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


def with_together(states: States, together: Together) -> States:
    """Take records that are published in the same transaction for published."""
    return {
        model: {
            number: ReviewStatus.PUBLISHED if number in together.get(model, ()) else state
            for number, state in held.items()
        }
        for model, held in states.items()
    }


def _signed(milestones: Iterable[Any]) -> str:
    """Date of the first signature that has one."""
    return next((row.date for row in milestones
                 if row.kind == MilestoneKind.SIGNATURE and row.date), "")  # fmt: skip


def _texts(names: Iterable[OwnedRow]) -> Iterator[str]:
    return (name.text for name in names if isinstance(name, OtherName))


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
