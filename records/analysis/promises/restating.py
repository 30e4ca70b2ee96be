"""Which claims with promises only say again what another one promises."""

from collections import defaultdict
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from records.analysis.chains import standing
from records.analysis.promises.selecting import PROMISES, TO_COME
from records.enums import FACTS, RESTATING
from records.models import ClaimRelation, Measure


def restating(claims: QuerySet[Any]) -> set[int]:
    """Find those among claims that restate another one of them, both with promises: one query.

    Of claims that restate each other in a circle, and nothing beyond it, the first by number is
    taken for the original.
    """
    selected = claims.order_by().values("pk")
    said = ClaimRelation.objects.standing().filter(
        _promising("claim"), _promising("other"),
        kind__in=RESTATING, claim__in=selected, other__in=selected,
    )  # fmt: skip
    yields: dict[int, list[int]] = defaultdict(list)
    for claim, other in said.order_by().values_list("claim_id", "other_id"):
        yields[claim].append(other)
    return yields.keys() - {min(circle) for circle in standing(yields)}


def _promising(claim: str) -> Q:
    """Match relations of a claim that promises something, in itself or in one of its figures."""
    figures = Measure.objects.filter(claim=OuterRef(f"{claim}_id"), temporal_mode__in=TO_COME)
    of_fact = Q(Exists(figures), **{f"{claim}__modality__in": FACTS})
    return Q(**{f"{claim}__modality__in": PROMISES}) | of_fact
