"""What a network is made of."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from records.analysis.actors import Level


@dataclass(frozen=True, slots=True)
class Selection:
    """The agreements and claims that count, and how.

    Of agreements only parties in one of `roles` count, or all if there are none. With `guarded`,
    claims that another one repeats or replaces are left out (see `records.analysis.groups.guard`).
    """

    agreements: "QuerySet[Any]"
    claims: "QuerySet[Any]"
    level: Level
    roles: tuple[str, ...]
    guarded: bool
