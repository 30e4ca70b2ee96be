"""Claims that say what another claim says already, or that another one has replaced.

A claim that duplicates, derives from or corroborates another one says the same again. A claim that
another one corrects, updates, narrows or retracts is replaced, as a whole. Of claims that do so in
a circle one stands: the first by number among those that none of them replaces, if there are any.
What a claim says that was itself retracted does not count.
"""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from records.analysis.chains import standing
from records.enums import REPLACING, RESTATING, ClaimRelationKind, ReviewStatus
from records.models import ClaimRelation


@dataclass(frozen=True, slots=True)
class Repeated:
    """Claims that would count twice: those that say again, and those that are replaced."""

    restatements: frozenset[int]
    replaced: frozenset[int]


def repeated(claims: QuerySet[Any]) -> Repeated:
    """Find claims that another one of the same selection repeats or replaces: one query."""
    yields: dict[int, list[int]] = defaultdict(list)
    replaced = set()
    for claim, kind, other in _relations(claims):
        if kind in REPLACING:
            yields[other].append(claim)
            replaced.add(other)
        else:
            yields[claim].append(other)
    kept = {
        min(circle, key=lambda number: (number in replaced, number)) for circle in standing(yields)
    }
    left_out = yields.keys() - kept
    return Repeated(frozenset(left_out - replaced), frozenset(left_out & replaced))


def _relations(claims: QuerySet[Any]) -> list[tuple[int, str, int]]:
    selected = claims.order_by().values("pk")
    taken_back = ClaimRelation.objects.filter(
        kind=ClaimRelationKind.RETRACTS,
        other_id=OuterRef("claim_id"),
        claim__review_status=ReviewStatus.PUBLISHED,
    )
    rows = ClaimRelation.objects.filter(
        ~Exists(taken_back), kind__in=(*RESTATING, *REPLACING), claim__in=selected,
        other__in=selected,
    )  # fmt: skip
    return list(rows.order_by("pk").values_list("claim_id", "kind", "other_id"))
