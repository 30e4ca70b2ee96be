"""Who pays for whom, who builds for whom: agreements by two roles."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from rest_framework import serializers

from records.analysis.actors import Actor, Level, read_actors
from records.analysis.roles.matrix import Matrix, Tally, role_matrix
from records.api.filters.own import OneOf, SomeOf, WholeNumber
from records.api.formats.renderers import Csv, Json, Svg
from records.api.resources import AGREEMENTS
from records.api.schema.operation import Operation
from records.api.views.research.actors import ActorSerializer, actor_brief
from records.api.views.research.base import Answer, Asked, ResearchViewSet
from records.enums import PartyRole
from records.pictures.roles import roles_picture
from records.representations.base import PlainDecimalField
from records.values.decimals import plain

DEFAULT_LIMIT, MAX_LIMIT = 100, 1000

GUARDED, COUNTED = "guarded", "counted"


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


class RoleMatrixViewSet(ResearchViewSet):
    """Agreements by the parties in two roles."""

    renderer_classes = (Json, Csv, Svg)
    resource = AGREEMENTS
    row = RoleCellSerializer
    own = {
        "row": SomeOf(
            PartyRole,
            most=len(PartyRole),
            default=[PartyRole.FUNDER.value],
            help_text="Roles of the rows, separated by commas; `funder` when not given.",
        ),
        "column": SomeOf(
            PartyRole,
            most=len(PartyRole),
            default=[PartyRole.PERFORMER.value],
            help_text="Roles of the columns, separated by commas; `performer` when not given.",
        ),
        "at": OneOf(
            [str(level) for level in Level],
            default=str(Level.COUNTRY),
            help_text="What counts as one actor: an organization, or all of a country together; "
            "organizations without a country stay single.",
        ),
        "double_counting": OneOf(
            [GUARDED, COUNTED],
            default=GUARDED,
            help_text="`guarded` leaves the value of an agreement that implements, amends or is a "
            "subcontract of another one out of each sum that has that one's value in the same "
            "currency; `counted` adds every value.",
        ),
        "limit": WholeNumber(
            1, MAX_LIMIT, default=DEFAULT_LIMIT, help_text="Most cells that are shown."
        ),
    }
    described = Operation(
        id="getRoleMatrix",
        summary="Count agreements by two roles",
        description=(
            "Who has one role where somebody else has another, such as who pays for whose work: "
            "for each two actors the published agreements that have both, and the sums of their "
            "values. An agreement with two funders is in two cells and once in each total, so "
            "cells do not add up to totals. Where nobody has one of the two roles, that side of "
            "the cell is null. An organization stands to itself only if it has two roles. "
            "Everything counts what the filters leave; one query for the matrix and one for names."
        ),
        answer=lambda resolve: resolve(RoleMatrixSerializer),
    )

    def answer(self, asked: Asked) -> Answer:
        """Count and sum the agreements: two queries, one when no organization is named."""
        own = asked.own
        matrix = role_matrix(
            asked.records, own["row"], own["column"], Level(own["at"]),
            limit=own["limit"], guarded=own["double_counting"] == GUARDED,
        )  # fmt: skip
        actors = read_actors({*matrix.rows, *matrix.columns})
        cells = [
            {"row": _brief(actors, row), "column": _brief(actors, column), **_tally(tally)}
            for (row, column), tally in matrix.cells.items()
        ]
        draw = partial(roles_picture, matrix, actors, own["row"], own["column"])
        return Answer(cells, {**own, **_totals(matrix, actors)}, draw)


def _totals(matrix: Matrix, actors: Mapping[int, Actor]) -> dict[str, Any]:
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


def _sides(tallies: Mapping[int, Tally], actors: Mapping[int, Actor]) -> list[dict[str, Any]]:
    return [{"actor": _brief(actors, key), **_tally(tally)} for key, tally in tallies.items()]


def _brief(actors: Mapping[int, Actor], key: int) -> dict[str, Any] | None:
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
