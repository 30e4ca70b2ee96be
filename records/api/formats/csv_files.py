"""Tables as CSV, line by line."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO
from typing import Any

from records.api.formats.columns import Table
from records.api.formats.preamble import Preamble
from records.api.formats.seal import sealed
from records.services.importing.formulas import escape

_FORMULA = re.compile(r"[,;](?=\s*[=+@-])")


def csv_lines(
    preamble: Preamble, table: Table, documents: Iterable[Mapping[str, Any]]
) -> Iterator[bytes]:
    """Write what the file is, the heading, a line for each document, and that it is whole."""
    names = [column.name for column in table.columns]
    head = [*(_comment(line) for line in preamble.lines()), _line(names)]
    rows = (_line([escape(text) for text in table.cells(document)]) for document in documents)
    return sealed(head, rows, _end)


def _comment(line: str) -> bytes:
    """Write a line that is no row; where a cell with a formula would begin in it, none does."""
    safe = _FORMULA.sub(lambda match: f"%{ord(match[0]):02X}", line)
    return f"# {safe}\r\n".encode()


def _end(rows: int, digest: str) -> bytes:
    return f"# end: rows={rows}, sha256={digest}\r\n".encode()


def _line(cells: Sequence[str]) -> bytes:
    """Write a row. One with a # is quoted throughout, so that no reader finds a comment in it."""
    written = StringIO()
    has_mark = any("#" in cell for cell in cells)
    csv.writer(written, quoting=csv.QUOTE_ALL if has_mark else csv.QUOTE_MINIMAL).writerow(cells)
    return written.getvalue().encode()
