"""Reads the figures of claims."""

from dataclasses import dataclass, fields

from django.db.models import Q, QuerySet

from records.analysis.figures.reported import Reported, told_apart
from records.models import Claim

MOST_READ = 50_000
"""So many figures are looked at, those of the newest claims; the others are counted."""

_OF_CLAIM = {
    "claim": "pk",
    "modality": "modality",
    "said_by": "said_by_id",
    "speaker_name": "speaker_name",
    "credibility": "credibility",
    "occurred": "occurred",
    "occurred_earliest": "occurred_earliest",
    "occurred_latest": "occurred_latest",
}
_OF_MEASURE = {"weapon_system": "weapon_system_id", "category": "category_id"}
"""Columns of a measure that are called otherwise."""


def columns(claim: str, measure: str) -> list[str]:
    """List the columns that make a `Reported`, in order, by the ways to the claim and the measure.

    A way is empty, or ends with two underscores.
    """
    names = [each.name for each in fields(Reported) if each.name != "apart"]
    return [
        f"{claim}{_OF_CLAIM[name]}"
        if name in _OF_CLAIM
        else f"{measure}{_OF_MEASURE.get(name, name)}"
        for name in names
    ]


_COLUMNS = columns(claim="", measure="measures__")


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures claim by claim, the newest first, and how many more there are."""

    figures: list[Reported]
    not_read: int

    @property
    def claims(self) -> set[int]:
        """Numbers of the claims that have them."""
        return {each.claim for each in self.figures}


def read_figures(claims: QuerySet[Claim], where: Q) -> Figures:
    """Read the figures of claims that match; one query, and one more to count what is too much.

    `where` looks at a measure from its claim: `Q(measures__metric="funding")`. The index of
    measures by metric and mode finds them, or that of claims by date when few are left out; a
    question about all claims scans until MOST_READ figures are found.
    """
    found = claims.filter(where)
    rows = list(_newest(found).values_list(*_COLUMNS)[: MOST_READ + 1])
    beyond = found.count() - MOST_READ if len(rows) > MOST_READ else 0
    return Figures(told_apart(Reported(*row) for row in rows[:MOST_READ]), beyond)


def _newest(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    return claims.order_by("-occurred_sort", "-pk", "measures__position", "measures__pk")
