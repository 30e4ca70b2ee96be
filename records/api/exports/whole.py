"""Answers with all rows of a list, of one moment, while they are read."""

from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from tempfile import TemporaryFile
from typing import IO, Any

import orjson
from django.http import HttpRequest, HttpResponseBase, QueryDict

from records.api.errors import ErrorItem
from records.api.exports.answers import Begun, stored, streamed
from records.api.formats.chunks import chunks
from records.api.formats.columns import Table
from records.api.formats.csv_files import csv_lines
from records.api.formats.jsonl_files import jsonl_lines
from records.api.formats.preamble import Preamble
from records.api.formats.renderers import Csv, Format, JsonLines, Xlsx
from records.api.formats.xlsx_files import write_xlsx
from records.querysets.snapshots import from_snapshot, in_snapshot

FILES: tuple[type[Format], ...] = (Csv, JsonLines, Xlsx)
"""Formats of whole lists."""

BATCH = 500
"""Documents that are in memory at the same time."""

_OF_PAGES = ("page_size", "cursor", "count", "facets")


@dataclass(frozen=True, slots=True)
class Rows:
    """All rows of a list, as JSON, their columns, and what is said beside them."""

    table: Table
    documents: Iterator[str]
    about: Mapping[str, Any] = field(default_factory=dict)


def whole(
    request: HttpRequest, chosen: type[Format], name: str, read: Callable[[], Rows]
) -> HttpResponseBase:
    """Answer with a file that is named after the list; `read` asks for the rows in a snapshot."""
    if request.method == "HEAD":
        return streamed(iter(()), chosen, name)
    if chosen is Xlsx:
        return stored(_written(partial(_write, request, read)), chosen, name)
    return streamed(Begun(in_snapshot(partial(_pieces, request, chosen, read))), chosen, name)


def of_pages(query: QueryDict) -> list[ErrorItem]:
    """List the parameters of a page, which a whole list does not take."""
    detail = "A file has all records; leave this out."
    return [ErrorItem(f"?{name}", "not_with_format", detail) for name in _OF_PAGES if name in query]


def _pieces(
    request: HttpRequest, chosen: type[Format], read: Callable[[], Rows]
) -> Generator[bytes, None, None]:
    rows = read()
    preamble = Preamble.of(request).saying(rows.about)
    if chosen is JsonLines:
        yield from chunks(jsonl_lines(preamble, rows.documents))
    else:
        yield from chunks(csv_lines(preamble, rows.table, map(orjson.loads, rows.documents)))


def _write(request: HttpRequest, read: Callable[[], Rows], file: IO[bytes]) -> None:
    rows = read()
    preamble = Preamble.of(request).saying(rows.about)
    write_xlsx(preamble, rows.table, map(orjson.loads, rows.documents), file)


def _written(write: Callable[[IO[bytes]], None]) -> IO[bytes]:
    """Write a file that is gone once it is closed."""
    file = TemporaryFile()  # noqa: SIM115 closed when it has been sent
    try:
        from_snapshot(partial(write, file))
    except BaseException:
        file.close()
        raise
    return file
