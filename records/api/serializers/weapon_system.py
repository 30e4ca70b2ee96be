"""A weapon system in a body."""

from typing import ClassVar

from records.api.serializers.base import EachInput, RecordInput
from records.api.serializers.evidence import WeaponSystemEvidenceInput
from records.api.serializers.names import WeaponSystemIdentifierInput, WeaponSystemNameInput
from records.models import WeaponSystem, WeaponSystemManufacturer


class WeaponSystemInput(RecordInput):
    """A named type or family."""

    names = WeaponSystemNameInput(many=True, required=False)
    identifiers = WeaponSystemIdentifierInput(many=True, required=False)
    manufacturers = EachInput(WeaponSystemManufacturer, "organization")
    evidence = WeaponSystemEvidenceInput(many=True, required=False)

    lists: ClassVar[dict[str, str]] = {"manufacturers": "manufacturer_links"}

    class Meta:
        model = WeaponSystem
        fields = (
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
        )
