"""Which claims support or contradict which facts of a record."""

from typing import ClassVar

from django.db import models

from records.enums import EvidenceStance
from records.models.agreement import Agreement
from records.models.base import OwnedRow
from records.models.claim import Claim
from records.models.fields import PlainTextField, ShortTextField
from records.models.organization import Organization
from records.models.rules import unique
from records.models.weapon_system import WeaponSystem
from records.values.row_names import MAX_ROW_NAME


class Evidence(OwnedRow):
    """What one claim says about one field of a record, or about one row of an owned list.

    `field` is a field of the record's public document. `row` names one row of a list, as
    `records.values.row_names` does; it is empty for the field as a whole.
    """

    identity: ClassVar[tuple[str, ...]] = ("claim_id", "field", "row")

    claim: models.ForeignKey[Claim, Claim]
    field = ShortTextField(
        max_length=30, help_text="Field of the record, such as `status` or `parties`."
    )
    row = ShortTextField(
        max_length=MAX_ROW_NAME,
        blank=True,
        help_text="Row of a list, such as `ORG-77/signatory`; empty for the field as a whole.",
    )
    stance = models.CharField(
        max_length=11, choices=EvidenceStance, default=EvidenceStance.SUPPORTS
    )
    quote = PlainTextField(blank=True, help_text="The words of the claim, when not all of it.")

    class Meta(OwnedRow.Meta):
        abstract = True

    def __str__(self) -> str:
        return f"{self.stance} {self.field} {self.row}".strip()


def _once(owner: str) -> tuple[models.UniqueConstraint]:
    return (
        unique(
            f"{owner.replace('_', '')}evidence",
            "duplicate",
            ("claim", owner, "field", "row"),
            "The claim says something about this already.",
        ),
    )


class AgreementEvidence(Evidence):
    """What a claim says about an agreement."""

    owner: ClassVar[str] = "agreement"

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="evidence")
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="agreement_evidence")

    class Meta(Evidence.Meta):
        verbose_name_plural = "agreement evidence"
        constraints = _once("agreement")


class OrganizationEvidence(Evidence):
    """What a claim says about an organization."""

    owner: ClassVar[str] = "organization"

    organization = models.ForeignKey(Organization, models.CASCADE, related_name="evidence")
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="organization_evidence")

    class Meta(Evidence.Meta):
        verbose_name_plural = "organization evidence"
        constraints = _once("organization")


class WeaponSystemEvidence(Evidence):
    """What a claim says about a weapon system."""

    owner: ClassVar[str] = "weapon_system"

    weapon_system = models.ForeignKey(WeaponSystem, models.CASCADE, related_name="evidence")
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="weapon_system_evidence")

    class Meta(Evidence.Meta):
        verbose_name_plural = "weapon system evidence"
        constraints = _once("weapon_system")
