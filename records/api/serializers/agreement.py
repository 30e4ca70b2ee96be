"""An agreement in a body."""

from records.api.serializers.base import EachInput, RecordInput, RowInput
from records.api.serializers.composite import DateInput, ValueInput
from records.api.serializers.evidence import AgreementEvidenceInput
from records.api.serializers.fields import ReferenceInput
from records.models import (
    Agreement,
    AgreementArea,
    AgreementItem,
    AgreementMilestone,
    AgreementParty,
    AgreementRelation,
)


class AgreementPartyInput(RowInput):
    """An organization in one role."""

    class Meta:
        model = AgreementParty
        fields = ("organization", "role", "signatory_name", "signatory_title")


class AgreementItemInput(RowInput):
    """What is supplied, made, repaired, taught or paid for."""

    class Meta:
        model = AgreementItem
        fields = ("weapon_system", "category", "words", "activity", "quantity", "unit")


class AgreementMilestoneInput(RowInput):
    """A dated step, with the claim that reports it."""

    date = DateInput(AgreementMilestone, "date")

    class Meta:
        model = AgreementMilestone
        fields = ("kind", "date", "claim")


class AgreementRelationInput(RowInput):
    """How this agreement stands to another one."""

    agreement = ReferenceInput(AgreementRelation, "other")

    class Meta:
        model = AgreementRelation
        fields = ("kind", "agreement")


class AgreementInput(RecordInput):
    """An agreement, contract, memorandum or package."""

    areas = EachInput(AgreementArea, "area")
    parties = AgreementPartyInput(many=True, required=False)
    items = AgreementItemInput(many=True, required=False)
    value = ValueInput(Agreement, "value_amount", "value_currency")
    milestones = AgreementMilestoneInput(many=True, required=False)
    relations = AgreementRelationInput(many=True, required=False)
    evidence = AgreementEvidenceInput(many=True, required=False)

    class Meta:
        model = Agreement
        fields = (
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
        )
