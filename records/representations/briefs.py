"""How a record is shown inside another one."""

from rest_framework import serializers

from records.models import Agreement, Claim, Organization, Record, Source, WeaponSystem
from records.representations.base import HEAD_FIELDS, RecordSerializer


class OrganizationBrief(RecordSerializer):
    """An organization in brief."""

    class Meta:
        model = Organization
        fields = (*HEAD_FIELDS, "name", "kind", "country")


class WeaponSystemBrief(RecordSerializer):
    """A weapon system in brief."""

    name = serializers.CharField(source="designation", help_text="The designation.")
    category = serializers.CharField(source="category_id", help_text="Category code.")

    class Meta:
        model = WeaponSystem
        fields = (*HEAD_FIELDS, "name", "category")


class AgreementBrief(RecordSerializer):
    """An agreement in brief."""

    name = serializers.CharField(source="title", help_text="The title.")

    class Meta:
        model = Agreement
        fields = (*HEAD_FIELDS, "name", "kind")


class SourceBrief(RecordSerializer):
    """A source in brief."""

    name = serializers.CharField(source="title", help_text="The title.")

    class Meta:
        model = Source
        fields = (*HEAD_FIELDS, "name", "kind")


class ClaimBrief(RecordSerializer):
    """A claim in brief."""

    name = serializers.CharField(source="text", help_text="The statement, verbatim.")

    class Meta:
        model = Claim
        fields = (*HEAD_FIELDS, "name", "kind")


BRIEFS: dict[type[Record], type[RecordSerializer]] = {
    Organization: OrganizationBrief,
    WeaponSystem: WeaponSystemBrief,
    Agreement: AgreementBrief,
    Source: SourceBrief,
    Claim: ClaimBrief,
}

BRIEF_COLUMNS: dict[type, tuple[str, ...]] = {
    Organization: ("name", "kind", "country"),
    WeaponSystem: ("designation", "category_id"),
    Agreement: ("title", "kind"),
    Source: ("title", "kind"),
    Claim: ("text", "kind"),
}
"""Columns whose change shows in other records' documents."""
