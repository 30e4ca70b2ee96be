"""Every name that can be recognized: those of the register and of the reference lists."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from records.enums import OrganizationKind, ReviewStatus
from records.ingest.finding.names.atoms import atoms_of
from records.ingest.finding.names.reference import read_reference
from records.ingest.finding.names.trie import Trie
from records.ingest.findings import Candidate
from records.models import Organization, OrganizationName, WeaponSystem, WeaponSystemName


class OrganizationEntry(NamedTuple):
    """What a name of an organization means: a record, or what a list says of it."""

    kind: OrganizationKind
    country: str
    record: Candidate | None = None


class SystemName(NamedTuple):
    """What a name of a weapon system means: a record, or what a list says of it."""

    category: str
    record: Candidate | None = None


_GONE = (ReviewStatus.MERGED, ReviewStatus.REJECTED, ReviewStatus.RETRACTED)
CIVIL = "civil"
"""Stands for a category where a name is that of an airliner or a spacecraft."""
_PARLIAMENT = "parliament"  # a word of the lists for organizations of kind “other”


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Names with what they mean, ready for matching."""

    organizations: Trie[OrganizationEntry]
    systems: Trie[SystemName]
    ministries: dict[tuple[OrganizationKind, str], tuple[tuple[Candidate, frozenset[str]], ...]] = (
        field(default_factory=dict)
    )
    """Ministries, agencies and services of the register by kind and country, with their words."""

    @classmethod
    def of_lists(cls) -> "Lexicon":
        """Take the names of the reference lists alone: those of an empty register."""
        organizations: Trie[OrganizationEntry] = Trie()
        systems: Trie[SystemName] = Trie()
        for name, entry in _listed_organizations():
            organizations.add(name, entry)
        for name, category in _listed_systems():
            systems.add(name, SystemName(category))
        return cls(organizations, systems)

    @classmethod
    def of_register(cls) -> "Lexicon":
        """Read the register's names, by four queries, beside the reference lists."""
        lexicon, typed = cls.of_lists(), defaultdict(list)
        for text, entry in _registered_organizations():
            lexicon.organizations.add(text, entry)
            if entry.record and entry.country and entry.kind in _TYPED:
                typed[entry.kind, entry.country].append((entry.record, content_words(text)))
        for text, system in _registered_systems():
            lexicon.systems.add(text, system)
        lexicon.ministries.update({key: tuple(rows) for key, rows in typed.items()})
        return lexicon


_TYPED = frozenset(
    {OrganizationKind.MINISTRY, OrganizationKind.AGENCY, OrganizationKind.ARMED_SERVICE}
)
_SYSTEM_LISTS = ("names/weapon_systems.yaml", "names/oryx.yaml", "names/equipment_guide.yaml")
_HEAD = re.compile(r"(?=[\w/-]{4,} )[A-Z][A-Za-z]{0,2}-?\d|\d[A-Z]\d+\w* ")
"""A designation before a proper name, which stands alone as well: “F-16 Fighting Falcon”."""
_EMPTY_WORDS = frozenset({"of", "the", "and", "for", "s", "a"})
_SPELLINGS = {"defense": "defence", "organization": "organisation", "department": "ministry"}


def content_words(text: str) -> frozenset[str]:
    """Return the words that tell a name from another, spelling variants put together."""
    return frozenset(
        _SPELLINGS.get(atom.key, atom.key)
        for atom in atoms_of(text)
        if atom.key not in _EMPTY_WORDS
    )


@lru_cache(maxsize=1)
def _listed_organizations() -> tuple[tuple[str, OrganizationEntry], ...]:
    """Read the lists of organizations once."""
    rows: list[tuple[str, OrganizationEntry]] = []
    for kind, by_country in read_reference("names/organizations.yaml").items():
        meant = OrganizationKind.OTHER if kind == _PARLIAMENT else OrganizationKind(kind)
        for country, names in by_country.items():
            rows += [(name, OrganizationEntry(meant, country or "")) for name in names]
    for country, names in read_reference("names/exhibitors.yaml").items():
        rows += [
            (name, OrganizationEntry(OrganizationKind.COMPANY, country or "")) for name in names
        ]
    return tuple(rows)


@lru_cache(maxsize=1)
def _listed_systems() -> tuple[tuple[str, str], ...]:
    """Read the lists of weapon systems once."""
    rows = [
        (str(name), category)
        for file in _SYSTEM_LISTS
        for category, names in read_reference(file).items()
        for name in names
    ]
    rows += [(name.split()[0], category) for name, category in rows if _HEAD.match(name)]
    civil = read_reference("names/designations.yaml")["civil"]
    return (*rows, *((str(name), CIVIL) for name in civil))


def _registered_organizations() -> Iterator[tuple[str, OrganizationEntry]]:
    own = (
        Organization.objects.exclude(kind=OrganizationKind.STATE)
        .exclude(review_status__in=_GONE)
        .values_list("id", "name", "kind", "country")
    )
    entries = {
        number: OrganizationEntry(
            OrganizationKind(kind), country, Candidate(number=number, name=name)
        )
        for number, name, kind, country in own
    }
    yield from ((entry.record.name, entry) for entry in entries.values() if entry.record)
    yield from _others(OrganizationName.objects.values_list("organization_id", "text"), entries)


def _registered_systems() -> Iterator[tuple[str, SystemName]]:
    own = WeaponSystem.objects.exclude(review_status__in=_GONE).values_list(
        "id", "designation", "category_id"
    )
    entries = {
        number: SystemName(str(category), Candidate(number=number, name=name))
        for number, name, category in own
    }
    yield from ((entry.record.name, entry) for entry in entries.values() if entry.record)
    yield from _others(WeaponSystemName.objects.values_list("weapon_system_id", "text"), entries)


def _others(rows: Iterable[tuple[int, str]], entries: dict[int, Any]) -> Iterator[tuple[str, Any]]:
    return ((text, entries[number]) for number, text in rows if number in entries)
