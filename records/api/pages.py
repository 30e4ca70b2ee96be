"""Bodies of pages, joined from documents as they are."""

from collections.abc import Mapping, Sequence
from typing import Any

import orjson
from django.http import QueryDict
from rest_framework.request import Request

from records.api.pagination import Place, write_cursor
from records.api.query import Page


def following(request: Request, query: QueryDict, page: Page, last: Place) -> str:
    """Path of the next page, with the same parameters."""
    parameters = query.copy()
    parameters["cursor"] = write_cursor(page.ordering, last)
    return f"{request.path}?{parameters.urlencode()}"


def page_body(
    documents: Sequence[str],
    *,
    next_page: str | None,
    count: int | None = None,
    facets: Mapping[str, Any] | None = None,
) -> bytes:
    """Join documents to a page without parsing them."""
    counted = "" if count is None else f'"count":{count},'
    faceted = f'"facets":{orjson.dumps(facets).decode()},' if facets else ""
    link = orjson.dumps(next_page).decode()
    return f'{{{counted}{faceted}"next":{link},"results":[{",".join(documents)}]}}'.encode()
