"""Records that may be one, and what was decided about them."""

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q

from records.enums import DuplicateDecision
from records.models.fields import PlainTextField
from records.models.rules import check, unique
from records.querysets.candidate import CandidateQuerySet
from records.values.public_ids import RecordType, format_public_id

CERTAIN = 100


class Candidate(models.Model):
    """Two records of one type that may be one: how likely (0 to 100), and why.

    `reasons` lists codes of `DuplicateReason`. A decision stays when the search runs again, so
    nobody is asked twice; it is empty until there is one, and can be taken back.
    """

    record_type = models.CharField(
        max_length=3, choices=[(each.value, each.value) for each in RecordType]
    )
    first = models.BigIntegerField(help_text="The lower number of the two.")
    second = models.BigIntegerField(help_text="The higher number.")
    score = models.PositiveSmallIntegerField(validators=[MaxValueValidator(CERTAIN)])
    reasons = models.JSONField(default=list, blank=True)
    found_at = models.DateTimeField(auto_now_add=True)
    decision = models.CharField(max_length=8, choices=DuplicateDecision, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    note = PlainTextField(blank=True)

    objects = CandidateQuerySet.as_manager()

    class Meta:
        ordering = ("-score", "id")
        default_permissions = ("view",)
        constraints = (
            unique(
                "candidate",
                "duplicate",
                ("record_type", "first", "second"),
                "The pair is a candidate already.",
            ),
            check(
                "candidate",
                "out_of_order",
                Q(first__lt=F("second")),
                "The lower number comes first.",
            ),
            check(
                "candidate",
                "decision_unknown",
                Q(decision__in=("", *DuplicateDecision.values)),
                "The decision is not one of the known ones.",
            ),
        )
        indexes = (
            models.Index(
                "record_type", "decision", F("score").desc(), "id", name="candidate_likeliest"
            ),
        )

    def __str__(self) -> str:
        return f"{self.record_type} {self.first} = {self.second}?"

    @property
    def public_ids(self) -> tuple[str, str]:
        """Public ids of the two, such as (ORG-3, ORG-7)."""
        kind = RecordType(self.record_type)
        return format_public_id(kind, self.first), format_public_id(kind, self.second)
