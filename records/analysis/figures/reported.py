"""A figure of a claim, as compact as a question over many figures needs it.

What a source tells as a fact "since 24 February 2022" it counts up to the time it speaks of, and
not for all days to come: the open period of an actual figure ends with the last day on which what
its claim tells can have happened, if that is known and not before the period begins. The period of
a plan, a target or a forecast, or of a claim that tells no fact, stays open.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from records.enums import FACTS, DateBasis, MeasureMode, Modality, Qualifier, TemporalMode
from records.values.derivation import unit_key
from records.values.folding import fold
from records.values.interval import Interval
from records.values.measures import Figure, FigureError, figure_interval

Place = tuple[int, int]
"""Number of a claim, and position of a measure in it."""

_UNCERTAIN = frozenset("~?%")
_folded = lru_cache(maxsize=4096)(fold)


class When(NamedTuple):
    """The time of a figure: an EDTF date, its first and last day, and whose date it is.

    An end of None is open. `is_certain` says that the figure is for these days and no others: they
    are its own, neither approximate nor open, nor do they end on one of several days.
    """

    basis: DateBasis
    edtf: str
    earliest: date | None
    latest: date | None
    is_certain: bool

    @property
    def days(self) -> tuple[date | None, date | None]:
        """The first and the last day."""
        return self.earliest, self.latest


class Thing(NamedTuple):
    """What is counted: a weapon system, else a category, else words, folded; all empty: unsaid."""

    weapon_system: int | None
    category: str
    words: str


@dataclass(frozen=True, slots=True)
class Reported:
    """A measure with what its claim says of it; `apart` is set by `told_apart`."""

    claim: int
    modality: str
    said_by: int | None
    speaker_name: str
    credibility: str
    occurred: str
    occurred_earliest: date | None
    occurred_latest: date | None
    position: int
    metric: str
    weapon_system: int | None
    category: str | None
    object_words: str
    mode: str
    qualifier: str
    value: Decimal | None
    value_min: Decimal | None
    value_max: Decimal | None
    precision: Decimal | None
    unit_code: str
    unit_words: str
    currency: str
    period: str
    period_earliest: date | None
    period_latest: date | None
    period_words: str
    period_unresolved: str
    period_length: str
    baseline_period: str
    baseline_period_earliest: date | None
    baseline_period_latest: date | None
    baseline_words: str
    temporal_mode: str
    apart: bool = False

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.claim, self.position

    @property
    def is_absolute(self) -> bool:
        """Tell whether it is an amount itself."""
        return self.mode == MeasureMode.ABSOLUTE

    @property
    def is_denied(self) -> bool:
        """Tell whether the claim says that it is not so."""
        return self.modality == Modality.DENIAL

    @property
    def speaker(self) -> int | str:
        """Who says it: the organization's number, else the person's name, folded; may be empty."""
        return self.said_by or _folded(self.speaker_name)

    @property
    def words(self) -> str:
        """The source's words for what is counted, folded."""
        return _folded(self.object_words)

    @property
    def kind_of_thing(self) -> Thing:
        """What is counted, as far as a code says it."""
        if self.weapon_system is not None:
            return Thing(self.weapon_system, "", "")
        return Thing(None, self.category, "") if self.category else Thing(None, "", self.words)

    @property
    def thing(self) -> Thing:
        """What is counted; with the words where the claim tells figures apart by them."""
        return self.kind_of_thing._replace(words=self.words) if self.apart else self.kind_of_thing

    @property
    def unit(self) -> str:
        """What it is counted in: a currency, a unit's code, or the source's words, folded."""
        return unit_key(self.currency, self.unit_code, self.unit_words)

    @property
    def when(self) -> When | None:
        """The time of the figure: its own period, else when what is claimed happened."""
        if self.period:
            edtf, days = self.period, (self.period_earliest, self._last_day)
            return When(DateBasis.PERIOD, edtf, *days, self._has_certain_days)
        if self.occurred:
            days = self.occurred_earliest, self.occurred_latest
            return When(DateBasis.OCCURRED, self.occurred, *days, is_certain=False)
        return None

    @property
    def _last_day(self) -> date | None:
        """The last day of the period; an open one ends as the head of this file says."""
        told = self.temporal_mode == TemporalMode.ACTUAL and self.modality in FACTS
        until = self.occurred_latest
        if self.period_latest or not told or not until:
            return self.period_latest
        return until if (self.period_earliest or date.min) <= until else None

    @property
    def _has_certain_days(self) -> bool:
        if self.period_earliest is None or self._last_day is None:
            return False
        told_on_a_day = self.occurred_earliest == self.occurred_latest
        dates = self.period if self.period_latest else f"{self.period}{self.occurred}"
        return _UNCERTAIN.isdisjoint(dates) and bool(self.period_latest or told_on_a_day)

    @property
    def figure(self) -> Figure:
        """The figure alone."""
        return Figure(
            mode=MeasureMode(self.mode),
            qualifier=Qualifier(self.qualifier),
            value=self.value,
            value_min=self.value_min,
            value_max=self.value_max,
            precision=self.precision,
        )

    @property
    def interval(self) -> Interval | None:
        """The numbers that it leaves possible; None when it says no number."""
        try:
            return figure_interval(self.figure)
        except FigureError:
            return None


def told_apart(figures: Iterable[Reported]) -> list[Reported]:
    """Mark figures that their claim tells apart by words alone; `figures` come claim by claim.

    A claim that gives two figures of one category for one period, “trucks 100, fuel tanks 60”,
    means different things by them. Their words are then part of what they count.
    """
    return [
        figure for _, own in groupby(figures, lambda each: each.claim) for figure in _marked([*own])
    ]


def _marked(own: list[Reported]) -> list[Reported]:
    if len(own) == 1:
        return own
    alike: dict[tuple[object, ...], set[str]] = {}
    for each in own:
        alike.setdefault(_told_by(each), set()).add(each.words)
    return [replace(each, apart=True) if len(alike[_told_by(each)]) > 1 else each for each in own]


def _told_by(figure: Reported) -> tuple[object, ...]:
    """Give what tells figures of one claim apart, but for the words."""
    return (
        figure.metric,
        figure.mode,
        figure.kind_of_thing,
        figure.unit,
        figure.temporal_mode,
        figure.period,
        figure.period_length,
    )
