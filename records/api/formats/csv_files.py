"""Tables as CSV, line by line."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO
from typing import Any

from records.api.formats.columns import Column
from records.api.formats.preamble import Preamble
from records.services.importing.formulas import escape


def csv_lines(
    preamble: Preamble, columns: Sequence[Column], documents: Iterable[Mapping[str, Any]]
) -> Iterator[bytes]:
    """Write what the file is, the heading, a line for each document, and that it is whole."""
    for line in preamble.lines():
        yield f"# {line}\r\n".encode()
    yield _line([column.name for column in columns])
    rows = 0
    for document in documents:
        yield _line([escape(column.cell(document)) for column in columns])
        rows += 1
    yield f"# end: rows={rows}\r\n".encode()


def _line(cells: Sequence[str]) -> bytes:
    written = StringIO()
    csv.writer(written).writerow(cells)
    return written.getvalue().encode()
