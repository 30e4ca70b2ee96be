"""The absolute figures of claims, as far as sums need them."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models import CharField, Q, QuerySet, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast

from records.analysis.chains import above
from records.enums import AgreementRelationKind, MeasureMode, Modality, Qualifier, ReviewStatus
from records.models import (
    AgreementRelation,
    ClaimAgreement,
    ClaimCountry,
    ClaimOrganization,
    Measure,
)
from records.values.folding import fold
from records.values.interval import Interval
from records.values.measures import Figure, FigureError, figure_interval

MOST_FIGURES = 100_000
"""More are not summed: they would take too long to read."""

PARTS = (
    AgreementRelationKind.IMPLEMENTS,
    AgreementRelationKind.SUBCONTRACT_OF,
    AgreementRelationKind.AMENDS,
)
"""How an agreement stands to one that its figures are a part of."""

_COLUMNS = (
    "claim__modality", "claim_id", "claim__said_by_id", "claim__speaker_name_folded",
    "metric", "temporal_mode", "unit_code", "currency", "unit_words",
    "weapon_system__category_id", "weapon_system_id", "category_id", "object_words",
    "period_earliest", "period_latest",
    "qualifier", "value", "value_min", "value_max", "precision",
)  # fmt: skip


class Unit(NamedTuple):
    """What figures must have in common to be summed: nothing is converted.

    `unit_words` are empty where there is a code or a currency.
    """

    metric: str
    temporal_mode: str
    unit_code: str
    currency: str
    unit_words: str


class Series(NamedTuple):
    """What figures have in common of which each may include the ones before it."""

    speaker: int | str
    thing: tuple[Any, ...]
    first_day: date


@dataclass(frozen=True, slots=True)
class Counted:
    """An absolute figure. `series` is None where the speaker or the period is not known.

    `category` is that of what is counted, or of the weapon system that is.
    """

    claim: int
    unit: Unit
    interval: Interval
    series: Series | None
    last_day: date | None
    weapon_system: int | None
    category: str | None


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures, and the number of those that are left out: denied, and such without a meaning."""

    figures: tuple[Counted, ...]
    denied: int
    unusable: int


class Subjects(NamedTuple):
    """What a claim is about: agreements and organizations by primary key, countries by code."""

    agreements: frozenset[int]
    others: frozenset[str]


NOTHING = Subjects(frozenset(), frozenset())


def read_figures(claims: QuerySet[Any], where: Q) -> Figures | None:
    """Read the absolute figures of claims that match; None when they are too many. One query."""
    rows = Measure.objects.filter(
        where, mode=MeasureMode.ABSOLUTE, claim__in=claims.order_by().values("pk")
    )
    found = list(rows.order_by("pk").values_list(*_COLUMNS)[: MOST_FIGURES + 1])
    if len(found) > MOST_FIGURES:
        return None
    said = [row for modality, *row in found if modality != Modality.DENIAL]
    usable = tuple(figure for row in said if (figure := _figure(*row)))
    return Figures(usable, denied=len(found) - len(said), unusable=len(said) - len(usable))


def read_subjects(claims: RawSQL) -> dict[int, Subjects]:
    """Read what claims are about, whose numbers are in a table: one query."""
    first, *others = (
        model._default_manager.filter(claim__in=claims).order_by().values_list(
            "claim_id", Value(name), Cast(name, CharField())
        )
        for model, name in _SUBJECTS
    )  # fmt: skip
    named: dict[int, tuple[set[int], set[str]]] = defaultdict(lambda: (set(), set()))
    for claim, name, key in first.union(*others, all=True):
        if name == _AGREEMENT:
            named[claim][0].add(int(key))
        else:
            named[claim][1].add(f"{name} {key}")
    return {
        claim: Subjects(frozenset(agreements), frozenset(rest))
        for claim, (agreements, rest) in named.items()
    }


_AGREEMENT = "agreement_id"
_SUBJECTS = (
    (ClaimAgreement, _AGREEMENT),
    (ClaimOrganization, "organization_id"),
    (ClaimCountry, "country"),
)


def read_wholes(subjects: Mapping[int, Subjects]) -> dict[int, frozenset[int]]:
    """Say which agreements claims' agreements are parts of, over however many steps: one query."""
    rows = AgreementRelation.objects.filter(
        kind__in=PARTS,
        agreement__review_status=ReviewStatus.PUBLISHED,
        other__review_status=ReviewStatus.PUBLISHED,
    )
    wanted = {number for each in subjects.values() for number in each.agreements}
    return above(rows.order_by("pk").values_list("agreement_id", "other_id"), wanted)


def _figure(*row: Any) -> Counted | None:
    """Make a figure of a row, without its first column; None when no number can be meant."""
    claim, said_by, speaker_name, *unit = row[:8]
    of_weapon, weapon_system, category, object_words, first_day, last_day, *amount = row[8:]
    qualifier, *numbers = amount
    try:
        interval = figure_interval(Figure(MeasureMode.ABSOLUTE, Qualifier(qualifier), *numbers))
    except FigureError:
        return None
    speaker = said_by or speaker_name
    thing = (weapon_system, category, fold(object_words))
    known = speaker and first_day and last_day
    series = Series(speaker, thing, first_day) if known else None
    counted = (weapon_system, category or of_weapon)
    return Counted(claim, _unit(*unit), interval, series, last_day, *counted)


def _unit(metric: str, temporal_mode: str, unit_code: str, currency: str, unit_words: str) -> Unit:
    words = "" if unit_code or currency else fold(unit_words)
    return Unit(metric, temporal_mode, unit_code, currency, words)
