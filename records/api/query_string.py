"""The query string as text, refused where its bytes are no text that a database can hold."""

from urllib.parse import unquote_to_bytes

from django.http import HttpRequest, QueryDict
from rest_framework.request import Request

from records.api.errors import ErrorItem, InvalidQueryError

MAX_BYTES = 8192
"""Longest query string that is answered; a longer one gets 414."""

_NUL = "\0"


def query_bytes(request: HttpRequest | Request) -> bytes:
    """Return the query string as it came; WSGI hands bytes over as Latin-1."""
    raw: str = request.META.get("QUERY_STRING", "")
    return raw.encode("latin-1")


def validated_query(request: HttpRequest | Request) -> QueryDict:
    """Return the parameters of a request.

    Raises InvalidQueryError that names every parameter which is not valid UTF-8 (lone surrogates
    are not; code `invalid_encoding`) or contains a NUL (code `forbidden_character`). Django would
    read the first as other characters, and PostgreSQL fails on the second.
    """
    raw = query_bytes(request)
    if raw and _is_suspect(raw):
        items = [item for part in raw.split(b"&") if (item := _fault(part))]
        if items:
            raise InvalidQueryError(items)
    return request.GET


def _is_suspect(raw: bytes) -> bool:
    """Tell whether there is anything but plain ASCII, at the cost of two scans."""
    return b"%" in raw or b"\0" in raw or not raw.isascii()


def _fault(part: bytes) -> ErrorItem | None:
    """Say what is wrong with `name=value`, if anything."""
    name = _plain(part.partition(b"=")[0]).decode(errors="replace").replace(_NUL, "\ufffd")
    try:
        text = _plain(part).decode()
    except UnicodeDecodeError:
        return ErrorItem(f"?{name}", "invalid_encoding", "Write the parameter in UTF-8.")
    if _NUL in text:
        return ErrorItem(
            f"?{name}", "forbidden_character", "The parameter contains a NUL; leave it out."
        )
    return None


def _plain(encoded: bytes) -> bytes:
    return unquote_to_bytes(encoded.replace(b"+", b" "))
