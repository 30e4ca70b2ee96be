"""Reads events in sentences whose names are given by hand."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from records.enums import OrganizationKind
from records.ingest.finding.events.finder import EventFound, find_event
from records.ingest.finding.names.finder import NamesFound
from records.ingest.findings import (
    CountryFinding,
    Finding,
    OrganizationFinding,
    WeaponSystemFinding,
)
from records.ingest.sentence import Sentence

F = TypeVar("F", bound=Finding)

COUNTRIES = {
    "Ukraine": "UA", "Ukrainian": "UA", "Kyiv": "UA", "Russia": "RU", "Russian": "RU",
    "United Kingdom": "GB", "UK": "GB", "British": "GB", "Norway": "NO", "Norwegian": "NO",
    "Oslo": "NO", "Latvia": "LV", "Latvian": "LV", "Chile": "CL", "Chilean": "CL",
    "Portugal": "PT", "Portuguese": "PT", "Kenya": "KE", "Kenyan": "KE", "United States": "US",
    "U.S.": "US", "American": "US", "German": "DE", "Germany": "DE",
}  # fmt: skip


def given(
    text: str,
    organizations: Iterable[str] = (),
    systems: Iterable[str] = (),
    kinds: Mapping[str, OrganizationKind] | None = None,
) -> NamesFound:
    """Names of a text: countries of the list above, and others wherever they stand."""
    named = [
        OrganizationFinding(
            **_at(text, name, start),
            name=name,
            kind=(kinds or {}).get(name, OrganizationKind.OTHER),
        )
        for name in organizations
        for start in _starts(text, name)
    ]
    countries = [
        CountryFinding(**_at(text, name, start), country=code)
        for name, code in COUNTRIES.items()
        for start in _starts(text, name)
        if text[start + len(name) : start + len(name) + 1].lower() not in set("abcdefghijklmno")
    ]
    armed = [
        WeaponSystemFinding(**_at(text, name, start), name=name)
        for name in systems
        for start in _starts(text, name)
    ]
    return NamesFound(
        countries=_ordered(countries), organizations=_ordered(named), weapon_systems=_ordered(armed)
    )


def read(text: str, organizations: Iterable[str] = (), systems: Iterable[str] = ()) -> EventFound:
    """Read the event of a sentence with these names."""
    return find_event(Sentence(text), given(text, organizations, systems), ())


def parties(text: str, organizations: Iterable[str] = (), systems: Iterable[str] = ()) -> set[str]:
    """Parties of the agreement in a sentence, as `who: role`."""
    found = read(text, organizations, systems)
    names = given(text, organizations, systems).organizations
    rows = found.agreement.parties if found.agreement else ()
    return {f"{row.country or names[row.organization or 0].name}: {row.role.value}" for row in rows}


def _starts(text: str, name: str) -> list[int]:
    return [k for k in range(len(text)) if text.startswith(name, k)]


def _at(text: str, name: str, start: int) -> dict[str, Any]:
    return {"start": start, "end": start + len(name), "rule": "test", "confidence": 1.0}


def _ordered(rows: list[F]) -> tuple[F, ...]:
    return tuple(sorted(rows, key=lambda row: row.start))
