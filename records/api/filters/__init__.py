"""Filters of every resource: one set for each type of record."""

from records.api.filters.agreement import AgreementFilterSet
from records.api.filters.along import place_columns
from records.api.filters.claim import ClaimFilterSet
from records.api.filters.organization import OrganizationFilterSet
from records.api.filters.sets import RecordFilterSet
from records.api.filters.source import SourceFilterSet
from records.api.filters.weapon_system import WeaponSystemFilterSet
from records.models import Agreement, Claim, Organization, Record, Source, WeaponSystem

FILTERS: dict[type[Record], type[RecordFilterSet]] = {
    Agreement: AgreementFilterSet,
    Organization: OrganizationFilterSet,
    WeaponSystem: WeaponSystemFilterSet,
    Claim: ClaimFilterSet,
    Source: SourceFilterSet,
}

__all__ = ["FILTERS", "RecordFilterSet", "place_columns"]
