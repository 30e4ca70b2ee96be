"""Pages that are sent while their content is still worked out."""

import logging
from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, StreamingHttpResponse
from django.template.loader import render_to_string

_PLACE = "<!-- streamed -->"
_BROKEN = (
    '<p class="accord-conflict accord-result" role="alert">Something went wrong on the server, and '
    "nothing was stored. Try again; if it happens again, tell who runs the register.</p>"
)
_log = logging.getLogger(__name__)


def streamed(
    request: HttpRequest, context: dict[str, Any], content: Iterator[str]
) -> StreamingHttpResponse:
    """Send the head of a page at once, and the parts of its content as they come.

    Whoever leaves the page ends the work: `content` is closed then.
    """
    page = render_to_string("records/admin/streamed.html", context | {"place": _PLACE}, request)
    head, _, foot = page.partition(_PLACE)
    answer = StreamingHttpResponse(_parts(head, content, foot))
    answer["X-Accel-Buffering"] = "no"  # or a proxy would wait for the end
    answer["Cache-Control"] = "no-store"
    return answer


def _parts(head: str, content: Iterator[str], foot: str) -> Iterator[str]:
    yield head
    try:
        yield from content
    except Exception:  # noqa: BLE001 logged; the status is sent, so it is too late for a page of its own
        _log.exception("A page broke off.")
        yield _BROKEN
    yield foot
