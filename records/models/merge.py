"""Which records were found to be one."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q, UniqueConstraint

from records.enums import Channel
from records.models.fields import PlainTextField
from records.models.rules import check, not_itself
from records.querysets.merge import MergeQuerySet
from records.values.public_ids import RecordType, format_public_id


class Merge(models.Model):
    """One record merged into another of its type: by whom, why, and what that did.

    `touched` lists every record that was written, in the order of writing, as
    `[type, number, revision before, revision after]`; the log has what each was before. `dropped`
    lists the rows that were left out because an equal one was there, or because they would have
    pointed at their own record, as `[public id, owned list, row]`.
    """

    record_type = models.CharField(
        max_length=3, choices=[(each.value, each.value) for each in RecordType]
    )
    survivor = models.BigIntegerField(help_text="Number of the record that stays.")
    merged = models.BigIntegerField(help_text="Number of the record that it answers for.")
    at = models.DateTimeField(auto_now_add=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="merges"
    )
    channel = models.CharField(max_length=7, choices=Channel)
    reason = PlainTextField()
    touched = models.JSONField(default=list, blank=True)
    dropped = models.JSONField(default=list, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    undone_reason = PlainTextField(blank=True)

    objects = MergeQuerySet.as_manager()

    class Meta:
        ordering = ("-id",)
        default_permissions = ("view",)
        constraints = (
            UniqueConstraint(
                name="merge_merged_already",
                fields=("record_type", "merged"),
                condition=Q(undone_at__isnull=True),
                violation_error_code="merged_already",
                violation_error_message="The record is merged already.",
            ),
            not_itself("merge", "survivor", "merged", "A record is not merged into itself."),
            check(
                "merge",
                "actor_missing",
                Q(actor__isnull=False) | Q(channel=Channel.COMMAND),
                "A person stands behind every merge but those of commands.",
            ),
        )
        indexes = (models.Index("record_type", F("survivor"), name="merge_survivor"),)

    def __str__(self) -> str:
        return f"{self.record_type} {self.merged} → {self.survivor}"

    @property
    def survivor_id(self) -> str:
        """Public id of the record that stays, such as ORG-3."""
        return format_public_id(RecordType(self.record_type), self.survivor)

    @property
    def merged_id(self) -> str:
        """Public id of the merged record, such as ORG-7."""
        return format_public_id(RecordType(self.record_type), self.merged)
