"""Filters of weapon systems."""

from records.api.filters.base import MAX_IDS
from records.api.filters.categories import CategoryFilter, UnrocaFilter
from records.api.filters.choices import ChoiceFilter, CountryFilter
from records.api.filters.numbers import NumberMax, NumberMin
from records.api.filters.ranges import FlagFilter
from records.api.filters.references import IdFilter, OrganizationFilter, WeaponSystemFilter
from records.api.filters.sets import RecordFilterSet
from records.api.filters.text import DesignationFilter, IdentifierFilter
from records.enums import DevelopmentStatus
from records.models import (
    WeaponSystem,
    WeaponSystemEvidence,
    WeaponSystemIdentifier,
    WeaponSystemManufacturer,
    WeaponSystemName,
)
from records.values.public_ids import RecordType


class WeaponSystemFilterSet(RecordFilterSet):
    """Filters of weapon systems."""

    id = IdFilter(
        "pk",
        record_type=RecordType.WEAPON_SYSTEM,
        most=MAX_IDS,
        help_text="Weapon systems by public id.",
    )
    name = DesignationFilter(
        "designation_folded",
        names=WeaponSystemName,
        help_text="Words within the designation or any other name, in any script; case, accents, "
        "hyphens and spaces do not count.",
    )
    category = CategoryFilter(
        "category__code", help_text="Category of the weapon system, with all categories below it."
    )
    unroca = UnrocaFilter(
        "category_id",
        help_text="Category of the UN Register of Conventional Arms that the weapon system's own "
        "category falls in, such as III; IV includes IV.a.",
    )
    origin = CountryFilter(help_text="Country of design, ISO 3166-1 alpha-2.")
    manufacturer = OrganizationFilter(
        "organization_id",
        rows=WeaponSystemManufacturer,
        help_text="Maker, as an organization id or as a country code for all makers there.",
    )
    include_children = FlagFilter(
        help_text="Whether `manufacturer` includes organizations at any depth below the one "
        "named by id."
    )
    variant_of = WeaponSystemFilter(
        "variant_of_id", help_text="Weapon systems that are variants of this one."
    )
    include_variants = FlagFilter(
        help_text="Whether `variant_of` finds variants of variants, too, at any depth."
    )
    caliber_min = NumberMin(
        "caliber_mm", places=2, help_text="Caliber of at least so many millimetres."
    )
    caliber_max = NumberMax(
        "caliber_mm", places=2, help_text="Caliber of at most so many millimetres."
    )
    development_status = ChoiceFilter(
        DevelopmentStatus, help_text="How far the weapon system has come."
    )
    identifier = IdentifierFilter(
        rows=WeaponSystemIdentifier,
        help_text="Id in another register, written scheme:value, such as nsn:1015-99-763-8562.",
    )
    evidence_claim = IdFilter(
        "claim_id",
        record_type=RecordType.CLAIM,
        rows=WeaponSystemEvidence,
        help_text="Claim that supports or contradicts some fact of the record, by public id.",
    )

    class Meta:
        """What is filtered."""

        model = WeaponSystem
        fields = ()
