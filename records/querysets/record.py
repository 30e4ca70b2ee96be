"""Verbs that every record's queryset has."""

from typing import TYPE_CHECKING, Any, Self, TypeVar

from django.db import models, transaction
from django.db.models import ProtectedError

from records.enums import ReviewStatus

if TYPE_CHECKING:
    from records.models.base import Record

Record_co = TypeVar("Record_co", bound="Record", covariant=True)

KEPT = frozenset({ReviewStatus.PUBLISHED, ReviewStatus.RETRACTED, ReviewStatus.MERGED})
"""Review states of records that are never deleted; the id of a merged one leads to another."""


class RecordQuerySet(models.QuerySet[Record_co]):
    """Records by review state and by the state of their documents."""

    def published(self) -> Self:
        """Keep what the public may see."""
        return self.filter(review_status=ReviewStatus.PUBLISHED)

    def stale(self) -> Self:
        """Keep what must be rendered again."""
        return self.filter(document__isnull=True)

    def delete(self) -> tuple[int, dict[str, int]]:
        """Delete records that were never public; refuse all when one is to be kept."""
        with transaction.atomic():
            self.refuse_if_public()
            return super().delete()

    def refuse_if_public(self) -> None:
        """Raise ProtectedError when one of these records was public or merged, as stored now.

        Call it in a transaction: until its end none of them can be published.
        """
        kept: set[Any] = {
            record
            for record in self.select_for_update().defer("document")
            if record.review_status in KEPT
        }
        if kept:
            raise ProtectedError(
                f"{len(kept)} of these records have been published or merged, so they stay; "
                "what is wrong is retracted.",
                kept,
            )
