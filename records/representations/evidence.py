"""Public shape of evidence, and the fields of a record that it can be about."""

from rest_framework import serializers

from records.models import AgreementEvidence, OrganizationEvidence, WeaponSystemEvidence
from records.representations.base import RowSerializer
from records.representations.briefs import ClaimBrief


class EvidenceSerializer(RowSerializer):
    """What one claim says about one field, or about one row of a list."""

    claim = ClaimBrief()
    field = serializers.CharField(help_text="Field of the record that the claim is about.")
    row = serializers.CharField(
        allow_null=True,
        help_text=(
            "Row of a list, named by what identifies it: parties `organization/role`, items "
            "`activity/weapon system/category/words`, milestones `kind/date`, relations "
            "`kind/agreement`, names `text/language/kind`, identifiers `scheme/value`, others by "
            "their code or id; what is empty is left out. Null is the field as a whole."
        ),
    )

    FIELDS = ("claim", "field", "row", "stance", "quote")


class AgreementEvidenceSerializer(EvidenceSerializer):
    """What one claim says about one field of an agreement, or about one row of a list."""

    class Meta:
        model = AgreementEvidence
        fields = EvidenceSerializer.FIELDS


class OrganizationEvidenceSerializer(EvidenceSerializer):
    """What one claim says about one field of an organization, or about one row of a list."""

    class Meta:
        model = OrganizationEvidence
        fields = EvidenceSerializer.FIELDS


class WeaponSystemEvidenceSerializer(EvidenceSerializer):
    """What one claim says about one field of a weapon system, or about one row of a list."""

    class Meta:
        model = WeaponSystemEvidence
        fields = EvidenceSerializer.FIELDS
