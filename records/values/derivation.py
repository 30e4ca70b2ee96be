"""What a claim's relative measure implies, given the absolute measures beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from records.enums import DerivedNullReason, MeasureMode
from records.values.counterpart import RELATIVE, NotDerivable, Target, derive_counterpart
from records.values.folding import fold
from records.values.interval import Interval
from records.values.measures import Figure


@dataclass(frozen=True, slots=True)
class MeasureFacts:
    """A measure of a claim, as far as derivation looks at it.

    `position` is the measure's place in its claim; `metric`, `object_key` and `unit`, as
    `object_key` and `unit_key` make them, are compared for equality only; the periods are EDTF
    texts, empty when not stated.
    """

    position: int
    metric: str
    object_key: str
    unit: str
    period: str
    baseline_period: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class Derived:
    """What follows from a relative measure, or why nothing does.

    With an interval, `target` says which figure it is and `inputs` holds the position of the
    measure it came from, whose unit it has. Without one, `reason` is set;
    `target` and `inputs` then still name the attempt, if a measure to start from was found.
    """

    target: Target | None
    interval: Interval | None
    inputs: tuple[int, ...]
    reason: DerivedNullReason | None


@lru_cache(maxsize=4096)
def object_key(weapon_system: int | None, category: str | None, words: str) -> str:
    """Name what a measure counts, by keys and words, folded: equal names are of one thing."""
    return f"{weapon_system}/{category}/{fold(words)}"


@lru_cache(maxsize=4096)
def unit_key(currency: str, unit_code: str, unit_words: str) -> str:
    """Name what a measure counts in: a currency, a unit's code, or the source's words, folded."""
    return currency or unit_code or fold(unit_words)


def derive(measure: MeasureFacts, siblings: Sequence[MeasureFacts]) -> Derived:
    """Derive the figure that a relative measure implies, from the measures of the same claim.

    An absolute sibling of the same metric and object serves: of the same period it is the
    result and gives the baseline; else, of the baseline period, it is the baseline and gives
    the result. The first such sibling whose figure suffices is used. A difference needs one of
    its own unit.
    """
    if measure.figure.mode not in RELATIVE:
        return _nothing(DerivedNullReason.NOT_DERIVABLE)
    candidates = list(_candidates(measure, siblings))
    if not candidates:
        return _nothing(DerivedNullReason.BASELINE_UNKNOWN)
    answers = [
        _derived_from(measure, target, sibling)
        for target, sibling in candidates
        if _same_unit(measure, sibling)
    ]
    if not answers:
        return _nothing(DerivedNullReason.NOT_COMPARABLE)
    return next((answer for answer in answers if answer.interval), answers[0])


def _candidates(
    measure: MeasureFacts, siblings: Sequence[MeasureFacts]
) -> Iterator[tuple[Target, MeasureFacts]]:
    """Yield what can be derived and from which sibling: first baselines, then results."""
    alike = [
        each
        for each in siblings
        if each.figure.mode == MeasureMode.ABSOLUTE
        and (each.metric, each.object_key) == (measure.metric, measure.object_key)
        and each.period
    ]
    yield from (("baseline", each) for each in alike if each.period == measure.period)
    yield from (("result", each) for each in alike if each.period == measure.baseline_period)


def _same_unit(measure: MeasureFacts, sibling: MeasureFacts) -> bool:
    """Return whether the figures can be combined: multiples and percentages have no unit."""
    return measure.figure.mode != MeasureMode.DIFFERENCE or measure.unit == sibling.unit


def _derived_from(measure: MeasureFacts, target: Target, sibling: MeasureFacts) -> Derived:
    known_is: Target = "result" if target == "baseline" else "baseline"
    interval, reason = None, None
    try:
        interval = derive_counterpart(measure.figure, sibling.figure, known_is)
    except NotDerivable as refusal:
        reason = refusal.reason
    return Derived(target, interval, (sibling.position,), reason)


def _nothing(reason: DerivedNullReason) -> Derived:
    return Derived(None, None, (), reason)
