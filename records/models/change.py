"""The log of everything that was done to records."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from records.enums import ChangeAction, Channel, ReviewStatus
from records.models.fields import PlainTextField
from records.models.rules import check, unique
from records.querysets.change import AppendOnlyError, ChangeQuerySet
from records.values.public_ids import RecordType, format_public_id


class Change(models.Model):
    """One change of one record: who made it, why, and what the record was afterwards.

    `sequence` counts all changes and `public_sequence` those after which the record was public,
    each from 1 without a gap, in the order in which they were committed. `document` is the
    record's public representation after the change, and `sha256` the digest of its UTF-8 bytes in
    hexadecimal. `state` is all that an editor can write of the record, as JSON, so that it can be
    restored exactly (`records.services.states`).
    """

    sequence = models.BigIntegerField(primary_key=True)
    public_sequence = models.BigIntegerField(null=True, blank=True, unique=True)
    record_type = models.CharField(
        max_length=3, choices=[(each.value, each.value) for each in RecordType]
    )
    number = models.BigIntegerField()
    revision = models.PositiveIntegerField()
    action = models.CharField(max_length=17, choices=ChangeAction)
    channel = models.CharField(max_length=7, choices=Channel)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="changes"
    )
    reason = PlainTextField(blank=True)
    request_id = models.CharField(max_length=64, blank=True)
    at = models.DateTimeField()
    review_status = models.CharField(max_length=17, choices=ReviewStatus)
    document = models.TextField()
    sha256 = models.CharField(max_length=64)
    state = models.TextField()

    objects = ChangeQuerySet.as_manager()

    class Meta:
        ordering = ("sequence",)
        default_permissions = ("view",)
        constraints = (
            unique(
                "change",
                "revision_taken",
                ("record_type", "number", "revision"),
                "The log has this revision already.",
            ),
            check(
                "change",
                "actor_missing",
                Q(actor__isnull=False) | Q(channel=Channel.COMMAND),
                "A person stands behind every change but those of commands.",
            ),
        )
        indexes = (
            models.Index("at", name="change_at"),
            models.Index("actor", "sequence", name="change_actor"),
        )

    def __str__(self) -> str:
        return f"{self.sequence} {self.action} {self.public_id}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store a new row; raise AppendOnlyError for one that is stored."""
        if not self._state.adding:
            raise AppendOnlyError
        super().save(*args, **(kwargs | {"force_insert": True}))

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refuse."""
        del args, kwargs
        raise AppendOnlyError

    @property
    def public_id(self) -> str:
        """Public id of the record, such as AGR-12."""
        return format_public_id(RecordType(self.record_type), self.number)
