"""What ingest found in the text of a claim, and what people made of it."""

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q

from records.models.claim import Claim
from records.models.fields import EdtfField
from records.models.rules import check, not_itself

IDENTICAL = 100
"""The similarity of two texts with the same words."""


class Reading(models.Model):
    """What was found in the text of an ingested claim.

    `findings` stay as they were found in `text`, whose characters they count, in the form of
    `records.ingest.documents`; what a person takes over from them stands in the claim, whose own
    text may have been corrected meanwhile. `near` lists claims of other digests that say nearly
    the same, as `{"claim": 17, "similarity": 93}`; `earlier` is the claim that this one seems to
    replace: its sentence stood in the same source. A similarity is a percentage.

    `decisions` has an entry for each finding that somebody accepted, changed or dropped, and
    `labels` the outcome in the form of a labelled sentence (`records.ingest.evaluation.gold`).
    """

    claim = models.OneToOneField(Claim, models.PROTECT, related_name="reading")
    digest = models.CharField(
        max_length=64, db_index=True, help_text="SHA-256 of the file or text that it came in."
    )
    text = models.TextField(help_text="The text of the claim as it was read.")
    published = EdtfField(help_text="Day from which relative dates are counted, empty if unknown.")
    unread = models.CharField(
        max_length=60,
        blank=True,
        help_text="Why the text was not read, such as “language uk”; empty when it was.",
    )
    findings = models.JSONField()
    near = models.JSONField(default=list, blank=True)
    earlier = models.ForeignKey(Claim, models.PROTECT, null=True, blank=True, related_name="+")
    similarity = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MaxValueValidator(IDENTICAL)]
    )
    read_at = models.DateTimeField(auto_now_add=True)
    decisions = models.JSONField(default=list, blank=True)
    labels = models.JSONField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        default_permissions = ("view",)
        constraints = (
            not_itself("reading", "claim", "earlier", "A claim does not replace itself."),
            check(
                "reading",
                "similarity_without_earlier",
                Q(earlier__isnull=True, similarity__isnull=True)
                | Q(earlier__isnull=False, similarity__isnull=False),
                "An earlier claim has a similarity, and a similarity belongs to one.",
            ),
            check(
                "reading",
                "decided_without_person",
                Q(decided_at__isnull=True, decided_by__isnull=True)
                | Q(decided_at__isnull=False, decided_by__isnull=False),
                "A person decides at a time.",
            ),
        )
        indexes = (
            models.Index(
                F("claim").desc(), name="reading_undecided", condition=Q(decided_at__isnull=True)
            ),
        )

    def __str__(self) -> str:
        return f"{self.claim_id} {self.digest[:12]}"
