"""Reads the figures of claims, and what the claims are about."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from django.db.models import CharField, Q, QuerySet, Value
from django.db.models.functions import Cast

from records.analysis.figures.reported import Reported, told_apart
from records.models import Claim, ClaimAgreement, ClaimCountry, ClaimOrganization
from records.querysets.statements import among

MOST_READ = 50_000
"""So many figures are looked at, those of the newest claims; the others are counted."""

_OF_CLAIM = (
    "pk",
    "modality",
    "said_by_id",
    "speaker_name",
    "credibility",
    "occurred",
    "occurred_earliest",
    "occurred_latest",
)
_OF_MEASURE = (
    "position",
    "metric",
    "weapon_system_id",
    "category_id",
    "object_words",
    "mode",
    "qualifier",
    "value",
    "value_min",
    "value_max",
    "precision",
    "unit_code",
    "unit_words",
    "currency",
    "period",
    "period_earliest",
    "period_latest",
    "period_words",
    "period_unresolved",
    "period_length",
    "baseline_period",
    "baseline_period_earliest",
    "baseline_period_latest",
    "baseline_words",
    "temporal_mode",
)
_COLUMNS = (*_OF_CLAIM, *(f"measures__{column}" for column in _OF_MEASURE))


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures claim by claim, the newest first, and how many more there are."""

    figures: list[Reported]
    not_read: int

    @property
    def claims(self) -> set[int]:
        """Numbers of the claims that have them."""
        return {each.claim for each in self.figures}


def read_figures(claims: QuerySet[Claim], where: Q) -> Figures:
    """Read the figures of claims that match; one query, and one more to count what is too much.

    `where` looks at a measure from its claim: `Q(measures__metric="funding")`. The index of
    measures by metric and mode finds them, or that of claims by date when few are left out; a
    question about all claims scans until MOST_READ figures are found.
    """
    found = claims.filter(where)
    rows = list(_newest(found).values_list(*_COLUMNS)[: MOST_READ + 1])
    beyond = found.count() - MOST_READ if len(rows) > MOST_READ else 0
    return Figures(told_apart(Reported(*row) for row in rows[:MOST_READ]), beyond)


def _newest(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    return claims.order_by("-occurred_sort", "-pk", "measures__position", "measures__pk")


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


class Subjects:
    """The subjects of claims: the agreements named, else the organizations, else the countries."""

    def __init__(self, claims: Collection[int]) -> None:
        """Read what claims are about, by number; one query."""
        self._named: dict[int, dict[str, list[int | str]]] = {}
        for claim, kind, key in _links(claims):
            known = key if kind == SubjectKind.COUNTRY else int(key)
            self._named.setdefault(claim, {}).setdefault(kind, []).append(known)

    def of(self, claim: int) -> Subject:
        """Give the subject of a claim."""
        named = self._named.get(claim, {})
        for kind, _, _ in _LINKS:
            if kind in named:
                return Subject(kind, tuple(sorted(named[kind])))
        return Subject(SubjectKind.UNKNOWN, (claim,))


def _links(claims: Collection[int]) -> QuerySet[Any, tuple[int, str, str]]:
    first, *others = (
        model._default_manager.filter(claim__in=among(claims))
        .order_by()
        .values_list("claim_id", Value(kind.value), Cast(column, CharField()))
        for kind, model, column in _LINKS
    )
    return first.union(*others, all=True)
