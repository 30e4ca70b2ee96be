"""Filters of agreements."""

from records.api.filters.base import MAX_IDS
from records.api.filters.categories import CategoryFilter
from records.api.filters.choices import ChoiceFilter, CountryFilter, CurrencyFilter
from records.api.filters.dates import DateAfter, DateBefore, DateMatchFilter
from records.api.filters.force import ValidOnFilter
from records.api.filters.numbers import AmountMax, AmountMin
from records.api.filters.ranges import FlagFilter
from records.api.filters.references import IdFilter, RelatedFilter, WeaponSystemFilter
from records.api.filters.roles import RoleFilterSet
from records.api.filters.text import TextFilter
from records.enums import Activity, AgreementAreaCode, AgreementKind, AgreementStatus
from records.models import (
    Agreement,
    AgreementArea,
    AgreementEvidence,
    AgreementItem,
    AgreementRelation,
)
from records.values.public_ids import RecordType


class AgreementFilterSet(RoleFilterSet):
    """Filters of agreements; those by item ask for one and the same item."""

    id = IdFilter(
        "pk", record_type=RecordType.AGREEMENT, most=MAX_IDS, help_text="Agreements by public id."
    )
    title = TextFilter(
        "title_folded", help_text="Words within the title, whatever their case and accents."
    )
    kind = ChoiceFilter(AgreementKind, help_text="What sort of instrument the agreement is.")
    status = ChoiceFilter(
        AgreementStatus, help_text="Where the agreement stands, as last reported."
    )
    area = ChoiceFilter(
        AgreementAreaCode,
        rows=AgreementArea,
        help_text="Field of cooperation that the agreement covers.",
    )
    weapon_system = WeaponSystemFilter(
        "weapon_system_id", rows=AgreementItem, help_text="Weapon system of an item, by public id."
    )
    include_variants = FlagFilter(
        help_text="Whether `weapon_system` includes variants of the one named, at any depth."
    )
    category = CategoryFilter(
        "category__code",
        "weapon_system__category__code",
        rows=AgreementItem,
        help_text="Category of an item or of its weapon system, with all categories below it.",
    )
    activity = ChoiceFilter(
        Activity,
        rows=AgreementItem,
        help_text="What is done with an item; with weapon_system and category, with that item.",
    )
    place = CountryFilter(help_text="Country where it is carried out, ISO 3166-1 alpha-2.")
    signed_after = DateAfter(
        "signed", help_text="Signed on the first day of this EDTF date or later."
    )
    signed_before = DateBefore(
        "signed", help_text="Signed on the last day of this EDTF date or earlier."
    )
    date_match = DateMatchFilter(
        help_text="Whether an imprecise date must lie wholly in the period or may only touch it."
    )
    valid_on = ValidOnFilter(
        help_text="In force on this day: from the first entry into force or provisional "
        "application until the first expiry, termination or completion, both days included. Where "
        "the day of a milestone is not known, or a status says that the agreement has begun or "
        "ended and no milestone says when, that is possible but never certain (`date_match`). "
        "Suspensions do not end an agreement."
    )
    value_min = AmountMin(
        "value_amount", places=2, help_text="Value of at least this amount; needs `currency`."
    )
    value_max = AmountMax(
        "value_amount", places=2, help_text="Value of at most this amount; needs `currency`."
    )
    currency = CurrencyFilter(
        "value_currency", help_text="Currency in which the value was reported, ISO 4217."
    )
    related_to = RelatedFilter(
        AgreementRelation,
        record_type=RecordType.AGREEMENT,
        help_text="Agreements that name this one as related, or that it names.",
    )
    evidence_claim = IdFilter(
        "claim_id",
        record_type=RecordType.CLAIM,
        rows=AgreementEvidence,
        help_text="Claim that supports or contradicts some fact of the record, by public id.",
    )

    class Meta:
        """What is filtered."""

        model = Agreement
        fields = ()
