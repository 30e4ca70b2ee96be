"""Closed classes of words that the rules for names ask about."""

from collections.abc import Iterable

from records.ingest.finding.names.atoms import atoms_of
from records.ingest.finding.names.reference import read_reference


def words(names: Iterable[str]) -> frozenset[str]:
    """Return the keys of all words in some texts."""
    return frozenset(atom.key for name in names for atom in atoms_of(name))


def _class(name: str) -> frozenset[str]:
    return words([read_reference("names/words.yaml")[name]])


TITLES = _class("titles")
MONTHS = _class("months")
NOT_NAMES = _class("not_names")
OPENERS = NOT_NAMES - _class("openers_of_names")
"""Capitalized words that no name of an institution starts with."""
AFTER_MILITARY = _class("after_military")
TRAINED = _class("trained")
TRAINING_PLACES = _class("training_places")
NUMBERS = _class("numbers")
SYSTEM_NOUNS = _class("system_nouns")
AFTER_GENERAL = _class("after_general")
MODIFIERS = _class("modifiers")
COMPANY_NOUNS = _class("company_nouns")
MEDIA_NOUNS = _class("media_nouns")
