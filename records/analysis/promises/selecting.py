"""Which claims and which figures are promises, and which of them are asked for."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import (
    Case,
    CharField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)

from records.analysis.promises.judging import Standing, judge
from records.enums import FACTS, Modality, Outcome, Overdue, TemporalMode
from records.models import Claim, Measure
from records.querysets import period
from records.querysets.due import SortDay

PROMISES = (Modality.PLAN, Modality.COMMITMENT, Modality.TARGET, Modality.FORECAST)
TO_COME = (TemporalMode.PLAN, TemporalMode.TARGET, TemporalMode.FORECAST)

_OWN, _PERIOD = ~Q(due=""), ~Q(period="")
_SILENT = Q(due="", due_words="", due_unresolved="", outcome="")
_DIFFERS = (_OWN & ~Q(due=F("claim__due"))) | (~Q(outcome="") & ~Q(outcome=F("claim__outcome")))


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which promises are asked for, as they stand on a day; an empty collection wants all.

    Those are due on the day `due_after` or later and on `due_before` or earlier: possibly, or
    `certainly` whatever their dates mean.
    """

    on: date
    outcomes: Collection[Outcome] = ()
    overdue: Collection[Overdue] = ()
    due_after: date | None = None
    due_before: date | None = None
    certainly: bool = False


def statements(claims: QuerySet[Claim], wanted: Wanted) -> QuerySet[Any]:
    """Keep the claims that are promises, annotated with `standing`, `recorded` and others."""
    own = Measure.objects.filter(_DIFFERS, claim=OuterRef("pk"), temporal_mode__in=TO_COME)
    promises = claims.filter(modality__in=PROMISES).exclude(_SILENT & Q(Exists(own)))
    dated = promises.annotate(
        falls_due_earliest=F("due_earliest"),
        falls_due_latest=F("due_latest"),
        recorded=F("outcome"),
    )
    return _judged(dated, wanted)


def figures(claims: QuerySet[Claim], wanted: Wanted) -> QuerySet[Any]:
    """Keep the measures of claims that are promises of their own, annotated as the claims are."""
    rows = Measure.objects.filter(
        claim__in=claims.order_by().values("pk"), temporal_mode__in=TO_COME
    )
    promises = rows.filter(
        Q(claim__modality__in=FACTS) | (Q(claim__modality__in=PROMISES) & _DIFFERS)
    )
    recorded = Case(When(~Q(outcome=""), then=F("outcome")), default=F("claim__outcome"))
    dated = promises.annotate(
        falls_due_earliest=_first_known("earliest"),
        falls_due_latest=_first_known("latest"),
        recorded=recorded,
    )
    return _judged(dated, wanted)


def folded(claims: Collection[int]) -> QuerySet[Measure]:
    """Find the figures to come of claims with promises that add nothing to what these promise."""
    rows = Measure.objects.filter(claim__in=claims, temporal_mode__in=TO_COME)
    return rows.filter(~_DIFFERS, claim__modality__in=PROMISES)


def _first_known(bound: str) -> Case:
    """Take the bound of the date a figure is due on, else of its period, else of its claim's."""
    return Case(
        When(_OWN, then=F(f"due_{bound}")),
        When(_PERIOD, then=F(f"period_{bound}")),
        default=F(f"claim__due_{bound}"),
    )


def _judged(promises: QuerySet[Any], wanted: Wanted) -> QuerySet[Any]:
    """Annotate where the day stands and what to sort by, and keep what is asked for."""
    day = wanted.on
    stands = Case(
        When(
            falls_due_earliest__isnull=True,
            falls_due_latest__isnull=True,
            then=Value(Standing.UNDATED.value),
        ),
        When(falls_due_latest__lt=day, then=Value(Standing.AFTER.value)),
        When(falls_due_earliest__gte=day, then=Value(Standing.BEFORE.value)),
        default=Value(Standing.WITHIN.value),
        output_field=CharField(),
    )
    sort = SortDay("falls_due_latest", "falls_due_earliest")
    found: QuerySet[Any] = promises.annotate(standing=stands, due_sort=sort).filter(_due(wanted))
    return found.filter(_asked(wanted)) if wanted.outcomes or wanted.overdue else found


def _due(wanted: Wanted) -> Q:
    """Say when promises that are asked for fall due."""
    condition = Q()
    if wanted.due_after:
        since = period.certainly_from if wanted.certainly else period.possibly_from
        condition &= since("falls_due", wanted.due_after)
    if wanted.due_before:
        until = period.certainly_until if wanted.certainly else period.possibly_until
        condition &= until("falls_due", wanted.due_before)
    return condition


def _asked(wanted: Wanted) -> Q:
    """List the recorded outcomes and standings that come to a judgement that is asked for."""
    condition = Q(pk__in=[])
    for where in Standing:
        fits = [recorded for recorded in ("", *Outcome.values)
                if _fits(wanted, recorded, where)]  # fmt: skip
        if fits:
            condition |= Q(standing=where.value, recorded__in=fits)
    return condition


def _fits(wanted: Wanted, recorded: str, where: Standing) -> bool:
    judged = judge(recorded, "", where)
    return (not wanted.outcomes or judged.outcome in wanted.outcomes) and (
        not wanted.overdue or judged.overdue in wanted.overdue
    )
