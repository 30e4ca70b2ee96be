"""An organization in a body."""

from records.api.serializers.base import RecordInput
from records.api.serializers.composite import DateInput
from records.api.serializers.evidence import OrganizationEvidenceInput
from records.api.serializers.names import OrganizationIdentifierInput, OrganizationNameInput
from records.models import Organization


class OrganizationInput(RecordInput):
    """An actor."""

    names = OrganizationNameInput(many=True, required=False)
    identifiers = OrganizationIdentifierInput(many=True, required=False)
    founded = DateInput(Organization, "founded")
    dissolved = DateInput(Organization, "dissolved")
    evidence = OrganizationEvidenceInput(many=True, required=False)

    class Meta:
        model = Organization
        fields = (
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
        )
