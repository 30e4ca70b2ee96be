"""What somebody may have meant whose search finds nothing."""

from collections.abc import Sequence
from itertools import islice, product

from rapidfuzz.distance import OSA

from records.models import NameStart, Record
from records.values.search_query import SearchQuery

SHORTEST = 4
"""Letters of a word that can be recognised in spite of a mistake."""

NEAR = 0.7
"""Share of the letters of the longer word that may be left when the wrong ones are taken away."""

MOST = 3


def suggestions(models: Sequence[type[Record]], query: SearchQuery) -> list[str]:
    """Write searches for the words of published names that are nearest to those of a search.

    Words that names have, that no name comes near, numbers and short words stay as they are; where
    all do, nothing is suggested. In three letters of ten one may be missing, added, wrong or
    exchanged with its neighbour; the first letter may only be missing, added or exchanged. One
    query for each word, which reads the names that begin with one of two letters.
    """
    (alternative, *others) = query.alternatives
    if others or alternative.excluded:
        return []
    words = [word for term in alternative.terms for word in term[0].words]
    options = [_nearest(models, word) for word in words]
    written = (" ".join(chosen) for chosen in product(*options))
    asked = " ".join(words)
    return list(islice((each for each in written if each != asked), MOST))


def _nearest(models: Sequence[type[Record]], word: str) -> list[str]:
    """List the word itself if it can stay, else the nearest known ones, else the word again."""
    if len(word) < SHORTEST or not word.isalpha():
        return [word]
    known = _known(models, word)
    if word in known:
        return [word]
    nearness = {each: OSA.normalized_similarity(word, each) for each in known}
    near = [each for each in known if nearness[each] >= NEAR]
    return sorted(near, key=lambda each: (-nearness[each], each))[:MOST] or [word]


def _known(models: Sequence[type[Record]], word: str) -> set[str]:
    """Read the words of names that begin with one of the first two letters of a word."""
    spare = round(len(word) * (1 - NEAR)) + 1
    rows = NameStart.objects.filter(record_type__in=[model.record_type for model in models])
    lengths = (max(len(word) - spare, SHORTEST), len(word) + spare)
    return rows.words(set(word[:2]), *lengths)
