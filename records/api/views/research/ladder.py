"""How far agreements have come."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from typing import Any, ClassVar

import orjson
from django.http import HttpResponse
from django.utils import timezone
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.viewsets import ViewSet

from records.analysis.ladder.climbing import Ladder
from records.analysis.ladder.reading import read_ladders
from records.api.conditional import json_answer
from records.api.errors import InvalidQueryError
from records.api.exports.whole import BATCH
from records.api.filters.cursors import CursorParameter
from records.api.filters.own import Day, SomeOf, WholeNumber, read_own
from records.api.filters.parameters import parameter
from records.api.formats.negotiation import PARAMETER, FormatNegotiation
from records.api.formats.preamble import Preamble
from records.api.formats.renderers import LIST_FORMATS, Csv, Json, Svg
from records.api.formats.svg_files import svg_answer
from records.api.query import unknown_parameters
from records.api.query_string import validated_query
from records.api.resources import AGREEMENTS, Resource
from records.api.schema.formats import format_parameter
from records.api.schema.operation import Operation
from records.api.schema.records import id_parameter
from records.api.serializers.ladder import (
    LadderRungSerializer,
    LadderSerializer,
    LaddersSerializer,
    WholeLadderSerializer,
    shown_head,
    shown_ladder,
    shown_lag,
    shown_rung,
)
from records.api.views.research.base import Answer, Asked, table
from records.api.views.research.pages import PAGE_SIZE, PagedViewSet, next_page
from records.enums import LadderState, Rung
from records.models import Agreement, Claim
from records.pictures.progress import ladder_picture, ladders_picture
from records.services.importing.references import batches

_CURSOR = CursorParameter(int)
_FORMATS = (Json, Csv, Svg)
_CENTURY = 36_525

ON = Day(help_text="Day for which it is told; today when not given. What is later does not count.")
_MEANING = (
    "A rung is reached by a milestone, by a published claim about the agreement (an order, "
    "financing, production, a delivery), or, without a date, by the agreement's status. Plans, "
    "promises and denials reach none. The status is that of now and cannot be placed in time, but "
    "on a past day it implies no rung that a milestone comes to only later, nor any above it. A "
    "claim of a delivery, or a milestone of the first one, leaves an agreement `delivering` until "
    "a milestone reports the delivery. `steps` names what reports a rung. `waited` counts the days "
    "since the last rung while agreements of this kind are expected to come further."
)


class LadderViewSet(PagedViewSet):
    """The ladders of many agreements."""

    renderer_classes = (*LIST_FORMATS, Svg)
    tag = "ladder"
    resource = AGREEMENTS
    row = LadderSerializer
    own = {
        "on": ON,
        "state": SomeOf(
            LadderState, most=len(LadderState), default=(), help_text="Whether more is expected."
        ),
        "last": SomeOf(
            Rung, most=len(Rung), default=(), help_text="Last rung, as `last` tells it."
        ),
        "waited_min": WholeNumber(
            0, _CENTURY, default=0, help_text="Waiting certainly for at least so many days."
        ),
        "page_size": PAGE_SIZE,
        "cursor": _CURSOR,
    }
    described = Operation(
        id="listLadders",
        summary="List how far agreements have come",
        description=f"The ladders of agreements in brief, by id. {_MEANING}",
        answer=lambda resolve: resolve(LaddersSerializer),
    )

    def answer(self, asked: Asked) -> Answer:
        """Read a page; three queries, and one more unless ladders are chosen by what they tell."""
        own = asked.own
        on, size = own["on"] or timezone.localdate(), own["page_size"]
        rows = asked.records.order_by("pk")
        if own["cursor"]:
            rows = rows.filter(pk__gt=own["cursor"][0])
        if own["state"] or own["last"] or own["waited_min"]:
            found = [each for each in read_ladders(rows, on) if _asked_for(each, own)]
        else:
            numbers = list(rows.values_list("pk", flat=True)[: size + 1])
            some = Agreement.objects.filter(pk__in=numbers).order_by("pk")
            found = list(read_ladders(some, on))
        page = found[:size]
        last = (page[-1].facts.agreement,) if len(found) > size else None
        return Answer(
            [shown_ladder(each) for each in page],
            {"on": on, "next": next_page(self.request, asked, _CURSOR, last)},
            partial(ladders_picture, page, on, more=last is not None),
        )

    def every(self, asked: Asked) -> tuple[dict[str, Any], Iterable[dict[str, Any]]]:
        """Read all; one query, and three for each few hundred agreements."""
        on = asked.own["on"] or timezone.localdate()
        return {"on": on}, map(shown_ladder, _all_asked_for(asked, on))


def _all_asked_for(asked: Asked, on: date) -> Iterator[Ladder]:
    found = asked.records.order_by("pk").values_list("pk", flat=True).iterator(chunk_size=BATCH)
    for numbers in batches(found, BATCH):
        some = Agreement.objects.filter(pk__in=numbers).order_by("pk")
        yield from (each for each in read_ladders(some, on) if _asked_for(each, asked.own))


def _asked_for(ladder: Ladder, own: Any) -> bool:
    waited = ladder.waited.min if ladder.waited else None
    return (
        (not own["state"] or ladder.state in own["state"])
        and (not own["last"] or (ladder.last is not None and ladder.last.rung in own["last"]))
        and (not own["waited_min"] or (waited is not None and waited >= own["waited_min"]))
    )


class LadderMixin(ViewSet):
    """The ladder of one agreement."""

    resource: ClassVar[Resource]

    @action(detail=True, renderer_classes=_FORMATS, content_negotiation_class=FormatNegotiation)
    def ladder(self, request: Request, id: str) -> HttpResponse:  # noqa: A002 the path's own name
        """Answer with the ladder of a published agreement; four queries."""
        on = _day(request)
        number = self._number(id)
        preamble = Preamble.of(request) if isinstance(request.accepted_renderer, Csv) else None
        published = Agreement.objects.published().filter(pk=number)
        found = next(read_ladders(published, on), None)
        if found is None:
            if moved := self._moved(request, number, "ladder/"):
                return moved
            raise self._missing(id)
        if isinstance(request.accepted_renderer, Svg):
            return svg_answer(request, partial(ladder_picture, found, on))
        claims = _claims_of(found)
        rungs = [shown_rung(each, claims) for each in found.rungs]
        about = {"on": on, **shown_head(found), "lags": [shown_lag(each) for each in found.lags]}
        if preamble:
            return table(preamble.saying(about), LadderRungSerializer, rungs)
        return json_answer(request, orjson.dumps({**about, "results": rungs}))

    def _number(self, public_id: str) -> int:
        raise NotImplementedError

    def _moved(self, request: Request, number: int, below: str = "") -> HttpResponse | None:
        raise NotImplementedError

    def _missing(self, public_id: str) -> Exception:
        raise NotImplementedError


def _day(request: Request) -> date:
    """Read the day. Raises InvalidQueryError for it and for anything else."""
    query = validated_query(request)
    own, items = read_own({"on": ON}, query)
    items += unknown_parameters(query, ("on", PARAMETER))
    if items:
        raise InvalidQueryError(items)
    return own["on"] or timezone.localdate()


def _claims_of(ladder: Ladder) -> dict[int, Claim]:
    steps = (step for rung in ladder.rungs for step in rung.steps)
    numbers = {step.claim for step in steps if step.claim}
    return Claim.objects.defer("document").in_bulk(numbers)


LADDER = Operation(
    id="getAgreementLadder",
    summary="See how far an agreement has come",
    description=f"The rungs of one agreement, with what reports each of them. {_MEANING}",
    answer=lambda resolve: resolve(WholeLadderSerializer),
    parameters=[id_parameter(AGREEMENTS), parameter("on", ON), format_parameter(_FORMATS)],
    problems=(404, 410),
    formats=_FORMATS,
    merges=True,
)
