"""Filters of claims."""

from records.api.filters.base import MAX_IDS
from records.api.filters.categories import ClaimCategoryFilter
from records.api.filters.choices import ChoiceFilter, CountryFilter, LanguageFilter
from records.api.filters.dates import DateAfter, DateBefore, DateMatchFilter
from records.api.filters.measures import MeasureFilterSet
from records.api.filters.ranges import FlagFilter
from records.api.filters.references import (
    IdFilter,
    OrganizationFilter,
    RelatedFilter,
    WeaponSystemFilter,
)
from records.api.filters.text import ExactTextFilter, TextFilter
from records.enums import ClaimKind, Credibility, Modality, Outcome, Reliability
from records.models import (
    Citation,
    Claim,
    ClaimAgreement,
    ClaimCountry,
    ClaimOrganization,
    ClaimRelation,
    ClaimWeaponSystem,
)
from records.values.public_ids import RecordType


class ClaimFilterSet(MeasureFilterSet):
    """Filters of claims; those by citation ask for one and the same citation."""

    carriers = {
        ClaimAgreement: "agreement_links",
        ClaimCountry: "country_links",
        ClaimOrganization: "organization_links",
        ClaimWeaponSystem: "weapon_system_links",
    }
    carried = "occurred_sort"

    id = IdFilter(
        "pk", record_type=RecordType.CLAIM, most=MAX_IDS, help_text="Claims by public id."
    )
    kind = ChoiceFilter(ClaimKind, help_text="What the claim reports.")
    modality = ChoiceFilter(Modality, help_text="How firmly the claim is stated.")
    organization = OrganizationFilter(
        "organization_id",
        rows=ClaimOrganization,
        help_text="Organization that the claim is about, as an id or as a country code for any "
        "organization there.",
    )
    include_children = FlagFilter(
        help_text="Whether organizations named by id include those at any depth below them."
    )
    weapon_system = WeaponSystemFilter(
        "weapon_system_id",
        rows=ClaimWeaponSystem,
        help_text="Weapon system that the claim is about, by public id.",
    )
    include_variants = FlagFilter(
        help_text="Whether `weapon_system` includes variants of the one named, at any depth."
    )
    agreement = IdFilter(
        "agreement_id",
        record_type=RecordType.AGREEMENT,
        rows=ClaimAgreement,
        help_text="Agreement that the claim is about, by public id.",
    )
    category = ClaimCategoryFilter(
        help_text="Weapon category that the claim is about, itself or through a weapon system, "
        "with all categories below it."
    )
    country = CountryFilter(
        rows=ClaimCountry, help_text="Country that the claim is about, ISO 3166-1 alpha-2."
    )
    said_by = OrganizationFilter(
        "said_by_id",
        help_text="Organization that said it, as an id or as a country code for any organization "
        "there.",
    )
    speaker = TextFilter(
        "speaker_name_folded",
        help_text="Words within the name of the person who said it, whatever their case and "
        "accents.",
    )
    source = IdFilter(
        "source_id",
        record_type=RecordType.SOURCE,
        rows=Citation,
        help_text="Source that the claim cites, by public id.",
    )
    locator = ExactTextFilter(
        rows=Citation,
        help_text="Place in the source, exactly as cited, such as “line 4”; with source, there.",
    )
    reliability = ChoiceFilter(
        Reliability,
        "source__reliability",
        rows=Citation,
        help_text="How far a cited source is trusted; with source and locator, that source.",
    )
    credibility = ChoiceFilter(Credibility, help_text="How far the statement is believed.")
    language = LanguageFilter(
        help_text="Language of the text as a BCP 47 tag; en includes en-GB, and uk includes "
        "uk-Latn."
    )
    outcome = ChoiceFilter(
        Outcome, help_text="What became of what was planned, promised or forecast."
    )
    occurred_after = DateAfter(
        "occurred",
        sort="occurred_sort",
        help_text="Happened on the first day of this EDTF date or later.",
    )
    occurred_before = DateBefore(
        "occurred",
        sort="occurred_sort",
        help_text="Happened on the last day of this EDTF date or earlier.",
    )
    due_after = DateAfter("due", help_text="Due on the first day of this EDTF date or later.")
    due_before = DateBefore("due", help_text="Due on the last day of this EDTF date or earlier.")
    date_match = DateMatchFilter(
        help_text="Whether an imprecise date must lie wholly in the period or may only touch it."
    )
    related_to = RelatedFilter(
        ClaimRelation,
        record_type=RecordType.CLAIM,
        help_text="Claims that name this one as related, or that it names.",
    )

    class Meta:
        """What is filtered."""

        model = Claim
        fields = ()
