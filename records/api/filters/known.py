"""Codes of reference data that this process has seen."""

from collections.abc import Callable, Iterable, Sequence


class KnownCodes:
    """Remembers codes, so that checking one that exists costs no query.

    A code that is not remembered is looked up again, all codes at once, so new reference data
    are found without a restart. One that was deleted meanwhile is still accepted and matches
    nothing.
    """

    def __init__(self, load: Callable[[], Iterable[str]]) -> None:
        """Take what reads all codes from the database, in one query."""
        self._load = load
        self._codes: tuple[str, ...] = ()
        self._set: frozenset[str] = frozenset()

    def missing(self, codes: Sequence[str]) -> list[str]:
        """List those of the given codes that do not exist."""
        if self._set.issuperset(codes):
            return []
        self._codes = tuple(self._load())
        self._set = frozenset(self._codes)
        return [code for code in codes if code not in self._set]

    def codes(self) -> tuple[str, ...]:
        """Give the codes as last read."""
        return self._codes

    def forget(self) -> None:
        """Read the codes again when they are next needed."""
        self._codes, self._set = (), frozenset()
