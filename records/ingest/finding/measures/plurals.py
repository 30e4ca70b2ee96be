"""The singular of an English noun.

The regular forms and the nouns of this field whose plural is none of them.
"""

from typing import Final

from records.ingest.finding.words import word_set

IRREGULAR: Final = {
    "people": "person", "persons": "person", "children": "child", "feet": "foot", "knives": "knife",
    "lives": "life", "leaves": "leaf", "crises": "crisis", "bases": "base", "axes": "axe",
    "gases": "gas", "buses": "bus", "lenses": "lens", "sorties": "sortie", "movies": "movie",
    "aircraft": "aircraft", "personnel": "personnel", "staff": "staff", "police": "police",
    "series": "series", "corps": "corps", "chassis": "chassis", "species": "species",
    "headquarters": "headquarters", "barracks": "barracks", "craft": "craft", "cattle": "cattle",
    "spacecraft": "spacecraft", "hovercraft": "hovercraft", "rotorcraft": "rotorcraft",
    "watercraft": "watercraft", "offspring": "offspring", "dead": "person", "others": "person",
    "militia": "militia",
    "watches": "watch", "caches": "cache", "calories": "calorie", "zombies": "zombie",
    "calibres": "calibre", "axles": "axle", "works": "works", "infantry": "infantry",
    "crew": "crew", "hertz": "hertz", "manpads": "manpads", "data": "data", "media": "media",
    "viruses": "virus", "bonuses": "bonus", "campuses": "campus", "statuses": "status",
}  # fmt: skip
_NO_PLURALS = word_set(
    "as was has is its his this us thus plus less unless across towards afterwards besides always "
    "perhaps sometimes overseas does says gas bus lens yes news politics besides minus versus via "
    "alias bias atlas canvas christmas upwards downwards backwards onwards forwards regardless "
    "nevertheless meanwhile whereas nonetheless amongst"
)


def is_plural(word: str) -> bool:
    """Tell whether a lower-case word can be a plural noun, by its form."""
    if word in IRREGULAR:
        return True
    if word in _NO_PLURALS or len(word) < 3:  # noqa: PLR2004 - no noun is that short
        return False
    return word.endswith("men") or (word.endswith("s") and not word.endswith(("ss", "us", "is")))


def singular(word: str) -> str:
    """Return the singular of a lower-case noun; one that is singular comes back as it is."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if not is_plural(word):
        return word
    if word.endswith("men"):
        return word[:-2] + "an"
    if word.endswith("ies") and len(word) > len("ties"):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return word[:-2]
    return word[:-1]
