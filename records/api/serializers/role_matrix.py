"""Shape of a matrix of roles."""

from collections.abc import Mapping
from typing import Any

from rest_framework import serializers

from records.analysis.actors import Actor
from records.analysis.roles.matrix import Matrix, Tally
from records.api.serializers.actor import ActorSerializer, actor_brief
from records.enums import PartyRole
from records.representations.base import PlainDecimalField
from records.values.decimals import plain


class CurrencySumSerializer(serializers.Serializer[Any]):
    """What agreements are worth together, in one currency."""

    currency = serializers.CharField(help_text="ISO 4217 code.")
    sum = PlainDecimalField(
        max_digits=30, decimal_places=2, help_text="Sum of the values as reported."
    )
    agreements = serializers.IntegerField(help_text="Agreements in the sum.")


class TallySerializer(serializers.Serializer[Any]):
    """Agreements and their values."""

    agreements = serializers.IntegerField(help_text="Agreements, each counted once.")
    values = CurrencySumSerializer(
        many=True, help_text="Sums of their values by currency; nothing is converted."
    )
    without_value = serializers.IntegerField(
        help_text="Agreements whose value is not known, which is not zero."
    )
    repeated_value = serializers.IntegerField(
        help_text="Agreements whose value is not added, as it is part of another's in the sum."
    )


class ActorTallySerializer(TallySerializer):
    """Agreements of one actor; null where nobody is named in the role."""

    actor = ActorSerializer(allow_null=True)


class RoleCellSerializer(TallySerializer):
    """Two actors and the agreements that have both; null where nobody is named in the role."""

    row = ActorSerializer(allow_null=True, help_text="Who has the role of the row.")
    column = ActorSerializer(allow_null=True, help_text="Who has the role of the column.")

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        """Put the actors first."""
        fields = super().get_fields()
        return {name: fields.pop(name) for name in ("row", "column")} | fields


class RoleMatrixLeftOutSerializer(serializers.Serializer[Any]):
    """What the matrix does not show."""

    cells = serializers.IntegerField(help_text="Cells beyond `limit`, the smallest ones.")
    agreements = serializers.IntegerField(
        help_text="Agreements that match and name nobody in any of the roles."
    )
    repeated_values = serializers.IntegerField(
        help_text="Agreements whose value the sum of all leaves out, as part of another's."
    )


class RoleMatrixSerializer(serializers.Serializer[Any]):
    """The cells that are not empty, those with most agreements first, and totals over all."""

    row = serializers.ListField(
        child=serializers.ChoiceField(PartyRole.choices), help_text="Roles of the rows."
    )
    column = serializers.ListField(
        child=serializers.ChoiceField(PartyRole.choices), help_text="Roles of the columns."
    )
    at = serializers.CharField(help_text="What counts as one actor.")
    double_counting = serializers.CharField(help_text="Whether repeated values are left out.")
    limit = serializers.IntegerField(help_text="Most cells that are shown.")
    total = TallySerializer(help_text="All cells together; each agreement counts once.")
    rows = ActorTallySerializer(
        many=True, help_text="Totals of the rows that have a cell below, over all their cells."
    )
    columns = ActorTallySerializer(
        many=True, help_text="Totals of the columns that have a cell below, over all their cells."
    )
    left_out = RoleMatrixLeftOutSerializer()
    results = RoleCellSerializer(many=True)


def shown_matrix(matrix: Matrix, actors: Mapping[int, Actor]) -> dict[str, Any]:
    """Show what stands beside the cells: totals, and what is left out."""
    return {
        "total": _tally(matrix.total),
        "rows": _sides(matrix.rows, actors),
        "columns": _sides(matrix.columns, actors),
        "left_out": {
            "cells": matrix.cells_beyond,
            "agreements": matrix.neither,
            "repeated_values": matrix.total.repeated,
        },
    }


def shown_cells(matrix: Matrix, actors: Mapping[int, Actor]) -> list[dict[str, Any]]:
    """Show the cells."""
    return [
        {"row": _actor(actors, row), "column": _actor(actors, column), **_tally(tally)}
        for (row, column), tally in matrix.cells.items()
    ]


def _sides(tallies: Mapping[int, Tally], actors: Mapping[int, Actor]) -> list[dict[str, Any]]:
    return [{"actor": _actor(actors, key), **_tally(tally)} for key, tally in tallies.items()]


def _actor(actors: Mapping[int, Actor], key: int) -> dict[str, Any] | None:
    return actor_brief(actors[key]) if key in actors else None


def _tally(tally: Tally) -> dict[str, Any]:
    return {
        "agreements": tally.agreements,
        "values": [
            {"currency": currency, "sum": plain(amount), "agreements": tally.valued[currency]}
            for currency, amount in sorted(tally.sums.items())
        ],
        "without_value": tally.without_value,
        "repeated_value": tally.repeated,
    }
