"""The matrix of two roles: who has the one where somebody has the other, and what it is worth.

A cell is two actors in one agreement, by two different parties of it. Where an agreement has a
party in one role and no other party in the other role, the actor of the missing one is 0. An
agreement with two payers is in two cells, but once in each total.

The whole selection is paired and grouped by the database, along the index of parties by
organization and role or by agreement; over all agreements that is one pass over their parties.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from records.analysis.actors import NOBODY, Level
from records.analysis.roles.statement import COUNTS, Value, matrix_values

_CENT = Decimal("0.01")
_Groups = dict[str, dict[tuple[int, int], "Tally"]]


@dataclass(slots=True)
class Tally:
    """Agreements, and what those are worth together that say so, by currency.

    `repeated` are the agreements whose value is not summed, as it is part of another's that is.
    `agreements` = those with a summed value + `without_value` + `repeated`.
    """

    agreements: int = 0
    without_value: int = 0
    repeated: int = 0
    sums: dict[str, Decimal] = field(default_factory=lambda: defaultdict(Decimal))
    valued: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def add(self, each: Value) -> None:
        """Count agreements of one value."""
        self.agreements += each.agreements
        if each.amount is None:
            self.without_value += each.agreements
        elif each.repeated:
            self.repeated += each.agreements
        else:
            self.sums[each.currency] += Decimal(each.amount).quantize(_CENT) * each.agreements
            self.valued[each.currency] += each.agreements


@dataclass(slots=True)
class Matrix:
    """The largest cells, and the totals of their rows and columns over all cells.

    Actors are numbers as in `records.analysis.actors`. `cells_beyond` counts the smaller cells,
    `neither` the agreements that have a party in none of the roles.
    """

    cells: dict[tuple[int, int], Tally]
    rows: dict[int, Tally]
    columns: dict[int, Tally]
    total: Tally
    cells_beyond: int
    neither: int


def role_matrix(  # noqa: PLR0913 what a matrix is asked for
    agreements: "QuerySet[Any]",
    rows: Sequence[str],
    columns: Sequence[str],
    level: Level,
    *,
    limit: int,
    guarded: bool,
) -> Matrix:
    """Count and sum agreements by the actors in two sets of roles; one query.

    With `guarded`, a sum leaves out the value of an agreement that implements, amends or is a
    subcontract of another one, through any number of published agreements, whose value in the same
    currency is in the same sum. Of agreements in a circle the newer is part of the older.
    """
    groups: _Groups = defaultdict(lambda: defaultdict(Tally))
    counts: dict[str, int] = {}
    for each in matrix_values(agreements, rows, columns, level, limit=limit, guarded=guarded):
        if each.scope in COUNTS:
            counts[each.scope] = each.agreements
        else:
            groups[each.scope][each.row, each.column].add(each)
    return _matrix(groups, counts)


def _matrix(groups: _Groups, counts: Mapping[str, int]) -> Matrix:
    """Put the groups in order: the largest first, then by actor, the unknown one last."""
    cells, rows, columns = (_sorted(groups[scope]) for scope in ("cell", "row", "column"))
    total = groups["total"][NOBODY, NOBODY]
    return Matrix(
        cells,
        {row: tally for (row, _), tally in rows.items()},
        {column: tally for (_, column), tally in columns.items()},
        total,
        counts["cells"] - len(cells),
        counts["selected"] - total.agreements,
    )


def _sorted(tallies: dict[tuple[int, int], Tally]) -> dict[tuple[int, int], Tally]:
    def place(item: tuple[tuple[int, int], Tally]) -> tuple[Any, ...]:
        (row, column), tally = item
        return -tally.agreements, row == NOBODY, row, column == NOBODY, column

    return dict(sorted(tallies.items(), key=place))
