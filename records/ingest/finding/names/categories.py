"""Classes of equipment by the words for them, and military training."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from records.ingest.finding.names.atoms import Atom
from records.ingest.finding.names.reference import read_reference
from records.ingest.finding.names.trie import Match, Trie
from records.ingest.finding.names.vocabulary import MODIFIERS, TRAINED, TRAINING_PLACES
from records.ingest.findings import CategoryFinding, WeaponSystemFinding

_SEPARATE = frozenset(
    {"ammunition", "engine", "sensor", "training", "software", "satellite", "protective", "c2"}
)
"""What a system's name may stand before without being one: F-16 engines, HIMARS rockets."""

_REACH = 6  # words between a form of “train” and who is trained


class Class(NamedTuple):
    """Atoms `first` to `after` (not included) are words for a class of equipment."""

    first: int
    after: int
    category: str


@lru_cache(maxsize=1)
def category_words() -> Trie[str]:
    """Build the tree of the words for equipment."""
    trie: Trie[str] = Trie()
    for category, names in read_reference("category_words.yaml").items():
        for name in names:
            trie.add(name, category)
    return trie


def classify(atoms: Sequence[Atom]) -> tuple[Class, ...]:
    """Find the words for equipment, the longest first word by word, in order."""
    found = [
        Class(match.first, match.after, category)
        for match in category_words().all(atoms)
        if (category := _meant(match))
    ]
    jammed = _jammed(atoms, found)
    return tuple(one for one in found if one.first not in jammed)


_LISTING = frozenset({"and", "or", "the", "of", "all", "its", "their"})


def _jammed(atoms: Sequence[Atom], found: Sequence[Class]) -> set[int]:
    """Find where “jamming radars and satellites” says what is jammed: no equipment of its own."""
    places = {place for one in found for place in range(one.first, one.after)}
    jammed: set[int] = set()
    for one in found:
        place = one.after
        if atoms[place - 1].key != "jamming":
            continue
        while place < len(atoms) and (place in places or atoms[place].text in _LISTING):
            if "," in atoms[place].gap:
                break
            jammed.add(place)
            place += 1
    return jammed


def _meant(match: Match[str]) -> str:
    return "" if "" in match.meanings else match.meanings[0]


def findings(
    atoms: Sequence[Atom],
    classes: Sequence[Class],
    systems: Sequence[WeaponSystemFinding],
) -> tuple[CategoryFinding, ...]:
    """Propose the classes of the words, of the systems, and training, in order."""
    found = [*_of_systems(systems), *_of_words(atoms, classes, systems), *_training(atoms)]
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _of_systems(systems: Sequence[WeaponSystemFinding]) -> Iterator[CategoryFinding]:
    for system in systems:
        if system.category:
            yield CategoryFinding(
                start=system.start,
                end=system.end,
                rule="names.category.system",
                confidence=system.confidence,
                category=system.category,
            )


def _of_words(
    atoms: Sequence[Atom],
    classes: Sequence[Class],
    systems: Sequence[WeaponSystemFinding],
) -> Iterator[CategoryFinding]:
    named = {system.end: system for system in systems if system.category}
    for found in classes:
        start, end = atoms[found.first].start, atoms[found.after - 1].end
        if any(system.start < end and start < system.end for system in systems):
            continue
        top = found.category.partition(".")[0]
        if _end_before(atoms, found.first) in named and top not in _SEPARATE:
            continue
        yield CategoryFinding(
            start=start, end=end, rule="names.category.word", confidence=0.9,
            category=found.category,
        )  # fmt: skip


def _end_before(atoms: Sequence[Atom], place: int) -> int:
    """Return where the name ends that a word follows: without plural s and modifiers between."""
    while place > 1 and atoms[place].gap in {" ", "-"} and atoms[place - 1].text in MODIFIERS:
        place -= 1
    if place == 0 or atoms[place].gap not in {" ", "-"}:
        return -1
    before = atoms[place - 1]
    if before.key == "s" and not before.gap and place > 1:
        return atoms[place - 2].end
    return before.end


_TRAIN = re.compile("train(s|ed|ing)?")


def _training(atoms: Sequence[Atom]) -> Iterator[CategoryFinding]:
    for place, atom in enumerate(atoms):
        if atom.text[0] in "tT" and _TRAIN.fullmatch(atom.key) and _is_military(atoms, place):
            yield CategoryFinding(
                start=atom.start, end=atom.end, rule="names.category.training", confidence=0.8,
                category="training",
            )  # fmt: skip
            return


def _is_military(atoms: Sequence[Atom], place: int) -> bool:
    """Tell the training of soldiers from trains, and from places and exercises for it."""
    key = atoms[place].key
    after = [atom.key for atom in atoms[place + 1 : place + 1 + _REACH]]
    before = [atom.key for atom in atoms[max(0, place - _REACH) : place]]
    if key == "training":
        return not (after and after[0] in TRAINING_PLACES)
    if key == "train" and before and before[-1] in {"a", "the", "passenger", "freight", "by"}:
        return False
    if key == "train" and before and before[-1] in {"to", "will", "could", "would", "and", "can"}:
        return True
    if key == "trained":
        return any(word in TRAINED for word in (*after, *before))
    return any(word in TRAINED for word in after)
