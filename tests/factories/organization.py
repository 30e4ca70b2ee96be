"""Organizations."""

import factory

from records.enums import IdentifierScheme, NameKind, OrganizationKind
from records.models import Organization, OrganizationIdentifier, OrganizationName
from tests.factories.base import RecordFactory, RowFactory


class OrganizationFactory(RecordFactory):
    class Meta:
        model = Organization

    name = factory.Sequence(lambda number: f"Organization {number}")
    kind = OrganizationKind.COMPANY


class StateFactory(OrganizationFactory):
    """A state; the same country twice gives two organizations."""

    kind = OrganizationKind.STATE
    country = "UA"
    name = factory.LazyAttribute(lambda made: f"State of {made.country}")


class OrganizationNameFactory(RowFactory):
    class Meta:
        model = OrganizationName

    text = factory.Sequence(lambda number: f"Other name {number}")
    kind = NameKind.SHORT

    _list = "names"
    _owner = OrganizationFactory


class OrganizationIdentifierFactory(RowFactory):
    class Meta:
        model = OrganizationIdentifier

    scheme = IdentifierScheme.WIKIDATA
    value = factory.Sequence(lambda number: f"Q{number + 1}")

    _list = "identifiers"
    _owner = OrganizationFactory
