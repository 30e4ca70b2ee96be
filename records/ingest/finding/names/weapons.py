"""Weapon systems: by the lists, by how designations are built, and by the noun that follows."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from records.ingest.finding.names.atoms import Atom, key_of
from records.ingest.finding.names.designations import designations, ship_classes, system_words
from records.ingest.finding.names.lexicon import CIVIL, SystemName
from records.ingest.finding.names.nouns import find_before_nouns, find_counted
from records.ingest.finding.names.reference import read_reference
from records.ingest.finding.names.scene import EQUIPMENT, Scene
from records.ingest.finding.names.spans import Span, without_overlap
from records.ingest.finding.names.vocabulary import NOT_NAMES, NUMBERS, SYSTEM_NOUNS
from records.ingest.finding.names.widening import joined, maker_before, widened


def find_systems(scene: Scene) -> tuple[Span, ...]:
    """Propose the weapon systems of a sentence: none overlaps another."""
    named = (*_listed(scene), *_designated(scene), *_ships(scene))
    found = joined(scene.atoms, [widened(scene, span) for span in named])
    found += [*find_before_nouns(scene, found), *find_counted(scene)]
    return without_overlap(found)


def is_civil(span: Span) -> bool:
    """Tell an airliner or a spacecraft, which keeps its words from being something else."""
    return any(one.category == CIVIL for one in span.meanings)


@lru_cache(maxsize=1)
def _ordinary() -> frozenset[str]:
    return frozenset(key_of(str(name)) for name in read_reference("names/ordinary.yaml"))


def _listed(scene: Scene) -> Iterator[Span]:
    done = 0
    for place in scene.lexicon.systems.starts(scene.atoms):
        match = scene.lexicon.systems.longest(scene.atoms, place) if place >= done else None
        if match is not None:
            after = _without_noun(scene.atoms, match.first, match.after)
            span = Span(place, after, "names.weapon_system.listed", 0.95, match.meanings)
            if _counts(scene, span):
                yield span
                done = match.after


def _without_noun(atoms: Sequence[Atom], first: int, after: int) -> int:
    """Leave out the noun by which a list tells a name from a word: “Raven drone”."""
    while (
        after - first > 1
        and atoms[after - 1].text[0].islower()
        and atoms[first].capital
        and (atoms[after - 1].gap == " ")
    ):
        after -= 1
    return after


def _counts(scene: Scene, span: Span) -> bool:
    """Tell a name from an ordinary word or a city."""
    first = scene.atoms[span.first]
    if first.text == "A" and scene.atoms[span.first + 1].gap == " ":
        return False  # “A 10-year contract”
    if scene.is_country(span.first):
        return span.after - span.first > 1 or scene.noun_after(span.after) is not None
    bare = key_of(scene.text[first.start : scene.atoms[span.after - 1].end])
    if bare in _ordinary() or bare.removesuffix("s") in _ordinary():
        return _is_counted(scene, span) or _is_meant(scene, span)
    return True


def _is_counted(scene: Scene, span: Span) -> bool:
    """Tell whether a number stands before the name, or a noun for equipment after it."""
    atoms, after = scene.atoms, span.after
    if scene.noun_after(after) is not None:
        return True
    if after < len(atoms) and atoms[after].gap == " " and atoms[after].text in SYSTEM_NOUNS:
        return True
    before = atoms[span.first - 1] if span.first else None
    return before is not None and (before.digits or before.text in NUMBERS)


def _is_meant(scene: Scene, span: Span) -> bool:
    """Tell whether there is equipment about, and neither side goes on with another name."""
    atoms, after = scene.atoms, span.after
    if after < len(atoms) and atoms[after].gap == " " and atoms[after].capital:
        known = scene.lexicon.systems.longest(atoms, after)
        if known is None and atoms[after].key not in system_words():
            return False
    if span.first and atoms[span.first].gap == " " and atoms[span.first - 1].capital:
        other = span.first - 1
        named = not scene.is_country(other) and atoms[other].key not in NOT_NAMES
        if named and maker_before(atoms, span.first) == span.first:
            return False
    return any(one.category.partition(".")[0] in EQUIPMENT for one in scene.classes)


def _designated(scene: Scene) -> Iterator[Span]:
    for found in designations(scene.text):
        first, after = _atoms_between(scene.atoms, found.start, found.end)
        noun = scene.noun_after(after)
        if not found.known and noun is None and not maker_before(scene.atoms, first) < first:
            continue
        category = _surer(found.category, noun or "")
        yield Span(first, after, "names.weapon_system.designation", 0.85, (SystemName(category),))


def _surer(family: str, noun: str) -> str:
    """Choose between what the letters and what the noun say: the noun, unless it says less."""
    says_less = noun.startswith("missile") and family.startswith("air_defense")
    return family if not noun or says_less or family.startswith(noun) else noun


def _ships(scene: Scene) -> Iterator[Span]:
    for start, end in ship_classes(scene.text):
        first, after = _atoms_between(scene.atoms, start, end)
        while first < after - 2 and scene.is_other(first):
            first += 1
        if scene.is_adjective(first) and first == after - 2:
            continue
        noun = scene.noun_after(after)
        if noun is None and "-class" not in scene.text[start:end]:
            continue
        yield Span(
            first, after, "names.weapon_system.class", 0.95, (SystemName(noun or "warship"),)
        )


def _atoms_between(atoms: Sequence[Atom], start: int, end: int) -> tuple[int, int]:
    places = [place for place, atom in enumerate(atoms) if start <= atom.start < end]
    return places[0], places[-1] + 1
