"""Validators and caching headers of an answer."""

from hashlib import sha256

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response


def etag_of(body: bytes, revision: int | None = None) -> str:
    """Build the strong ETag of a body, and of the record's revision if it shows one record."""
    digest = sha256(body).hexdigest()[:32]
    return f'"{digest}"' if revision is None else f'"{revision}-{digest}"'


def json_answer(request: HttpRequest, body: bytes, *, revision: int | None = None) -> HttpResponse:
    """Answer with JSON bytes and a strong ETag of theirs, or with 304 when the client has them.

    A record's ETag starts with its revision, which is what `If-Match` compares; the digest after
    it covers what else the body shows.
    """
    return conditional_answer(request, body, "application/json", revision=revision)


def conditional_answer(
    request: HttpRequest, body: bytes, content_type: str, *, revision: int | None = None
) -> HttpResponse:
    """Answer with bytes of a content type as `json_answer` does with JSON."""
    etag = etag_of(body, revision)
    response = HttpResponse(body, content_type=content_type)
    response.headers["ETag"] = etag
    response.headers["Vary"] = "Authorization"
    anonymous = not request.user.is_authenticated
    response.headers["Cache-Control"] = "public, no-cache" if anonymous else "private, no-cache"
    if "HTTP_IF_NONE_MATCH" in request.META:
        return get_conditional_response(request, etag=etag, response=response) or response
    return response
