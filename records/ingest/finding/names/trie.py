"""A tree of names, atom by atom, that finds the longest one that starts at a place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, NamedTuple, TypeVar

from records.ingest.finding.names.atoms import Atom, atoms_of

Meaning = TypeVar("Meaning")

_LEAF = ""  # no atom has an empty key
_SHORTEST_PLURAL = 4
_LONGEST_ACRONYM = 4  # letters that are always capitals
_LONGEST_PART = 2  # the same of one that is part of a longer name


class Match(NamedTuple, Generic[Meaning]):
    """Atoms `first` to `after` (not included) are a name, with all that it may mean."""

    first: int
    after: int
    meanings: tuple[Meaning, ...]


@dataclass(slots=True)
class Trie(Generic[Meaning]):
    """Names and what they mean.

    Hyphens, spaces and accents make no difference, nor does a plural s. A capital letter in the
    name asks for one in the text, and a word in capitals for capitals: “us” is not the U.S.
    """

    root: dict[str, Any] = field(default_factory=dict)

    def add(self, name: str, meaning: Meaning) -> None:
        """Put a name in; one without letters and digits is passed over."""
        atoms = atoms_of(name)
        node = self.root
        for atom in atoms:
            node = node.setdefault(atom.key, {})
        if atoms:
            node.setdefault(_LEAF, []).append((_wanted(atoms), meaning))

    def longest(self, atoms: Sequence[Atom], first: int) -> Match[Meaning] | None:
        """Find the longest name that starts at an atom."""
        node, place, found = self.root, first, None
        while place < len(atoms) and (place == first or atoms[place].binds):
            key = atoms[place].key
            below = node.get(key)
            if key[-1] == "s" and (below is None or _LEAF not in below):
                found = self._plural(node, atoms, first, place) or found
            if below is None:
                break
            place += 1
            if _LEAF in below:
                found = _fitting(below[_LEAF], atoms, first, place) or found
            node = below
        return found

    def starts(self, atoms: Sequence[Atom]) -> list[int]:
        """Return the places of all atoms with which a name may start."""
        root = self.root
        return [
            place
            for place, atom in enumerate(atoms)
            if (key := atom.key) in root
            or (key[-1] == "s" and (key[:-1] in root or key[:-2] in root))
        ]

    def all(self, atoms: Sequence[Atom]) -> Iterator[Match[Meaning]]:
        """Find the names from left to right; each starts after the one before has ended."""
        after = 0
        for place in self.starts(atoms):
            match = self.longest(atoms, place) if place >= after else None
            if match is not None:
                yield match
                after = match.after

    def whole(self, atoms: Sequence[Atom]) -> tuple[Meaning, ...]:
        """Return what exactly these words mean."""
        node = self.root
        for atom in atoms:
            node = node.get(atom.key, {})
        found = _fitting(node.get(_LEAF, ()), atoms, 0, len(atoms)) if atoms else None
        return found.meanings if found else ()

    def _plural(
        self, node: dict[str, Any], atoms: Sequence[Atom], first: int, place: int
    ) -> Match[Meaning] | None:
        atom = atoms[place]
        if len(atom.key) < _SHORTEST_PLURAL:
            return None
        for cut in (1, 2):
            leaf = node.get(atom.key[:-cut], {}).get(_LEAF)
            if leaf:
                single = atom._replace(text=atom.text[:-cut])
                changed = (*atoms[first:place], single)
                fitting = _fitting(leaf, changed, 0, len(changed))
                if fitting:
                    return Match(first, place + 1, fitting.meanings)
            if not atom.key.endswith("es"):
                break
        return None


def _shape(atom: Atom) -> int:
    """2 says or asks capitals throughout, 1 a capital first, 0 nothing."""
    word = atom.text.replace(".", "")
    if len(word) > 1 and word.isupper():
        return 2
    return int(word[0].isupper())


def _wanted(atoms: Sequence[Atom]) -> tuple[int, ...]:
    """Return what a name asks of the text: long acronyms are written “Himars” as well."""
    longest = _LONGEST_ACRONYM if len(atoms) == 1 else _LONGEST_PART
    return tuple(
        1 if _shape(atom) > 1 and len(atom.key) > longest else _shape(atom) for atom in atoms
    )


def _fitting(
    leaf: Sequence[tuple[tuple[int, ...], Meaning]], atoms: Sequence[Atom], first: int, after: int
) -> Match[Meaning] | None:
    shapes = tuple(_shape(atom) for atom in atoms[first:after])
    fitting = tuple(
        meaning
        for wanted, meaning in leaf
        if all(have >= want for have, want in zip(shapes, wanted, strict=True))
    )
    return Match(first, after, fitting) if fitting else None
