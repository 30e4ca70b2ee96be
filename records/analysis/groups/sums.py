"""Sums of absolute figures, each quantity once.

In the figures of one metric, temporal mode, firmness and unit of one group, two sorts are part of
another figure and left out:

- running totals: figures of one speaker about the same subject and thing whose periods begin on one
  day. Only those count whose period ends last, and of several claims about that period those of
  the one about the latest events; of several of these, that which was entered last. What is told as
  a fact since a day ends as `records.analysis.figures.reported` says.
- parts of a framework: figures of a claim about agreements each of which implements, amends or is
  a subcontract of another agreement, directly or not, about which a claim has such a figure, too.
  Of the agreements that one claim names, those that are part of another one it names do not count.

So every group is summed for itself, and sums of several groups do not add up.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Context, Decimal
from functools import reduce

from records.analysis.figures.reported import When
from records.analysis.groups.figures import NOTHING, About, Counted, Unit
from records.enums import DateBasis
from records.values.period import Period

_EXACT = Context(prec=100)


@dataclass(frozen=True, slots=True)
class Sum:
    """The sum of the figures of one unit, as an interval; an end of None is unbounded.

    `speakers` are the different ones who are known. From `earliest` to `latest` are the days that
    the figures are for, together: of each its own period, or else those that its claim is about;
    None is an open end, or one that is not known. `reaches_outside` counts the figures whose own
    period is not within the year or quarter of their group.
    """

    unit: Unit
    figures: int
    speakers: int
    low: Decimal | None
    high: Decimal | None
    earliest: date | None
    latest: date | None
    reaches_outside: int


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Places of figures that count in no sum, or not in the sum of one of their groups."""

    running_totals: set[int]
    parts: set[int]


@dataclass(frozen=True, slots=True)
class Ledger:
    """Figures by their place, and what must be known to leave out what others include."""

    figures: Sequence[Counted]
    about: Mapping[int, About]
    wholes: Mapping[int, frozenset[int]]


def sums_of(
    ledger: Ledger, places: Iterable[int], span: Period, left_out: LeftOut | None
) -> tuple[Sum, ...]:
    """Sum the figures at some places, by unit; all of them unless `left_out` is there to be told.

    `span` is the year or quarter of their group, or all of time. In the order of the units.
    """
    by_unit: dict[Unit, list[int]] = defaultdict(list)
    for place in places:
        by_unit[ledger.figures[place].unit].append(place)
    return tuple(
        _sum(unit, [ledger.figures[place] for place in _once(ledger, of_unit, left_out)], span)
        for unit, of_unit in sorted(by_unit.items())
    )


def _once(ledger: Ledger, places: Sequence[int], left_out: LeftOut | None) -> Sequence[int]:
    """Keep the figures that no other one includes."""
    if left_out is None:
        return places
    totals = _running_totals(ledger, places)
    left = [place for place in places if place not in totals]
    parts = _parts(ledger, left)
    left_out.running_totals.update(totals)
    left_out.parts.update(parts)
    return [place for place in left if place not in parts]


def _running_totals(ledger: Ledger, places: Sequence[int]) -> set[int]:
    series: dict[object, list[int]] = defaultdict(list)
    for place in places:
        figure = ledger.figures[place]
        if figure.series:
            series[figure.series, ledger.about.get(figure.claim, NOTHING)].append(place)
    found: set[int] = set()
    for of_one in series.values():
        last = max(_end(ledger.figures[place]) for place in of_one)
        found.update(place for place in of_one if _end(ledger.figures[place]) != last)
    return found


def _end(figure: Counted) -> tuple[date, date, int]:
    """Say how late a total is: by its last day, then its claim's, then the number of that."""
    told, when = figure.figure, figure.figure.when
    last_day = when.latest if when else None
    return last_day or date.max, told.occurred_latest or date.min, told.claim


def _parts(ledger: Ledger, places: Sequence[int]) -> set[int]:
    named = {place: _agreements(ledger, place) for place in places}
    figured: set[int] = set().union(*named.values())
    return {place for place, agreements in named.items()
            if _is_part(ledger, agreements, figured)}  # fmt: skip


def _is_part(ledger: Ledger, agreements: frozenset[int], figured: set[int]) -> bool:
    """Tell whether each agreement, but for parts of another one, is part of one with a figure."""
    wholes = {number: ledger.wholes.get(number, frozenset()) for number in agreements}
    heads = [number for number in agreements if wholes[number].isdisjoint(agreements)]
    return bool(heads) and all(not wholes[number].isdisjoint(figured) for number in heads)


def _agreements(ledger: Ledger, place: int) -> frozenset[int]:
    return ledger.about.get(ledger.figures[place].claim, NOTHING).agreements


def _sum(unit: Unit, figures: Sequence[Counted], span: Period) -> Sum:
    lows, highs = zip(*((each.interval.low, each.interval.high) for each in figures), strict=True)
    begins, ends = zip(*(_days(each) for each in figures), strict=True)
    return Sum(
        unit,
        figures=len(figures),
        speakers=len({each.figure.speaker for each in figures} - {""}),
        low=_total(lows),
        high=_total(highs),
        earliest=None if None in begins else min(begins),
        latest=None if None in ends else max(ends),
        reaches_outside=sum(_reaches_outside(each.figure.when, span) for each in figures),
    )


def _days(figure: Counted) -> tuple[date | None, date | None]:
    when = figure.figure.when
    return when.days if when else (None, None)


def _reaches_outside(when: When | None, span: Period) -> bool:
    if when is None or when.basis != DateBasis.PERIOD:
        return False
    return not Period(*when.days).within(span)


def _total(ends: Sequence[Decimal | None]) -> Decimal | None:
    known = [end for end in ends if end is not None]
    return reduce(_EXACT.add, known, Decimal(0)) if len(known) == len(ends) else None
