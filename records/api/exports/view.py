"""How a whole list of records becomes a file."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, cast

from django.db.models import QuerySet
from django.http import HttpResponseBase
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request
from rest_framework.viewsets import ViewSet

from records.api.documents import Visible, fresh
from records.api.exports.whole import BATCH, Rows, of_pages, whole
from records.api.formats.columns import Table
from records.api.formats.negotiation import FormatNegotiation
from records.api.formats.renderers import LIST_FORMATS, Format, Json, JsonLines
from records.api.permissions import visible_to
from records.api.query import QueryReader, Shape
from records.api.resources import Resource
from records.models import Record
from records.representations.rendering import SERIALIZERS
from records.services.importing.references import batches

EDITORIAL = ("review_status", "notes")
"""Columns for those who may see drafts."""


class ExportMixin(ViewSet):
    """Answers with all that a list finds, as a file, while it is read."""

    content_negotiation_class = FormatNegotiation
    renderer_classes = LIST_FORMATS
    resource: ClassVar[Resource]

    def get_renderers(self) -> Sequence[BaseRenderer]:  # type: ignore[override] # as DRF uses it
        """Offer the formats of files for lists, and what an action names for itself."""
        offered = self.action == "list" or self.renderer_classes is not LIST_FORMATS
        return [each() for each in (self.renderer_classes if offered else (Json,))]

    def _export(self, request: Request, reader: QueryReader, shape: Shape) -> HttpResponseBase:
        """Answer with a file whose every row is of the same moment."""
        chosen = cast("type[Format]", type(request.accepted_renderer))
        ordering = reader.ordering()
        visible = visible_to(request, self.resource.model)
        _refuse(reader, chosen, shape)

        def read() -> Rows:
            rows = ordering.sort(self._filtered(reader, visible, ordering.column))
            return Rows(self._table(shape, visible), self._batches(request, rows, shape))

        self._filtered(reader, visible, ordering.column)  # or refuse, before anything is sent
        return whole(request, chosen, self.resource.collection, read)

    def _table(self, shape: Shape, visible: Visible) -> Table:
        table = Table.of(SERIALIZERS[self.resource.model]).only(shape.fields)
        return table.beside("editorial", EDITORIAL) if visible.drafts else table

    def _batches(self, request: Request, rows: QuerySet[Record], shape: Shape) -> Iterator[str]:
        model = self.resource.model
        found = rows.values_list("pk", "document").iterator(chunk_size=BATCH)
        for batch in batches(found, BATCH):
            numbers = [number for number, _ in batch]
            yield from self._shown(request, numbers, fresh(model, batch), shape)

    def _filtered(self, reader: QueryReader, visible: Visible, ordered_by: str) -> QuerySet[Record]:
        raise NotImplementedError

    def _shown(
        self, request: Request, numbers: Sequence[int], documents: Sequence[str], shape: Shape
    ) -> Sequence[str]:
        raise NotImplementedError


def _refuse(reader: QueryReader, chosen: type[Format], shape: Shape) -> None:
    """Note what a file cannot be asked for."""
    reader.items.extend(of_pages(reader.query))
    if "known_at" in reader.query:
        reader.refuse("known_at", "not_with_format", "A past state comes in pages of JSON.")
    if shape.expand and chosen is not JsonLines:
        detail = "A table shows other records in brief; take format=jsonl."
        reader.refuse("expand", "not_with_format", detail)
