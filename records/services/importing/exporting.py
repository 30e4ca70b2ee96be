"""Writes tables as CSV or XLSX, from the columns by which they are imported."""

import csv
import io
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import zip_longest
from typing import IO, Any

from django.db import models
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from records.models import Record
from records.representations.loading import load_whole
from records.services import states
from records.services.importing.cells import show_cell
from records.services.importing.formulas import escape
from records.services.importing.limits import MAX_CELL
from records.services.importing.references import References, batches, keys_in
from records.services.importing.tables import Table
from records.services.importing.xlsx_files import encode

CHUNK = 200
_EXACT_DIGITS = 15
"""Digits that a spreadsheet's numbers keep."""

Row = list[tuple[str, bool]]
"""Cells as texts, with whether the column is a number."""


class ExportError(Exception):
    """A table does not fit the format; the text says what to do."""


def write_csv(table: Table, numbers: Iterable[int]) -> Iterator[bytes]:
    """Yield records as CSV in UTF-8 with a byte order mark, which spreadsheets need."""
    yield b"\xef\xbb\xbf"
    yield _line(table.header)
    for rows in _chunks(table, numbers):
        yield b"".join(_line([escape(text) for text, _ in row]) for row in rows)


def write_xlsx(table: Table, numbers: Iterable[int], file: IO[bytes]) -> None:
    """Write records to a workbook with one sheet.

    Texts are typed as such, so none is taken for a formula. Raises ExportError.
    """
    book = Workbook(write_only=True)
    sheet = book.create_sheet(table.title.capitalize())
    sheet.freeze_panes = "B2"
    sheet.append([_typed(sheet, name) for name in table.header])
    for rows in _chunks(table, numbers):
        for row in rows:
            sheet.append([_cell(sheet, *cell, row[0][0]) for cell in row])
    book.save(file)


def _chunks(table: Table, numbers: Iterable[int]) -> Iterator[list[Row]]:
    references = References()
    for some in batches(numbers, CHUNK):
        records = {record.pk: record for record in load_whole(table.model, some)}
        found = [records[number] for number in some if number in records]
        taken = [(record, states.take(record)) for record in found]
        for target, keys in keys_in(table, [state for _, state in taken]).items():
            references.learn(target, (), keys)
        yield [row for record, state in taken for row in _rows(table, record, state, references)]


def _rows(
    table: Table, record: Record, state: states.State, references: References
) -> Iterator[Row]:
    """Give a record as many rows as its longest list has entries, but at least one."""
    lists = [state["lists"][name] for name in table.lists]
    for place, entries in enumerate(zip_longest([None], *lists)):
        own = state["columns"] if place == 0 else {}
        head = [record.public_id]
        head += ["", ""] if place else [str(record.revision), record.review_status]
        row: Row = [(text, False) for text in head]
        values = dict(zip(["", *table.lists], [own, *entries[1:]], strict=True))
        for column in table.columns.values():
            value = (values[column.list] or {}).get(column.field.attname)
            is_number = isinstance(column.field, models.DecimalField)
            row.append((show_cell(column, value, references), is_number))
        yield row


def _line(texts: Iterable[str]) -> bytes:
    line = io.StringIO(newline="")
    csv.writer(line).writerow(texts)
    return line.getvalue().encode()


def _cell(sheet: Any, text: str, is_number: bool, public_id: str) -> Any:  # noqa: FBT001 a cell of a row
    if not text:
        return None
    if is_number and len(text.lstrip("-").replace(".", "")) <= _EXACT_DIGITS:
        return WriteOnlyCell(sheet, Decimal(text))  # type: ignore[arg-type] # it takes them
    coded = encode(text)
    if len(coded) > MAX_CELL:
        raise ExportError(
            f"A text of {public_id} has {len(text)} characters, and a cell of XLSX holds "
            f"{MAX_CELL}: export as CSV."
        )
    return _typed(sheet, coded)


def _typed(sheet: Any, text: str) -> Any:
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    return cell
