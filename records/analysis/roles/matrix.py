"""The matrix of two roles: in how many agreements one actor has the one, another the other."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from records.enums import PartyRole


@dataclass(frozen=True, slots=True)
class Cell:
    """Two countries, by ISO 3166-1 alpha-2 code, and the agreements that have them in two roles."""

    row: str
    column: str
    agreements: int


def role_matrix(agreements: QuerySet[Any], row: PartyRole, column: PartyRole) -> list[Cell]:
    """Count agreements by the countries of parties in two roles, the largest count first."""
    parties = agreements.model._meta.get_field("parties").related_model
    pairs = (
        parties._default_manager.filter(
            role=row, agreement__in=agreements.order_by(), agreement__parties__role=column
        )
        .values(
            row=F("organization__country"), column=F("agreement__parties__organization__country")
        )
        .annotate(agreements=Count("agreement", distinct=True))
        .filter(~Q(row=""), ~Q(column=""))
        .order_by("-agreements", "row", "column")
    )
    return [Cell(**pair) for pair in pairs]
