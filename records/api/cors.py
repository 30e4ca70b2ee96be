"""What pages of other sites may do with the API (CORS)."""

from corsheaders.conf import conf
from corsheaders.middleware import CorsMiddleware
from django.http import HttpRequest, HttpResponseBase

METHODS = ("POST", "PUT", "PATCH")
HEADERS = ("authorization", "idempotency-key", "if-match", "x-change-reason")


class ApiCorsMiddleware(CorsMiddleware):
    """Lets every page read, and those of the operator's origins send tokens and write."""

    def add_response_headers(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """Allow more in the answer to the preflight of a page that the operator named."""
        super().add_response_headers(request, response)
        named = request.headers.get("Origin") in conf.CORS_ALLOWED_ORIGINS
        if named and "Access-Control-Allow-Methods" in response.headers:
            methods, headers = [*conf.CORS_ALLOW_METHODS, *METHODS], conf.CORS_ALLOW_HEADERS
            response.headers["Access-Control-Allow-Methods"] = ", ".join(methods)
            response.headers["Access-Control-Allow-Headers"] = ", ".join([*headers, *HEADERS])
        return response
