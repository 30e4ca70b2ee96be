"""How names of weapon systems are built: designations, makers, marks, classes of ships."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from records.ingest.finding.names.atoms import atoms_of, key_of
from records.ingest.finding.names.reference import read_reference
from records.ingest.finding.names.vocabulary import words

_FILE = "names/designations.yaml"
_DESIGNATION = re.compile(
    r"(?<![\w$€£#-])(?:[A-Z]{1,3}/)?"
    r"(?P<letters>[A-Z][A-Za-z]{0,11})-?(?:(?<=-)[A-Z]{1,2})?(?P<number>\d{1,4})(?![\d,%]|\.\d)"
    r"(?:[A-Z]{1,4}\d{0,2}[a-z]?(?![a-z]))?(?:[-/][A-Z0-9]{1,4}(?![a-z\d]))*"
)
_INDEX = re.compile(
    r"(?<![\w$€£#.,-])(?P<index>\d[A-Z]{1,2}\d{1,3}|[1-9][A-Z]-?\d{2})[A-Z]{0,2}\d?\b"
)
_CLASS = re.compile(
    r"(?<![\w-])(?P<name>(?:[A-Z][\w'\u2019.]*[ -]){0,3}?[A-Z][\w'\u2019.]*)[- ]class\b"
    r"(?=[ ,.;)]|$)"
)


class Designation(NamedTuple):
    """Characters that are built like a designation."""

    start: int
    end: int
    category: str
    known: bool
    """Whether its letters are those of a family of types."""


@lru_cache(maxsize=1)
def _families() -> dict[str, str]:
    families: dict[str, list[str]] = read_reference(_FILE)["families"]
    return {key_of(letters): code for code, named in families.items() for letters in named}


@lru_cache(maxsize=1)
def _none() -> frozenset[str]:
    return frozenset(str(word).lower() for word in read_reference(_FILE)["none"])


@lru_cache(maxsize=1)
def makers() -> frozenset[tuple[str, ...]]:
    """Return the makers that a type's name may start with, as keys."""
    return frozenset(
        tuple(atom.key for atom in atoms_of(name)) for name in read_reference(_FILE)["makers"]
    )


@lru_cache(maxsize=1)
def system_words() -> frozenset[str]:
    """Return the words that go on with a name when they have a capital letter."""
    return words(read_reference(_FILE)["system_words"])


@lru_cache(maxsize=1)
def generic() -> frozenset[str]:
    """Return the letters that stand for a class of equipment."""
    return frozenset(word.lower() for word in read_reference(_FILE)["generic"])


def designations(text: str) -> Iterator[Designation]:
    """Find what is built like a designation: letters and digits."""
    for match in _DESIGNATION.finditer(text):
        letters, number = match["letters"].lower(), match["number"]
        if letters in _none() or letters + number in _none():
            continue
        category = _families().get(letters)
        hyphen = "-" in match.group()
        yield Designation(
            match.start(), match.end(), category or "", category is not None and hyphen
        )
    for match in _INDEX.finditer(text):
        yield Designation(match.start(), match.end(), "", known=False)


def ship_classes(text: str) -> Iterator[tuple[int, int]]:
    """Find classes of ships: “Arleigh Burke-class”."""
    if "class" in text:
        for match in _CLASS.finditer(text):
            yield match.start(), match.end()
