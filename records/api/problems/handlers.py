"""Where errors enter: REST framework's exception handler, and Django's for what reaches no view.

Under /api/ every error is a problem document. Outside of it Django's own pages are shown.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404
from django.views import defaults

from records.api.problems.addresses import is_api, nearest_addresses
from records.api.problems.catalogue import ProblemCode
from records.api.problems.documents import Occurrence, problem_response
from records.api.problems.occurrences import occurrence_of
from records.values.quoting import quote


def handle_exception(exc: Exception, context: dict[str, Any]) -> HttpResponse | None:
    """Answer with the problem that an exception in an API view means.

    None for an unexpected one: it goes on to Django, which logs it with its traceback, tells the
    monitoring, and answers with `server_error`.
    """
    occurrence = occurrence_of(exc)
    return problem_response(context["request"]._request, occurrence) if occurrence else None


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 400 where no API view was reached, for an unknown host for example."""
    if not is_api(request):
        return defaults.bad_request(request, exception)
    occurrence = occurrence_of(exception) or Occurrence(ProblemCode.MALFORMED_REQUEST)
    return problem_response(request, occurrence)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 403 where no API view was reached."""
    if not is_api(request):
        return defaults.permission_denied(request, exception)
    return problem_response(request, Occurrence(ProblemCode.PERMISSION_DENIED, str(exception)))


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 404 where no API view was reached, and name the nearest addresses."""
    if not is_api(request):
        return defaults.page_not_found(request, exception)
    detail = str(exception)
    if isinstance(exception, Resolver404):
        near = ", ".join(nearest_addresses(request.path_info))
        detail = f"There is nothing at {quote(request.path_info)}; did you mean {near}?"
    return problem_response(request, Occurrence(ProblemCode.NOT_FOUND, detail))


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer 500 after an exception that nobody expected; Django has logged it."""
    if not is_api(request):
        return defaults.server_error(request)
    return problem_response(request, Occurrence(ProblemCode.SERVER_ERROR))
