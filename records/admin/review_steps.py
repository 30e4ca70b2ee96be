"""The steps of a record's life as buttons, and what is said when one cannot be taken."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

from records.enums import ChangeAction, ReviewStatus
from records.models import Record
from records.representations.locking import shown_in
from records.services import review
from records.services.authorship import Authorship
from records.services.errors import NotPermittedError, ReviewError, StaleRevisionError
from records.validators.records import CITABLE

Refusal = ValidationError | ReviewError | StaleRevisionError | NotPermittedError
REFUSALS = (ValidationError, ReviewError, StaleRevisionError, NotPermittedError)
"""What the service refuses a step with."""


@dataclass(frozen=True, slots=True)
class Step:
    """A button: `wants_reason` asks for the comment before the form is sent."""

    action: ChangeAction
    label: str
    take: Callable[..., Record]
    wants_reason: bool = False
    variant: str = "default"


STEPS = (
    Step(ChangeAction.SUBMITTED, "Submit for review", review.submit, variant="primary"),
    Step(ChangeAction.PUBLISHED, "Publish", review.publish, variant="primary"),
    Step(
        ChangeAction.CHANGES_REQUESTED, "Request changes", review.request_changes, wants_reason=True
    ),
    Step(ChangeAction.REJECTED, "Reject", review.reject, wants_reason=True, variant="danger"),
    Step(ChangeAction.RETRACTED, "Retract", review.retract, wants_reason=True, variant="danger"),
)

WAITING = {
    ReviewStatus.DRAFT: "The record is a draft. Editors submit it for review.",
    ReviewStatus.IN_REVIEW: "The record waits for a reviewer to publish, return or reject it.",
    ReviewStatus.CHANGES_REQUESTED: (
        "A reviewer asked for changes. Make them and save: the record becomes a draft again, which "
        "can be submitted."
    ),
    ReviewStatus.PUBLISHED: "The record is public. Reviewers can retract it.",
    ReviewStatus.REJECTED: "The record was rejected and stays as it is.",
    ReviewStatus.RETRACTED: "The record was retracted; its tombstone stays public.",
    ReviewStatus.MERGED: "The record was merged into another one, which answers for it.",
}
"""What is said where a person can take no step."""


def offered(record: Record, user: Any) -> list[Step]:
    """List the steps that begin where the record stands and that the person may take."""
    meta = record._meta
    return [
        step
        for step in STEPS
        if record.review_status in review.BEGINS[step.action]
        and user.has_perm(f"{meta.app_label}.{review.PERMISSIONS[step.action]}_{meta.model_name}")
    ]


def attempt(
    step: Step,
    record: Record,
    authorship: Authorship,
    *,
    expected_revision: int,
    together: Sequence[Record] = (),
) -> Refusal | None:
    """Take a step by the service; return why it was refused, or None."""
    more = {"together": together} if together else {}
    try:
        step.take(record=record, authorship=authorship, expected_revision=expected_revision, **more)
    except REFUSALS as refusal:
        return refusal
    return None


def sentences(refusal: Refusal) -> list[str]:
    """Say what was refused, one sentence for each error, after the field that it is about."""
    if not isinstance(refusal, ValidationError):
        return [str(refusal)]
    if not hasattr(refusal, "error_dict"):
        return list(refusal.messages)
    return [
        f"{place}: {message}" if place else message
        for path, found in refusal.error_dict.items()
        for place in [_place(path)]
        for message in ValidationError(found).messages
    ]


def unpublished_behind(record: Record, refusal: Refusal) -> list[Record]:
    """Find what has to be public before the record can be, if that is why it was refused.

    That is what it shows and is not public, what this shows, and so on.
    """
    if "refers_to_unpublished" not in _codes(refusal):
        return []
    known: dict[type[Record], set[int]] = defaultdict(set, {type(record): {record.pk}})
    found: list[Record] = []
    latest: list[Record] = [record]
    while latest:
        latest = list(_unpublished(_shown(latest), known))
        found += latest
        for each in latest:
            known[type(each)].add(each.pk)
    return found


def _shown(records: Iterable[Record]) -> Mapping[type[Record], set[int]]:
    numbers: dict[type[Record], set[int]] = defaultdict(set)
    for record in records:
        numbers[type(record)].add(record.pk)
    shown: dict[type[Record], set[int]] = defaultdict(set)
    for model, some in numbers.items():
        for target, seen in shown_in(model, some).items():
            shown[target] |= seen
    return shown


def _unpublished(
    shown: Mapping[type[Record], set[int]], known: Mapping[type[Record], set[int]]
) -> Iterator[Record]:
    for model, numbers in shown.items():
        rows = model.objects.filter(pk__in=numbers - known[model]).order_by("pk")
        yield from rows.exclude(review_status__in=CITABLE).defer("document")


def _codes(refusal: Refusal) -> set[str]:
    if not isinstance(refusal, ValidationError):
        return set()
    return {str(error.code) for found in refusal.error_dict.values() for error in found}


def _place(path: str) -> str:
    """Write `CLM-3.citations.0.locator` as people read it: `CLM-3 citations 1 locator`."""
    parts = (part for part in path.split(".") if part not in {NON_FIELD_ERRORS, "reason"})
    return " ".join(
        str(int(part) + 1) if part.isdecimal() else part.replace("_", " ") for part in parts
    )
