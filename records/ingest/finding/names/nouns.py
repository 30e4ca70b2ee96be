"""Weapon systems that no list knows, by the noun for equipment that follows them."""

from collections.abc import Iterator, Sequence

from records.ingest.finding.names.categories import Class
from records.ingest.finding.names.designations import system_words
from records.ingest.finding.names.lexicon import SystemName
from records.ingest.finding.names.scene import EQUIPMENT, Scene
from records.ingest.finding.names.spans import Span
from records.ingest.finding.names.vocabulary import MODIFIERS

_LONGEST_NAME = 4  # words
_SHORTEST_UNKNOWN = 3  # letters of a name that only its noun tells


def find_before_nouns(scene: Scene, found: Sequence[Span]) -> Iterator[Span]:
    """Find unknown names by the noun for equipment that follows them."""
    taken = {place for span in found for place in range(span.first, span.after)}
    for one in scene.classes:
        if one.category.partition(".")[0] not in EQUIPMENT or _is_proper(scene, one):
            continue
        after = one.first
        while (
            after > 0
            and scene.atoms[after].gap in {" ", "-"}
            and (scene.atoms[after - 1].text in MODIFIERS)
        ):
            after -= 1
        first = _unknown_name(scene, after, taken)
        if first < after:
            yield Span(first, after, "names.weapon_system.noun", 0.7, (SystemName(one.category),))


def find_counted(scene: Scene) -> Iterator[Span]:
    """Find letters that are counted, such as “12 ABC-Ds”, where equipment is spoken of."""
    if not any(one.category.partition(".")[0] in EQUIPMENT for one in scene.classes):
        return
    atoms = scene.atoms
    for place in range(1, len(atoms)):
        after = place + 1
        while after < len(atoms) and atoms[after].gap == "-" and atoms[after].capital:
            after += 1
        letters = [atom.text for atom in atoms[place:after]]
        bare = letters[-1].removesuffix("s")
        if (
            atoms[place - 1].digits
            and atoms[place].gap == " "
            and bare != letters[-1]
            and all(part.isupper() for part in (*letters[:-1], bare))
            and len("".join(letters)) > _SHORTEST_UNKNOWN
            and not scene.is_other(place)
        ):
            yield Span(place, after, "names.weapon_system.counted", 0.6, (SystemName(""),))


def _is_proper(scene: Scene, one: Class) -> bool:
    """Tell “Assam Rifles” from the noun."""
    text = scene.atoms[one.first].text
    return text[0].isupper() and not text[1:2].isupper()


def _unknown_name(scene: Scene, after: int, taken: set[int]) -> int:
    """Return where a run of unknown capitalized words starts that ends at an atom."""
    atoms, first = scene.atoms, after
    while first > 0 and after - first < _LONGEST_NAME and atoms[first].gap in {" ", "-"}:
        atom = atoms[first - 1]
        if first - 1 in taken or not (atom.capital or (atom.digits and first < after + 1)):
            break
        if atom.capital and scene.is_other(first - 1):
            break
        first -= 1
    while first < after and atoms[first].digits:
        first += 1
    named = atoms[first:after]
    if not named or first - 1 in taken:
        return after
    if any(place in taken for place in range(first, after)):
        return after
    if all(atom.digits or atom.key in system_words() for atom in named):
        return after
    opening = first == 0 or "." in atoms[first].gap or "\u201c" in atoms[first].gap
    short = len(named) == 1 and len(named[0].text) < _SHORTEST_UNKNOWN
    if short or (opening and len(named) == 1):
        return after
    if first > 0 and _ends_other(scene, first):
        return after
    return first


def _ends_other(scene: Scene, first: int) -> bool:
    """Tell whether the run goes on with another name, such as an organization's."""
    atoms = scene.atoms
    if atoms[first].gap == "-":
        return True
    for length in range(1, _LONGEST_NAME + 1):
        start = first - length
        if start < 0:
            return False
        match = scene.lexicon.organizations.longest(atoms, start)
        if match is not None and match.after > first:
            return True
    return False
