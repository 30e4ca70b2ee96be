"""What the dates and the record tell of one promise on one day."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from records.enums import LatenessGap, Outcome, OutcomeBasis, OutcomeDoubt, Overdue
from records.values.days import Days, days_between
from records.values.period import Period

CAME_ABOUT = (Outcome.KEPT, Outcome.LATE, Outcome.PARTLY)
"""Outcomes of promises that came true, wholly or in part."""

UNSETTLED = (Outcome.OPEN, Outcome.UNKNOWN)
"""Outcomes of promises that something can still become of, or has without being on record."""


class Standing(StrEnum):
    """Where a day stands to a due date."""

    BEFORE = "before"
    WITHIN = "within"
    AFTER = "after"
    UNDATED = "undated"


_OVERDUE = {
    Standing.BEFORE: Overdue.NO,
    Standing.WITHIN: Overdue.POSSIBLY,
    Standing.AFTER: Overdue.YES,
    Standing.UNDATED: Overdue.UNKNOWN,
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """What became of a promise, and whether it is overdue."""

    outcome: Outcome
    basis: OutcomeBasis
    overdue: Overdue


@dataclass(frozen=True, slots=True)
class Lateness:
    """How many days late a promise came true, or why that is not known."""

    days: Days | None
    gap: LatenessGap | None


def standing(due: Period | None, on: date) -> Standing:
    """Say where a day stands to a due date, of which None is known.

    What is due on a day is not overdue before the next one, so the first day that it can be due
    on still lies ahead of itself.
    """
    if due is None:
        return Standing.UNDATED
    if due.latest is not None and due.latest < on:
        return Standing.AFTER
    if due.earliest is not None and due.earliest >= on:
        return Standing.BEFORE
    return Standing.WITHIN


def judge(own: str, of_claim: str, where: Standing) -> Judgement:
    """Judge a promise by the outcomes recorded, of which any may be empty, and its due date."""
    recorded = own or of_claim
    if recorded:
        outcome = Outcome(recorded)
        basis = OutcomeBasis.RECORDED if own else OutcomeBasis.CLAIM
    else:
        ahead = where in {Standing.BEFORE, Standing.WITHIN}
        outcome = Outcome.OPEN if ahead else Outcome.UNKNOWN
        basis = OutcomeBasis.DATES
    overdue = _OVERDUE[where] if outcome in UNSETTLED else Overdue.NO
    return Judgement(outcome, basis, overdue)


def lateness(due: Period | None, outcome: Outcome, told: Collection[Period | None]) -> Lateness:
    """Count the days between the due date and those on which it is told to have come about.

    A promise that is not known to have come true is not late, whatever is reported of its progress.
    `told` holds the date of each claim that tells so, None without one.
    """
    if outcome == Outcome.MISSED:
        return Lateness(None, LatenessGap.MISSED)
    if outcome not in CAME_ABOUT or not told:
        return Lateness(None, LatenessGap.UNDECIDED)
    if due is None:
        return Lateness(None, LatenessGap.DUE_UNKNOWN)
    dated = [each for each in told if each is not None]
    if not dated:
        return Lateness(None, LatenessGap.DECISION_UNDATED)
    return Lateness(days_between(due, _envelope(dated)), None)


def doubt(judgement: Judgement, late: Lateness) -> OutcomeDoubt | None:
    """Say in what dates contradict a recorded outcome; None when they do not."""
    if late.days is None:
        return None
    least, most = late.days.min, late.days.max
    if judgement.outcome == Outcome.KEPT and least is not None and least > 0:
        return OutcomeDoubt.CERTAINLY_LATE
    if judgement.outcome == Outcome.LATE and most is not None and most <= 0:
        return OutcomeDoubt.CERTAINLY_IN_TIME
    return None


def _envelope(periods: Collection[Period]) -> Period:
    """Span all days of several periods."""
    first = [each.earliest for each in periods]
    last = [each.latest for each in periods]
    return Period(
        None if None in first else min(day for day in first if day is not None),
        None if None in last else max(day for day in last if day is not None),
    )
