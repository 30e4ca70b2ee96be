"""Claims and figures that say again what others say, or that others have replaced.

A claim that duplicates, derives from or corroborates another one says the same again. A claim that
another one corrects, updates, narrows or retracts is replaced, as a whole. Of claims that do so in
a circle one stands: the first by number among those that none of them replaces, if there are any.
What a claim says that was itself retracted does not count.

So claims are counted. Of figures only those are replaced that are restated, and only those repeat
another one that are the same (`records.analysis.figures.replacing`): the other figures of their
claims still add up. But an update takes more away from a sum than from a series: its amount for a
period that includes the former one's includes that, too, and its level takes the place of the
former one.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from records.analysis.chains import standing
from records.analysis.figures.comparing import LEVELS
from records.analysis.figures.reading import read_figures
from records.analysis.figures.replacing import (
    Related,
    by_claim,
    read_relations,
    repeats,
    replaced_by,
    replacing_claims,
    said_of,
    same_fact,
)
from records.analysis.figures.reported import Place, Reported
from records.enums import REPLACING, RESTATING, DateBasis, MeasureMode
from records.models import ClaimRelation
from records.values.period import Period


@dataclass(frozen=True, slots=True)
class Repeated:
    """Claims that would count twice: those that say again, and those that are replaced."""

    restatements: frozenset[int]
    replaced: frozenset[int]


def read_again(claims: QuerySet[Any]) -> list[Related]:
    """Read which claims of a selection repeat or replace others of it: one query."""
    selected = claims.order_by().values("pk")
    return said_of(
        ClaimRelation.objects.filter(
            kind__in=(*RESTATING, *REPLACING), claim__in=selected, other__in=selected
        )
    )


def repeated(claims: QuerySet[Any]) -> Repeated:
    """Find claims that another one of the same selection repeats or replaces: one query."""
    return claims_again(read_again(claims))


def claims_again(relations: Iterable[Related]) -> Repeated:
    """Say which claims others repeat or replace."""
    yields: dict[int, list[int]] = defaultdict(list)
    replaced = set()
    for claim, kind, other in relations:
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


def figures_again(
    figures: Sequence[Reported], relations: Iterable[Related]
) -> tuple[set[Place], set[Place]]:
    """Say which figures would be summed twice: those that are replaced, and those that repeat.

    `relations` are those of the selection; what a claim outside of it replaces does not hold
    either, as in a series. Two queries.
    """
    every = list(relations)
    repeating = [each for each in every if each.kind in RESTATING]
    told = [each for each in figures if not each.is_denied]
    replacing = read_relations({each.claim for each in figures}, REPLACING)
    stated = read_figures(replacing_claims(replacing), Q(measures__mode=MeasureMode.ABSOLUTE))
    replaced = replaced_by(figures, stated.figures, replacing).keys()
    return replaced | _superseded(told, every), set(repeats(told, repeating))


def _superseded(figures: Sequence[Reported], relations: Iterable[Related]) -> set[Place]:
    """Say which figures are part of the claim's that replaces theirs, or a level before it."""
    stated = by_claim(figures)
    return {
        old.place
        for each in relations
        if each.kind in REPLACING
        for old in stated.get(each.other, ())
        if any(_takes_over(new, old) for new in stated.get(each.claim, ()))
    }


def _takes_over(new: Reported, old: Reported) -> bool:
    alike = same_fact(new, old) and new.unit == old.unit
    return alike and new.period_length == old.period_length and _takes_the_time(new, old)


def _takes_the_time(new: Reported, old: Reported) -> bool:
    if new.metric in LEVELS:
        return True
    if not (new.when and old.when and new.when.basis == old.when.basis == DateBasis.PERIOD):
        return False
    return Period(*old.when.days).within(Period(*new.when.days))
