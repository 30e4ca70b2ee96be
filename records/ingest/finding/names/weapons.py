"""Weapon systems: by the lists, by how designations are built, and by the noun that follows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from records.ingest.finding.names.atoms import Atom, key_of
from records.ingest.finding.names.categories import Class
from records.ingest.finding.names.countries import Country
from records.ingest.finding.names.designations import (
    designations,
    generic,
    makers,
    ship_classes,
    system_words,
)
from records.ingest.finding.names.lexicon import CIVIL, Lexicon, SystemName
from records.ingest.finding.names.reference import read_reference
from records.ingest.finding.names.spans import Span, without_overlap
from records.ingest.finding.names.vocabulary import MODIFIERS, MONTHS, NOT_NAMES, TITLES

_LONGEST_NAME = 4  # words
_LONGEST_MAKER = 3  # words
_SHORTEST_UNKNOWN = 3  # letters of a name that only its noun tells
_EQUIPMENT = frozenset(
    {
        "tank", "armored_vehicle", "artillery", "combat_aircraft", "helicopter", "warship",
        "missile", "air_defense", "uas", "transport_aircraft", "small_arms", "usv", "uuv", "ugv",
        "electronic_warfare", "counter_uas", "satellite",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence as the rules for weapon systems see it."""

    text: str
    atoms: Sequence[Atom]
    lexicon: Lexicon
    countries: Sequence[Country]
    classes: Sequence[Class]


def find_systems(scene: Scene) -> tuple[Span, ...]:
    """Propose the weapon systems of a sentence: none overlaps another."""
    found = [
        *_listed(scene),
        *_designated(scene),
        *_ships(scene),
    ]
    found = [_widened(scene, span) for span in found]
    found += _before_nouns(scene, found)
    return without_overlap(found)


def is_civil(span: Span) -> bool:
    """Tell an airliner or a spacecraft, which keeps its words from being something else."""
    return any(one.category == CIVIL for one in span.meanings)


@lru_cache(maxsize=1)
def _ordinary() -> frozenset[str]:
    return frozenset(key_of(str(name)) for name in read_reference("names/ordinary.yaml"))


def _listed(scene: Scene) -> Iterator[Span]:
    place = 0
    while place < len(scene.atoms):
        match = scene.lexicon.systems.longest(scene.atoms, place)
        if match is None:
            place += 1
            continue
        after = _without_noun(scene.atoms, match.first, match.after)
        span = Span(match.first, after, "names.weapon_system.listed", 0.95, match.meanings)
        if _counts(scene, span):
            yield span
            place = match.after
        else:
            place += 1


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
    """Tell a name from an ordinary word: there is equipment about, and no other name goes on."""
    if any(country.first <= span.first < country.after for country in scene.countries):
        return span.after - span.first > 1
    if scene.atoms[span.first].text == "A" and scene.atoms[span.first + 1].gap == " ":
        return False  # “A 10-year contract”
    words = scene.text[scene.atoms[span.first].start : scene.atoms[span.after - 1].end]
    bare = key_of(words)
    if bare not in _ordinary() and bare.removesuffix("s") not in _ordinary():
        return True
    atoms = scene.atoms
    if span.after < len(atoms):
        after = atoms[span.after]
        if after.gap == " " and after.capital and after.key not in system_words():
            return False
    if span.first > 0:
        before = atoms[span.first - 1]
        if before.digits or (before.capital and not _is_country_at(scene, span.first - 1)):
            return before.digits or _after_maker(scene, span.first)
    return any(one.category.partition(".")[0] in _EQUIPMENT for one in scene.classes)


def _after_maker(scene: Scene, first: int) -> bool:
    return first == 1 or scene.atoms[first].gap != " " or _maker_before(scene.atoms, first) < first


def _is_country_at(scene: Scene, place: int) -> bool:
    return any(one.first <= place < one.after for one in scene.countries)


def _designated(scene: Scene) -> Iterator[Span]:
    for found in designations(scene.text):
        first, after = _atoms_between(scene.atoms, found.start, found.end)
        noun = _noun_after(scene, after)
        if not found.known and noun is None and not _maker_before(scene.atoms, first) < first:
            continue
        category = found.category or (noun or "")
        if noun and found.category and found.category.partition(".")[0] == noun.partition(".")[0]:
            category = noun if len(noun) > len(found.category) else found.category
        yield Span(first, after, "names.weapon_system.designation", 0.85, (SystemName(category),))


