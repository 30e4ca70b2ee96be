"""The request id: in the answer's header, in problem documents and in every line of the log."""

import logging
import re
from collections.abc import Callable
from contextvars import ContextVar
from secrets import token_hex
from typing import ClassVar

from django.http import HttpRequest, HttpResponseBase

HEADER = "X-Request-ID"

_VALID = re.compile(r"[A-Za-z0-9._-]{1,64}")
_current: ContextVar[str] = ContextVar("request_id", default="-")


def request_id_of(request: HttpRequest) -> str:
    """Return the id of a request; empty for one that did not pass the middleware."""
    return getattr(request, "request_id", "")


class RequestIdMiddleware:
    """Gives every request an id: the client's own in `X-Request-ID` if it is valid, else a new one.

    It stands outermost, so that no answer and no line of the log goes without.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Take the rest of the chain."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer with the id in the header."""
        given = request.META.get("HTTP_X_REQUEST_ID")
        request_id = given if given and _VALID.fullmatch(given) else token_hex(16)
        request.request_id = request_id  # type: ignore[attr-defined]
        token = _current.set(request_id)
        try:
            response = self.get_response(request)
        finally:
            _current.reset(token)
        response.headers[HEADER] = request_id
        return response


class RequestIdFilter(logging.Filter):
    """Gives log records the attribute `request_id`, `-` outside of a request."""

    NONE: ClassVar[str] = "-"

    def filter(self, record: logging.LogRecord) -> bool:
        """Complete the record and let it pass.

        Django logs an answer after the middleware has ended, with the request attached.
        """
        request = getattr(record, "request", None)
        record.request_id = getattr(request, "request_id", "") or _current.get()
        return True
