"""How alike two statements are."""

from rapidfuzz import fuzz


def similarity(one: str, other: str) -> int:
    """Return the share of letters that two texts have in common, in order, as a percentage.

    Both are given as their folded words with a space between them (`records.values.words`), so
    neither case nor accents nor marks count. 100 is given to equal words alone.
    """
    return int(fuzz.ratio(one, other))
