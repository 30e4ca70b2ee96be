"""The absolute figures of claims, as far as sums need them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet

from records.analysis.chains import above
from records.analysis.figures.comparing import firmness
from records.analysis.figures.reading import columns
from records.analysis.figures.replacing import Related
from records.analysis.figures.reported import Reported, Thing, told_apart
from records.analysis.figures.subjects import SubjectKind, subject_links
from records.analysis.groups.guard import figures_again
from records.enums import PART_OF, DateBasis, MeasureMode, ReviewStatus
from records.models import AgreementRelation, Measure
from records.values.interval import Interval

MOST_FIGURES = 100_000
"""More are not summed: they would take too long to read."""

_COLUMNS = ("weapon_system__category_id", *columns(claim="claim__", measure=""))


class Unit(NamedTuple):
    """What figures must have in common to be summed: nothing is converted.

    `firmness` keeps apart what is told as fact from each sort of what is not, and `unit_words` are
    empty where there is a code or a currency.
    """

    metric: str
    temporal_mode: str
    firmness: str
    unit_code: str
    currency: str
    unit_words: str


class Series(NamedTuple):
    """What figures have in common of which each may include the ones before it."""

    speaker: int | str
    thing: Thing
    first_day: date


@dataclass(frozen=True, slots=True)
class Counted:
    """An absolute figure that says a number; `series` is None if its speaker or days are unknown.

    `category` is that of what is counted, or of the weapon system that is.
    """

    figure: Reported
    unit: Unit
    interval: Interval
    series: Series | None
    category: str | None

    @property
    def claim(self) -> int:
        """The number of its claim."""
        return self.figure.claim


@dataclass(slots=True)
class Summable:
    """Figures, and the number of those that are left out, each counted once, by the reason."""

    figures: list[Counted] = field(default_factory=list)
    denied: int = 0
    replaced: int = 0
    restated: int = 0
    unusable: int = 0


class About(NamedTuple):
    """All that a claim names: agreements by primary key, and what else."""

    agreements: frozenset[int]
    others: frozenset[tuple[SubjectKind, int | str]]


NOTHING = About(frozenset(), frozenset())


def read_summable(
    claims: QuerySet[Any], where: Q, relations: Iterable[Related], *, guarded: bool
) -> Summable | None:
    """Read the absolute figures of claims that match, each quantity once if they are guarded.

    None when there are too many. One query, and two for the guard.
    """
    rows = Measure.objects.filter(
        where, mode=MeasureMode.ABSOLUTE, claim__in=claims.order_by().values("pk")
    ).order_by("claim", "position", "pk")
    found = list(rows.values_list(*_COLUMNS)[: MOST_FIGURES + 1])
    if len(found) > MOST_FIGURES:
        return None
    figures = told_apart(Reported(*row) for _, *row in found)
    replaced, repeating = figures_again(figures, relations) if guarded else (set(), set())
    summable = Summable()
    for figure, (of_weapon, *_) in zip(figures, found, strict=True):
        if figure.is_denied:
            summable.denied += 1
        elif figure.place in replaced:
            summable.replaced += 1
        elif figure.place in repeating:
            summable.restated += 1
        elif (interval := figure.interval) is None:
            summable.unusable += 1
        else:
            summable.figures.append(_counted(figure, interval, of_weapon))
    return summable


def read_about(claims: Collection[int]) -> dict[int, About]:
    """Read what claims, given by number, are about: one query."""
    named: dict[int, tuple[set[int], set[tuple[SubjectKind, int | str]]]]
    named = defaultdict(lambda: (set(), set()))
    for claim, kind, key in subject_links(claims):
        if kind == SubjectKind.AGREEMENT:
            named[claim][0].add(int(key))
        else:
            named[claim][1].add((kind, key))
    return {
        claim: About(frozenset(agreements), frozenset(others))
        for claim, (agreements, others) in named.items()
    }


def read_wholes(about: Mapping[int, About]) -> dict[int, frozenset[int]]:
    """Say which agreements claims' agreements are parts of, over however many steps: one query."""
    rows = AgreementRelation.objects.filter(
        kind__in=PART_OF,
        agreement__review_status=ReviewStatus.PUBLISHED,
        other__review_status=ReviewStatus.PUBLISHED,
    )
    wanted = {number for each in about.values() for number in each.agreements}
    return above(rows.order_by("pk").values_list("agreement_id", "other_id"), wanted)


def _counted(figure: Reported, interval: Interval, of_weapon: str | None) -> Counted:
    return Counted(figure, _unit(figure), interval, _series(figure), figure.category or of_weapon)


def _series(figure: Reported) -> Series | None:
    when, speaker = figure.when, figure.speaker
    if not (speaker and when and when.basis == DateBasis.PERIOD and when.earliest and when.latest):
        return None
    return Series(speaker, figure.thing, when.earliest)


def _unit(figure: Reported) -> Unit:
    words = "" if figure.unit_code or figure.currency else figure.unit
    return Unit(
        figure.metric,
        figure.temporal_mode,
        firmness(figure),
        figure.unit_code,
        figure.currency,
        words,
    )
