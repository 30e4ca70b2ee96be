"""Public shape of names and identifiers."""

from records.models import (
    OrganizationIdentifier,
    OrganizationName,
    WeaponSystemIdentifier,
    WeaponSystemName,
)
from records.representations.base import RowSerializer


class OrganizationNameSerializer(RowSerializer):
    """Another name of an organization."""

    class Meta:
        model = OrganizationName
        fields = ("text", "language", "kind")


class OrganizationIdentifierSerializer(RowSerializer):
    """Id of an organization in another register."""

    class Meta:
        model = OrganizationIdentifier
        fields = ("scheme", "value")
        validators = ()


class WeaponSystemNameSerializer(RowSerializer):
    """Another name of a weapon system."""

    class Meta:
        model = WeaponSystemName
        fields = ("text", "language", "kind")


class WeaponSystemIdentifierSerializer(RowSerializer):
    """Id of a weapon system in another register."""

    class Meta:
        model = WeaponSystemIdentifier
        fields = ("scheme", "value")
        validators = ()
