"""Public shape of a weapon system."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from records.models import WeaponSystem
from records.representations.base import HEAD_FIELDS, TAIL_FIELDS, RecordSerializer
from records.representations.briefs import OrganizationBrief, WeaponSystemBrief
from records.representations.evidence import WeaponSystemEvidenceSerializer
from records.representations.names import (
    WeaponSystemIdentifierSerializer,
    WeaponSystemNameSerializer,
)


class WeaponSystemSerializer(RecordSerializer):
    """A named type or family of weapons or equipment."""

    names = WeaponSystemNameSerializer(many=True)
    identifiers = WeaponSystemIdentifierSerializer(many=True)
    category = serializers.CharField(source="category_id", help_text="Category code.")
    variant_of = WeaponSystemBrief(allow_null=True)
    manufacturers = serializers.SerializerMethodField()
    evidence = WeaponSystemEvidenceSerializer(many=True)

    class Meta:
        model = WeaponSystem
        fields = (
            *HEAD_FIELDS,
            "designation",
            "names",
            "identifiers",
            "category",
            "variant_of",
            "origin",
            "manufacturers",
            "caliber_mm",
            "development_status",
            "evidence",
            *TAIL_FIELDS,
        )

    @extend_schema_field(OrganizationBrief(many=True))
    def get_manufacturers(self, record: WeaponSystem) -> list[dict[str, Any]]:
        """Organizations that make it."""
        return [_MAKER.to_representation(link.organization)
                for link in record.manufacturer_links.all()]  # fmt: skip


_MAKER = OrganizationBrief()
