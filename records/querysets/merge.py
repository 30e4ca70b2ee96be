"""Verbs of merges."""

from typing import TYPE_CHECKING, Any, Self, TypeVar

from django.db import models

from records.values.public_ids import RecordType

if TYPE_CHECKING:
    from records.models.merge import Merge

Merge_co = TypeVar("Merge_co", bound="Merge", covariant=True)


class MergeQuerySet(models.QuerySet[Merge_co]):
    """Merges by record, and those that were not undone."""

    def standing(self) -> Self:
        """Keep the merges that hold."""
        return self.filter(undone_at__isnull=True)

    def of(self, record_type: RecordType, number: int) -> Self:
        """Keep the merges by which a record went into another one."""
        return self.filter(record_type=record_type, merged=number)

    def explaining(self, record_type: Any, number: Any, at: Any) -> Self:
        """Keep the merge that a change to “merged” at an instant belongs to.

        The arguments may be references to an outer query.
        """
        return self.filter(record_type=record_type, merged=number, at__gte=at).order_by("at")[:1]

    def survivor_of(self, record_type: RecordType, number: int) -> int | None:
        """Find the record that answers for a merged one, however often that was merged itself.

        None for a record that is not merged. One query for each merge on the way.
        """
        survivor = None
        while number:
            merges = self.standing().of(record_type, number)
            number = merges.values_list("survivor", flat=True).first() or 0
            survivor = number or survivor
        return survivor
