"""What claims are about."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from records.models.agreement import Agreement
from records.models.base import OwnedRow
from records.models.category import Category
from records.models.claim import Claim
from records.models.fields import UNDATED, CountryField
from records.models.organization import Organization
from records.models.rules import check, known_country, unique
from records.models.weapon_system import WeaponSystem


class ClaimLink(OwnedRow):
    """What a claim is about; carries the claim's date, so that one index filters and orders."""

    owner: ClassVar[str] = "claim"
    repeats: ClassVar[tuple[str, ...]] = ("occurred_sort",)

    claim: models.ForeignKey[Claim, Claim]
    occurred_sort = models.DateField(default=UNDATED, editable=False)

    class Meta(OwnedRow.Meta):
        abstract = True


def _link_rules(table: str, target: str) -> tuple[models.UniqueConstraint]:
    return (unique(table, "duplicate", ("claim", target), "The claim names this already."),)


def _link_indexes(table: str, target: str) -> tuple[models.Index]:
    return (
        models.Index(target, F("occurred_sort").desc(), F("claim").desc(), name=f"{table}_sort"),
    )


class ClaimAgreement(ClaimLink):
    """An agreement that a claim is about."""

    identity: ClassVar[tuple[str, ...]] = ("agreement_id",)

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="agreement_links")
    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="claim_links")

    class Meta(ClaimLink.Meta):
        constraints = _link_rules("claimagreement", "agreement")
        indexes = _link_indexes("claimagreement", "agreement")

    def __str__(self) -> str:
        return f"{self.claim_id} {self.agreement_id}"


class ClaimOrganization(ClaimLink):
    """An organization that a claim is about."""

    identity: ClassVar[tuple[str, ...]] = ("organization_id",)

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="organization_links")
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="claim_links")

    class Meta(ClaimLink.Meta):
        constraints = _link_rules("claimorganization", "organization")
        indexes = _link_indexes("claimorganization", "organization")

    def __str__(self) -> str:
        return f"{self.claim_id} {self.organization_id}"


class ClaimWeaponSystem(ClaimLink):
    """A weapon system that a claim is about."""

    identity: ClassVar[tuple[str, ...]] = ("weapon_system_id",)

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="weapon_system_links")
    weapon_system = models.ForeignKey(WeaponSystem, models.PROTECT, related_name="claim_links")

    class Meta(ClaimLink.Meta):
        constraints = _link_rules("claimweaponsystem", "weapon_system")
        indexes = _link_indexes("claimweaponsystem", "weapon_system")

    def __str__(self) -> str:
        return f"{self.claim_id} {self.weapon_system_id}"


class ClaimCategory(ClaimLink):
    """A weapon category that a claim is about."""

    identity: ClassVar[tuple[str, ...]] = ("category_id",)

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="category_links")
    category = models.ForeignKey(Category, models.PROTECT, related_name="claim_links")

    class Meta(ClaimLink.Meta):
        constraints = _link_rules("claimcategory", "category")
        indexes = _link_indexes("claimcategory", "category")

    def __str__(self) -> str:
        return f"{self.claim_id} {self.category_id}"


class ClaimCountry(ClaimLink):
    """A country that a claim is about."""

    identity: ClassVar[tuple[str, ...]] = ("country",)

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="country_links")
    country = CountryField()

    class Meta(ClaimLink.Meta):
        verbose_name_plural = "claim countries"
        constraints = (
            *_link_rules("claimcountry", "country"),
            known_country("claimcountry"),
            check("claimcountry", "country_missing", ~Q(country=""), "A country is named."),
        )
        indexes = _link_indexes("claimcountry", "country")

    def __str__(self) -> str:
        return self.country
