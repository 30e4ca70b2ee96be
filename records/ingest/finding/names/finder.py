"""Finds names: the longest one wins."""

from collections.abc import Sequence
from dataclasses import dataclass

from records.enums import OrganizationKind
from records.ingest.finding.names import categories, countries
from records.ingest.finding.names.atoms import atoms_of
from records.ingest.finding.names.categories import Class
from records.ingest.finding.names.countries import Country
from records.ingest.finding.names.lexicon import Lexicon
from records.ingest.finding.names.linking import link_organization, link_system
from records.ingest.finding.names.organizations import Setting, find_organizations
from records.ingest.finding.names.scene import Scene
from records.ingest.finding.names.spans import Span
from records.ingest.finding.names.weapons import find_systems, is_civil
from records.ingest.findings import (
    CategoryFinding,
    CountryFinding,
    OrganizationFinding,
    WeaponSystemFinding,
)
from records.ingest.sentence import Sentence


@dataclass(frozen=True, slots=True)
class NamesFound:
    """The names of a sentence, each kind in the order of the text."""

    countries: tuple[CountryFinding, ...] = ()
    organizations: tuple[OrganizationFinding, ...] = ()
    weapon_systems: tuple[WeaponSystemFinding, ...] = ()
    categories: tuple[CategoryFinding, ...] = ()


def find_names(sentence: Sentence, lexicon: Lexicon) -> NamesFound:
    """Find all names of a sentence."""
    text, atoms = sentence.text, atoms_of(sentence.text)
    located = countries.locate(text, atoms)
    classes = categories.classify(atoms)
    spans = find_systems(Scene(text, atoms, lexicon, located, classes))
    military = [span for span in spans if not is_civil(span)]
    organizations = find_organizations(Setting(text, atoms, lexicon, located, military))
    systems = tuple(
        link_system(text, atoms, span)
        for span in spans
        if not is_civil(span) and not any(span.meets(other) for other in organizations)
    )
    return NamesFound(
        countries=countries.findings(
            atoms,
            [one for one in located if not (_is_type(one, spans) or _is_home(one, organizations))],
        ),
        organizations=tuple(
            link_organization(text, atoms, span, lexicon) for span in organizations
        ),
        weapon_systems=systems,
        categories=categories.findings(atoms, _military(classes, spans, organizations), systems),
    )


def _is_type(country: Country, systems: Sequence[Span]) -> bool:
    """Tell a city from a type of its name: MILAN anti-tank missiles."""
    return country.place.form == "city" and any(
        system.first == country.first and system.after >= country.after for system in systems
    )


def _is_home(country: Country, organizations: Sequence[Span]) -> bool:
    """Tell a city from the research institute that is named after it."""
    return country.place.form == "city" and any(
        one.first == country.first
        and one.after > country.after
        and one.meanings[0].kind is OrganizationKind.RESEARCH_INSTITUTE
        for one in organizations
    )


_CIVIL_TOO = frozenset({"combat_aircraft", "ammunition.rocket", "engine"})


def _military(
    classes: Sequence[Class], systems: Sequence[Span], organizations: Sequence[Span]
) -> tuple[Class, ...]:
    """Leave out words of an organization's name, and jets and rockets that carry people."""
    civil = any(is_civil(span) for span in systems)
    return tuple(
        one
        for one in classes
        if not (civil and one.category in _CIVIL_TOO)
        and not any(span.first <= one.first < span.after for span in organizations)
    )
