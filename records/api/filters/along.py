"""Reads a list along the rows that carry its date, instead of along the records.

A filter that finds at most one row of each record, such as `organization=ORG-5`, can join that
row. The database then reads the list in order from the rows' own index. With an Exists it walks
all records by date and looks each one up, because it cannot know that both dates are the same:
6 to 18 times slower for an organization with 15,000 of 300,000 claims.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import F, Model, QuerySet

from records.api.filters.asked import Condition
from records.api.filters.engine import Carriers

AnyModel = TypeVar("AnyModel", bound=Model)

KEY, NUMBER = "along_key", "along_number"


@dataclass(frozen=True, slots=True)
class Lead:
    """The rows to read along: their relation, their key of the record, and what to find there."""

    condition: Condition
    relation: str
    owner: str
    column: str
    value: Any


def leading(conditions: Sequence[Condition], carriers: Carriers) -> Lead | None:
    """Find a condition along whose rows a list can be read."""
    for each in conditions:
        if each.rows and each.rows in carriers and each.only and not each.negated:
            return Lead(each, carriers[each.rows], each.rows.owner, *each.only)
    return None


def along(
    queryset: QuerySet[AnyModel], lead: Lead, column: str, implied: Mapping[str, Any]
) -> QuerySet[AnyModel]:
    """Join the row that a condition finds, and name its copies of the date and of the key."""
    lookups = {lead.column: lead.value, **implied}
    found = {f"{lead.relation}__{lookup}": value for lookup, value in lookups.items()}
    keys = {KEY: F(f"{lead.relation}__{column}"), NUMBER: F(f"{lead.relation}__{lead.owner}_id")}
    joined: QuerySet[AnyModel] = queryset.filter(**found).alias(**keys)
    return joined


def place_columns(queryset: QuerySet[Any], column: str) -> tuple[str, str]:
    """Name the columns that order a queryset by a column and the primary key."""
    return (KEY, NUMBER) if KEY in queryset.query.annotations else (column, "id")
