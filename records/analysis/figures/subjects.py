"""What claims are about, and so whose figures they give."""

from collections.abc import Collection, Iterator
from enum import StrEnum
from typing import NamedTuple

from django.db.models import CharField, Value
from django.db.models.functions import Cast

from records.models import ClaimAgreement, ClaimCountry, ClaimOrganization
from records.querysets.statements import among


class SubjectKind(StrEnum):
    """What sort of thing the figures of a claim describe."""

    AGREEMENT = "agreement"
    ORGANIZATION = "organization"
    COUNTRY = "country"
    UNKNOWN = "unknown"


class Subject(NamedTuple):
    """Whose figures a claim gives: primary keys or country codes, in order.

    That of a claim that names nothing is the claim itself, so that it is shared with no other.
    """

    kind: SubjectKind
    keys: tuple[int | str, ...]


_LINKS = (
    (SubjectKind.AGREEMENT, ClaimAgreement, "agreement_id"),
    (SubjectKind.ORGANIZATION, ClaimOrganization, "organization_id"),
    (SubjectKind.COUNTRY, ClaimCountry, "country"),
)


def subject_links(claims: Collection[int]) -> Iterator[tuple[int, SubjectKind, int | str]]:
    """Read what claims, given by number, name: primary keys or country codes; one query."""
    first, *others = (
        model._default_manager.filter(claim__in=among(claims))
        .order_by()
        .values_list("claim_id", Value(kind.value), Cast(column, CharField()))
        for kind, model, column in _LINKS
    )
    for claim, kind, key in first.union(*others, all=True):
        yield claim, SubjectKind(kind), key if kind == SubjectKind.COUNTRY else int(key)


class Subjects:
    """The subjects of claims: the agreements named, else the organizations, else the countries."""

    def __init__(self, claims: Collection[int]) -> None:
        """Read what claims are about, by number; one query."""
        self._named: dict[int, dict[SubjectKind, list[int | str]]] = {}
        for claim, kind, key in subject_links(claims):
            self._named.setdefault(claim, {}).setdefault(kind, []).append(key)

    def of(self, claim: int) -> Subject:
        """Give the subject of a claim."""
        named = self._named.get(claim, {})
        for kind, _, _ in _LINKS:
            if kind in named:
                return Subject(kind, tuple(sorted(named[kind])))
        return Subject(SubjectKind.UNKNOWN, (claim,))
