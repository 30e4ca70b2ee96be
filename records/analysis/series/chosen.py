"""Which figures a series is of."""

from collections.abc import Collection
from dataclasses import dataclass, field

from django.db.models import Q

from records.analysis.figures.matching import matching
from records.analysis.figures.reported import Place, Reported
from records.enums import MeasureMode, Metric
from records.querysets.category import within
from records.values.folding import fold
from records.values.period import Period

_WITH_UNIT = (MeasureMode.ABSOLUTE, MeasureMode.DIFFERENCE)
_ALWAYS = Period(None, None)


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which figures a series is of.

    `category` includes those below it, and weapon systems there. `unit` is a UN/CEFACT code or a
    currency; figures without a unit of their own, such as percentages, stay. `words` are matched
    anywhere in the words for what is counted, whatever their case and accents. The time of a figure
    touches `period`, or `certainly` lies within it; where it has ends, figures without a date are
    not asked for. `like` is what else a measure that is asked for is like. `replaced` and
    `restatements` keep figures that are left out by default.
    """

    metric: Metric
    category: str = ""
    weapon_system: int | None = None
    unit: str = ""
    mode: str = ""
    temporal_mode: str = ""
    words: str = ""
    period: Period = _ALWAYS
    certainly: bool = False
    like: Q = field(default_factory=Q)
    replaced: bool = False
    restatements: bool = False

    @property
    def where(self) -> Q:
        """What the database selects: all that can be a point, or a baseline of one."""
        found = Q(measures__metric=self.metric)
        if self.category:
            found &= within("measures__category__code", self.category) | within(
                "measures__weapon_system__category__code", self.category
            )
        if self.weapon_system is not None:
            found &= Q(measures__weapon_system=self.weapon_system)
        return found

    def among(self, figures: Collection[Reported]) -> frozenset[Place]:
        """Choose the figures that are asked for themselves; one query if `like` says anything."""
        alike = matching(figures, self.like)
        return frozenset(
            each.place for each in figures if each.place in alike and self._takes(each)
        )

    def _takes(self, figure: Reported) -> bool:
        return (
            self._has_unit(figure)
            and self.mode in ("", figure.mode)
            and self.temporal_mode in ("", figure.temporal_mode)
            and fold(self.words) in figure.words
            and self._is_in_time(figure)
        )

    def _is_in_time(self, figure: Reported) -> bool:
        if self.period == _ALWAYS:
            return True
        if figure.when is None:
            return False
        days = Period(figure.when.earliest, figure.when.latest)
        return days.within(self.period) if self.certainly else days.overlaps(self.period)

    def _has_unit(self, figure: Reported) -> bool:
        if not self.unit or figure.mode not in _WITH_UNIT:
            return True
        return self.unit in (figure.unit_code, figure.currency)
