"""Public shape of an agreement."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from records.enums import AgreementAreaCode
from records.models import (
    Agreement,
    AgreementItem,
    AgreementMilestone,
    AgreementParty,
    AgreementRelation,
)
from records.representations.base import (
    HEAD_FIELDS,
    TAIL_FIELDS,
    ImpreciseDateField,
    PlainDecimalField,
    RecordSerializer,
    RowSerializer,
)
from records.representations.briefs import (
    AgreementBrief,
    ClaimBrief,
    OrganizationBrief,
    WeaponSystemBrief,
)
from records.representations.evidence import AgreementEvidenceSerializer


class AgreementPartySerializer(RowSerializer):
    """An organization in one role."""

    organization = OrganizationBrief()

    class Meta:
        model = AgreementParty
        fields = ("organization", "role", "signatory_name", "signatory_title")


class AgreementItemSerializer(RowSerializer):
    """What is supplied, made, repaired, taught or paid for."""

    weapon_system = WeaponSystemBrief(allow_null=True)
    category = serializers.CharField(
        source="category_id", allow_null=True, help_text="Category code."
    )

    class Meta:
        model = AgreementItem
        fields = ("weapon_system", "category", "words", "activity", "quantity", "unit")


class AgreementMilestoneSerializer(RowSerializer):
    """A dated step, with the claim that reports it."""

    date = ImpreciseDateField("date")
    claim = ClaimBrief(allow_null=True)

    class Meta:
        model = AgreementMilestone
        fields = ("kind", "date", "claim")


class AgreementRelationSerializer(RowSerializer):
    """How this agreement stands to another one."""

    agreement = AgreementBrief(source="other")

    class Meta:
        model = AgreementRelation
        fields = ("kind", "agreement")


class ValueSerializer(serializers.Serializer[Any]):
    """An amount of money as reported."""

    amount = PlainDecimalField(max_digits=20, decimal_places=2)
    currency = serializers.CharField(help_text="ISO 4217 code.")


class AgreementSerializer(RecordSerializer):
    """An agreement, contract, memorandum or package."""

    areas = serializers.SerializerMethodField()
    parties = AgreementPartySerializer(many=True)
    items = AgreementItemSerializer(many=True)
    value = serializers.SerializerMethodField(method_name="value_as_reported")
    milestones = AgreementMilestoneSerializer(many=True)
    relations = AgreementRelationSerializer(many=True)
    evidence = AgreementEvidenceSerializer(many=True)

    class Meta:
        model = Agreement
        fields = (
            *HEAD_FIELDS,
            "title",
            "kind",
            "status",
            "areas",
            "summary",
            "parties",
            "items",
            "value",
            "place",
            "milestones",
            "relations",
            "evidence",
            *TAIL_FIELDS,
        )

    @extend_schema_field(
        serializers.ListField(child=serializers.ChoiceField(choices=AgreementAreaCode.choices))
    )
    def get_areas(self, record: Agreement) -> list[str]:
        """Fields of cooperation that it covers."""
        return [row.area for row in record.areas.all()]

    @extend_schema_field(ValueSerializer(allow_null=True))
    def value_as_reported(self, record: Agreement) -> dict[str, Any] | None:
        """Amount as reported, never converted."""
        if record.value_amount is None:
            return None
        return _VALUE.to_representation(
            {"amount": record.value_amount, "currency": record.value_currency}
        )


_VALUE = ValueSerializer()
