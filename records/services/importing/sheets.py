"""A file as rows of texts, whatever its format."""

from collections.abc import Iterator
from dataclasses import dataclass

from records.services.importing.csv_files import read_csv
from records.services.importing.errors import refuse
from records.services.importing.limits import MAX_BYTES
from records.services.importing.xlsx_files import read_xlsx

_ZIP, _OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Sheet:
    """The header and the rows below it, each with its number as a spreadsheet counts.

    `decimal_mark` is what the file most likely writes before decimals.
    """

    header: list[str]
    rows: Iterator[tuple[int, list[str]]]
    decimal_mark: str = "."


def read_sheet(content: bytes, columns: frozenset[str]) -> Sheet:
    """Read a CSV or XLSX file; `columns` are the names by which a header is known.

    Reading goes on while the rows are taken. Raises ImportRefusedError then, too.
    """
    if len(content) > MAX_BYTES:
        raise refuse(
            f"The file has {len(content) // 2**20} MB; at most {MAX_BYTES // 2**20} MB are read. "
            "Split it."
        )
    if not content.strip():
        raise refuse("The file is empty: give it a header and rows.")
    if content.startswith(_OLD_EXCEL):
        raise refuse("This is a file of an old Excel: save it as .xlsx or as CSV.")
    if content.startswith(_ZIP):
        rows, mark = read_xlsx(content), "."
    else:
        rows, mark = read_csv(content, columns)
    first = next(rows, None)
    if first is None:
        raise refuse("The file is empty: give it a header and rows.")
    return Sheet(first[1], rows, mark)
