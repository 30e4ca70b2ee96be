"""Evidence in a body."""

from typing import Any

from records.api.serializers.base import RowInput
from records.api.serializers.fields import ColumnInput
from records.models import AgreementEvidence, OrganizationEvidence, OwnedRow, WeaponSystemEvidence
from records.representations.facts import facts_of_owner

COLUMNS = ("claim", "field", "row", "stance", "quote")


class FactInput(ColumnInput):
    """The name of a field that claims can bear out."""

    def __init__(self, model: type[OwnedRow]) -> None:
        """Take the model of the evidence."""
        super().__init__(model, "field")
        self.facts = facts_of_owner(model)

    def described(self) -> dict[str, Any]:
        """List the fields."""
        return {"type": "string", "enum": list(self.facts)}


class AgreementEvidenceInput(RowInput):
    """What one claim says about one field of an agreement, or about one row of a list."""

    field = FactInput(AgreementEvidence)

    class Meta:
        model = AgreementEvidence
        fields = COLUMNS


class OrganizationEvidenceInput(RowInput):
    """What one claim says about one field of an organization, or about one row of a list."""

    field = FactInput(OrganizationEvidence)

    class Meta:
        model = OrganizationEvidence
        fields = COLUMNS


class WeaponSystemEvidenceInput(RowInput):
    """What one claim says about one field of a weapon system, or about one row of a list."""

    field = FactInput(WeaponSystemEvidence)

    class Meta:
        model = WeaponSystemEvidence
        fields = COLUMNS
