"""A claim in a body."""

from typing import ClassVar

from records.api.serializers.base import EachInput, RecordInput, RowInput
from records.api.serializers.composite import UnresolvedDateInput
from records.api.serializers.fields import ReferenceInput
from records.api.serializers.measure import MeasureInput
from records.models import (
    Citation,
    Claim,
    ClaimAgreement,
    ClaimCategory,
    ClaimCountry,
    ClaimOrganization,
    ClaimRelation,
    ClaimWeaponSystem,
)


class CitationInput(RowInput):
    """Where the statement stands."""

    class Meta:
        model = Citation
        fields = ("source", "locator", "quote")


class ClaimRelationInput(RowInput):
    """How this claim stands to another one."""

    claim = ReferenceInput(ClaimRelation, "other")

    class Meta:
        model = ClaimRelation
        fields = ("kind", "claim")


class ClaimInput(RecordInput):
    """One statement."""

    occurred = UnresolvedDateInput(Claim, "occurred")
    due = UnresolvedDateInput(Claim, "due")
    agreements = EachInput(ClaimAgreement, "agreement")
    organizations = EachInput(ClaimOrganization, "organization")
    weapon_systems = EachInput(ClaimWeaponSystem, "weapon_system")
    categories = EachInput(ClaimCategory, "category")
    countries = EachInput(ClaimCountry, "country")
    measures = MeasureInput(many=True, required=False)
    citations = CitationInput(many=True, required=False)
    relations = ClaimRelationInput(many=True, required=False)

    lists: ClassVar[dict[str, str]] = {
        "agreements": "agreement_links",
        "organizations": "organization_links",
        "weapon_systems": "weapon_system_links",
        "categories": "category_links",
        "countries": "country_links",
    }

    class Meta:
        model = Claim
        fields = (
            "text",
            "language",
            "kind",
            "modality",
            "said_by",
            "speaker_name",
            "speaker_title",
            "occurred",
            "due",
            "outcome",
            "credibility",
            "agreements",
            "organizations",
            "weapon_systems",
            "categories",
            "countries",
            "measures",
            "citations",
            "relations",
        )