def _ships(scene: Scene) -> Iterator[Span]:
    for start, end in ship_classes(scene.text):
        first, after = _atoms_between(scene.atoms, start, end)
        while first < after - 1 and _is_other(scene, first):
            first += 1
        noun = _noun_after(scene, after)
        if noun is None and "-class" not in scene.text[start:end]:
            continue
        if _is_other(scene, first) and noun is None:
            continue
        yield Span(
            first, after, "names.weapon_system.class", 0.95, (SystemName(noun or "warship"),)
        )


def _atoms_between(atoms: Sequence[Atom], start: int, end: int) -> tuple[int, int]:
    places = [place for place, atom in enumerate(atoms) if start <= atom.start < end]
    return places[0], places[-1] + 1


def _noun_after(scene: Scene, place: int) -> str | None:
    """Return the class of the equipment whose noun follows, modifiers passed over."""
    atoms = scene.atoms
    if place < len(atoms) and atoms[place].key == "s" and not atoms[place].gap:
        return None
    starts = {one.first: one.category for one in scene.classes}
    for step in range(_LONGEST_NAME + 1):
        at = place + step
        if at >= len(atoms) or atoms[at].gap not in {" ", "-", "\u2011"}:
            return None
        if at in starts:
            category = starts[at]
            return category if category.partition(".")[0] in _EQUIPMENT else None
        if atoms[at].key not in MODIFIERS:
            return None
    return None


def _widened(scene: Scene, span: Span) -> Span:
    """Let a name go on to its end: marks and variants, a proper name, and the maker before it."""
    after = _variant_end(scene.atoms, span)
    after = _name_end(scene, span, after)
    first = _maker_before(scene.atoms, span.first)
    return replace(span, first=first, after=after)


def _variant_end(atoms: Sequence[Atom], span: Span) -> int:
    after = span.after
    while after < len(atoms):
        atom = atoms[after]
        plural = atom.key == "s" and atom.text == "s"
        part = atom.digits or (atom.text.isupper() and len(atom.text) <= _LONGEST_NAME)
        if (atom.gap == "" and not plural and (part or len(atom.text) == 1)) or (
            atom.gap in {"-", "/"} and part
        ):
            after += 1
        else:
            break
    return after


def _name_end(scene: Scene, span: Span, after: int) -> int:
    """Take in the capitalized words that go on with the name."""
    atoms, taken = scene.atoms, 0
    built = any(atom.digits for atom in atoms[span.first : after])
    if scene.text[atoms[after - 1].start : atoms[after - 1].end] == "class":
        return after
    while after < len(atoms) and taken < _LONGEST_NAME:
        atom = atoms[after]
        if atom.gap != " " or not atom.capital or _is_other(scene, after):
            break
        if not (built or atom.key in system_words()):
            break
        after += 1
        taken += 1
        while after < len(atoms) and atoms[after].gap == "-" and atoms[after].capital:
            after += 1
    return after


def _is_other(scene: Scene, place: int) -> bool:
    """Tell whether the word at a place speaks of something else than a type."""
    atom = scene.atoms[place]
    return (
        atom.key in TITLES
        or atom.key in MONTHS
        or atom.key in NOT_NAMES
        or atom.key in generic()
        or atom.key.removesuffix("s") in generic()
        or _is_country_at(scene, place)
        or scene.lexicon.organizations.longest(scene.atoms, place) is not None
    )


def _maker_before(atoms: Sequence[Atom], first: int) -> int:
    for length in range(_LONGEST_MAKER, 0, -1):
        start = first - length
        if start < 0 or atoms[first].gap != " ":
            continue
        named = atoms[start:first]
        if tuple(atom.key for atom in named) in makers() and named[0].capital:
            return start
    return first


def _before_nouns(scene: Scene, found: Sequence[Span]) -> Iterator[Span]:
    """Find unknown names by the noun for equipment that follows them."""
    taken = {place for span in found for place in range(span.first, span.after)}
    for one in scene.classes:
        if one.category.partition(".")[0] not in _EQUIPMENT:
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


def _unknown_name(scene: Scene, after: int, taken: set[int]) -> int:
    """Return where a run of unknown capitalized words starts that ends at an atom."""
    atoms, first = scene.atoms, after
    while first > 0 and after - first < _LONGEST_NAME and atoms[first].gap in {" ", "-"}:
        atom = atoms[first - 1]
        if first - 1 in taken or not (atom.capital or (atom.digits and first < after + 1)):
            break
        if atom.capital and _is_other(scene, first - 1):
            break
        first -= 1
    while first < after and atoms[first].digits:
        first += 1
    named = atoms[first:after]
    if not named or first - 1 in taken:
        return after
    if any(place in taken for place in range(first, after)):
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
