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
from records.querysets.due import SortDay

PROMISES = (Modality.PLAN, Modality.COMMITMENT, Modality.TARGET, Modality.FORECAST)
TO_COME = (TemporalMode.PLAN, TemporalMode.TARGET, TemporalMode.FORECAST)

_OWN, _PERIOD = ~Q(due=""), ~Q(period="")
_SILENT = Q(due="", due_words="", due_unresolved="", outcome="")
_DIFFERS = (_OWN & ~Q(due=F("claim__due"))) | (~Q(outcome="") & ~Q(outcome=F("claim__outcome")))


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which promises are asked for, as they stand on a day; an empty collection wants all."""

    on: date
    outcomes: Collection[Outcome] = ()
    overdue: Collection[Overdue] = ()


def statements(claims: QuerySet[Claim], wanted: Wanted) -> QuerySet[Any]:
    """Keep the claims that are promises, annotated with `due_from`, `due_until` and others."""
    own = Measure.objects.filter(_DIFFERS, claim=OuterRef("pk"), temporal_mode__in=TO_COME)
    promises = claims.filter(modality__in=PROMISES).exclude(_SILENT & Q(Exists(own)))
    dated = promises.annotate(
        due_from=F("due_earliest"), due_until=F("due_latest"), recorded=F("outcome")
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
        due_from=_first_known("earliest"), due_until=_first_known("latest"), recorded=recorded
    )
    return _judged(dated, wanted)


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
        When(due_from__isnull=True, due_until__isnull=True, then=Value(Standing.UNDATED.value)),
        When(due_until__lt=day, then=Value(Standing.AFTER.value)),
        When(due_from__gte=day, then=Value(Standing.BEFORE.value)),
        default=Value(Standing.WITHIN.value),
        output_field=CharField(),
    )
    sort = SortDay("due_until", "due_from")
    found = promises.annotate(standing=stands, due_sort=sort)
    kept: QuerySet[Any] = found.filter(_asked(wanted))
    return kept if wanted.outcomes or wanted.overdue else found


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
