"""Names found in atoms, before they become findings."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Span:
    """Atoms `first` to `after` (not included), by which rule, and what they may mean."""

    first: int
    after: int
    rule: str
    confidence: float
    meanings: tuple[Any, ...] = ()

    def meets(self, other: "Span") -> bool:
        """Tell whether both have an atom in common."""
        return self.first < other.after and other.first < self.after


def without_overlap(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Keep the longest of those that meet, the surest of equal ones, in the order of the text."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.first - one.after, -one.confidence, one.first)):
        if not any(span.meets(other) for other in kept):
            kept.append(span)
    return tuple(sorted(kept, key=lambda one: one.first))
