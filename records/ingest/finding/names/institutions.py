"""Organizations by grammar: a noun such as Ministry or Shipyard and the capitals around it."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from records.enums import OrganizationKind
from records.ingest.finding.names.atoms import Atom
from records.ingest.finding.names.countries import Country
from records.ingest.finding.names.designations import system_words
from records.ingest.finding.names.lexicon import OrganizationEntry
from records.ingest.finding.names.reference import read_reference
from records.ingest.finding.names.spans import Span
from records.ingest.finding.names.trie import Trie
from records.ingest.finding.names.vocabulary import (
    AFTER_GENERAL,
    MODIFIERS,
    MONTHS,
    NOT_NAMES,
    OPENERS,
    TITLES,
    words,
)

_FILE = "names/institutions.yaml"
_JOINED = frozenset({" ", "' ", "\u2019 ", "-", "\u2011", "\u2013", " & ", ". ", ""})
_LONGEST_ABBREVIATION = 2  # letters
_BODY_WORDS = 2  # words before the noun that make a body without a portfolio
_LONGEST = 6  # words before the noun
_ONLY_WITH_OF = frozenset({"center", "centre", "school", "chamber"})
_NAMED = frozenset(
    {OrganizationKind.COMPANY, OrganizationKind.OTHER, OrganizationKind.WORKING_GROUP}
)
"""Kinds whose name says more than a country and the noun."""
_NO_TITLES = frozenset({"special", "private"})
_OWNERS = frozenset({"people", "women", "workers", "farmers", "veterans", "soldiers", "peoples"})
_MINISTERS = frozenset({"minister", "ministers", "secretary"})
_WITH_PORTFOLIO = frozenset({OrganizationKind.MINISTRY, OrganizationKind.AGENCY})


class Head(NamedTuple):
    """What a noun makes of the name that it heads."""

    kind: OrganizationKind
    alone: bool
    """Whether it needs no other word."""


@lru_cache(maxsize=1)
def heads() -> Trie[Head]:
    """Build the tree of nouns that head the name of an organization."""
    trie: Trie[Head] = Trie()
    lists = read_reference(_FILE)
    for section in ("alone", "with_more"):
        for kind, names in lists[section].items():
            meant = OrganizationKind.OTHER if kind == "parliament" else OrganizationKind(kind)
            for name in names:
                trie.add(name, Head(meant, section == "alone"))
    return trie


@lru_cache(maxsize=1)
def portfolios() -> frozenset[str]:
    """Return the words for what a ministry is for."""
    return words(read_reference(_FILE)["portfolios"])


@lru_cache(maxsize=1)
def _no_organization() -> frozenset[str]:
    return words(read_reference(_FILE)["no_organization"])


class Reader:
    """Reads the institutions of one sentence."""

    def __init__(self, atoms: Sequence[Atom], countries: Sequence[Country]) -> None:
        self.atoms = atoms
        self.country_at = {place: one for one in countries for place in range(one.first, one.after)}

    def find(self) -> Iterator[Span]:
        """Propose every institution; spans may meet."""
        for place in heads().starts(self.atoms):
            match = heads().longest(self.atoms, place)
            if match is not None and self._is_capital(place):
                span = self._around(match.first, match.after, match.meanings[0])
                if span:
                    yield span

    def _is_capital(self, place: int) -> bool:
        return self.atoms[place].capital or self.atoms[place].text == "plc"

    def _around(self, first: int, after: int, head: Head) -> Span | None:
        start = self._start(first, head)
        end = self._end(after, head)
        if self._is_office(start, head) or self._is_persons(start, first):
            return None
        if self.spoils(after) or self.spoils(end):
            return None
        whole = self.country_at.get(start)
        if whole and whole.after == end:
            return None  # the Soviet Union is a state
        more = start < first or end > after
        if not (head.alone or more):
            return None
        if not head.alone and end == after and self._names_nobody(start, first, head):
            return None
        return Span(
            start,
            end,
            "names.organization.institution",
            0.85 if more else 0.75,
            (OrganizationEntry(head.kind, self.country(start, end)),),
        )

    def _is_office(self, start: int, head: Head) -> bool:
        """Tell the Minister for Trade and Heavy Industries, or of the Armed Forces, from a body."""
        place = start - 1
        if head.kind is OrganizationKind.ARMED_SERVICE and self.atoms[place].key == "the":
            place -= 1
        while place > 1 and self.atoms[place].key in portfolios() | {"and"}:
            place -= 1
        return (
            place > 0
            and self.atoms[place].key in {"of", "for"}
            and self.atoms[place - 1].key in _MINISTERS
        )

    def _is_persons(self, start: int, first: int) -> bool:
        """Tell “200 Chilean Marines”, who are people, from the corps."""
        counted = start > 0 and self.atoms[start - 1].digits
        return counted and self.atoms[first].key == "marines"

    def _names_nobody(self, start: int, first: int, head: Head) -> bool:
        """Tell whether the words before the noun are too few, or are of another kind."""
        return (
            self._is_name_alone(start, first)
            or self._only_country(start, first, head)
            or (head.kind is OrganizationKind.COMPANY and self._is_equipment(start, first))
            or self.atoms[first].key in _ONLY_WITH_OF
        )

    def _is_name_alone(self, start: int, first: int) -> bool:
        """Tell the Biden Administration and the Cauca Department from bodies of a state."""
        return (
            self.atoms[first].key in {"administration", "department"}
            and not any(atom.key in portfolios() for atom in self.atoms[start:first])
            and first - start < _BODY_WORDS
        )

    def _is_equipment(self, start: int, first: int) -> bool:
        """Tell “Artillery Rocket Systems” from a company."""
        return all(
            atom.key in system_words() or atom.key in NOT_NAMES or atom.key in MODIFIERS
            for atom in self.atoms[start:first]
        )

    def _only_country(self, start: int, first: int, head: Head) -> bool:
        """Tell “Ukrainian Forces” and “Italian Group” from names."""
        return head.kind in _NAMED and all(
            place in self.country_at for place in range(start, first)
        )

    def country(self, start: int, end: int) -> str:
        """Return the one country that a name holds, or that owns it (“Japan's Navy”)."""
        named = {
            self.country_at[place].place.country
            for place in range(start, end)
            if place in self.country_at
        }
        if not named and start > 1 and self.atoms[start - 1].key == "s":
            owner = self.country_at.get(start - 2)
            return owner.place.country if owner else ""
        return named.pop() if len(named) == 1 else ""

    def _start(self, first: int, head: Head) -> int:
        """Go back over the capitalized words before the noun."""
        atoms, start = self.atoms, first
        while start > 0 and first - start < _LONGEST and atoms[start].gap in _JOINED:
            before = atoms[start - 1]
            if atoms[start].gap == ". " and len(before.text) > _LONGEST_ABBREVIATION:
                break
            if len(atoms[start].gap) > 1 and start - 1 in self.country_at:
                break  # a possessive: the Philippines' Navy
            if before.capital or (before.digits and start - 1 > 0):
                if self._stops(start - 1):
                    break
                start -= 1
            elif self._owned(start) or self._listed(start, head):
                start -= 2
            else:
                break
        while start < first and atoms[start].digits and not _ordinal(atoms, start):
            start += 1
        return start

    def _stops(self, place: int) -> bool:
        atom = self.atoms[place]
        if atom.key in OPENERS or atom.key in MONTHS:
            return True
        if atom.key == "general" and self.atoms[place + 1].key in AFTER_GENERAL:
            return False
        return atom.key in TITLES and atom.key not in portfolios() | _NO_TITLES

    def _owned(self, start: int) -> bool:
        """“People's Liberation Army” is one name."""
        atoms = self.atoms
        return start > 1 and atoms[start - 1].text == "s" and atoms[start - 2].key in _OWNERS

    def _listed(self, start: int, head: Head) -> bool:
        """“Industry and Trade Ministry” is one name."""
        atoms = self.atoms
        return (
            head.kind in _WITH_PORTFOLIO
            and start > 1
            and atoms[start - 1].text in {"and", "&"}
            and atoms[start - 2].capital
            and atoms[start - 2].key in portfolios()
            and atoms[start].key in portfolios()
        )

    def _end(self, after: int, head: Head) -> int:
        """Go on over “of Defence”, “of Trade and Industry”, “of the Philippines”."""
        end = after
        for _ in range(3):
            grown = self._phrase(end, head)
            if grown == end:
                break
            end = grown
        return end

    def _phrase(self, after: int, head: Head) -> int:
        atoms = self.atoms
        if (
            after >= len(atoms)
            or atoms[after].gap != " "
            or (atoms[after].text not in {"of", "for", "on"})
        ):
            return after
        place = after + 1
        if place < len(atoms) and atoms[place].text == "the":
            place += 1
        run = self._run(place)
        if run == place:
            return after
        country = self.country_at.get(place)
        if country:
            return country.after if country.place.form in {"name", "city"} else after
        if atoms[after].text == "on" and head.kind is not OrganizationKind.AGENCY:
            return after
        if head.kind is OrganizationKind.ARMED_SERVICE or head.kind is OrganizationKind.COMPANY:
            return after
        return self._with_and(run)

    def _run(self, place: int) -> int:
        """Return where a run of capitalized words ends."""
        atoms, start = self.atoms, place
        while place < len(atoms) and atoms[place].capital:
            if place > start and atoms[place].gap not in {" ", "-"}:
                break
            if (
                place > start
                and (place in self.country_at or atoms[place].key in TITLES)
                and (atoms[place].key not in portfolios())
            ):
                break
            place += 1
        return place

    def _with_and(self, end: int) -> int:
        """Take in the second portfolio of “Economy and Energy”, “Commerce, Trade and Industry”."""
        atoms = self.atoms
        if end < len(atoms) and atoms[end].gap == ", " and atoms[end].key in portfolios():
            run = self._run(end)
            if run < len(atoms) and (atoms[run].text == "and" or atoms[run].gap == ", "):
                end = self._with_and(run)
        if (
            end + 1 < len(atoms)
            and atoms[end].text in {"and", "&"}
            and atoms[end + 1].capital
            and atoms[end + 1].key in portfolios()
        ):
            run = self._run(end + 1)
            if heads().longest(atoms, run - 1) is None or atoms[run - 1].key in portfolios():
                return run
        return end

    def spoils(self, place: int) -> bool:
        """Tell whether the noun is part of another name: Air Force Base, Army Minister."""
        if place >= len(self.atoms) or self.atoms[place].gap not in {" ", "-"}:
            return False
        atom = self.atoms[place]
        if atom.capital and atom.key in _no_organization():
            return True
        return atom.key in _MINISTERS and atom.capital


def _ordinal(atoms: Sequence[Atom], place: int) -> bool:
    return place + 1 < len(atoms) and atoms[place + 1].gap == ""
