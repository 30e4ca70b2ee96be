"""What is asked of groups of claims, and what is answered."""

from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Q

from records.analysis.groups.keys import Term
from records.analysis.groups.sums import Sum


class SumsState(StrEnum):
    """Whether there are sums, and why not."""

    GIVEN = "given"
    NOT_ASKED = "not_asked"
    TOO_MANY_FIGURES = "too_many_figures"


@dataclass(frozen=True, slots=True)
class Question:
    """How to group: by what, categories at which depth, which figures, how many groups.

    `where` says of a measure whether it is looked at; figures are summed only if `summed`.
    """

    by: tuple[str, ...]
    depth: int
    where: Q
    summed: bool
    guarded: bool
    limit: int


@dataclass(frozen=True, slots=True)
class Group:
    """Claims with the same terms; a term of None is the unknown. `sums` is None if not summed.

    `count` is 0 where no claim counts, but figures are summed.
    """

    terms: tuple[Term | None, ...]
    count: int
    without_value: int
    relative_only: int
    disputed: int
    sums: tuple[Sum, ...] | None


@dataclass(frozen=True, slots=True)
class FiguresLeftOut:
    """Figures that count in no sum, or not in that of each of their groups, by the reason.

    Replaced and restated ones are explained in `records.analysis.groups.guard`, running totals and
    parts in `records.analysis.groups.sums`. Denied figures are those of denials; unusable ones
    leave no number possible.
    """

    replaced_figures: int
    restated_figures: int
    running_totals: int
    parts: int
    denied: int
    unusable: int


@dataclass(frozen=True, slots=True)
class Groups:
    """The largest groups, the claims that they were made of, and what is left out.

    `restatements` and `replaced` count claims. `figures_left_out` is None without sums.
    """

    groups: tuple[Group, ...]
    total: int
    further_groups: int
    restatements: int
    replaced: int
    sums: SumsState
    figures_left_out: FiguresLeftOut | None
