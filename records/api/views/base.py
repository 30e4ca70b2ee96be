"""How every record type is read."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from django.db.models import Count, QuerySet
from django.http import HttpResponse, HttpResponseBase, QueryDict
from rest_framework.exceptions import PermissionDenied
from rest_framework.request import Request
from rest_framework.viewsets import ViewSet

from records.api.conditional import json_answer
from records.api.documents import Visible, fresh, shaped, with_editorial
from records.api.errors import ErrorItem, InvalidQueryError, NoSuchRecordError
from records.api.exports.view import ExportMixin
from records.api.facets import facet_names, facets_shown
from records.api.filters import FILTERS
from records.api.formats.negotiation import PARAMETER
from records.api.formats.renderers import Json
from records.api.pages import following, page_body
from records.api.pagination import Place
from records.api.permissions import visible_to
from records.api.query import PAGE_PARAMETERS, QueryReader, Shape
from records.api.query_string import validated_query
from records.api.reading import read_page, read_record, read_unfiltered_page
from records.api.resources import Resource
from records.api.schema.history import diff_operation, version_operation, versions_operation
from records.api.schema.merging import merge_operation, unmerge_operation
from records.api.schema.operation import Operation
from records.api.schema.records import detail_operation, list_operation
from records.api.schema.review import STEPS, step_operation
from records.api.schema.writes import create_operation, patch_operation, update_operation
from records.api.views.history import HistoryMixin
from records.api.views.merging import MergingMixin
from records.api.views.review import ReviewMixin
from records.models import Record
from records.values.public_ids import PublicIdError, parse_public_id

OPERATIONS: dict[str, Callable[[Resource], Operation]] = {
    "list": list_operation,
    "retrieve": detail_operation,
    "create": create_operation,
    "update": update_operation,
    "partial_update": patch_operation,
    "versions": versions_operation,
    "version": version_operation,
    "diff": diff_operation,
    "merge": merge_operation,
    "unmerge": unmerge_operation,
    **{step: partial(step_operation, step=step) for step in STEPS},
}


class RecordViewSet(ReviewMixin, MergingMixin, HistoryMixin, ExportMixin, ViewSet):
    """Lists and shows the records of one resource from their stored documents."""

    lookup_field = "id"

    resource: ClassVar[Resource]

    @property
    def tag(self) -> str:
        """Group of the operations in the schema."""
        return self.resource.collection

    def operation(self, action: str) -> Operation:
        """Describe an action for the schema."""
        return OPERATIONS[action](self.resource)

    def list(self, request: Request) -> HttpResponseBase:
        """Answer with a page: one query, and one more for each expansion, facet and stale rows.

        In another format than JSON answer with all pages in one file.
        """
        query = validated_query(request)
        reader = QueryReader(query, self.resource)
        filters = FILTERS[self.resource.model]
        reader.refuse_unknown({*filters.names(), *PAGE_PARAMETERS, "known_at", PARAMETER})
        shape = reader.shape()
        if not isinstance(request.accepted_renderer, Json):
            return self._export(request, reader, shape)
        if "known_at" in query:
            return self._list_at(request, reader, shape)
        page, facets = reader.page(), reader.facets(facet_names(self.resource))
        visible = visible_to(request, self.resource.model)
        rows = self._filtered(reader, visible, page.ordering.column)
        if filters.names().isdisjoint(query):
            found, more = read_unfiltered_page(self.resource.model, page, visible)
        else:
            found, more = read_page(rows, page)
        numbers = [number for number, _, _ in found]
        documents = fresh(self.resource.model, [(number, text) for number, _, text in found])
        last = Place(found[-1][1], found[-1][0]) if more else None
        body = page_body(
            self._shown(request, numbers, documents, shape),
            next_page=following(request, query, page, last) if last else None,
            count=rows.aggregate(count=Count("*"))["count"] if page.count else None,
            facets=facets_shown(rows, facets),
        )
        return json_answer(request, body)

    def retrieve(self, request: Request, id: str) -> HttpResponse:  # noqa: A002 the path's own name
        """Answer with one record."""
        reader = QueryReader(validated_query(request), self.resource)
        reader.refuse_unknown(("known_at",))
        shape = reader.shape()
        reader.finish()
        if "known_at" in reader.query:
            return self._record_at(request, id, reader.query, shape)
        visible = visible_to(request, self.resource.model)
        number = self._number(id)
        row = read_record(self.resource.model, number, visible)
        if row is None:
            if moved := self._moved(request, number):
                return moved
            raise self._missing(id)
        revision, document = row
        documents = fresh(self.resource.model, [(number, document)])
        (body,) = self._shown(request, [number], documents, shape)
        return json_answer(request, body.encode(), revision=revision)

    def _shown(
        self, request: Request, numbers: Sequence[int], documents: Sequence[str], shape: Shape
    ) -> Sequence[str]:
        """Shape documents, and add the editors' block for those who may see drafts."""
        model = self.resource.model
        found = shaped(self.resource, documents, shape, partial(visible_to, request))
        drafts = visible_to(request, model).drafts
        return with_editorial(model, numbers, found) if drafts else found

    def _refuse_hidden_states(self, query: QueryDict, visible: Visible) -> None:
        if not visible.drafts and ("review_status" in query or "review_status!" in query):
            raise PermissionDenied(
                "Only those who may read drafts filter by review_status; a token needs the scope "
                "“read_drafts” for it."
            )

    def _filtered(self, reader: QueryReader, visible: Visible, ordered_by: str) -> QuerySet[Record]:
        self._refuse_hidden_states(reader.query, visible)
        rows: QuerySet[Record] = visible.of(self.resource.model)
        try:
            rows = FILTERS[self.resource.model].apply(rows, reader.query, ordered_by=ordered_by)
        except InvalidQueryError as error:
            reader.items.extend(error.items)
        reader.finish()
        return rows

    def _number(self, public_id: str) -> int:
        try:
            return parse_public_id(public_id, self.resource.model.record_type)
        except PublicIdError as error:
            item = ErrorItem("/id", error.code, str(error))
            raise NoSuchRecordError(str(error), [item]) from error
