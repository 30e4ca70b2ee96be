"""Other names and identifiers in a body."""

from records.api.serializers.base import RowInput
from records.models import (
    OrganizationIdentifier,
    OrganizationName,
    WeaponSystemIdentifier,
    WeaponSystemName,
)


class OrganizationNameInput(RowInput):
    """Another name of an organization."""

    class Meta:
        model = OrganizationName
        fields = ("text", "language", "kind")


class OrganizationIdentifierInput(RowInput):
    """Id of an organization in another register."""

    class Meta:
        model = OrganizationIdentifier
        fields = ("scheme", "value")


class WeaponSystemNameInput(RowInput):
    """Another name of a weapon system."""

    class Meta:
        model = WeaponSystemName
        fields = ("text", "language", "kind")


class WeaponSystemIdentifierInput(RowInput):
    """Id of a weapon system in another register."""

    class Meta:
        model = WeaponSystemIdentifier
        fields = ("scheme", "value")
