"""Precision, recall and F1 of findings against labels."""

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Score:
    """How many labels there are, how many were predicted, and how many of both agree."""

    gold: int = 0
    predicted: int = 0
    right: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.gold + other.gold, self.predicted + other.predicted, self.right + other.right
        )

    @property
    def precision(self) -> float:
        """Share of what was predicted that is right; 1 when nothing was predicted."""
        return self.right / self.predicted if self.predicted else 1.0

    @property
    def recall(self) -> float:
        """Share of the labels that were found; 1 when there is none."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.gold + self.predicted
        return 2 * self.right / both if both else 1.0

    def figures(self) -> dict[str, Any]:
        """Give what is printed, shares rounded to four digits."""
        return {
            "precision": round(self.precision, 4),
            "recall": round(self.recall, 4),
            "f1": round(self.f1, 4),
            "gold": self.gold,
            "predicted": self.predicted,
        }


@dataclass(frozen=True, slots=True)
class Compared:
    """One label of one sentence: its score, what was missed, and what is wrong."""

    score: Score
    missed: tuple[Any, ...]
    wrong: tuple[Any, ...]


def compare(gold: Iterable[Hashable], predicted: Iterable[Hashable]) -> Compared:
    """Compare as multisets: a label that stands twice is to be found twice."""
    wanted, found = Counter(gold), Counter(predicted)
    return Compared(
        Score(wanted.total(), found.total(), (wanted & found).total()),
        tuple((wanted - found).elements()),
        tuple((found - wanted).elements()),
    )
