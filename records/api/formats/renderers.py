"""Names of formats: what `format=` and the header Accept can ask for.

Views write their answers themselves, so these say only what is offered.
"""

from typing import Any

from rest_framework.renderers import BaseRenderer, JSONRenderer


class Format(BaseRenderer):
    """A format by its name and its media type."""

    description = "The same answer."
    content_type = ""
    """What the header Content-Type says where it is more than the media type."""
    is_text = True

    def render(self, data: Any, *_: Any) -> bytes:
        """Refuse: a view that offers the format writes it."""
        raise NotImplementedError


class Json(JSONRenderer, Format):
    """The usual format of the API."""

    media_type = "application/json"
    format = "json"


class Svg(Format):
    """A picture."""

    media_type = "image/svg+xml"
    format = "svg"
    description = (
        "A picture of the answer (SVG 1.1), readable in black and white and by screen readers: "
        "every mark has a title with its numbers, and notes say what is not drawn. The same data "
        "make the same bytes."
    )


class Csv(Format):
    """A table for spreadsheets and data frames."""

    media_type = "text/csv"
    content_type = "text/csv; charset=utf-8"
    format = "csv"
    description = (
        "A table of `results` (RFC 4180, UTF-8). A nested member has a column with a dotted name, "
        "such as `occurred.edtf`; in a list the values of all entries stand in one cell, in order "
        "and with semicolons between them. Lines that begin with `# ` say before the heading what "
        "was asked, when, which was the last public change, and what else the answer says beside "
        "its rows, such as `# left_out: …`; a last one after the rows, "
        "`# end: rows=…, sha256=…`, how many there are and what all bytes before it come to. "
        "**A file without that line is not whole.** A cell that a spreadsheet would take for a "
        "formula begins with an apostrophe."
    )


class JsonLines(Format):
    """A document a line."""

    media_type = "application/jsonl"
    format = "jsonl"
    description = (
        "JSON Lines, UTF-8. The first line is an object `accord_export` with the query, the time, "
        "the last public change, and what else the answer says beside its rows, each further line "
        "one document as in `results`, and the last line an object `accord_end` with the number of "
        "documents and the SHA-256 of all bytes before it. **A file without that line is not "
        "whole.**"
    )


class Xlsx(Format):
    """A workbook."""

    media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    format = "xlsx"
    is_text = False
    description = (
        "A workbook for spreadsheets, with the columns of the CSV file and numbers as numbers; "
        "after 1,048,575 records it goes on in a second sheet. The last sheet, “About”, has the "
        "query, the time, the last public change and the number of records. The file is complete "
        "before the answer begins, so `Content-Length` says how long it is and `Repr-Digest` what "
        "its bytes come to."
    )


LIST_FORMATS = (Json, Csv, JsonLines, Xlsx)
"""Formats of a list of records, the usual one first."""
