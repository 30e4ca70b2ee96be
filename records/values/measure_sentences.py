"""A measure as a sentence: `+30 % against 2023-02; baseline 11.06-11.24 Mt`, with an en dash."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from records.enums import MeasureMode, Qualifier
from records.values.decimals import plain
from records.values.derivation import Derived
from records.values.interval import Interval
from records.values.measures import Figure

_DASH = "\u2013"
_MINUS = "\u2212"
_DIGITS = 4
_QUALIFIERS = {
    Qualifier.EXACT: "",
    Qualifier.BETWEEN: "",
    Qualifier.ABOUT: "about ",
    Qualifier.AT_LEAST: "at least ",
    Qualifier.MORE_THAN: "more than ",
    Qualifier.AT_MOST: "at most ",
    Qualifier.LESS_THAN: "less than ",
    Qualifier.ORDER_OF_MAGNITUDE: "in the order of ",
}
_SIGNED = {MeasureMode.DIFFERENCE, MeasureMode.PERCENT_CHANGE, MeasureMode.PP_CHANGE}
_UNITS = {
    MeasureMode.RATIO: "times",
    MeasureMode.PERCENT_CHANGE: "%",
    MeasureMode.PP_CHANGE: "percentage points",
    MeasureMode.SHARE: "%",
}


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence says of a measure.

    `unit` is that of the figure and `derived_unit` that of what follows from it; periods are EDTF
    texts or, where there is none, the source's words; `due` belongs to a `plan` of any kind.
    """

    figure: Figure
    unit: str = ""
    period: str = ""
    baseline: str = ""
    superlative: str = ""
    plan: str = ""
    due: str = ""
    derived: Derived | None = None
    derived_unit: str = ""


def sentence(told: Told) -> str:
    """Write the figure, what it is compared with, and what follows from it."""
    parts = [_figure(told)]
    if told.superlative:
        parts.append(told.superlative)
    if told.plan or told.due:
        parts.append(" ".join(part for part in (told.plan, told.due and f"due {told.due}") if part))
    if told.derived and told.figure.mode != MeasureMode.ABSOLUTE:
        parts.append(_derived(told.derived, told.derived_unit))
    return "; ".join(part for part in parts if part)


def _figure(told: Told) -> str:
    figure = told.figure
    number = _range(figure) if figure.value is None else _number(figure.value, figure.mode)
    words = [_QUALIFIERS[figure.qualifier] + number, _UNITS.get(figure.mode, told.unit)]
    if figure.mode == MeasureMode.RANK:
        words = [f"rank {_QUALIFIERS[figure.qualifier]}{number}"]
    if told.period:
        words.append(f"in {told.period}")
    if told.baseline:
        words.append(f"against {told.baseline}")
    return " ".join(word for word in words if word)


def _range(figure: Figure) -> str:
    low, high = figure.value_min, figure.value_max
    if low is None and high is None:
        return "no figure"
    if low is None or high is None:
        side, bound = ("from", low) if high is None else ("up to", high)
        return f"{side} {_number(bound or Decimal(0), figure.mode)}"
    joint = " to " if figure.mode in _SIGNED else _DASH
    return f"{_number(low, figure.mode)}{joint}{_number(high, figure.mode)}"


def _number(value: Decimal, mode: MeasureMode) -> str:
    text = grouped(value.copy_abs())
    if value < 0:
        return f"{_MINUS}{text}"
    return f"+{text}" if mode in _SIGNED and value > 0 else text


def _derived(derived: Derived, unit: str) -> str:
    target = derived.target or "baseline"
    if derived.interval is None:
        reason = str(derived.reason.label).lower() if derived.reason else "not derived"
        return f"no absolute figure: {reason}"
    return f"{target} {_interval(derived.interval)} {unit}".strip()


def _interval(interval: Interval) -> str:
    low = interval.low and _rounded(interval.low, ROUND_FLOOR)
    high = interval.high and _rounded(interval.high, ROUND_CEILING)
    if low is None or high is None:
        return (
            f"at least {grouped(low or Decimal(0))}" if high is None else f"at most {grouped(high)}"
        )
    return grouped(low) if low == high else f"{grouped(low)}{_DASH}{grouped(high)}"


def _rounded(value: Decimal, rounding: str) -> Decimal:
    """Keep four significant digits, rounded away from the interval; whole numbers stay below."""
    place = Decimal((0, (1,), value.adjusted() - _DIGITS + 1))
    return value.quantize(place, rounding=rounding)


def grouped(value: Decimal) -> str:
    """Write a number without exponent or trailing zeros, its thousands apart."""
    return f"{Decimal(plain(value)):,f}"
