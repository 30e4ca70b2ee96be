"""Countries by their names, adjectives, peoples, cities and seats of power."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from records.ingest.finding.names.atoms import Atom, atoms_of
from records.ingest.finding.names.reference import read_reference
from records.ingest.finding.names.trie import Match, Trie
from records.ingest.finding.names.vocabulary import TITLES, words
from records.ingest.findings import CountryFinding

_PEOPLE = frozenset({"adjective", "demonym"})
_CONFIDENCE = {"name": 0.99, "people": 0.99, "city": 0.95, "government": 0.95, "prefix": 0.97,
               "region": 0.95}  # fmt: skip
_HALVES = ["north", "and", "south"]
_SHIPS = frozenset({"USS", "HMS", "HMAS", "HMCS", "INS"})
"""What stands before the name of a ship of a navy."""
_PREFERRED = {"congo": "CD", "congolese": "CD", "dominican": "DO"}
CURRENCY_SIGNS = frozenset({"$", "€", "£", "¥"})
"""After letters these make a currency: US$."""


class Place(NamedTuple):
    """What a word says: a country, or that none is meant."""

    country: str
    """Empty for a name that only holds a country's word, such as that of a sea."""
    form: str
    """`name`, `people`, `city`, `government`, `prefix` or `region`."""


class Country(NamedTuple):
    """Atoms `first` to `after` (not included) name a country, or a place that is none."""

    first: int
    after: int
    place: Place


@lru_cache(maxsize=1)
def places() -> Trie[Place]:
    """Build the tree of all words for countries from the reference lists."""
    trie: Trie[Place] = Trie()
    for state in read_reference("states.yaml"):
        trie.add(state["name"], Place(state["code"], "name"))
        for kind, names in state.get("names", {}).items():
            for name in names:
                trie.add(name, Place(state["code"], "people" if kind in _PEOPLE else "name"))
    lists = read_reference("names/places.yaml")
    for section, form in (
        ("names", "name"),
        ("cities", "city"),
        ("governments", "government"),
        ("prefixes", "prefix"),
    ):
        for country, names in lists[section].items():
            for name in names:
                trie.add(name, Place(country, form))
    for name, country in _region_names():
        if not trie.whole(atoms_of(name)):
            trie.add(name, Place(country, "region"))
    for name in lists["elsewhere"]:
        trie.add(name, Place("", "name"))
    return trie


def _region_names() -> Iterator[tuple[str, str]]:
    for country, names in read_reference("names/places.yaml")["regions"].items():
        yield from ((name, country) for name in names)


@lru_cache(maxsize=1)
def _given_names() -> frozenset[str]:
    return words(read_reference("names/places.yaml")["persons"])


def locate(text: str, atoms: Sequence[Atom]) -> tuple[Country, ...]:
    """Find every place in order, with those that are no country."""
    return tuple(_located(text, atoms))


def _located(text: str, atoms: Sequence[Atom]) -> Iterator[Country]:
    for match in places().all(atoms):
        yield from _other_half(atoms, match.first)
        chosen = _by_region(atoms, match, _chosen(match, atoms))
        if chosen and _speaks(text, atoms, match, chosen):
            yield Country(match.first, match.after, chosen)


@lru_cache(maxsize=1)
def _regions() -> Trie[str]:
    trie: Trie[str] = Trie()
    for name, country in _region_names():
        trie.add(name, country)
    return trie


def _by_region(atoms: Sequence[Atom], match: Match[Place], chosen: Place | None) -> Place | None:
    """Tell Naples, Florida, from the one in Italy, and Atlanta's Georgia from the state."""
    if chosen is None or chosen.form == "people":
        return chosen
    after = match.after
    if chosen.form == "city" and after < len(atoms) and atoms[after].gap == ", ":
        region = _regions().longest(atoms, after)
        return Place(region.meanings[0], "city") if region else chosen
    first = atoms[match.first]
    if chosen.country == "GE" and first.gap == ", " and match.first > 0:
        before = places().longest(atoms, match.first - 1)
        if before and before.meanings[0] == Place("US", "city"):
            return None
    return chosen


def _other_half(atoms: Sequence[Atom], first: int) -> Iterator[Country]:
    """Find the first of two in “North and South Korea”."""
    if first > 1 and [atom.key for atom in atoms[first - 2 : first + 1]] == _HALVES:
        north, noun = atoms[first - 2], atoms[first + 1]
        for place in (places().whole((north, noun)) or places().whole((noun,)))[:1]:
            yield Country(first - 2, first - 1, place)


def _chosen(match: Match[Place], atoms: Sequence[Atom]) -> Place | None:
    after = match.after
    hyphen = after < len(atoms) and atoms[after].gap in {"-", "\u2013", "\u2010", "\u2011"}
    meanings = [place for place in match.meanings if hyphen or place.form != "prefix"]
    preferred = _PREFERRED.get(atoms[match.first].key)
    return next((place for place in meanings if place.country == preferred), None) or next(
        iter(meanings), None
    )


def _speaks(text: str, atoms: Sequence[Atom], match: Match[Place], place: Place) -> bool:
    """Tell a country from a currency (`US$`) and from a person (Michael Jordan)."""
    if text[atoms[match.after - 1].end : atoms[match.after - 1].end + 1] in CURRENCY_SIGNS:
        return False
    after = match.after
    if place.form != "people" and after < len(atoms) and atoms[after].key == "class":
        return False  # ships: Kingston-class
    if match.first > 0 and atoms[match.first - 1].text in _SHIPS:
        return False
    if place.form in {"city", "government", "region"} and not places().whole(
        atoms[match.first : match.after]
    ):
        return False  # a plural: Hamas is not more than one Hama
    if place.country and match.after - match.first == 1:
        return not _is_person(atoms, match.first)
    return True


def _is_person(atoms: Sequence[Atom], place: int) -> bool:
    if place == 0 or atoms[place].key not in _given_names() or atoms[place].gap != " ":
        return False
    before = atoms[place - 1]
    return (
        before.capital
        and not before.text.isupper()
        and before.key not in TITLES
        and places().longest(atoms, place - 1) is None
        and not (place == 1 or atoms[place - 1].gap.strip() == ".")
    )


def findings(atoms: Sequence[Atom], located: Sequence[Country]) -> tuple[CountryFinding, ...]:
    """Propose the countries among the places."""
    return tuple(
        CountryFinding(
            start=atoms[found.first].start,
            end=atoms[found.after - 1].end,
            rule=f"names.country.{found.place.form}",
            confidence=_CONFIDENCE[found.place.form],
            country=found.place.country,
        )
        for found in located
        if found.place.country
    )
