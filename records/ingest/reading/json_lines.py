"""JSON Lines: an object a line, of which `text`, `date`, `url` and `publisher` are read.

A text is never split: whoever wrote the file has decided what belongs together.
"""

import re
from typing import Any

import orjson

from records.ingest.reading.collecting import Collector, Origin
from records.ingest.reading.days import read_day
from records.ingest.reading.digest import Content
from records.ingest.reading.errors import DigestError
from records.ingest.reading.values import read_short, read_url
from records.values.quoting import quote

_LINE = re.compile(r"[^\n]+")


def read_json_lines(text: str) -> Content:
    """Return the statements of a file; other members of its objects are passed over.

    Raises DigestError, which names the line.
    """
    statements = Collector()
    number, reached = 1, 0
    for line in _LINE.finditer(text):
        number += text.count("\n", reached, line.start())
        reached = line.start()
        if line[0].strip():
            _add(statements, line[0], number)
    return Content(statements.statements)


def _add(statements: Collector, line: str, number: int) -> None:
    place = f"Line {number}"
    given = _object(line, place)
    texts = {name: _text(given, name, place) for name in ("text", "date", "url", "publisher")}
    if not texts["text"]:
        raise _bad(place, "“text” is missing or empty: give the statement there")
    origin = Origin(
        date=read_day(texts["date"], place) if texts["date"] else "",
        url=read_url(texts["url"], place),
        publisher=read_short(texts["publisher"], "publisher", place),
    )
    statements.add(texts["text"], f"line {number}", origin)


def _object(line: str, place: str) -> dict[str, Any]:
    try:
        found = orjson.loads(line)
    except ValueError as error:  # UnicodeEncodeError among them
        raise _bad(place, f"{quote(line.strip())} is no JSON ({error}): write one object a line") \
            from error  # fmt: skip
    if not isinstance(found, dict):
        raise _bad(place, f'{quote(line.strip())} is no object: write {{"text": "…"}}')
    return found


def _text(given: dict[str, Any], name: str, place: str) -> str:
    value = given.get(name)
    if value is not None and not isinstance(value, str):
        raise _bad(place, f"“{name}” is {quote(value)}: write a text")
    return (value or "").strip()


def _bad(place: str, problem: str) -> DigestError:
    return DigestError("bad_json_line", f"{place}: {problem}.")
