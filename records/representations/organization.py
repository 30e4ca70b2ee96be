"""Public shape of an organization."""

from records.models import Organization
from records.representations.base import (
    HEAD_FIELDS,
    TAIL_FIELDS,
    ImpreciseDateField,
    RecordSerializer,
)
from records.representations.briefs import OrganizationBrief
from records.representations.evidence import OrganizationEvidenceSerializer
from records.representations.names import (
    OrganizationIdentifierSerializer,
    OrganizationNameSerializer,
)


class OrganizationSerializer(RecordSerializer):
    """An actor that can be a party or a speaker."""

    names = OrganizationNameSerializer(many=True)
    identifiers = OrganizationIdentifierSerializer(many=True)
    parent = OrganizationBrief(allow_null=True)
    founded = ImpreciseDateField("founded")
    dissolved = ImpreciseDateField("dissolved")
    evidence = OrganizationEvidenceSerializer(many=True)

    class Meta:
        model = Organization
        fields = (
            *HEAD_FIELDS,
            "name",
            "names",
            "identifiers",
            "kind",
            "country",
            "parent",
            "website",
            "founded",
            "dissolved",
            "evidence",
            *TAIL_FIELDS,
        )
