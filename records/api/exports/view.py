"""How a whole list becomes a file."""

from collections.abc import Callable, Generator, Iterator, Sequence
from functools import partial
from tempfile import TemporaryFile
from typing import IO, ClassVar, cast

import orjson
from django.db.models import QuerySet
from django.http import HttpResponseBase
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request
from rest_framework.viewsets import ViewSet

from records.api.documents import Visible, fresh
from records.api.exports.answers import Begun, stored, streamed
from records.api.formats.chunks import chunks
from records.api.formats.columns import Table
from records.api.formats.csv_files import csv_lines
from records.api.formats.jsonl_files import jsonl_lines
from records.api.formats.negotiation import FormatNegotiation
from records.api.formats.preamble import Preamble
from records.api.formats.renderers import LIST_FORMATS, Format, Json, JsonLines, Xlsx
from records.api.formats.xlsx_files import write_xlsx
from records.api.permissions import visible_to
from records.api.query import QueryReader, Shape
from records.api.resources import Resource
from records.models import Record
from records.querysets.snapshots import from_snapshot, in_snapshot
from records.representations.rendering import SERIALIZERS
from records.services.importing.references import batches

OF_PAGES = ("page_size", "cursor", "count", "facets")
"""Parameters of a page, which a whole list does not take."""

EDITORIAL = ("review_status", "notes")
"""Columns for those who may see drafts."""

BATCH = 500
"""Documents that are in memory at the same time."""


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
        collection = self.resource.collection
        ordering = reader.ordering()
        visible = visible_to(request, self.resource.model)
        _refuse(reader, chosen, shape)

        def documents() -> Iterator[str]:
            rows = self._filtered(reader, visible, ordering.column)
            return self._batches(request, ordering.sort(rows), shape)

        def pieces() -> Generator[bytes, None, None]:
            preamble = Preamble.of(request)
            if chosen is JsonLines:
                yield from chunks(jsonl_lines(preamble, documents()))
            else:
                contents = map(orjson.loads, documents())
                yield from chunks(csv_lines(preamble, self._table(shape, visible), contents))

        def write(file: IO[bytes]) -> None:
            preamble, contents = Preamble.of(request), map(orjson.loads, documents())
            write_xlsx(preamble, self._table(shape, visible), contents, file)

        self._filtered(reader, visible, ordering.column)  # or refuse, before anything is sent
        if request.method == "HEAD":
            return streamed(iter(()), chosen, collection)
        if chosen is Xlsx:
            return stored(_written(write), chosen, collection)
        return streamed(Begun(in_snapshot(pieces)), chosen, collection)

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


def _written(write: Callable[[IO[bytes]], None]) -> IO[bytes]:
    """Write a file that is gone once it is closed."""
    file = TemporaryFile()  # noqa: SIM115 closed when it has been sent
    try:
        from_snapshot(partial(write, file))
    except BaseException:
        file.close()
        raise
    return file


def _refuse(reader: QueryReader, chosen: type[Format], shape: Shape) -> None:
    """Note what a file cannot be asked for."""
    for name in OF_PAGES:
        if name in reader.query:
            reader.refuse(name, "not_with_format", "A file has all records; leave this out.")
    if "known_at" in reader.query:
        reader.refuse("known_at", "not_with_format", "A past state comes in pages of JSON.")
    if shape.expand and chosen is not JsonLines:
        detail = "A table shows other records in brief; take format=jsonl."
        reader.refuse("expand", "not_with_format", detail)
