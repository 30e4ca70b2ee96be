"""Names that the register has learned since a sentence was read."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from django.db import models

from records.enums import OrganizationKind
from records.ingest.findings import (
    Candidate,
    Findings,
    OrganizationFinding,
    WeaponSystemFinding,
)
from records.models import Organization, WeaponSystem
from records.services.deciding.instruments import GONE
from records.values.folding import fold

_Known = Mapping[str, list[tuple[Candidate, str]]]
"""Records by a folded name, each with its country or category."""


def link_anew(found: Findings) -> Findings:
    """Give each name that meant nothing the records that are called exactly so by now.

    A record of another country, or of another branch of the categories, is not what is meant.
    One query for organizations and one for weapon systems, none where every name has a record.
    """
    actors = Organization.objects.exclude(kind=OrganizationKind.STATE)
    systems = WeaponSystem.objects.all()
    known_actors = _known(actors, "name", "country", _open(found.organizations))
    known_systems = _known(systems, "designation", "category", _open(found.weapon_systems))
    return replace(
        found,
        organizations=tuple(
            replace(each, candidates=_meant(each.name, each.country, known_actors))
            if _is_open(each) else each
            for each in found.organizations
        ),
        weapon_systems=tuple(
            replace(each, candidates=_meant(each.name, each.category, known_systems))
            if _is_open(each) else each
            for each in found.weapon_systems
        ),
    )  # fmt: skip


def _is_open(name: OrganizationFinding | WeaponSystemFinding) -> bool:
    """Tell whether a name was read as that of a record which the register lacks."""
    explained = isinstance(name, OrganizationFinding) and name.why_open
    return not name.candidates and not explained


def _open(names: Iterable[OrganizationFinding | WeaponSystemFinding]) -> set[str]:
    return {fold(each.name) for each in names if _is_open(each)}


def _known(
    records: models.QuerySet[Organization] | models.QuerySet[WeaponSystem],
    name: str,
    place: str,
    wanted: set[str],
) -> _Known:
    if not wanted:
        return {}
    there = records.exclude(review_status__in=GONE).order_by()
    own, other = f"{name}_folded", "names__text_folded"
    rows = there.filter(**{f"{own}__in": wanted}).values_list("pk", name, place, own)
    others = there.filter(**{f"{other}__in": wanted}).values_list("pk", name, place, other)
    known = defaultdict(list)
    for number, called, where, folded in rows.union(others).order_by("pk"):
        known[folded].append((Candidate(number=number, name=called), where))
    return known


def _meant(name: str, place: str, known: _Known) -> tuple[Candidate, ...]:
    branch = place.partition(".")[0]
    return tuple(
        record
        for record, where in known.get(fold(name), ())
        if not branch or not where or where.partition(".")[0] == branch
    )
