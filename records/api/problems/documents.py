"""Builds problem documents (RFC 9457), inside a view and where no view was reached."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field

from django.http import HttpRequest, HttpResponse

from records.api.errors import ErrorItem
from records.api.problems.catalogue import PROBLEMS, ProblemCode
from records.api.request_id import request_id_of

CONTENT_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time that a problem occurred; without a detail, the catalogue's meaning is given."""

    code: ProblemCode
    detail: str = ""
    items: Sequence[ErrorItem] = ()
    headers: Mapping[str, str] = field(default_factory=dict)


def problem_response(request: HttpRequest, occurrence: Occurrence) -> HttpResponse:
    """Answer with a problem document.

    It is a plain response, because no renderer may have been chosen, or one for another format.
    """
    problem = PROBLEMS[occurrence.code]
    document = {
        "type": problem.type,
        "title": problem.title,
        "status": problem.status,
        "detail": occurrence.detail or problem.meaning,
        "code": problem.code,
        "request_id": request_id_of(request),
        "errors": [asdict(item) for item in occurrence.items],
    }
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    # Text of the client's may hold lone surrogates, which are no UTF-8.
    body = text.encode(errors="replace")
    return HttpResponse(
        body,
        status=problem.status,
        content_type=CONTENT_TYPE,
        headers={
            # The request id belongs to this answer alone.
            "Cache-Control": "no-store",
            # Not every problem passes the middleware that would add it.
            "Content-Length": str(len(body)),
            **occurrence.headers,
        },
    )
