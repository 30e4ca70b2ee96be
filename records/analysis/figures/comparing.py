"""When two absolute figures are about the same thing, so that a plot or a check may join them.

They have the metric, what is counted, the unit or currency, the temporal mode and the stated
length of the period in common, and are told equally firmly: what is told as fact is not compared
with what is planned, promised, expected or only possible. Amounts in different currencies or units
are never converted.
"""

from datetime import date, timedelta
from typing import NamedTuple

from records.analysis.figures.reported import Reported, Thing
from records.enums import FACTS, Metric, PeriodGrain

LEVELS = frozenset({
    Metric.PRODUCTION_CAPACITY,
    Metric.PRODUCTION_POTENTIAL,
    Metric.PERSONNEL,
    Metric.FACILITIES,
    Metric.PROJECTS,
    Metric.REGIONS,
})  # fmt: skip
"""Metrics of what there is at a time, which can go up and down within a period."""

FLOWS = frozenset(Metric) - LEVELS - {Metric.OTHER}
"""Metrics of what happens in a period: no part of it has more than the whole."""

FACT = "fact"


class Measured(NamedTuple):
    """What figures must have in common to be compared; `firmness` is FACT or a modality."""

    metric: str
    thing: Thing
    unit: str
    temporal_mode: str
    firmness: str
    period_length: str


def firmness(figure: Reported) -> str:
    """Say how firmly a figure is told: FACT, or else the modality of its claim."""
    return FACT if figure.modality in FACTS else figure.modality


def measured(figure: Reported) -> Measured:
    """Say what a figure measures."""
    return Measured(
        figure.metric,
        figure.thing,
        figure.unit,
        figure.temporal_mode,
        firmness(figure),
        figure.period_length,
    )


class Span(NamedTuple):
    """Periods that amounts of a flow can be compared over; `since` is the day they begin on."""

    grain: PeriodGrain
    since: date | None


_MONTHS = {
    1: PeriodGrain.MONTH,
    3: PeriodGrain.QUARTER,
    6: PeriodGrain.HALF_YEAR,
    12: PeriodGrain.YEAR,
}
_DAYS = {1: PeriodGrain.DAY, 7: PeriodGrain.WEEK}


def span_of(figure: Reported) -> Span | None:
    """Say over which sort of period a flow runs: a month's output is no point of a yearly line.

    None for a level, and for a flow whose own period is not known.
    """
    if figure.metric in LEVELS or not figure.period:
        return None
    grain = _grain(figure.period_earliest, figure.period_latest)
    return Span(grain, figure.period_earliest if grain == PeriodGrain.SINCE else None)


def _grain(earliest: date | None, latest: date | None) -> PeriodGrain:
    if earliest is None or latest is None:
        return PeriodGrain.SINCE
    days = (latest - earliest).days + 1
    if days in _DAYS:
        return _DAYS[days]
    if latest == date.max or earliest.day != 1 or (latest + timedelta(days=1)).day != 1:
        return PeriodGrain.SINCE
    months = (latest.year - earliest.year) * 12 + latest.month - earliest.month + 1
    aligned = (earliest.month - 1) % months == 0 if months in _MONTHS else False
    return _MONTHS[months] if aligned else PeriodGrain.SINCE
