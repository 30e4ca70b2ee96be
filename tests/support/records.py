"""The five record types as the contract tests see them."""

from dataclasses import dataclass
from typing import Any

from records.api.resources import (
    AGREEMENTS,
    CLAIMS,
    ORGANIZATIONS,
    SOURCES,
    WEAPON_SYSTEMS,
    Resource,
)
from tests.factories import (
    AgreementFactory,
    AgreementItemFactory,
    AgreementMilestoneFactory,
    AgreementPartyFactory,
    AgreementRelationFactory,
    ClaimFactory,
    ClaimRelationFactory,
    MeasureFactory,
    OrganizationFactory,
    SourceFactory,
    WeaponSystemFactory,
    WeaponSystemManufacturerFactory,
)


@dataclass(frozen=True)
class Subject:
    """A resource and a factory of records that show every kind of related record."""

    resource: Resource
    make: Any

    @property
    def path(self) -> str:
        return f"/api/v1/{self.resource.collection}/"

    def __str__(self) -> str:
        return self.resource.collection


def _agreement(**fields):
    return AgreementFactory(
        parties=[AgreementPartyFactory.build()],
        items=[AgreementItemFactory.build(weapon_system=WeaponSystemFactory())],
        milestones=[AgreementMilestoneFactory.build(claim=ClaimFactory())],
        relations=[AgreementRelationFactory.build(other=AgreementFactory())],
        **fields,
    )


def _claim(**fields):
    return ClaimFactory(
        said_by=OrganizationFactory(),
        agreements=[AgreementFactory()],
        organizations=[OrganizationFactory()],
        weapon_systems=[WeaponSystemFactory()],
        measures=[MeasureFactory.build(weapon_system=WeaponSystemFactory())],
        relations=[ClaimRelationFactory.build(other=ClaimFactory())],
        **fields,
    )


def _organization(**fields):
    return OrganizationFactory(parent=OrganizationFactory(), **fields)


def _weapon_system(**fields):
    return WeaponSystemFactory(
        variant_of=WeaponSystemFactory(),
        manufacturer_links=[WeaponSystemManufacturerFactory.build()],
        **fields,
    )


SUBJECTS = (
    Subject(AGREEMENTS, _agreement),
    Subject(ORGANIZATIONS, _organization),
    Subject(WEAPON_SYSTEMS, _weapon_system),
    Subject(CLAIMS, _claim),
    Subject(SOURCES, SourceFactory),
)
