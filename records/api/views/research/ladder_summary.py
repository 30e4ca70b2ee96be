"""How far many agreements have come together."""

from functools import partial

from django.utils import timezone

from records.analysis.ladder.reading import read_ladders
from records.analysis.ladder.summing import sum_ladders
from records.api.formats.renderers import Csv, Json, Svg
from records.api.resources import AGREEMENTS
from records.api.schema.operation import Operation
from records.api.serializers.ladder_summary import (
    LadderSummarySerializer,
    RungTallySerializer,
    shown_rung_tally,
    shown_summary,
)
from records.api.views.research.base import Answer, Asked, ResearchViewSet
from records.api.views.research.ladder import ON
from records.pictures.progress import levels_picture


class LadderSummaryViewSet(ResearchViewSet):
    """Agreements by the rungs that they have come to."""

    tag = "ladder"
    resource = AGREEMENTS
    renderer_classes = (Json, Csv, Svg)
    row = RungTallySerializer
    own = {"on": ON}
    described = Operation(
        id="sumLadders",
        summary="Count how far agreements have come",
        description=(
            "For each rung: how many agreements have come to it, how many wait on it for the next "
            "one and for how long, and how long it took from the rung before. Days are summed up "
            "where both bounds are known: the true sum and median lie between the sums and "
            "medians of the bounds."
        ),
        answer=lambda resolve: resolve(LadderSummarySerializer),
    )

    def answer(self, asked: Asked) -> Answer:
        """Sum up; three queries."""
        on = asked.own["on"] or timezone.localdate()
        found = sum_ladders(read_ladders(asked.records.order_by("pk"), on))
        return Answer(
            [shown_rung_tally(rung, tally) for rung, tally in found.rungs.items()],
            {"on": on, **shown_summary(found)},
            partial(levels_picture, found, on),
        )
