"""XLSX, which is a zip of XML: read row by row, and never more than the limits allow."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook

from records.services.importing.errors import refuse
from records.services.importing.formulas import NotAValue
from records.services.importing.limits import (
    MAX_COLUMNS,
    MAX_PARTS,
    MAX_ROW_NUMBER,
    MAX_UNPACKED_BYTES,
)

_CODED = re.compile("_x([0-9A-Fa-f]{4})_")
"""How XLSX writes characters that XML has no place for."""

_NO_WORKBOOK = (ValueError, KeyError, TypeError, IndexError, AttributeError, OSError, EOFError,
                SyntaxError, ParseError, zipfile.BadZipFile)  # fmt: skip
"""What openpyxl and the modules below it raise for parts that are damaged or forged."""


def read_xlsx(content: bytes) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of the first sheet with their numbers. Raises ImportRefusedError."""
    _check(content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # styles and extensions, which are not read
            book = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        if not sheets:
            raise refuse("The workbook has no sheet: put the table into its first one.")
        sheets[0].reset_dimensions()
        for number, cells in enumerate(sheets[0].iter_rows(max_col=MAX_COLUMNS + 1), start=1):
            if number > MAX_ROW_NUMBER:
                raise refuse(
                    f"The sheet goes on beyond row {MAX_ROW_NUMBER}: remove empty rows, or split "
                    "it."
                )
            if cells and cells[-1].value is not None:
                raise refuse(f"Row {number} has more than {MAX_COLUMNS} cells; remove columns.")
            yield number, _texts(cells)
    except _NO_WORKBOOK as error:
        raise refuse(f"The workbook cannot be read ({error}): save it again, or as CSV.") from error


def encode(text: str) -> str:
    """Write what XML has no place for, and what looks like that, as XLSX does."""
    return re.sub(
        "[\r\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)", lambda found: f"_x{ord(found[0]):04X}_", text
    )


def _check(content: bytes) -> None:
    """Refuse a zip that is no workbook, or that would fill the memory when it is unpacked."""
    try:
        parts = zipfile.ZipFile(io.BytesIO(content)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise refuse("The file is a damaged zip: save the workbook again.") from error
    if "xl/workbook.xml" not in {part.filename for part in parts}:
        raise refuse("The file is a zip, but no workbook: save the table as .xlsx or CSV.")
    size = sum(part.file_size for part in parts)
    if size > MAX_UNPACKED_BYTES or len(parts) > MAX_PARTS:
        raise refuse(
            f"The workbook unpacks to {size // 2**20} MB in {len(parts)} parts; at most "
            f"{MAX_UNPACKED_BYTES // 2**20} MB in {MAX_PARTS} are read. Save it as CSV."
        )


def _texts(cells: tuple[Any, ...]) -> list[str]:
    texts = [_text(cell) for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    return texts


def _text(cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if cell.data_type in {"f", "e"}:
        return NotAValue(value if isinstance(value, str) else "=…")
    return _decoded(value) if isinstance(value, str) else _plain(value)


def _decoded(text: str) -> str:
    return _CODED.sub(lambda found: chr(int(found[1], 16)), text).replace("\r\n", "\n")


def _plain(value: object) -> str:
    """Write a number, a truth or a date as it would be typed."""
    match value:
        case bool():
            return str(value).upper()
        case float():
            return f"{Decimal(repr(value)).normalize():f}"
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case date() | time():
            return value.isoformat()
    return str(value)
