"""Filters of organizations."""

from records.api.filters.base import MAX_IDS
from records.api.filters.choices import ChoiceFilter, CountryFilter
from records.api.filters.ranges import FlagFilter
from records.api.filters.references import IdFilter, OrganizationFilter
from records.api.filters.sets import RecordFilterSet
from records.api.filters.text import IdentifierFilter, NameFilter
from records.enums import OrganizationKind
from records.models import (
    Organization,
    OrganizationEvidence,
    OrganizationIdentifier,
    OrganizationName,
)
from records.values.public_ids import RecordType


class OrganizationFilterSet(RecordFilterSet):
    """Filters of organizations."""

    id = IdFilter(
        "pk",
        record_type=RecordType.ORGANIZATION,
        most=MAX_IDS,
        help_text="Organizations by public id.",
    )
    name = NameFilter(
        "name_folded",
        names=OrganizationName,
        help_text="Words within any of the organization's names, in any script, whatever their "
        "case and accents.",
    )
    kind = ChoiceFilter(OrganizationKind, help_text="What sort of actor the organization is.")
    country = CountryFilter(help_text="Country of the organization, ISO 3166-1 alpha-2.")
    parent = OrganizationFilter(
        "parent_id",
        help_text="Organizations that belong to this one, or to one of this country.",
    )
    include_children = FlagFilter(
        help_text="Whether `parent` finds organizations at any depth below the one named by id."
    )
    identifier = IdentifierFilter(
        rows=OrganizationIdentifier,
        help_text="Id in another register, written scheme:value, such as iso3166:UA.",
    )
    evidence_claim = IdFilter(
        "claim_id",
        record_type=RecordType.CLAIM,
        rows=OrganizationEvidence,
        help_text="Claim that supports or contradicts some fact of the record, by public id.",
    )

    class Meta:
        """What is filtered."""

        model = Organization
        fields = ()
