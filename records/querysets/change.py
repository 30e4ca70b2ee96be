"""Verbs of the log."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, Self, TypeVar

from django.apps import apps
from django.db import models
from django.db.models import Case, Exists, OuterRef, Subquery, When

from records.enums import ReviewStatus
from records.values.public_ids import RecordType

if TYPE_CHECKING:
    from records.models.change import Change

Change_co = TypeVar("Change_co", bound="Change", covariant=True)


class AppendOnlyError(TypeError):
    """The log takes new rows; nothing changes or removes the ones that are there."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("The log is append-only: correct a record by another change.")


class ChangeQuerySet(models.QuerySet[Change_co]):
    """Changes by record, by time, and by who may see them."""

    def of(self, record_type: RecordType, number: int) -> Self:
        """Keep the changes of one record."""
        return self.filter(record_type=record_type, number=number)

    def public(self) -> Self:
        """Keep what the feed shows: changes of records that were public afterwards."""
        return self.filter(public_sequence__isnull=False)

    def until(self, instant: datetime) -> Self:
        """Keep what had happened by an instant."""
        return self.filter(at__lte=instant)

    def with_survivors(self) -> Self:
        """Annotate the changes that ended in a merge with the number of the other record."""
        merges = apps.get_model("records", "Merge")._default_manager.explaining(
            OuterRef("record_type"), OuterRef("number"), OuterRef("at")
        )
        survivor = Subquery(merges.values("survivor"))
        merged = When(review_status=ReviewStatus.MERGED, then=survivor)
        return self.annotate(survivor=Case(merged, default=None))

    def latest_by(self, sequence: int) -> Self:
        """Keep each record's latest change by a number of the log."""
        later = self.model._default_manager.filter(
            record_type=OuterRef("record_type"), number=OuterRef("number"),
            revision__gt=OuterRef("revision"), sequence__lte=sequence,
        )  # fmt: skip
        return self.filter(~Exists(later), sequence__lte=sequence)

    def update(self, **kwargs: Any) -> int:
        """Refuse."""
        del kwargs
        raise AppendOnlyError

    def delete(self) -> tuple[int, dict[str, int]]:
        """Refuse."""
        raise AppendOnlyError
