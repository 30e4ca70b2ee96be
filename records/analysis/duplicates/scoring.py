"""How likely two records are one, from 0 to 100, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from rapidfuzz.distance import JaroWinkler

from records.analysis.duplicates.blocking import Rarity
from records.analysis.duplicates.profiles import Profile, Words
from records.analysis.duplicates.words import has_digit

CERTAIN = 100
CONTAINED, SHARED = 0.6, 0.4
"""Weights of how much of the shorter name is in the longer, and how much of both is shared."""

MISSPELT = 0.93
"""Names written together are taken for spellings of one from this Jaro-Winkler similarity on."""

_NUMBERS_DIFFER = 40
_FEW = 4
"""A name this short is like many others by chance."""


@dataclass(frozen=True, slots=True)
class Score:
    """A score and the codes of its reasons."""

    value: int
    reasons: tuple[str, ...]


def score(one: Profile, other: Profile, rarity: Rarity) -> Score:
    """Compare two records."""
    if one.identifiers & other.identifiers:
        return Score(CERTAIN, ("same_identifier",))
    value, reasons = _best_name(one, other, rarity)
    for change, reason in _circumstances(one, other):
        value += change
        reasons.append(reason)
    return Score(max(0, min(CERTAIN - 1, round(value))), tuple(reasons))


def _best_name(one: Profile, other: Profile, rarity: Rarity) -> tuple[float, list[str]]:
    best, reason = 0.0, ""
    for mine, theirs in product(one.names, other.names):
        value, why = _similarity(mine, theirs, rarity)
        if value > best:
            best, reason = value, why
    return best, [reason] if reason else []


def _similarity(mine: Words, theirs: Words, rarity: Rarity) -> tuple[float, str]:
    first, second = set(mine), set(theirs)
    if first == second:
        return 90.0, "same_name"
    together, apart = "".join(mine), "".join(theirs)
    if together == apart:
        return 90.0, "same_name"
    alike = JaroWinkler.similarity(together, apart)
    value, reason = _shared(first, second, rarity), "shared_words"
    if alike >= MISSPELT and min(len(together), len(apart)) > _FEW and 88 * alike > value:
        value, reason = 88 * alike, "similar_spelling"
    if _numbers(first) != _numbers(second):
        value -= _NUMBERS_DIFFER
    return value, reason


def _shared(first: set[str], second: set[str], rarity: Rarity) -> float:
    """Weigh the words that both names have by how rare they are."""
    common = sum(map(rarity.of, first & second))
    if not common:
        return 0.0
    smaller = min(sum(map(rarity.of, first)), sum(map(rarity.of, second)))
    every = sum(map(rarity.of, first | second))
    return 90 * (CONTAINED * common / smaller + SHARED * common / every)


def _numbers(words: set[str]) -> set[str]:
    return {word for word in words if has_digit(word)}


def _circumstances(one: Profile, other: Profile) -> Iterator[tuple[int, str]]:
    if one.country and other.country:
        same = one.country == other.country
        yield (6, "same_country") if same else (-15, "other_country")
    if one.site and one.site == other.site:
        yield 12, "same_site"
    if _schemes(one) & _schemes(other):
        yield -30, "other_identifier"
    if one.linked and other.linked:
        yield (8, "shared_organizations") if one.linked & other.linked else (-10, "others_named")
    if one.earliest and one.latest and other.earliest and other.latest:
        touch = one.earliest <= other.latest and other.earliest <= one.latest
        yield (4, "same_time") if touch else (-15, "other_time")


def _schemes(profile: Profile) -> set[str]:
    return {each.partition(":")[0] for each in profile.identifiers}
