"""A page of promises, each with what became of it."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from records.analysis.promises.deciding import Around, read_around
from records.analysis.promises.due import Due, due_of
from records.analysis.promises.judging import Judgement, Lateness, doubt, judge, lateness, standing
from records.analysis.promises.selecting import Wanted, figures, statements
from records.enums import Modality, OutcomeDoubt
from records.models import Claim, ClaimOrganization, Measure, Organization


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a promise stands in the order of lists: by due date, claim, and place in the claim.

    `due` is the last day it can be due on, else the first, else the end of time; `rank` is 0 for
    the claim itself and one more than its position for a figure.
    """

    due: date
    claim: int
    rank: int


@dataclass(frozen=True, slots=True)
class Promise:
    """A claim that promises something, or one figure of it, and what became of it."""

    place: Place
    claim: Claim
    measure: Measure | None
    stated_as: Modality
    about: Sequence[Organization]
    due: Due | None
    judgement: Judgement
    lateness: Lateness
    doubt: OutcomeDoubt | None
    around: Around


def read_promises(
    claims: QuerySet[Claim], wanted: Wanted, *, size: int, after: Place | None = None
) -> tuple[list[Promise], bool]:
    """Read promises of published claims in their order, and whether more follow: four queries.

    Without an index on the dates that promises are due on, every promise that is asked for is
    looked at to find the first ones.
    """
    found = [
        *_first(_statement_rows(claims, wanted), size, after),
        *_first(_figure_rows(claims, wanted), size, after),
    ]
    found.sort(key=lambda each: each[0])
    page = found[:size]
    numbers = {_claim_of(row).pk for _, row in page}
    around, about = read_around(numbers), _read_about(numbers)
    promises = [
        _promise(
            place, row, wanted.on, around.get(place.claim, Around()), about.get(place.claim, ())
        )
        for place, row in page
    ]
    return promises, len(found) > size


def _statement_rows(claims: QuerySet[Claim], wanted: Wanted) -> QuerySet[Any]:
    rows = statements(claims, wanted).select_related("said_by")
    return rows.defer("document", "said_by__document").order_by("due_sort", "pk")


def _figure_rows(claims: QuerySet[Claim], wanted: Wanted) -> QuerySet[Any]:
    rows = figures(claims, wanted).select_related("claim__said_by", "weapon_system")
    documents = ("claim__document", "claim__said_by__document", "weapon_system__document")
    return rows.defer(*documents).order_by("due_sort", "claim_id", "position")


def _first(rows: QuerySet[Any], size: int, after: Place | None) -> list[tuple[Place, Any]]:
    """Read the first rows after a place, one more than the page holds."""
    if after:
        rows = rows.filter(_later(rows.model, after))
    return [(_place(row), row) for row in rows[: size + 1]]


def _later(model: type[Claim | Measure], place: Place) -> Q:
    """Match what comes after a place; a claim itself comes before its figures."""
    number = "pk" if model is Claim else "claim_id"
    same_day = Q(**{"due_sort": place.due, f"{number}__gt": place.claim})
    later = Q(due_sort__gt=place.due) | same_day
    if model is Measure:
        later |= Q(due_sort=place.due, claim_id=place.claim, position__gte=place.rank)
    return later


def _place(row: Any) -> Place:
    if isinstance(row, Measure):
        return Place(row.due_sort, row.claim_id, row.position + 1)  # type: ignore[attr-defined]
    return Place(row.due_sort, row.pk, 0)


def _claim_of(row: Claim | Measure) -> Claim:
    return row.claim if isinstance(row, Measure) else row


def _read_about(claims: Collection[int]) -> dict[int, list[Organization]]:
    """Read the organizations that claims are about, as the claims name them."""
    links = ClaimOrganization.objects.filter(claim__in=claims).select_related("organization")
    found: dict[int, list[Organization]] = defaultdict(list)
    for link in links.defer("organization__document").order_by("claim_id", "position", "pk"):
        found[link.claim_id].append(link.organization)
    return found


def _promise(
    place: Place, row: Claim | Measure, on: date, around: Around, about: Sequence[Organization]
) -> Promise:
    claim, measure = _claim_of(row), row if isinstance(row, Measure) else None
    due = due_of(claim, measure)
    period = due.period if due else None
    judged = judge(row.outcome, claim.outcome if measure else "", standing(period, on))
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
