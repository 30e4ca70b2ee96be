"""How far many agreements have come together."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from records.analysis.ladder.climbing import Ladder
from records.enums import LadderState, Rung, RungReached
from records.values.days import Days


@dataclass(slots=True)
class RungTally:
    """Agreements by one rung: how many came to it, how long they wait on it and took to it.

    `missing` are those that are expected to come to it and have not. `waited` has the days of
    those that wait on it since a known date; `lags` the days since the dated rung before it.
    """

    expected: int = 0
    reached: Counter[RungReached] = field(default_factory=Counter)
    missing: int = 0
    waiting: int = 0
    waited: list[Days] = field(default_factory=list)
    lags: dict[Rung, list[Days]] = field(default_factory=lambda: defaultdict(list))


@dataclass(slots=True)
class LadderSummary:
    """The ladders of several agreements in one."""

    agreements: int = 0
    states: Counter[LadderState] = field(default_factory=Counter)
    rungs: dict[Rung, RungTally] = field(
        default_factory=lambda: {rung: RungTally() for rung in Rung}
    )
    left_out: Counter[str] = field(default_factory=Counter)


def sum_ladders(ladders: Iterable[Ladder]) -> LadderSummary:
    """Sum ladders up."""
    found = LadderSummary()
    for ladder in ladders:
        found.agreements += 1
        found.states[ladder.state] += 1
        found.left_out.update(ladder.facts.left_out)
        _add(found, ladder)
    return found


def _add(found: LadderSummary, ladder: Ladder) -> None:
    for each in ladder.rungs:
        tally = found.rungs[each.rung]
        tally.reached[each.reached] += 1
        tally.expected += each.expected
        tally.missing += each.expected and each.reached == RungReached.NO
    for lag in ladder.lags:
        found.rungs[lag.end].lags[lag.start].append(lag.days)
    if ladder.waits and ladder.last:
        tally = found.rungs[ladder.last.rung]
        tally.waiting += 1
        if ladder.waited:
            tally.waited.append(ladder.waited)
