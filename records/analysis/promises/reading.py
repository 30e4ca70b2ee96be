"""Promises in pages and all together, each with what became of it."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import merge
from itertools import islice
from typing import Any

from django.db.models import F, Q, QuerySet, Value

from records.analysis.promises.columns import CLAIM, ORGANIZATION, within
from records.analysis.promises.deciding import Around, read_around
from records.analysis.promises.due import Due, due_of
from records.analysis.promises.judging import Judgement, Lateness, doubt, judge, lateness, standing
from records.analysis.promises.selecting import TO_COME, Wanted, figures, folded, statements
from records.enums import Modality, OutcomeDoubt
from records.models import Claim, ClaimOrganization, Measure, Organization

_FEW = 500


@dataclass(frozen=True, slots=True, order=True)
class ListPlace:
    """Where a promise stands in the order of lists: by due date, claim, and place in the claim.

    `due` is the last day it can be due on, else the first, else the end of time; `rank` is 0 for
    the claim itself and one more than its position for a figure.
    """

    due: date
    claim: int
    rank: int

    @property
    def figure(self) -> tuple[int, int] | None:
        """The figure by claim and position; None for the claim itself."""
        return (self.claim, self.rank - 1) if self.rank else None


@dataclass(frozen=True, slots=True)
class Promise:
    """A claim that promises something, or one figure of it, and what became of it."""

    place: ListPlace
    claim: Claim
    measure: Measure | None
    stated_as: Modality
    about: Sequence[Organization]
    due: Due | None
    judgement: Judgement
    lateness: Lateness
    doubt: OutcomeDoubt | None
    around: Around


@dataclass(frozen=True, slots=True)
class Page:
    """Promises in their order, and the place that more follow after, None at the end.

    `figures` counts the figures to come of their claims that are no promises of their own, and
    `later` the claims that would decide or revise them, but happened after the day.
    """

    promises: Sequence[Promise]
    after: ListPlace | None
    figures: int
    later: int


def read_promises(
    claims: QuerySet[Claim], wanted: Wanted, *, size: int, after: ListPlace | None = None
) -> Page:
    """Read promises of published claims in their order: seven queries.

    The places of the page are found first, along the index of the days that claims are due on; of
    figures, all that are to come are looked at. Figures that an editor replaces in the meantime are
    left out.
    """
    of_claims, of_figures = _places(claims, wanted)
    found = sorted(_first(of_claims, size, after) + _first(of_figures, size, after))
    places = found[:size]
    promises = _promises(places, wanted)
    around = {each.place.claim: each.around for each in promises}
    return Page(
        promises,
        places[-1] if len(found) > size else None,
        folded(around).count(),
        sum(len(each.later) for each in around.values()),
    )


def every_promise(claims: QuerySet[Claim], wanted: Wanted) -> Iterator[Promise]:
    """Read all promises in their order: two queries, and four for each few hundred.

    No more than those are in memory at the same time.
    """
    found = merge(*(places.iterator(chunk_size=_FEW) for places in _places(claims, wanted)))
    while some := [ListPlace(*values) for values in islice(found, _FEW)]:
        yield from _promises(some, wanted)


def _places(claims: QuerySet[Claim], wanted: Wanted) -> tuple[QuerySet[Any], QuerySet[Any]]:
    """Select the places of claims and of figures, each in order."""
    of_claims = statements(claims, wanted).values_list("due_sort", "pk", Value(0))
    of_figures = figures(claims, wanted).values_list("due_sort", "claim_id", F("position") + 1)
    return (
        of_claims.order_by("due_sort", "pk"),
        of_figures.order_by("due_sort", "claim_id", "position"),
    )


def _promises(places: Sequence[ListPlace], wanted: Wanted) -> list[Promise]:
    """Read what stands at places: four queries."""
    numbers = {place.claim for place in places}
    written, measures = _read_claims(numbers), _read_measures(places)
    around, about = read_around(numbers, wanted.on), _read_about(numbers)
    return [
        _promise(
            place,
            written[place.claim],
            measures[place.figure] if place.figure else None,
            on=wanted.on,
            around=around.get(place.claim, Around()),
            about=about.get(place.claim, ()),
        )
        for place in places
        if not place.figure or place.figure in measures
    ]


def _first(places: QuerySet[Any], size: int, after: ListPlace | None) -> list[ListPlace]:
    """Read the first places after one, one more than the page holds."""
    if after:
        places = places.filter(_later(places.model, after))
    return [ListPlace(*values) for values in places[: size + 1]]


def _read_claims(numbers: Collection[int]) -> dict[int, Claim]:
    rows = Claim.objects.select_related("said_by")
    return rows.only(*CLAIM, *within("said_by", ORGANIZATION)).in_bulk(numbers)


def _read_measures(places: Sequence[ListPlace]) -> dict[tuple[int, int], Measure]:
    """Read the figures that are promises of their own, by claim and position."""
    numbers = {place.claim for place in places if place.rank}
    rows = Measure.objects.filter(claim__in=numbers, temporal_mode__in=TO_COME)
    related = rows.select_related("weapon_system").defer("weapon_system__document")
    return {(each.claim_id, each.position): each for each in related}


def _later(model: type[Claim | Measure], place: ListPlace) -> Q:
    """Match what comes after a place; a claim itself comes before its figures."""
    number = "pk" if model is Claim else "claim_id"
    same_day = Q(**{"due_sort": place.due, f"{number}__gt": place.claim})
    later = Q(due_sort__gt=place.due) | same_day
    if model is Measure:
        later |= Q(due_sort=place.due, claim_id=place.claim, position__gte=place.rank)
    return later


def _read_about(claims: Collection[int]) -> dict[int, list[Organization]]:
    """Read the organizations that claims are about, as the claims name them."""
    links = ClaimOrganization.objects.filter(claim__in=claims).select_related("organization")
    found: dict[int, list[Organization]] = defaultdict(list)
    read = links.only("claim", *within("organization", ORGANIZATION))
    for link in read.order_by("claim_id", "position", "pk"):
        found[link.claim_id].append(link.organization)
    return found


def _promise(  # noqa: PLR0913 all that is known of it
    place: ListPlace,
    claim: Claim,
    measure: Measure | None,
    *,
    on: date,
    around: Around,
    about: Sequence[Organization],
) -> Promise:
    due = due_of(claim, measure)
    period = due.period if due else None
    own, of_claim = (measure.outcome, claim.outcome) if measure else (claim.outcome, "")
    judged = judge(own, of_claim, standing(period, on))
    late = lateness(period, judged.outcome, around.told)
    return Promise(
        place=place,
        claim=claim,
        measure=measure,
        stated_as=Modality(measure.temporal_mode if measure else claim.modality),
        about=about,
        due=due,
        judgement=judged,
        lateness=late,
        doubt=doubt(judged, late),
        around=around,
    )
