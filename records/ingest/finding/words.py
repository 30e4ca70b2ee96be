"""Closed lists of words, written with spaces between them."""


def listed(text: str) -> tuple[str, ...]:
    """Return the words of a list in order."""
    return tuple(text.split())


def word_set(text: str) -> frozenset[str]:
    """Return the words of a list."""
    return frozenset(text.split())
