"""Reads files as a client would."""

import csv
import hashlib
import io
import json
import re

_END = re.compile(rb"# end: rows=(\d+), sha256=([0-9a-f]{64})\r\n")


def body_of(response):
    assert response.status_code == 200, response.content
    assert response.streaming
    return response.getvalue()


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
    head, table = lines[:4], lines[4:]
    assert all(line.startswith("# ") for line in head)
    found = list(csv.DictReader(io.StringIO("".join(table), newline="")))
    assert len(found) == int(rows)
    return [line.strip() for line in head], found
