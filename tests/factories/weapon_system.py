"""Weapon systems."""

import factory

from records.enums import IdentifierScheme, NameKind
from records.models import (
    WeaponSystem,
    WeaponSystemIdentifier,
    WeaponSystemManufacturer,
    WeaponSystemName,
)
from tests.factories.base import RecordFactory, RowFactory, Stored
from tests.factories.category import CategoryFactory
from tests.factories.organization import OrganizationFactory


class WeaponSystemFactory(RecordFactory):
    """A weapon system; `manufacturers=[organization]` names its makers."""

    class Meta:
        model = WeaponSystem

    designation = factory.Sequence(lambda number: f"W{number}")
    category = Stored(CategoryFactory)

    _shorthands = {"manufacturers": ("manufacturer_links", "organization")}


class WeaponSystemNameFactory(RowFactory):
    class Meta:
        model = WeaponSystemName

    text = factory.Sequence(lambda number: f"Other designation {number}")
    kind = NameKind.SHORT

    _list = "names"
    _owner = WeaponSystemFactory


class WeaponSystemIdentifierFactory(RowFactory):
    class Meta:
        model = WeaponSystemIdentifier

    scheme = IdentifierScheme.WIKIDATA
    value = factory.Sequence(lambda number: f"Q{number + 1}")

    _list = "identifiers"
    _owner = WeaponSystemFactory


class WeaponSystemManufacturerFactory(RowFactory):
    class Meta:
        model = WeaponSystemManufacturer

    organization = Stored(OrganizationFactory)

    _list = "manufacturer_links"
    _owner = WeaponSystemFactory
