"""Which of the figures that were read are like what is asked for."""

from collections.abc import Collection, Iterable

from django.db.models import Q

from records.analysis.figures.reported import Place, Reported
from records.models import Measure
from records.querysets.statements import among


def matching(figures: Iterable[Reported], like: Q) -> Collection[Place]:
    """Find the figures whose measures are `like` this; one query, or none when all are.

    Figures are read with the others of their claims, which tell what they mean and start from, and
    chosen afterwards.
    """
    if not like:
        return {each.place for each in figures}
    claims = {each.claim for each in figures}
    rows = Measure.objects.filter(like, claim__in=among(claims)).order_by()
    return set(rows.values_list("claim_id", "position"))
