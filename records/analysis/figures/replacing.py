"""Which figures another published claim replaces, and which only repeat another one's.

A claim that retracts another takes back all of its figures. One that corrects, narrows or updates
another replaces those that it restates: of the same metric, mode, temporal mode, object, unit and
period. What it does not restate stands. A correction or a narrowing can also be of the unit or
the period itself: where it has one figure of a metric, mode and object that restates none exactly,
and the claims it corrects have one such figure together, it replaces that one. An update was right
in its time, so another period is news and replaces nothing. Periods are compared as stated: a count
since a day that updates another one since that day restates it. A claim that was itself retracted
by another one replaces and repeats nothing.

A figure repeats another one when its claim duplicates, derives from or corroborates the other's,
both are of the same metric, mode, temporal mode, object, unit and period, and both can hold. Where
claims repeat each other in a circle, the one with the lowest number is taken for the first.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from django.db.models import QuerySet

from records.analysis.figures.reported import Place, Reported
from records.enums import REPLACING, ClaimRelationKind
from records.models import Claim, ClaimRelation
from records.querysets.claim_relation import ClaimRelationQuerySet
from records.querysets.statements import among

STRENGTH: dict[str, int] = {kind.value: place for place, kind in enumerate(REPLACING)}

_OF_THE_FACT = frozenset({ClaimRelationKind.CORRECTS, ClaimRelationKind.NARROWS})


class Related(NamedTuple):
    """`claim` says that it stands to `other` in this way."""

    claim: int
    kind: str
    other: int


def read_relations(claims: Collection[int], kinds: Sequence[ClaimRelationKind]) -> list[Related]:
    """Read what published claims say of claims, named by number; one query.

    What a retracted claim says is left out.
    """
    return said_of(ClaimRelation.objects.filter(kind__in=kinds, other__in=among(claims)))


def read_marks() -> list[Related]:
    """Read which published claims say that they contradict another one; one query.

    It looks through all relations, of which there are far fewer than claims.
    """
    return said_of(ClaimRelation.objects.filter(kind=ClaimRelationKind.CONTRADICTS))


def said_of(rows: ClaimRelationQuerySet[ClaimRelation]) -> list[Related]:
    """List what stands of relations, in order of the claims; one query."""
    ordered = rows.standing().order_by("claim_id", "other_id", "kind")
    return [Related(*row) for row in ordered.values_list("claim_id", "kind", "other_id")]


def replacing_claims(relations: Iterable[Related]) -> QuerySet[Claim]:
    """Select the claims that replace others."""
    numbers = {each.claim for each in relations if each.kind in REPLACING}
    return Claim.objects.filter(pk__in=among(numbers))


def replaced_by(
    figures: Iterable[Reported], replacing: Iterable[Reported], relations: Iterable[Related]
) -> dict[Place, Related]:
    """Say by what each figure is replaced; `replacing` are the figures of the claims that do."""
    stated, restated = by_claim(figures), by_claim(replacing)
    found: dict[Place, Related] = {}
    said: dict[int, list[Related]] = defaultdict(list)
    for each in relations:
        said[each.claim].append(each)
    for claim in sorted(said):
        for kind in REPLACING:
            of_kind = [each for each in said[claim] if each.kind == kind]
            for place, related in _replaced(of_kind, stated, restated.get(claim, ())):
                _keep(found, place, related)
    return found


def _keep(found: dict[Place, Related], place: Place, related: Related) -> None:
    known = found.get(place)
    if known is None or STRENGTH[known.kind] > STRENGTH[related.kind]:
        found[place] = related


def _replaced(
    relations: Sequence[Related],
    stated: Mapping[int, Sequence[Reported]],
    restated: Sequence[Reported],
) -> Iterable[tuple[Place, Related]]:
    """Yield the figures that one claim replaces by relations of one kind."""
    old = [(each, figure) for each in relations for figure in stated.get(each.other, ())]
    if relations and relations[0].kind == ClaimRelationKind.RETRACTS:
        yield from ((figure.place, each) for each, figure in old)
        return
    exact = {new.place for new in restated for _, figure in old if _same_figure(figure, new)}
    yield from (
        (figure.place, each)
        for each, figure in old
        if any(_same_figure(figure, new) for new in restated)
    )
    if not relations or relations[0].kind not in _OF_THE_FACT:
        return
    for new in restated:
        alike = [(each, figure) for each, figure in old if same_fact(figure, new)]
        rivals = [other for other in restated if same_fact(other, new)]
        if new.place not in exact and len(alike) == len(rivals) == 1:
            yield alike[0][1].place, alike[0][0]


def repeats(figures: Sequence[Reported], relations: Iterable[Related]) -> dict[Place, Place]:
    """Say which figure each one repeats, if it repeats another of those given."""
    stated = by_claim(figures)
    next_one: dict[Place, Place] = {}
    for each in sorted(relations, key=lambda relation: (relation.claim, relation.other)):
        for figure in stated.get(each.claim, ()):
            for other in stated.get(each.other, ()):
                if figure.place not in next_one and _both_hold(figure, other):
                    next_one[figure.place] = other.place
    origins = ((place, _origin(place, next_one)) for place in next_one)
    return {place: origin for place, origin in origins if origin != place}


def _origin(place: Place, next_one: Mapping[Place, Place]) -> Place:
    """Follow repetitions to the first figure, or in a circle to its lowest."""
    way: list[Place] = []
    while place in next_one and place not in way:
        way.append(place)
        place = next_one[place]
    return min(way[way.index(place) :]) if place in way else place


def _both_hold(one: Reported, other: Reported) -> bool:
    if not _same_figure(one, other):
        return False
    first, second = one.interval, other.interval
    return first is not None and second is not None and first.overlaps(second)


def _same_figure(one: Reported, other: Reported) -> bool:
    return same_fact(one, other) and _in_time(one) == _in_time(other)


def _in_time(figure: Reported) -> tuple[object, ...]:
    return figure.unit, figure.period_earliest, figure.period_latest, figure.period_length


def same_fact(one: Reported, other: Reported) -> bool:
    """Tell whether two figures are of one metric, mode and object."""
    return _fact(one) == _fact(other) and (
        one.words == other.words or not (one.apart or other.apart)
    )


def _fact(figure: Reported) -> tuple[object, ...]:
    return figure.metric, figure.mode, figure.temporal_mode, figure.kind_of_thing


def by_claim(figures: Iterable[Reported]) -> dict[int, list[Reported]]:
    found: dict[int, list[Reported]] = defaultdict(list)
    for each in figures:
        found[each.claim].append(each)
    return found
