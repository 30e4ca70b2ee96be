"""Draws how far agreements have come."""

from collections.abc import Sequence
from datetime import date

from records.analysis.ladder.climbing import Ladder, RungState, Step
from records.analysis.ladder.summing import LadderSummary
from records.enums import RungReached
from records.pictures import ladder as drawing
from records.pictures.ladder import Level, Mark
from records.pictures.numbers import counted, written
from records.pictures.picture import Picture
from records.values.days import Days
from records.values.public_ids import RecordType, format_public_id

_MARKS = {RungReached.YES: Mark.REACHED, RungReached.IMPLIED: Mark.IMPLIED}


def ladder_picture(found: Ladder, on: date) -> Picture:
    """Draw the ladder of one agreement as it stood on a day."""
    lags = {lag.end: f"+ {_days(lag.days)}" for lag in found.lags}
    rungs = [_rung(each, lags.get(each.rung, "")) for each in found.rungs]
    return drawing.ladder(
        drawing.Ladder(found.facts.title, rungs, state_of(found)), notes=[_as_of(on)]
    )


def ladders_picture(found: Sequence[Ladder], on: date, *, more: bool = False) -> Picture:
    """Draw the ladders of several agreements; `more` says that others follow."""
    drawn = [
        drawing.Ladder(f"{_id(each)} {each.facts.title}", [_rung(rung) for rung in each.rungs],
                       state_of(each))
        for each in found
    ]  # fmt: skip
    notes = [_as_of(on), *(["More agreements follow on the next page."] if more else [])]
    return drawing.ladders("From word to deed, agreement by agreement", drawn, notes=notes)


def levels_picture(found: LadderSummary, on: date) -> Picture:
    """Draw how many agreements have come to each rung, and how many wait on it for the next."""
    levels = []
    for rung, tally in found.rungs.items():
        implied, waits = tally.reached[RungReached.IMPLIED], tally.waiting
        words = f"{written(waits)} {'waits' if waits == 1 else 'wait'} here" if waits else ""
        levels.append(Level(rung.label, tally.reached[RungReached.YES] + implied, implied, words))
    title = "Agreements from word to deed"
    return drawing.levels(title, levels, found.agreements, notes=[_as_of(on)])


def _rung(state: RungState, lag: str = "") -> drawing.Rung:
    missing = Mark.NOT_REACHED if state.expected else Mark.NOT_MEANT
    return drawing.Rung(
        name=state.rung.label,
        mark=_MARKS.get(state.reached, missing),
        when=state.date.edtf if state.date else "",
        words="; ".join(map(_told, state.steps)),
        lag=lag,
    )


def _told(step: Step) -> str:
    claim = f", {format_public_id(RecordType.CLAIM, step.claim)}" if step.claim else ""
    return f"{step.basis.label.lower()}: {step.kind.replace('_', ' ')}{claim}"


def state_of(found: Ladder) -> str:
    """Say in a few words whether something is awaited, and for how long."""
    if found.awaited is None:
        return found.state.label
    since = f" for {_days(found.waited)}" if found.waited else ""
    return f"{found.state.label}{since}; next: {found.awaited.label.lower()}"


def _days(days: Days) -> str:
    if days.min is None and days.max is None:
        return "an unknown time"
    if days.min == days.max:
        return counted(days.min or 0, "day")
    if days.max is None:
        return f"{written(days.min or 0)} days or more"
    if days.min is None:
        return f"{written(days.max)} days or less"
    return f"{written(days.min)} to {written(days.max)} days"


def _id(found: Ladder) -> str:
    return format_public_id(RecordType.AGREEMENT, found.facts.agreement)


def _as_of(on: date) -> str:
    return f"As of {on.isoformat()}."
