"""The counterpart of a relative figure: "up 30 % to 14.5 million" gives the baseline."""

from decimal import Decimal
from typing import Literal

from records.enums import DerivedNullReason, MeasureMode
from records.values.interval import Interval
from records.values.measures import Figure, FigureError, figure_interval

Target = Literal["baseline", "result"]

RELATIVE = frozenset({MeasureMode.PERCENT_CHANGE, MeasureMode.RATIO, MeasureMode.DIFFERENCE})
# The relative value at which nothing of the baseline is left, so that the result tells nothing.
_NOTHING_LEFT = {MeasureMode.PERCENT_CHANGE: Decimal(-100), MeasureMode.RATIO: Decimal(0)}
_ONE = Interval.point(Decimal(1))
_PERCENT = Interval.point(Decimal("0.01"))
_NON_NEGATIVE = Interval(Decimal(0), None)
_POSITIVE = Interval(Decimal(0), None, low_open=True)


class NotDerivable(ValueError):  # noqa: N818 - an expected answer with a reason, not a fault
    """No absolute figure follows. `reason` says why; `code` is the reason's code."""

    def __init__(self, reason: DerivedNullReason) -> None:
        super().__init__(f"No absolute figure can be derived: {reason.label}.")
        self.reason = reason
        self.code = reason.value


def derive_counterpart(relative: Figure, known: Figure | None, known_is: Target) -> Interval:
    """Derive the baseline from a known result, or the result from a known baseline.

    result = baseline * (1 + x / 100) for a change of x percent, baseline * r for a ratio,
    baseline + d for a difference; figures count as independent and absolute ones as zero or
    more. The interval may lack an upper bound.

    Raises NotDerivable: `baseline_unknown` when the known figure is missing or says nothing;
    `not_comparable` when it is not absolute; `unbounded` when the relative figure is missing or
    nothing is ruled out; `not_derivable` for other modes, for a baseline of which nothing is
    left (-100 %, ratio 0), and for figures that contradict each other.
    """
    if relative.mode not in RELATIVE:
        raise NotDerivable(DerivedNullReason.NOT_DERIVABLE)
    start = _known_interval(known)
    change = _change_interval(relative)
    if relative.mode == MeasureMode.DIFFERENCE:
        moved = start - change if known_is == "result" else start + change
    elif known_is == "baseline":
        moved = start.scaled_by(_part(change, _NON_NEGATIVE))
    elif relative.value is not None and relative.value <= _NOTHING_LEFT[relative.mode]:
        raise NotDerivable(DerivedNullReason.NOT_DERIVABLE)
    else:
        moved = start.divided_by(_part(change, _POSITIVE))
    possible = _part(moved, _NON_NEGATIVE)
    if possible.low == 0 and possible.high is None:
        raise NotDerivable(DerivedNullReason.UNBOUNDED)
    return possible


def _known_interval(known: Figure | None) -> Interval:
    if known is None:
        raise NotDerivable(DerivedNullReason.BASELINE_UNKNOWN)
    if known.mode != MeasureMode.ABSOLUTE:
        raise NotDerivable(DerivedNullReason.NOT_COMPARABLE)
    try:
        return figure_interval(known)
    except FigureError as error:
        raise NotDerivable(DerivedNullReason.BASELINE_UNKNOWN) from error


def _change_interval(relative: Figure) -> Interval:
    """Return the amount a difference adds, or the factor that a ratio or percentage stands for."""
    try:
        stated = figure_interval(relative)
    except FigureError as error:
        raise NotDerivable(DerivedNullReason.UNBOUNDED) from error
    if relative.mode == MeasureMode.PERCENT_CHANGE:
        return _ONE + stated.scaled_by(_PERCENT)
    return stated


def _part(interval: Interval, possible: Interval) -> Interval:
    """Return what of the interval is possible: a quantity cannot be negative."""
    inside = interval.intersection(possible)
    if inside is None:
        raise NotDerivable(DerivedNullReason.NOT_DERIVABLE)
    return inside
