"""Verbs of candidates."""

from typing import TYPE_CHECKING, Self, TypeVar

from django.apps import apps
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from records.values.public_ids import RecordType

if TYPE_CHECKING:
    from records.models.candidate import Candidate

Candidate_co = TypeVar("Candidate_co", bound="Candidate", covariant=True)


class CandidateQuerySet(models.QuerySet[Candidate_co]):
    """Pairs of records that may be one, by type and decision."""

    def of(self, record_type: RecordType) -> Self:
        """Keep the pairs of one type of record."""
        return self.filter(record_type=record_type)

    def undecided(self) -> Self:
        """Keep the pairs that nobody has decided on."""
        return self.filter(decision="")

    def standing(self) -> Self:
        """Leave out the pairs of which a record is merged."""
        merges = apps.get_model("records", "Merge")._default_manager.filter(
            Q(merged=OuterRef("first")) | Q(merged=OuterRef("second")),
            record_type=OuterRef("record_type"),
            undone_at__isnull=True,
        )
        return self.filter(~Exists(merges))

    def likeliest_first(self) -> Self:
        """Put the pairs with the highest score first."""
        return self.order_by(F("score").desc(), "id")
