"""Documents as JSON Lines."""

from collections.abc import Iterable, Iterator
from typing import Any

import orjson

from records.api.formats.preamble import Preamble
from records.api.formats.seal import sealed


def jsonl_lines(preamble: Preamble, documents: Iterable[str]) -> Iterator[bytes]:
    """Write what the file is, a line for each document, and that it is whole."""
    head = [_line({"accord_export": preamble.content()})]
    return sealed(head, (f"{document}\n".encode() for document in documents), _end)


def _end(rows: int, digest: str) -> bytes:
    return _line({"accord_end": {"rows": rows, "sha256": digest}})


def _line(content: dict[str, Any]) -> bytes:
    return orjson.dumps(content, option=orjson.OPT_APPEND_NEWLINE)
