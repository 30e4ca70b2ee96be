"""How a question over many records is asked and answered."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, cast

import orjson
from django.http import HttpResponse, HttpResponseBase, QueryDict
from rest_framework.request import Request
from rest_framework.serializers import Serializer
from rest_framework.viewsets import ViewSet

from records.api.conditional import json_answer
from records.api.errors import ErrorItem, InvalidQueryError
from records.api.filters import FILTERS
from records.api.filters.engine import NEGATION
from records.api.filters.own import OwnParameter, read_own
from records.api.formats.columns import Table
from records.api.formats.csv_files import csv_lines
from records.api.formats.negotiation import PARAMETER, FormatNegotiation
from records.api.formats.preamble import Preamble
from records.api.formats.renderers import Csv, Format, Json, Svg
from records.api.formats.svg_files import Drawing, svg_answer
from records.api.query import unknown_parameters
from records.api.query_string import validated_query
from records.api.resources import Resource
from records.api.schema.operation import Operation
from records.api.schema.research import NOT_OFFERED, filter_names, research_parameters


@dataclass(frozen=True, slots=True)
class Asked:
    """The published records that match, and the endpoint's own parameters by name.

    The records are a queryset, or what else `ResearchViewSet.matching` chooses.
    """

    records: Any
    own: Mapping[str, Any]
    query: QueryDict


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of an answer, what it says beside them, and what draws it where pictures are."""

    results: list[dict[str, Any]]
    about: dict[str, Any] = field(default_factory=dict)
    draw: Drawing | None = None


class ResearchViewSet(ViewSet):
    """A question over the published records of one resource, answered as JSON or as a table.

    It takes the filters of its resource and `own` parameters; an own parameter hides a filter of
    the same name. `row` is the shape of one result, from which the columns of a table are read.
    `writers` maps each further format of `renderer_classes` to what writes it.
    """

    content_negotiation_class = FormatNegotiation
    renderer_classes: Sequence[type[Format]] = (Json, Csv)

    resource: ClassVar[Resource]
    own: ClassVar[Mapping[str, OwnParameter]] = {}
    row: ClassVar[type[Serializer[Any]]]
    described: ClassVar[Operation]
    writers: ClassVar[Mapping[type[Format], Callable[[Preamble, Answer], HttpResponse]]] = {}

    @property
    def tag(self) -> str:
        """Group of the operations in the schema."""
        return self.resource.collection

    def operation(self, action: str) -> Operation:  # noqa: ARG002 there is one action only
        """Describe the action for the schema."""
        parameters = [
            *self.described.parameters,
            *research_parameters(self.resource, self.own, self.renderer_classes),
        ]
        return replace(self.described, parameters=parameters, formats=self.renderer_classes)

    def list(self, request: Request) -> HttpResponseBase:
        """Answer the question."""
        return self.written(request, self.asked(request))

    def answer(self, asked: Asked) -> Answer:
        """Answer what is asked."""
        raise NotImplementedError

    def rows(self, answer: Answer) -> Iterable[dict[str, Any]]:
        """List the rows of a table: the results, unless these hold the rows."""
        return answer.results

    def problems(self, own: Mapping[str, Any]) -> Iterable[ErrorItem]:  # noqa: ARG002 for overriding
        """Say what is wrong between the endpoint's own parameters."""
        return ()

    def asked(self, request: Request) -> Asked:
        """Read the query. Raises InvalidQueryError with everything that is wrong."""
        query = validated_query(request)
        own, items = read_own(self.own, query)
        items += unknown_parameters(query, {*self.filters(), *self.own, PARAMETER})
        records = None
        try:
            records = self.matching(self._filters(query))
        except InvalidQueryError as error:
            items.extend(error.items)
        items = items or list(self.problems(own))
        if items:
            raise InvalidQueryError(items)
        return Asked(records, own, query)

    def filters(self) -> Collection[str]:
        """Name the filters, with negated forms."""
        return filter_names(self.resource, self.own)

    def matching(self, query: QueryDict) -> Any:
        """Choose the published records that match. Raises InvalidQueryError."""
        published = self.resource.model.objects.published()
        return FILTERS[self.resource.model].apply(published, query, whole=True)

    def _filters(self, query: QueryDict) -> QueryDict:
        """Take out what is no filter, or hides one."""
        filters = query.copy()
        for name in (*self.own, PARAMETER, *NOT_OFFERED):
            filters.pop(name, None)
            filters.pop(f"{name}{NEGATION}", None)
        return filters

    def written(self, request: Request, asked: Asked) -> HttpResponse:
        """Answer in the format that was chosen."""
        chosen = cast("type[Format]", type(request.accepted_renderer))
        if chosen is Json:
            answer = self.answer(asked)
            return json_answer(request, orjson.dumps({**answer.about, "results": answer.results}))
        if chosen is Svg and (draw := self.answer(asked).draw):
            return svg_answer(request, draw)
        preamble = Preamble.of(request)
        answer = self.answer(asked)
        preamble = preamble.saying(answer.about)
        if chosen is Csv:
            return table(preamble, self.row, self.rows(answer))
        return self.writers[chosen](preamble, answer)


def table(
    preamble: Preamble, row: type[Serializer[Any]], results: Iterable[dict[str, Any]]
) -> HttpResponse:
    """Answer with rows as CSV."""
    return HttpResponse(
        b"".join(csv_lines(preamble, Table.of(row), results)),
        content_type=Csv.content_type,
        headers={"Cache-Control": "no-store"},
    )
