"""Which problem an exception means: the one mapping, for API views and for Django's own errors."""

from collections.abc import Callable, Mapping
from typing import Any

from django.core.exceptions import (
    DisallowedHost,
    PermissionDenied,
    RequestDataTooBig,
    SuspiciousOperation,
    TooManyFieldsSent,
    ValidationError,
)
from django.http import Http404
from rest_framework import exceptions

from records.api.errors import ErrorItem
from records.api.problems.catalogue import PROBLEMS, ProblemCode
from records.api.problems.documents import Occurrence
from records.api.problems.pointers import django_items, serializer_items
from records.services.errors import MergedError, MergeError, NotPermittedError, ReviewError

_SERVER_ERROR = 500


def occurrence_of(exc: Exception) -> Occurrence | None:
    """Return the problem that an exception means; None if nobody expected it."""
    for kind, describe in _DESCRIPTIONS:
        if isinstance(exc, kind):
            return describe(exc)
    return None


def _api_exception(exc: exceptions.APIException) -> Occurrence | None:
    """Describe an exception of REST framework's kind; `items` and `auth_header` are optional."""
    if exc.status_code >= _SERVER_ERROR:
        return None
    return Occurrence(_code(exc), _detail(exc), getattr(exc, "items", ()), _headers(exc))


def _code(exc: exceptions.APIException) -> ProblemCode:
    """Find the code of the exception's own name, else the one of its status."""
    problem = PROBLEMS.get(exc.default_code)  # type: ignore[call-overload]
    if problem and problem.status == exc.status_code:
        return ProblemCode(problem.code)
    return _CODES.get(exc.status_code, ProblemCode.MALFORMED_REQUEST)


def _detail(exc: exceptions.APIException) -> str:
    """Return what the exception says of this request; empty if it says what it always says."""
    given = str(exc.detail)
    general = type(exc).__init__ is exceptions.APIException.__init__
    return "" if general and given == str(exc.default_detail) else given


def _headers(exc: exceptions.APIException) -> Mapping[str, str]:
    header = getattr(exc, "auth_header", None)
    own: Mapping[str, str] = getattr(exc, "headers", {})
    return {"WWW-Authenticate": header, **own} if header else own


def _throttled(exc: exceptions.Throttled) -> Occurrence:
    return too_many_requests(int(getattr(exc, "wait", None) or 1))


def too_many_requests(seconds: int) -> Occurrence:
    """Describe a client that has used up its requests and may come back after some seconds."""
    return Occurrence(
        ProblemCode.TOO_MANY_REQUESTS,
        f"The requests of this window are used up. Try again in {seconds} seconds.",
        headers={"Retry-After": str(seconds)},
    )


def _not_acceptable(exc: exceptions.NotAcceptable) -> Occurrence:
    renderers = getattr(exc, "available_renderers", None) or ()
    offered = ", ".join(dict.fromkeys(each.media_type for each in renderers))
    detail = f"This address answers with {offered}." if offered else ""
    item = ErrorItem("header:Accept", "not_acceptable", detail or "No such format is offered.")
    return Occurrence(ProblemCode.NOT_ACCEPTABLE, detail, [item])


def _unsupported_media_type(exc: exceptions.UnsupportedMediaType) -> Occurrence:
    item = ErrorItem("header:Content-Type", "unsupported_media_type", str(exc.detail))
    return Occurrence(ProblemCode.UNSUPPORTED_MEDIA_TYPE, str(exc.detail), [item])


def _validation_failed(items: list[ErrorItem]) -> Occurrence:
    return Occurrence(ProblemCode.VALIDATION_FAILED, "Nothing was stored; see errors.", items)


def _suspicious(exc: SuspiciousOperation) -> Occurrence:
    """Describe what Django refuses; its own message is for the log and not for the client."""
    for kind, occurrence in _SUSPICIOUS:
        if isinstance(exc, kind):
            return occurrence
    return Occurrence(ProblemCode.MALFORMED_REQUEST)


_CODES = {
    problem.status: problem.code
    for problem in reversed([*PROBLEMS.values()])  # the first of a status is the general one
}

_SUSPICIOUS = (
    (DisallowedHost, Occurrence(ProblemCode.UNKNOWN_HOST)),
    (RequestDataTooBig, Occurrence(ProblemCode.CONTENT_TOO_LARGE)),
    (TooManyFieldsSent, Occurrence(ProblemCode.INVALID_QUERY, "There are too many parameters.")),
)

_DESCRIPTIONS: tuple[tuple[type[Exception], Callable[[Any], Occurrence | None]], ...] = (
    (exceptions.ValidationError, lambda exc: _validation_failed(serializer_items(exc.detail))),
    (exceptions.NotAcceptable, _not_acceptable),
    (exceptions.UnsupportedMediaType, _unsupported_media_type),
    (exceptions.Throttled, _throttled),
    (exceptions.APIException, _api_exception),
    (MergedError, lambda exc: Occurrence(ProblemCode.MERGED, str(exc))),
    (MergeError, lambda exc: Occurrence(ProblemCode(exc.code), str(exc))),
    (ReviewError, lambda exc: Occurrence(ProblemCode(exc.code), str(exc))),
    (NotPermittedError, lambda exc: Occurrence(ProblemCode.PERMISSION_DENIED, str(exc))),
    (ValidationError, lambda exc: _validation_failed(django_items(exc))),
    (Http404, lambda exc: Occurrence(ProblemCode.NOT_FOUND, str(exc))),
    (PermissionDenied, lambda exc: Occurrence(ProblemCode.PERMISSION_DENIED, str(exc))),
    (SuspiciousOperation, _suspicious),
)
