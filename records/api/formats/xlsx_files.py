"""Tables as workbooks of a spreadsheet, written row by row to a file."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from decimal import Decimal
from typing import IO, Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from records.api.formats.cells import Column
from records.api.formats.columns import Table
from records.api.formats.negotiation import PARAMETER
from records.api.formats.preamble import Preamble
from records.api.numbers import refused
from records.services.importing.limits import MAX_CELL
from records.services.importing.xlsx_files import encode

MAX_ROWS = 1_048_576
"""Rows that fit a sheet, the heading among them; more go on in another one."""

_EXACT_DIGITS = 15
"""Digits that a spreadsheet's numbers keep; longer ones stay text."""

_MISREAD = ("=", "#")
"""How texts begin that would be taken for a formula or its error."""


def write_xlsx(
    preamble: Preamble,
    table: Table,
    documents: Iterable[Mapping[str, Any]],
    file: IO[bytes],
    max_rows: int = MAX_ROWS,
) -> None:
    """Write a row for each document, and a last sheet that says what the file is.

    Raises InvalidQueryError for a text that does not fit a cell.
    """
    book = Workbook(write_only=True)
    try:
        rows = 0
        for row in _rows(table, documents):
            if rows % (max_rows - 1) == 0:
                sheet = _sheet(book, table)
            sheet.append([_cell(sheet, value) for value in row])
            rows += 1
        if not rows:
            _sheet(book, table)
        _describe(book, preamble, rows)
        book.save(file)
    except BaseException:
        _discard(book)
        raise


def _sheet(book: Any, table: Table) -> Any:
    number = len(book.worksheets) + 1
    sheet = book.create_sheet("Records" if number == 1 else f"Records {number}")
    sheet.freeze_panes = "B2"
    sheet.append([column.name for column in table.columns])
    return sheet


def _describe(book: Any, preamble: Preamble, rows: int) -> None:
    sheet = book.create_sheet("About")
    sheet.column_dimensions["A"].width = 24
    for name, value in preamble.facts().items():
        sheet.append([name, _cell(sheet, value)])
    sheet.append(["rows", rows])


def _rows(
    table: Table, documents: Iterable[Mapping[str, Any]]
) -> Iterator[list[str | Decimal | None]]:
    for number, document in enumerate(documents, start=1):
        cells = zip(table.cells(document), table.columns, strict=True)
        yield [_value(text, column, number) for text, column in cells]


def _value(text: str, column: Column, row: int) -> str | Decimal | None:
    if not text:
        return None
    if column.is_number and text.lstrip("-").replace(".", "", 1).isdecimal():
        return Decimal(text) if len(text.lstrip("-").replace(".", "")) <= _EXACT_DIGITS else text
    coded = encode(text)
    if len(coded) > MAX_CELL:
        raise refused(
            PARAMETER, "cell_too_long",
            f"Record {row} has {len(text):,} characters in {column.name}, and a cell of XLSX holds "
            f"{MAX_CELL:,}; take csv or jsonl, or leave the field out with omit.",
        )  # fmt: skip
    return coded


def _cell(sheet: Any, value: Any) -> Any:
    """Type a text as such where it would be taken for something else."""
    if not (isinstance(value, str) and value.startswith(_MISREAD)):
        return value
    cell = WriteOnlyCell(sheet, value)
    cell.data_type = "s"
    return cell


def _discard(book: Any) -> None:
    """End sheets, and remove the files in which they wait to be put together."""
    for sheet in book.worksheets:
        with suppress(Exception):  # whatever has already failed
            if not sheet.closed:
                sheet.close()
            sheet._writer.cleanup()
