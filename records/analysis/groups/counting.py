"""Counts claims by their keys."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from django.db.models import Case, Max, QuerySet, Value, When

from records.analysis.groups.keys import Key, in_order, name_joined
from records.analysis.groups.question import Question
from records.analysis.groups.tables import Rows, ask, keyed, listed, said
from records.enums import ClaimRelationKind, MeasureMode, ReviewStatus
from records.models import Claim, ClaimRelation, Measure


class Counts(NamedTuple):
    """One group: its keys as stored, their names, and how many claims it has of which sort.

    `groups` and `claims` say how many there are in all.
    """

    keys: tuple[Any, ...]
    names: tuple[str | None, ...]
    claims: int
    without_value: int
    relative_only: int
    disputed: int
    groups: int
    total: int


def count(
    selection: QuerySet[Claim],
    keys: Sequence[Key],
    asked: Question,
    summed: Iterable[tuple[Any, ...]],
) -> list[Counts]:
    """Count claims by their keys, the largest groups first: one query.

    The groups that have sums, by their keys, are there even if no claim counts in them.
    """
    columns = [f"key_{place}" for place in range(len(keys))]
    placed = list(zip(keys, columns, strict=True))
    order = ", ".join(
        ["claims DESC", *(f"{in_order(key, name)} NULLS LAST" for key, name in placed)]
    )
    named = [name_joined(key, f"largest.{name}", f"of_{name}") for key, name in placed]
    rows = ask(
        {
            "selection(id)": selection.order_by().values_list("pk"),
            "figured(id, absolute)": _figured(selection, asked),
            "disputed(id)": _disputed(),
            **listed(summed, keys),
            **keyed(selection, keys),
        },
        f"""
        , counted AS (
            SELECT {", ".join(columns)},
                   COUNT(*) AS claims,
                   COUNT(*) FILTER (WHERE figured.id IS NULL) AS without_value,
                   COUNT(*) FILTER (WHERE figured.absolute = 0) AS relative_only,
                   COUNT(disputed.id) AS disputed
            FROM {said(keys)}
            LEFT JOIN figured ON figured.id = said.id
            LEFT JOIN disputed ON disputed.id = said.id
            GROUP BY {", ".join(columns)}
        ), made AS (
            SELECT {", ".join(columns)}, MAX(claims) AS claims, MAX(without_value),
                   MAX(relative_only), MAX(disputed)
            FROM (SELECT * FROM counted UNION ALL SELECT listed.*, 0, 0, 0, 0 FROM listed) AS every
            GROUP BY {", ".join(columns)}
        ), largest AS (
            SELECT made.*, COUNT(*) OVER () AS every, (SELECT COUNT(*) FROM selection) AS total
            FROM made ORDER BY {order} LIMIT {asked.limit:d}
        )
        SELECT largest.*, {", ".join(name for name, _ in named)}
        FROM largest {" ".join(joined for _, joined in named)} ORDER BY {order}
        """,  # noqa: S608 names of our own columns, and a number
    )
    return [_counts(row, len(keys)) for row in rows]


def _counts(row: tuple[Any, ...], keys: int) -> Counts:
    numbers = row[keys : keys + 6]
    return Counts(row[:keys], row[keys + 6 :], *numbers)


def _figured(selection: QuerySet[Claim], asked: Question) -> Rows:
    """Select the claims with figures, and whether one of them is absolute."""
    absolute = Case(When(mode=MeasureMode.ABSOLUTE, then=Value(1)), default=Value(0))
    rows = Measure.objects.filter(asked.where, claim__in=selection.order_by().values("pk"))
    by_claim = rows.order_by().values("claim_id").annotate(absolute=Max(absolute))
    return by_claim.values_list("claim_id", "absolute")


def _disputed() -> Rows:
    """Select the published claims of which one contradicts the other, unless it was retracted."""
    disputes = ClaimRelation.objects.standing().filter(
        kind=ClaimRelationKind.CONTRADICTS, other__review_status=ReviewStatus.PUBLISHED
    )
    ends = disputes.order_by()
    return ends.values_list("claim_id").union(ends.values_list("other_id"))
