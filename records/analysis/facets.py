"""How the records of a list are distributed over the values that they have in common."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from records.analysis.groups.catalogue import KEYS
from records.analysis.groups.keys import Key, Term, in_order, name_joined, term
from records.analysis.groups.tables import ask, keyed, said

MOST_VALUES = 20


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value and the number of records that have it."""

    term: Term
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """The most frequent values, the records without any, and what is not listed.

    `more_values` counts further values and `others` sums their counts; where a record can have
    several values, a record with two of them counts twice there.
    """

    values: tuple[FacetValue, ...]
    unknown: int
    more_values: int
    others: int


def facets(records: QuerySet[Any], names: Sequence[str]) -> dict[str, Facet]:
    """Count records by the values of each of some keys: one query a key.

    Reads all records of the queryset and their rows: no index can count for it.
    """
    keys = KEYS[records.model]
    return {name: _facet(records, keys[name]) for name in names}


def _facet(records: QuerySet[Any], key: Key) -> Facet:
    rows = _counted(records, key)
    unknown = sum(count for value, _, count, _, _ in rows if value is None)
    known = [row for row in rows if row[0] is not None][:MOST_VALUES]
    values = tuple(
        FacetValue(found, count)
        for value, name, count, _, _ in known
        if (found := term(key, value, name))
    )
    every, total = rows[0][3:] if rows else (0, 0)
    return Facet(
        values=values,
        unknown=unknown,
        more_values=every - len(values) - (unknown > 0),
        others=total - unknown - sum(each.count for each in values),
    )


def _counted(records: QuerySet[Any], key: Key) -> list[tuple[Any, ...]]:
    """Read (value, name, records, number of values, sum of records), the unknown value first."""
    name, name_join = name_joined(key, "found.value", "named")
    order = f"(value IS NULL) DESC, count DESC, {in_order(key, 'value')}"
    return ask(
        keyed(records, [key]),
        f"""
        SELECT found.value, {name}, found.count, found.every, found.total FROM (
            SELECT key_0 AS value, COUNT(*) AS count, COUNT(*) OVER () AS every,
                   CAST(SUM(COUNT(*)) OVER () AS bigint) AS total
            FROM {said([key])} GROUP BY key_0
            ORDER BY (key_0 IS NULL) DESC, COUNT(*) DESC, {in_order(key, "key_0")}
            LIMIT {MOST_VALUES + 1}
        ) AS found {name_join} ORDER BY {order}
        """,  # noqa: S608 names of our own columns only
    )
