"""Public shape of a claim."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from records.models import Citation, Claim, ClaimRelation
from records.representations.base import (
    HEAD_FIELDS,
    TAIL_FIELDS,
    ImpreciseDateField,
    RecordSerializer,
    RowSerializer,
)
from records.representations.briefs import (
    AgreementBrief,
    ClaimBrief,
    OrganizationBrief,
    SourceBrief,
    WeaponSystemBrief,
)
from records.representations.measure import MeasureSerializer


class CitationSerializer(RowSerializer):
    """Where the statement stands."""

    source = SourceBrief()  # type: ignore[assignment] # a field named as Field's own attribute

    class Meta:
        model = Citation
        fields = ("source", "locator", "quote")


class ClaimRelationSerializer(RowSerializer):
    """How this claim stands to another one."""

    claim = ClaimBrief(source="other")

    class Meta:
        model = ClaimRelation
        fields = ("kind", "claim")


class ClaimSerializer(RecordSerializer):
    """One sourced statement."""

    said_by = OrganizationBrief(allow_null=True)
    occurred = ImpreciseDateField(
        "occurred", words="occurred_words", unresolved="occurred_unresolved"
    )
    due = ImpreciseDateField("due", words="due_words", unresolved="due_unresolved")
    agreements = serializers.SerializerMethodField()
    organizations = serializers.SerializerMethodField()
    weapon_systems = serializers.SerializerMethodField()
    categories = serializers.SerializerMethodField()
    countries = serializers.SerializerMethodField()
    measures = MeasureSerializer(many=True)
    citations = CitationSerializer(many=True)
    relations = ClaimRelationSerializer(many=True)

    class Meta:
        model = Claim
        fields = (
            *HEAD_FIELDS,
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
            *TAIL_FIELDS,
        )

    @extend_schema_field(AgreementBrief(many=True))
    def get_agreements(self, record: Claim) -> list[dict[str, Any]]:
        """Agreements that it is about."""
        return [_AGREEMENT.to_representation(link.agreement)
                for link in record.agreement_links.all()]  # fmt: skip

    @extend_schema_field(OrganizationBrief(many=True))
    def get_organizations(self, record: Claim) -> list[dict[str, Any]]:
        """Organizations that it is about."""
        return [_ORGANIZATION.to_representation(link.organization)
                for link in record.organization_links.all()]  # fmt: skip

    @extend_schema_field(WeaponSystemBrief(many=True))
    def get_weapon_systems(self, record: Claim) -> list[dict[str, Any]]:
        """Weapon systems that it is about."""
        return [_WEAPON_SYSTEM.to_representation(link.weapon_system)
                for link in record.weapon_system_links.all()]  # fmt: skip

    def get_categories(self, record: Claim) -> list[str]:
        """Codes of the weapon categories that it is about."""
        return [link.category_id for link in record.category_links.all()]

    def get_countries(self, record: Claim) -> list[str]:
        """ISO 3166-1 codes of the countries that it is about."""
        return [link.country for link in record.country_links.all()]


_AGREEMENT, _ORGANIZATION, _WEAPON_SYSTEM = (
    AgreementBrief(),
    OrganizationBrief(),
    WeaponSystemBrief(),
)
