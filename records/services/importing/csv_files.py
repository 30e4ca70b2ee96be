"""CSV as spreadsheets of many countries write it."""

import codecs
import csv
import io
from collections.abc import Iterator

from records.services.importing.errors import refuse
from records.services.importing.formulas import NotAValue, unescape
from records.services.importing.limits import MAX_COLUMNS

_DELIMITERS = (",", ";", "\t")
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f"))
_PIECE = 2**20
_HEADER = 64 * 1024


def read_csv(
    content: bytes, columns: frozenset[str]
) -> tuple[Iterator[tuple[int, list[str]]], str]:
    """Return the rows with their numbers, and the mark before decimals.

    The text is UTF-8, with or without a byte order mark, or else Windows-1252; the delimiter is
    the one that finds the most known columns in the header.
    """
    encoding = _encoding(content)
    start = codecs.getincrementaldecoder(encoding)().decode(content[:_HEADER])
    delimiter = max(_DELIMITERS, key=lambda each: _known(start, each, columns))
    text = io.TextIOWrapper(io.BytesIO(content), encoding=encoding, newline="")
    return _rows(text, delimiter), "," if delimiter == ";" else "."


def _encoding(content: bytes) -> str:
    if content.startswith(_UTF_16):
        raise refuse("The file is in UTF-16: save it as “CSV UTF-8”.")
    found = content.translate(None, bytes(set(range(256)) - set(_CONTROLS)))
    if found:
        place = content.index(found[:1])
        raise refuse(
            f"This is no text: byte {place + 1} is {found[0]:#04x}. Save the table as CSV or .xlsx."
        )
    if _decodes(content, "utf-8"):
        return "utf-8-sig"
    if _decodes(content, "cp1252"):
        return "cp1252"
    raise refuse("The text is neither UTF-8 nor Windows-1252: save it as “CSV UTF-8”.")


def _decodes(content: bytes, encoding: str) -> bool:
    """Decode piece by piece, so that a large file is not in memory twice."""
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for start in range(0, len(content), _PIECE):
            decoder.decode(content[start : start + _PIECE])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _known(start: str, delimiter: str, columns: frozenset[str]) -> int:
    try:
        header = next(csv.reader(io.StringIO(start, newline=""), delimiter=delimiter), [])
    except csv.Error:
        return 0
    return len(columns & {name.strip().lower() for name in header})


def _rows(text: io.TextIOWrapper, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(text, delimiter=delimiter)
    number = 0
    try:
        for number, row in enumerate(reader, start=1):
            if len(row) > MAX_COLUMNS:
                raise refuse(f"Row {number} has {len(row)} cells; at most {MAX_COLUMNS} are read.")
            yield number, [_cell(text) for text in row]
    except csv.Error as error:
        raise refuse(
            f"After row {number} the file is no CSV ({error}): look for a quotation mark without "
            "its partner, or a cell of more than 131,072 characters."
        ) from error


def _cell(text: str) -> str:
    plain = text.replace("\r\n", "\n")
    return NotAValue(plain) if plain.startswith("=") else unescape(plain)
