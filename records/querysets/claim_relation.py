"""Verbs of the relations between claims."""

from typing import TYPE_CHECKING, Self, TypeVar

from django.db import models
from django.db.models import Exists, OuterRef

from records.enums import ClaimRelationKind, ReviewStatus

if TYPE_CHECKING:
    from records.models.claim import ClaimRelation

ClaimRelation_co = TypeVar("ClaimRelation_co", bound="ClaimRelation", covariant=True)


class ClaimRelationQuerySet(models.QuerySet[ClaimRelation_co]):
    """What claims say of each other."""

    def standing(self) -> Self:
        """Keep what published claims say that no published claim retracts."""
        retracting = self.model._default_manager.filter(
            kind=ClaimRelationKind.RETRACTS,
            other_id=OuterRef("claim_id"),
            claim__review_status=ReviewStatus.PUBLISHED,
        )
        return self.filter(~Exists(retracting), claim__review_status=ReviewStatus.PUBLISHED)
