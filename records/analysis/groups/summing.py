"""Sums the figures of groups of claims."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from records.analysis.figures.replacing import Related
from records.analysis.groups.expressions import IMPRECISE, days_of
from records.analysis.groups.figures import Counted, read_about, read_summable, read_wholes
from records.analysis.groups.keys import Key
from records.analysis.groups.question import FiguresLeftOut, Question, SumsState
from records.analysis.groups.sums import Ledger, LeftOut, Sum, sums_of
from records.analysis.groups.tables import ask, keyed, said
from records.models import Claim
from records.querysets.statements import among
from records.values.period import Period

GroupKeys = tuple[Any, ...]

NO_THING = dict.fromkeys(("category", "weapon_system"))
"""Keys that a figure can have of its own, left open: the groups of a claim by its other keys."""


@dataclass(frozen=True, slots=True)
class Summed:
    """Sums by the keys of groups, if there are any, and the figures that they leave out."""

    state: SumsState
    sums: dict[GroupKeys, tuple[Sum, ...]] | None = None
    left_out: FiguresLeftOut | None = None

    def of(self, group: GroupKeys) -> tuple[Sum, ...] | None:
        """Give the sums of a group."""
        return None if self.sums is None else self.sums.get(group, ())


def summed(
    claims: QuerySet[Claim], keys: Sequence[Key], asked: Question, relations: Iterable[Related]
) -> Summed:
    """Sum the absolute figures of every group: two queries, and four more for the guard.

    `relations` say of the claims which one repeats or replaces another.
    """
    if not asked.summed:
        return Summed(SumsState.NOT_ASKED)
    found = read_summable(claims, asked.where, relations, guarded=asked.guarded)
    if found is None:
        return Summed(SumsState.TOO_MANY_FIGURES)
    summable = {figure.claim for figure in found.figures}
    about = read_about(summable) if asked.guarded else {}
    ledger = Ledger(found.figures, about, read_wholes(about) if asked.guarded else {})
    left_out = LeftOut(set(), set())
    members = _members(Claim.objects.filter(pk__in=among(summable)), keys, ledger, asked)
    sums = {
        group: sums_of(ledger, places, _span(asked.by, group), left_out if asked.guarded else None)
        for group, places in members.items()
    }
    figures_left_out = FiguresLeftOut(
        running_totals=len(left_out.running_totals),
        parts=len(left_out.parts),
        replaced_figures=found.replaced,
        restated_figures=found.restated,
        denied=found.denied,
        unusable=found.unusable,
    )
    return Summed(SumsState.GIVEN, sums, figures_left_out)


def _members(
    claims: QuerySet[Claim], keys: Sequence[Key], ledger: Ledger, asked: Question
) -> dict[GroupKeys, set[int]]:
    """Say which figures, by their place, are in which group: one query."""
    columns = ", ".join(f"key_{place}" for place in range(len(keys)))
    named: dict[int, set[GroupKeys]] = defaultdict(set)
    blank: dict[int, set[GroupKeys]] = defaultdict(set)
    for claim, *group in ask(keyed(claims, keys), f"SELECT id, {columns} FROM {said(keys)}"):  # noqa: S608
        named[claim].add(tuple(group))
        blank[claim].add(_filled(asked.by, group, NO_THING))
    members: dict[GroupKeys, set[int]] = defaultdict(set)
    for place, figure in enumerate(ledger.figures):
        thing = _thing(figure, asked.depth)
        groups = blank[figure.claim] if thing else named[figure.claim]
        for each in groups:
            members[_filled(asked.by, each, thing)].add(place)
    return members


def _span(by: Sequence[str], group: GroupKeys) -> Period:
    """Say which days a group is of: those of its quarter, else of its year, else all of time."""
    dated = dict(zip(by, group, strict=True))
    value = dated.get("quarter", dated.get("year"))
    return days_of(value) if value and value != IMPRECISE else Period(None, None)


def _thing(figure: Counted, depth: int) -> dict[str, Any]:
    """Say which keys a figure has of its own, as it says what it counts: a category at least.

    One that says a category alone is of no known weapon system. A figure that does not say what it
    counts has none, and is of whatever its claim is about.
    """
    if figure.category is None:
        return {}
    category = ".".join(figure.category.split(".")[:depth])
    return {"category": category, "weapon_system": figure.figure.weapon_system}


def _filled(by: Sequence[str], group: Sequence[Any], thing: Mapping[str, Any]) -> GroupKeys:
    """Put the keys that a figure has of its own in the place of those of its claim."""
    return tuple(thing.get(name, value) for name, value in zip(by, group, strict=True))
