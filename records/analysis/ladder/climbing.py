"""The ladder of one agreement, from what is on record about it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from records.analysis.ladder.rungs import EXPECTED, implied
from records.enums import (
    AgreementKind,
    AgreementStatus,
    LadderState,
    MilestoneKind,
    Rung,
    RungBasis,
    RungReached,
)
from records.querysets.force import HAVE_ENDED
from records.values.days import Days, days_between
from records.values.period import Period


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as EDTF, with its bounds."""

    edtf: str
    period: Period


@dataclass(frozen=True, slots=True)
class Step:
    """What reports that a rung was reached: `kind` is that of the milestone or of the claim.

    `claim` is the number of the claim, None for a milestone without one.
    """

    rung: Rung
    basis: RungBasis
    kind: str
    date: Dated | None
    claim: int | None


@dataclass(frozen=True, slots=True)
class Facts:
    """What is on record about an agreement: facts alone, up to a day.

    `later` are the rungs that milestones come to certainly after the day. `left_out` counts what is
    no fact, was withdrawn, or lies after the day.
    """

    agreement: int
    title: str
    kind: AgreementKind
    status: AgreementStatus
    steps: Sequence[Step]
    completed: bool
    later: Collection[Rung]
    left_out: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class RungState:
    """One rung of an agreement's ladder."""

    rung: Rung
    expected: bool
    reached: RungReached
    date: Dated | None
    steps: Sequence[Step]


@dataclass(frozen=True, slots=True)
class Lag:
    """Days between two rungs, the lower one first."""

    start: Rung
    end: Rung
    days: Days


@dataclass(frozen=True, slots=True)
class Ladder:
    """How far an agreement has come, and since when it waits, on a day.

    `last` is the highest rung reached that is expected or dated, and else the highest; `awaited` is
    the next one expected, which is that of deliveries as long as they have only begun. `waited`
    counts the days since the date of `last`, and is None without one or when nothing is awaited.
    """

    facts: Facts
    rungs: Sequence[RungState]
    lags: Sequence[Lag]
    total: Lag | None
    state: LadderState
    last: RungState | None
    awaited: Rung | None
    waited: Days | None

    @property
    def waits(self) -> bool:
        """Whether it has begun and is expected to come further."""
        return self.state in {LadderState.WAITING, LadderState.DELIVERING}


def climb(facts: Facts, on: date) -> Ladder:
    """Tell how far an agreement has come on a day."""
    expected = EXPECTED[facts.kind]
    said = _said(facts)
    rungs = [_rung(rung, facts, expected, said) for rung in Rung]
    reached = [each for each in rungs if each.reached != RungReached.NO]
    last = _last(reached)
    lags = list(_lags(reached))
    state, awaited = _state(facts, expected, reached, said)
    return Ladder(
        facts=facts,
        rungs=rungs,
        lags=lags,
        total=_total(reached),
        state=state,
        last=last,
        awaited=awaited,
        waited=_since(last.date, on) if last and last.date and awaited else None,
    )


def first_of(dates: Collection[Dated]) -> Dated | None:
    """Date the first of several events, of which the order may not be known; None of none."""
    if not dates:
        return None
    earliest = [each.period.earliest for each in dates]
    latest = [each.period.latest for each in dates]
    first = None if None in earliest else min(day for day in earliest if day)
    last = min((day for day in latest if day), default=None)
    alike = sorted(each.edtf for each in dates if each.period == Period(first, last))
    return Dated(alike[0] if alike else _edtf(first, last), Period(first, last))


def _edtf(first: date | None, last: date | None) -> str:
    return f"{first.isoformat() if first else '..'}/{last.isoformat() if last else '..'}"


def _said(facts: Facts) -> Collection[Rung]:
    """List the rungs that the status implies and that no milestone comes to only later.

    The status is that of now. Where a milestone comes to one of its rungs after the day, it was not
    yet so, and the agreement had come to no rung above, either.
    """
    order = list(Rung)
    first_later = min(map(order.index, facts.later), default=len(order))
    return implied(facts.status) & set(order[:first_later])


def _rung(
    rung: Rung, facts: Facts, expected: Collection[Rung], said: Collection[Rung]
) -> RungState:
    steps = [step for step in facts.steps if step.rung == rung]
    unreported = RungReached.IMPLIED if rung in said else RungReached.NO
    reached = RungReached.YES if steps else unreported
    return RungState(rung, rung in expected, reached, _date(steps), steps)


def _last(reached: Sequence[RungState]) -> RungState | None:
    """Find the highest rung that says something: an undated one that none expects hides no date."""
    telling = [each for each in reached if each.expected or each.date]
    return next(reversed(telling or reached), None)


def _date(steps: Sequence[Step]) -> Dated | None:
    for basis in (RungBasis.MILESTONE, RungBasis.CLAIM):
        if dates := [step.date for step in steps if step.basis == basis and step.date]:
            return first_of(dates)
    return None


def _lags(reached: Sequence[RungState]) -> Iterator[Lag]:
    dated = [(each.rung, each.date) for each in reached if each.date]
    for (start, before), (end, after) in pairwise(dated):
        yield Lag(start, end, days_between(before.period, after.period))


def _total(reached: Sequence[RungState]) -> Lag | None:
    dated = [(each.rung, each.date) for each in reached if each.date]
    if len(dated) < 2:  # noqa: PLR2004 from one to another
        return None
    (start, before), (end, after) = dated[0], dated[-1]
    return Lag(start, end, days_between(before.period, after.period))


def _state(
    facts: Facts, expected: Sequence[Rung], reached: Sequence[RungState], said: Collection[Rung]
) -> tuple[LadderState, Rung | None]:
    order = list(Rung)
    height = order.index(reached[-1].rung) if reached else -1
    ahead = [rung for rung in expected if order.index(rung) > height]
    if facts.completed or (facts.status in HAVE_ENDED and said == implied(facts.status)):
        return LadderState.ENDED, None
    if not ahead:
        if Rung.DELIVERED in expected and not _is_delivered(reached[-1]):
            return LadderState.DELIVERING, Rung.DELIVERED
        return LadderState.COMPLETE, None
    return (LadderState.WAITING if reached else LadderState.NOT_BEGUN), ahead[0]


def _is_delivered(delivered: RungState) -> bool:
    """Tell whether a milestone says more than that the first deliveries were made."""
    told = ((step.basis, step.kind) for step in delivered.steps)
    return (RungBasis.MILESTONE, MilestoneKind.DELIVERY) in told


def _since(date_: Dated, on: date) -> Days:
    """Count the days since what has happened, which is no day to come."""
    days = days_between(date_.period, Period(on, on))
    return Days(None if days.min is None else max(days.min, 0), days.max)
