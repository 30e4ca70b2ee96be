"""Filters of networks, which are made of agreements and claims at once.

Each filter is asked of both kinds of record in the filters that these have themselves, so that it
means here what it means there.
"""

from collections.abc import Mapping
from functools import reduce
from operator import or_

from django.db.models import QuerySet
from django.http import QueryDict
from django_filters import FilterSet  # type: ignore[import-untyped]

from records.api.filters.agreement import AgreementFilterSet
from records.api.filters.categories import CategoryFilter
from records.api.filters.choices import ChoiceFilter, CountryFilter
from records.api.filters.claim import ClaimFilterSet
from records.api.filters.dates import DateAfter, DateBefore, DateMatchFilter
from records.api.filters.engine import NEGATION, ask
from records.api.filters.ranges import FlagFilter
from records.api.filters.references import OrganizationFilter, WeaponSystemFilter
from records.enums import AgreementKind, ClaimKind
from records.models import Agreement, Claim

OF_AGREEMENTS = {
    "weapon_system": "weapon_system",
    "include_variants": "include_variants",
    "category": "category",
    "after": "signed_after",
    "before": "signed_before",
    "date_match": "date_match",
    "agreement_kind": "kind",
}
OF_CLAIMS = {
    "weapon_system": "weapon_system",
    "include_variants": "include_variants",
    "category": "category",
    "after": "occurred_after",
    "before": "occurred_before",
    "date_match": "date_match",
    "claim_kind": "kind",
}
"""The filters of agreements and of claims by what they are called here."""

_CHILDREN = {"include_children": "include_children"}


class NetworkFilterSet(FilterSet):  # type: ignore[misc]
    """Filters of networks."""

    country = CountryFilter(
        help_text="Country of a party of an agreement; country that a claim is about, itself or "
        "through an organization there. ISO 3166-1 alpha-2."
    )
    organization = OrganizationFilter(
        help_text="Party of an agreement, or organization that a claim is about, as an id or as a "
        "country code for any organization there."
    )
    include_children = FlagFilter(
        help_text="Whether organizations named by id include those at any depth below them."
    )
    weapon_system = WeaponSystemFilter(
        "weapon_system_id",
        help_text="Weapon system of an item of an agreement, or that a claim is about.",
    )
    include_variants = FlagFilter(
        help_text="Whether `weapon_system` includes variants of the one named, at any depth."
    )
    category = CategoryFilter(
        help_text="Category of an item of an agreement, or that a claim is about, itself or "
        "through a weapon system; with all categories below it."
    )
    after = DateAfter(
        "signed",
        help_text="Agreements signed, and claims of what happened, on the first day of this EDTF "
        "date or later.",
    )
    before = DateBefore(
        "signed",
        help_text="Agreements signed, and claims of what happened, on the last day of this EDTF "
        "date or earlier.",
    )
    date_match = DateMatchFilter(
        help_text="Whether an imprecise date must lie wholly in the period or may only touch it."
    )
    agreement_kind = ChoiceFilter(
        AgreementKind, help_text="What sort of instrument an agreement is; claims stay as they are."
    )
    claim_kind = ChoiceFilter(
        ClaimKind, help_text="What a claim reports; agreements stay as they are."
    )

    @classmethod
    def names(cls) -> frozenset[str]:
        """Every accepted parameter, with negated forms."""
        filters = cls.base_filters.items()
        negated = (f"{name}{NEGATION}" for name, each in filters if each.negatable)
        return frozenset({*cls.base_filters, *negated})

    @classmethod
    def apply(cls, query: QueryDict) -> tuple[QuerySet[Agreement], QuerySet[Claim]]:
        """Choose the published agreements and claims that match.

        Raises InvalidQueryError with everything that is wrong.
        """
        agreements, claims = Agreement.objects.published(), Claim.objects.published()
        ask(cls.base_filters, query, agreements)
        return _agreements(agreements, query), _claims(claims, query)


def _agreements(agreements: QuerySet[Agreement], query: QueryDict) -> QuerySet[Agreement]:
    for names in ({"country": "party"}, {"organization": "party", **_CHILDREN}, OF_AGREEMENTS):
        agreements = AgreementFilterSet.apply(agreements, _renamed(query, _both(names)), whole=True)
    return agreements


def _claims(claims: QuerySet[Claim], query: QueryDict) -> QuerySet[Claim]:
    names = {"organization": "organization", **_CHILDREN, **OF_CLAIMS}
    claims = ClaimFilterSet.apply(claims, _renamed(query, _both(names)), whole=True)
    ways = ("country", "organization")
    if "country" in query:
        like = [_renamed(query, {"country": way}) for way in ways]
        claims = reduce(or_, (ClaimFilterSet.apply(claims, each, whole=True) for each in like))
    for way in ways:
        unlike = _renamed(query, {f"country{NEGATION}": f"{way}{NEGATION}"})
        claims = ClaimFilterSet.apply(claims, unlike, whole=True)
    return claims


def _both(names: Mapping[str, str]) -> dict[str, str]:
    """Add the negated forms."""
    return {f"{name}{form}": f"{other}{form}" for name, other in names.items()
            for form in ("", NEGATION)}  # fmt: skip


def _renamed(query: QueryDict, names: Mapping[str, str]) -> QueryDict:
    """Take parameters out of a query under the names that a resource has for them."""
    taken = QueryDict(mutable=True)
    for name, other in names.items():
        if name in query:
            taken.setlist(other, query.getlist(name))
    return taken
