"""Reads what ladders are made of, for one agreement or for many."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from records.analysis.ladder.climbing import Dated, Facts, Ladder, Step, climb
from records.analysis.ladder.rungs import BY_CLAIM, BY_MILESTONE
from records.enums import (
    FACTS,
    AgreementKind,
    AgreementStatus,
    ClaimKind,
    ClaimRelationKind,
    MilestoneKind,
    ReviewStatus,
    Rung,
    RungBasis,
)
from records.models import Agreement, AgreementMilestone, ClaimAgreement, ClaimRelation
from records.values.period import Period

NOT_FACTUAL, WITHDRAWN, LATER = "not_factual", "withdrawn", "later"
LEFT_OUT = (NOT_FACTUAL, WITHDRAWN, LATER)
"""Why something about an agreement does not count: no fact, withdrawn, or after the day."""


@dataclass(slots=True)
class _Found:
    """What is found about one agreement, one row after another."""

    steps: list[Step] = field(default_factory=list)
    completed: bool = False
    later: set[Rung] = field(default_factory=set)
    left_out: Counter[str] = field(default_factory=Counter)


def read_ladders(agreements: QuerySet[Agreement], on: date) -> Iterator[Ladder]:
    """Read the ladders of agreements in the order of the queryset: three queries.

    Each goes through the index on its agreement; of all agreements, all their milestones and
    all claims about them are read.
    """
    heads = list(agreements.values_list("pk", "title", "kind", "status"))
    found: dict[int, _Found] = defaultdict(_Found)
    numbers = agreements.order_by().values("pk")
    for row in _milestones(numbers):
        _take_milestone(found[row[0]], row, on)
    for row in _claims(numbers):
        _take_claim(found[row[0]], row, on)
    for number, title, kind, status in heads:
        own = found.pop(number, None) or _Found()
        facts = Facts(
            agreement=number,
            title=title,
            kind=AgreementKind(kind),
            status=AgreementStatus(status),
            steps=own.steps,
            completed=own.completed,
            later=own.later,
            left_out=own.left_out,
        )
        yield climb(facts, on)


def _milestones(agreements: Any) -> QuerySet[Any, Any]:
    kinds = (*BY_MILESTONE, MilestoneKind.COMPLETION)
    rows = AgreementMilestone.objects.filter(agreement__in=agreements, kind__in=kinds)
    return rows.order_by("agreement_id", "position", "pk").values_list(
        "agreement_id", "kind", "date", "date_earliest", "date_latest",
        "claim_id", "claim__modality", "claim__review_status",
    )  # fmt: skip


def _claims(agreements: Any) -> QuerySet[Any, Any]:
    """Select the claims about agreements.

    Which of them are published and speak of a rung is told from the rows: asked for it, SQLite
    would walk through all published claims.
    """
    replacing = ClaimRelation.objects.standing().filter(
        other_id=OuterRef("claim_id"),
        kind__in=(ClaimRelationKind.CORRECTS, ClaimRelationKind.RETRACTS),
    )
    rows = ClaimAgreement.objects.filter(agreement__in=agreements)
    return (
        rows.annotate(replaced=Exists(replacing))
        .order_by("agreement_id", "claim_id")
        .values_list(
            "agreement_id", "claim__kind", "claim__occurred", "claim__occurred_earliest",
            "claim__occurred_latest", "claim_id", "claim__modality", "claim__review_status",
            "replaced",
        )
    )  # fmt: skip


def _take_milestone(found: _Found, row: tuple[Any, ...], on: date) -> None:
    _, kind, edtf, earliest, latest, claim, modality, review_status = row
    gone = claim is not None and review_status != ReviewStatus.PUBLISHED
    factual = claim is None or modality in FACTS
    counts = _counts(found, on, earliest, gone=gone, factual=factual)
    if kind == MilestoneKind.COMPLETION:
        found.completed = found.completed or counts
        return
    rung = BY_MILESTONE[MilestoneKind(kind)]
    if counts:
        dated = _dated(edtf, earliest, latest)
        found.steps.append(Step(rung, RungBasis.MILESTONE, kind, dated, claim))
    elif factual and not gone:
        found.later.add(rung)


def _take_claim(found: _Found, row: tuple[Any, ...], on: date) -> None:
    _, kind, edtf, earliest, latest, claim, modality, review_status, replaced = row
    if kind not in BY_CLAIM or review_status != ReviewStatus.PUBLISHED:
        return
    if _counts(found, on, earliest, gone=replaced, factual=modality in FACTS):
        dated = _dated(edtf, earliest, latest)
        found.steps.append(Step(BY_CLAIM[ClaimKind(kind)], RungBasis.CLAIM, kind, dated, claim))


def _counts(found: _Found, on: date, earliest: date | None, *, gone: bool, factual: bool) -> bool:
    """Tell whether something counts; if not, note why: the first reason that holds."""
    if not factual:
        found.left_out[NOT_FACTUAL] += 1
    elif gone:
        found.left_out[WITHDRAWN] += 1
    elif earliest is not None and earliest > on:
        found.left_out[LATER] += 1
    else:
        return True
    return False


def _dated(edtf: str, earliest: date | None, latest: date | None) -> Dated | None:
    return Dated(edtf, Period(earliest, latest)) if edtf else None
