"""Agreements."""

import factory

from records.enums import (
    Activity,
    AgreementAreaCode,
    AgreementKind,
    AgreementRelationKind,
    MilestoneKind,
    PartyRole,
)
from records.models import (
    Agreement,
    AgreementArea,
    AgreementItem,
    AgreementMilestone,
    AgreementParty,
    AgreementRelation,
)
from tests.factories.base import RecordFactory, RowFactory, Stored
from tests.factories.organization import OrganizationFactory


class AgreementFactory(RecordFactory):
    class Meta:
        model = Agreement

    title = factory.Sequence(lambda number: f"Agreement {number}")
    kind = AgreementKind.FRAMEWORK_AGREEMENT


class AgreementAreaFactory(RowFactory):
    class Meta:
        model = AgreementArea

    area = AgreementAreaCode.values[0]

    _list = "areas"
    _owner = AgreementFactory


class AgreementPartyFactory(RowFactory):
    class Meta:
        model = AgreementParty

    organization = Stored(OrganizationFactory)
    role = PartyRole.SIGNATORY

    _list = "parties"
    _owner = AgreementFactory


class AgreementItemFactory(RowFactory):
    class Meta:
        model = AgreementItem

    words = factory.Sequence(lambda number: f"item {number}")
    activity = Activity.SUPPLY

    _list = "items"
    _owner = AgreementFactory


class AgreementMilestoneFactory(RowFactory):
    class Meta:
        model = AgreementMilestone

    kind = MilestoneKind.SIGNATURE

    _list = "milestones"
    _owner = AgreementFactory


class AgreementRelationFactory(RowFactory):
    class Meta:
        model = AgreementRelation

    kind = AgreementRelationKind.RELATED
    other = Stored(AgreementFactory)

    _list = "relations"
    _owner = AgreementFactory
