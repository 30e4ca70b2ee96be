"""A sentence as the rules for weapon systems see it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from records.ingest.finding.names.atoms import Atom
from records.ingest.finding.names.categories import Class
from records.ingest.finding.names.countries import Country
from records.ingest.finding.names.designations import generic
from records.ingest.finding.names.lexicon import Lexicon
from records.ingest.finding.names.vocabulary import MODIFIERS, MONTHS, NOT_NAMES, TITLES

_FURTHEST = 5  # words from a name to the noun for what it is
EQUIPMENT = frozenset(
    {
        "tank", "armored_vehicle", "artillery", "combat_aircraft", "helicopter", "warship",
        "missile", "air_defense", "uas", "transport_aircraft", "small_arms", "usv", "uuv", "ugv",
        "electronic_warfare", "counter_uas", "satellite",
    }
)  # fmt: skip
"""Classes whose noun tells what the name before it is."""


@dataclass(frozen=True)
class Scene:
    """A sentence as the rules for weapon systems see it."""

    text: str
    atoms: Sequence[Atom]
    lexicon: Lexicon
    countries: Sequence[Country]
    classes: Sequence[Class]

    @cached_property
    def _class_at(self) -> dict[int, str]:
        return {one.first: one.category for one in self.classes}

    def is_country(self, place: int) -> bool:
        """Tell whether the word at a place belongs to a country's name."""
        return any(one.first <= place < one.after for one in self.countries)

    def is_adjective(self, place: int) -> bool:
        """Tell whether a country's adjective starts at a place."""
        return any(one.first == place and one.place.form == "people" for one in self.countries)

    def is_other(self, place: int) -> bool:
        """Tell whether the word at a place speaks of something else than a type."""
        key = self.atoms[place].key
        return (
            key in TITLES
            or key in MONTHS
            or key in NOT_NAMES
            or key in generic()
            or key.removesuffix("s") in generic()
            or self.is_country(place)
            or self.lexicon.organizations.longest(self.atoms, place) is not None
        )

    def noun_after(self, place: int) -> str | None:
        """Return the class of the equipment whose noun follows, modifiers passed over."""
        atoms = self.atoms
        if place < len(atoms) and atoms[place].key == "s" and not atoms[place].gap:
            return None
        for at in range(place, min(place + _FURTHEST, len(atoms))):
            if atoms[at].gap not in {" ", "-", "\u2011"}:
                return None
            if at in self._class_at:
                category = self._class_at[at]
                return category if category.partition(".")[0] in EQUIPMENT else None
            if atoms[at].key not in MODIFIERS:
                return None
        return None
