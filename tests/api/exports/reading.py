"""Reads files as a client would."""

import csv
import hashlib
import io
import json
import re
from base64 import b64encode
from itertools import takewhile

from openpyxl import load_workbook

_END = re.compile(rb"# end: rows=(\d+), sha256=([0-9a-f]{64})\r\n")


def body_of(response):
    assert response.status_code == 200, response.content
    assert response.streaming
    body = response.getvalue()
    if "Repr-Digest" in response.headers:
        digest = b64encode(hashlib.sha256(body).digest()).decode()
        assert response.headers["Repr-Digest"] == f"sha-256=:{digest}:"
        assert response.headers["Content-Length"] == str(len(body))
    return body


def read_jsonl(body):
    """Return the header and the documents of a file that is whole."""
    *lines, last = body.splitlines(keepends=True)
    end = json.loads(last)["accord_end"]
    assert end == {"rows": len(lines) - 1, "sha256": hashlib.sha256(b"".join(lines)).hexdigest()}
    header, *documents = map(json.loads, lines)
    return header["accord_export"], documents


def read_csv(body):
    """Return the lines before the heading, and the rows, of a file that is whole."""
    content, mark, _ = body.rpartition(b"# end: ")
    rows, digest = _END.fullmatch(body[len(content) :]).groups()
    assert mark
    assert digest.decode() == hashlib.sha256(content).hexdigest()
    lines = content.decode().splitlines(keepends=True)
    head = list(takewhile(lambda line: line.startswith("# "), lines))
    table = lines[len(head) :]
    found = list(csv.DictReader(io.StringIO("".join(table), newline="")))
    assert len(found) == int(rows)
    return [line.strip() for line in head], found


def read_xlsx(body):
    """Return the facts of the last sheet, and the rows of those before it as texts."""
    *sheets, about = load_workbook(io.BytesIO(body)).worksheets
    assert about.title == "About"
    facts = dict(about.iter_rows(values_only=True))
    found = []
    for sheet in sheets:
        heading, *rows = sheet.iter_rows(values_only=True)
        found += [dict(zip(heading, map(_text, row), strict=True)) for row in rows]
    assert len(found) == facts.pop("rows")
    return facts, found


def _text(value):
    return "" if value is None else str(value)
