"""Who pays for whom, who builds for whom: agreements by two roles."""

from functools import partial

from records.analysis.actors import Level, read_actors
from records.analysis.roles.matrix import role_matrix
from records.api.filters.actor_level import ActorLevel
from records.api.filters.double_counting import GUARDED, DoubleCounting
from records.api.filters.own import SomeOf, WholeNumber
from records.api.formats.renderers import Csv, Json, Svg
from records.api.resources import AGREEMENTS
from records.api.schema.operation import Operation
from records.api.serializers.role_matrix import (
    RoleCellSerializer,
    RoleMatrixSerializer,
    shown_cells,
    shown_matrix,
)
from records.api.views.research.base import Answer, Asked, ResearchViewSet
from records.enums import PartyRole
from records.pictures.roles import name_of, roles_picture

DEFAULT_LIMIT, MAX_LIMIT = 100, 1000


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
        "at": ActorLevel(),
        "double_counting": DoubleCounting(
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
        axes = name_of(own["row"]), name_of(own["column"])
        draw = partial(roles_picture, matrix, actors, axes)
        return Answer(shown_cells(matrix, actors), {**own, **shown_matrix(matrix, actors)}, draw)
