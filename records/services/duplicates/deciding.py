"""Decides whether two records are one."""

from django.core.exceptions import ValidationError
from django.utils import timezone

from records.enums import DuplicateDecision
from records.models import Candidate
from records.models.relations import models_by_type
from records.services.authorship import Authorship, require_permission, validate_reason
from records.values.public_ids import RecordType
from records.values.quoting import quote


def decide(*, candidate: Candidate, decision: str, authorship: Authorship) -> Candidate:
    """Keep a decision, or take it back with an empty one; the reason is its note.

    Raises NotPermittedError unless the person may merge records of the type, and ValidationError
    for a decision that is not known.
    """
    require_permission(authorship, models_by_type()[RecordType(candidate.record_type)], "merge")
    validate_reason(authorship, required=False)
    if decision not in {"", *DuplicateDecision.values}:
        known = ", ".join(DuplicateDecision.values)
        raise ValidationError({"decision": ValidationError(
            f"{quote(decision)} is not a decision; use one of {known}, or nothing.",
            code="invalid_choice",
        )})  # fmt: skip
    candidate.decision = decision
    candidate.decided_at = timezone.now() if decision else None
    candidate.decided_by = authorship.actor if decision else None
    candidate.note = authorship.reason.strip() if decision else ""
    candidate.save()
    return candidate
