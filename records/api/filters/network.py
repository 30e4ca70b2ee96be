"""Filters of networks, which are made of agreements and claims at once.

They are those of agreements and of claims, and mean what they mean there. One that both have alike
narrows both; one that only one has narrows that one. Where the two mean something different by a
name, the filters here begin with `agreement_` and `claim_`.
"""

from collections.abc import Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import QuerySet
from django.http import QueryDict

from records.api.filters.agreement import AgreementFilterSet
from records.api.filters.base import RecordFilter
from records.api.filters.choices import CountryFilter
from records.api.filters.claim import ClaimFilterSet
from records.api.filters.engine import NEGATION, ask
from records.api.filters.search import GRAMMAR
from records.models import Agreement, Claim

_ALIKE = {
    "q": f"Words of the agreement's or the claim's own texts. {GRAMMAR}",
    "updated_after": "",
    "updated_before": "",
    "include_children": "Whether organizations named by id include those at any depth below them.",
    "weapon_system": "Weapon system of an item of an agreement, or that a claim is about.",
    "include_variants": "",
    "category": "Category of an item of an agreement, or that a claim is about, itself or through "
    "a weapon system; with all categories below it.",
    "date_match": "",
}
"""Filters of both, with what to say of them where the texts of agreements would not do."""

_NOT_OFFERED = "review_status"
_COUNTRY, _ORGANIZATION = "country", "organization"
_ACTORS = (_COUNTRY, _ORGANIZATION)
_CHILDREN = {"include_children": "include_children"}


@dataclass(frozen=True, slots=True)
class NetworkFilter:
    """A filter, and what it is called in the lists of agreements and of claims, if it is there."""

    described: RecordFilter
    agreements: str | None = None
    claims: str | None = None


def _described(found: RecordFilter, help_text: str) -> RecordFilter:
    described = copy(found)
    described.help_text = help_text or found.help_text
    return described


def _alike() -> Iterator[tuple[str, NetworkFilter]]:
    organization = _described(
        ClaimFilterSet.base_filters["organization"],
        "Party of an agreement, or organization that a claim is about, as an id or as a country "
        "code for any organization there.",
    )
    yield "organization", NetworkFilter(organization, "party", "organization")
    for name, help_text in _ALIKE.items():
        described = _described(AgreementFilterSet.base_filters[name], help_text)
        yield name, NetworkFilter(described, name, name)


def _of_one() -> Iterator[tuple[str, NetworkFilter]]:
    both = {*AgreementFilterSet.base_filters} & {*ClaimFilterSet.base_filters}
    for name, each in AgreementFilterSet.base_filters.items():
        if name not in {*_ALIKE, _NOT_OFFERED}:
            described = _described(each, f"{each.help_text} Narrows agreements alone.")
            named = f"agreement_{name}" if name in both else name
            yield named, NetworkFilter(described, agreements=name)
    for name, each in ClaimFilterSet.base_filters.items():
        if name not in {*_ALIKE, _NOT_OFFERED, _ORGANIZATION}:
            described = _described(each, f"{each.help_text} Narrows claims alone.")
            named = f"claim_{name}" if name in both or name == _COUNTRY else name
            yield named, NetworkFilter(described, claims=name)


_OF_COUNTRY = CountryFilter(
    help_text="Country of a party of an agreement; country that a claim is about, itself or "
    "through an organization there. ISO 3166-1 alpha-2."
)
NETWORK_FILTERS: Mapping[str, NetworkFilter] = {
    _COUNTRY: NetworkFilter(_OF_COUNTRY, "party", _COUNTRY),
    **dict(_alike()),
    **dict(_of_one()),
}
"""The filters of networks by name."""


def network_filter_names() -> frozenset[str]:
    """Name every filter, with negated forms."""
    negated = (f"{name}{NEGATION}" for name, each in NETWORK_FILTERS.items()
               if each.described.negatable)  # fmt: skip
    return frozenset({*NETWORK_FILTERS, *negated})


def network_records(query: QueryDict) -> tuple[QuerySet[Agreement], QuerySet[Claim]]:
    """Choose the published agreements and claims that match.

    Raises InvalidQueryError with everything that is wrong.
    """
    agreements, claims = Agreement.objects.published(), Claim.objects.published()
    ask({name: each.described for name, each in NETWORK_FILTERS.items()}, query, agreements)
    return _agreements(agreements, query), _claims(claims, query)


def _agreements(agreements: QuerySet[Agreement], query: QueryDict) -> QuerySet[Agreement]:
    own = {name: each.agreements for name, each in NETWORK_FILTERS.items()
           if each.agreements and name not in _ACTORS}  # fmt: skip
    # Each of these asks for a party of its own.
    for names in (own, *({name: "party", **_CHILDREN} for name in _ACTORS)):
        agreements = AgreementFilterSet.apply(agreements, _renamed(query, names), whole=True)
    return agreements


def _claims(claims: QuerySet[Claim], query: QueryDict) -> QuerySet[Claim]:
    own = {name: each.claims for name, each in NETWORK_FILTERS.items()
           if each.claims and name != _COUNTRY}  # fmt: skip
    claims = ClaimFilterSet.apply(claims, _renamed(query, own), whole=True)
    unlike = f"{_COUNTRY}{NEGATION}"
    if _COUNTRY in query:
        like = [_taken(query, _COUNTRY, way) for way in _ACTORS]
        claims = reduce(or_, (ClaimFilterSet.apply(claims, each, whole=True) for each in like))
    for way in _ACTORS:
        none = _taken(query, unlike, f"{way}{NEGATION}")
        claims = ClaimFilterSet.apply(claims, none, whole=True)
    return claims


def _renamed(query: QueryDict, names: Mapping[str, str]) -> QueryDict:
    """Take parameters out of a query, in both forms, under the names that a resource has."""
    taken = QueryDict(mutable=True)
    for name, other in names.items():
        for form in ("", NEGATION):
            if f"{name}{form}" in query:
                taken.setlist(f"{other}{form}", query.getlist(f"{name}{form}"))
    return taken


def _taken(query: QueryDict, name: str, other: str) -> QueryDict:
    """Take one parameter out of a query under another name."""
    taken = QueryDict(mutable=True)
    if name in query:
        taken.setlist(other, query.getlist(name))
    return taken
