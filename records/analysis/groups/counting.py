"""Counts claims by their keys."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet

from records.analysis.groups.keys import Key, in_order, name_joined
from records.analysis.groups.question import Question
from records.analysis.groups.tables import Rows, ask, keyed, said
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


def count(selection: QuerySet[Claim], keys: Sequence[Key], asked: Question) -> list[Counts]:
    """Count claims by their keys, the largest groups first: one query."""
    columns = [f"key_{place}" for place in range(len(keys))]
    placed = list(zip(keys, columns, strict=True))
    order = ", ".join(
        ["claims DESC", *(f"{in_order(key, name)} NULLS LAST" for key, name in placed)]
    )
    named = [name_joined(key, f"largest.{name}", f"of_{name}") for key, name in placed]
    rows = ask(
        keyed(selection, keys, **_flags(asked)) | {"selection(id)": _numbers(selection)},
        f"""
        , counted AS (
            SELECT {", ".join(columns)}, COUNT(*) AS claims,
                   COUNT(*) FILTER (WHERE NOT figured) AS without_value,
                   COUNT(*) FILTER (WHERE figured AND NOT absolute) AS relative_only,
                   COUNT(*) FILTER (WHERE disputed) AS disputed
            FROM {said(keys)} GROUP BY {", ".join(columns)}
        ), largest AS (
            SELECT counted.*, COUNT(*) OVER () AS every, (SELECT COUNT(*) FROM selection) AS total
            FROM counted ORDER BY {order} LIMIT {asked.limit:d}
        )
        SELECT largest.*, {", ".join(name for name, _ in named)}
        FROM largest {" ".join(joined for _, joined in named)} ORDER BY {order}
        """,  # noqa: S608 names of our own columns, and a number
    )
    return [_counts(row, len(keys)) for row in rows]


def _numbers(selection: QuerySet[Claim]) -> Rows:
    return selection.order_by().values_list("pk")


def _counts(row: tuple[Any, ...], keys: int) -> Counts:
    numbers = row[keys : keys + 6]
    return Counts(row[:keys], row[keys + 6 :], *numbers)


def _flags(asked: Question) -> dict[str, Any]:
    """Say of a claim whether it has figures, absolute ones, and an opponent."""
    own = Measure.objects.filter(asked.where, claim=OuterRef("pk"))
    return {
        "figured": Exists(own),
        "absolute": Exists(own.filter(mode=MeasureMode.ABSOLUTE)),
        "disputed": Q(pk__in=_disputing("claim", "other")) | Q(pk__in=_disputing("other", "claim")),
    }


def _disputing(side: str, opponent: str) -> Rows:
    """Select the claims on one side of a contradiction with a published claim."""
    disputes = ClaimRelation.objects.filter(
        **{
            "kind": ClaimRelationKind.CONTRADICTS,
            f"{opponent}__review_status": ReviewStatus.PUBLISHED,
        }
    )
    return disputes.order_by().values_list(f"{side}_id")
