"""Who pays for whom, who builds for whom: agreements by two roles."""

from typing import Any

from rest_framework import serializers

from records.analysis.roles.matrix import role_matrix
from records.api.filters.own import OneOf
from records.api.resources import AGREEMENTS
from records.api.schema.operation import Operation
from records.api.views.research.base import Answer, Asked, ResearchViewSet
from records.enums import PartyRole


class RoleCellSerializer(serializers.Serializer[Any]):
    """Two actors and what is between them."""

    row = serializers.CharField(help_text="Who has the role of the row.")
    column = serializers.CharField(help_text="Who has the role of the column.")
    agreements = serializers.IntegerField(help_text="Agreements that have both.")


class RoleMatrixSerializer(serializers.Serializer[Any]):
    """The cells that are not empty, the largest first."""

    results = RoleCellSerializer(many=True)


class RoleMatrixViewSet(ResearchViewSet):
    """Agreements by the parties in two roles."""

    resource = AGREEMENTS
    row = RoleCellSerializer
    own = {
        "row": OneOf(PartyRole, help_text="Role of the rows.", default=PartyRole.FUNDER),
        "column": OneOf(PartyRole, help_text="Role of the columns.", default=PartyRole.PERFORMER),
    }
    described = Operation(
        id="getRoleMatrix",
        summary="Count agreements by two roles",
        description="How many agreements have a party of one country in one role and another in "
        "the other.",
        answer=lambda resolve: resolve(RoleMatrixSerializer),
    )

    def answer(self, asked: Asked) -> Answer:
        """Count the agreements; one query."""
        cells = role_matrix(asked.records, asked.own["row"], asked.own["column"])
        return Answer([
            {"row": each.row, "column": each.column, "agreements": each.agreements}
            for each in cells
        ])  # fmt: skip
