"""Competitor (a): one hand-written SQL statement for each question, behind a minimal WSGI view.

The statement builds the same JSON from the tables; stored documents are not read. No framework:
the driver, one connection, prepared statements. It knows the three questions and nothing else, and
does what this API does beyond the page only where the body shows it: the link to the next page.
"""

import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import parse_qsl, urlencode

import orjson

from tests.benchmarks.questions import PAGE_SIZE
from tests.benchmarks.sql_connections import connect

Row = tuple[int, str, str]
"""Number, key in the ordering, document."""

COLLECTION = "/api/v1/claims/"

ask = connect(os.environ["DATABASE_URL"])


def application(environ: dict[str, Any], start_response: Callable[..., object]) -> Iterable[bytes]:
    """Answer a question."""
    query = dict(parse_qsl(environ["QUERY_STRING"]))
    path = environ["PATH_INFO"]
    body = _page(query) if path == COLLECTION else _record(path)
    start_response("200 OK", [("Content-Type", "application/json"),
                              ("Content-Length", str(len(body)))])  # fmt: skip
    return [body]


def _page(query: dict[str, str]) -> bytes:
    rows = _rows(query)
    following = None
    if len(rows) > PAGE_SIZE:
        number, key, _ = rows[PAGE_SIZE - 1]
        cursor = urlsafe_b64encode(orjson.dumps(["-occurred", str(key), number]))
        query["cursor"] = cursor.decode().rstrip("=")
        following = f"{COLLECTION}?{urlencode(query)}"
    results = ",".join([document for _, _, document in rows[:PAGE_SIZE]])
    return f'{{"next":{orjson.dumps(following).decode()},"results":[{results}]}}'.encode()


def _rows(query: dict[str, str]) -> list[Row]:
    if organization := query.get("organization"):
        number = int(organization.removeprefix("ORG-"))
        return ask("by_organization", number, query["occurred_after"], query["occurred_before"])
    if cursor := query.get("cursor"):
        _, key, number = orjson.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        return ask("after", key, number)
    return ask("first")


def _record(path: str) -> bytes:
    number = int(path.removeprefix(f"{COLLECTION}CLM-").rstrip("/"))
    ((_, _, document),) = ask("one", number)
    return document.encode()
