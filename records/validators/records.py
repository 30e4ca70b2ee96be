"""Rules over a record and the rows and records around it."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError

from records.enums import ReviewStatus

CITABLE = frozenset({ReviewStatus.PUBLISHED, ReviewStatus.RETRACTED})
"""Review states of records that a published record may point at."""


def validate_no_cycle(number: int, ancestors: set[int], field: str) -> None:
    """Refuse a parent that stands below the record itself."""
    if number in ancestors:
        raise ValidationError(
            {field: ValidationError("The record would be its own ancestor.", code=f"{field}_cycle")}
        )


def validate_shown_are_public(states: Mapping[str, str]) -> None:
    """Refuse to publish a record that points at records which are not public.

    `states` maps public ids to review states.
    """
    hidden = sorted(public_id for public_id, state in states.items() if state not in CITABLE)
    if hidden:
        raise ValidationError(
            "A published record points at published records only; publish %(hidden)s first.",
            code="refers_to_unpublished",
            params={"hidden": ", ".join(hidden)},
        )


def validate_shown_are_not_merged(states: Mapping[str, str]) -> None:
    """Refuse to point at records that other records answer for.

    `states` maps public ids to review states.
    """
    merged = sorted(public_id for public_id, state in states.items()
                    if state == ReviewStatus.MERGED)  # fmt: skip
    if merged:
        raise ValidationError(
            "Merged into other records, which are to be named instead: %(merged)s.",
            code="refers_to_merged",
            params={"merged": ", ".join(merged)},
        )


def validate_review_status_change(before: str, after: str) -> None:
    """Refuse to hide a record that has been public, other than by retracting or merging it."""
    if before in CITABLE and after not in CITABLE | {ReviewStatus.MERGED}:
        raise ValidationError(
            "The record has been published; it can be retracted, not set back to “%(after)s”.",
            code="published_stays_public",
            params={"after": after},
        )
