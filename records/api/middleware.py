"""What holds for every request under /api/, whichever view answers it, or none."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from records.api.limits.quotas import configured_rates, quota_of
from records.api.problems.addresses import is_api
from records.api.problems.catalogue import ProblemCode
from records.api.problems.documents import Occurrence, problem_response
from records.api.problems.occurrences import too_many_requests
from records.api.query_string import MAX_BYTES

_TOO_MANY_REQUESTS = 429


class ApiMiddleware:
    """Refuses what no view should see, and tells every client what it has left of its quota."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Take the rest of the chain; fail now, not later, if a rate limit cannot be read."""
        self.get_response = get_response
        configured_rates()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer; requests outside of the API pass untouched."""
        if not is_api(request):
            return self.get_response(request)
        return _limited(request, _refusal(request) or self.get_response(request))


def _refusal(request: HttpRequest) -> HttpResponse | None:
    length = len(request.META.get("QUERY_STRING", ""))
    if length > MAX_BYTES:
        detail = f"The query string has {length:,} bytes; {MAX_BYTES:,} are answered."
        return problem_response(request, Occurrence(ProblemCode.URI_TOO_LONG, detail))
    if "\0" in request.path_info:
        # PostgreSQL fails on it, so no view may look it up.
        detail = "There is nothing at this address: it contains a NUL."
        return problem_response(request, Occurrence(ProblemCode.NOT_FOUND, detail))
    return None


def _limited(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Add the quota's headers. What no throttle has seen, such as an unknown path, counts too."""
    quota = quota_of(request)
    if quota is None:
        return response
    if quota.exceeded and response.status_code != _TOO_MANY_REQUESTS:
        response.close()
        response = problem_response(request, too_many_requests(quota.reset))
    for name, value in quota.headers.items():
        response.headers[name] = value
    return response
