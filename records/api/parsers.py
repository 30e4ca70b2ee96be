"""Reads the body of a request strictly: one JSON document that can mean only one thing."""

import json
from collections.abc import Iterator, Mapping
from typing import IO, Any, Never

from django.http import QueryDict
from rest_framework.exceptions import APIException, ErrorDetail, ParseError, ValidationError
from rest_framework.parsers import BaseParser, MultiPartParser
from rest_framework.request import Request

MAX_BYTES = 5_000_000
"""Largest body that is read; a larger one gets 413."""

MAX_FORM_BYTES = 11 * 2**20
"""Largest form that is read: a digest of the size that ingest reads, and what stands around it."""

MAX_DEPTH = 16
"""How deep a body may be nested; the deepest that any resource takes is half of it."""

MAX_DIGITS = 100
"""Longest whole number that is read; no column holds a third of it."""


class ContentTooLargeError(APIException):
    """The body is larger than the server takes."""

    status_code = 413
    default_code = "content_too_large"
    default_detail = f"The body is larger than {MAX_BYTES:,} bytes; split it."


class StrictJSONParser(BaseParser):
    """JSON as RFC 8259 has it, in UTF-8, without NaN, duplicate names, NULs or lone surrogates."""

    media_type = "application/json"

    def parse(
        self,
        stream: IO[bytes],
        media_type: str | None = None,  # noqa: ARG002 DRF's signature
        parser_context: Mapping[str, Any] | None = None,  # noqa: ARG002 DRF's signature
    ) -> Any:
        """Read the document. Raises ParseError, ValidationError or ContentTooLargeError."""
        body = stream.read(MAX_BYTES + 1)
        if len(body) > MAX_BYTES:
            raise ContentTooLargeError
        try:
            document = json.loads(
                body.decode(),
                object_pairs_hook=_object,
                parse_constant=_refuse_constant,
                parse_int=_integer,
            )
        except UnicodeDecodeError as error:
            raise ParseError(f"The body is not UTF-8 at byte {error.start}.") from error
        except RecursionError as error:
            raise ParseError("The body is nested too deeply.") from error
        except ValueError as error:
            raise ParseError(f"The body is not JSON: {error}") from error
        for path, text in _texts(document, ()):
            if "\0" in text or not _is_unicode(text):
                raise ValidationError(_nested(path))
        return document


class DigestFormParser(BaseParser):
    """A form with the file of a digest, refused before it is read when it is too large."""

    media_type = "multipart/form-data"

    def parse(
        self,
        stream: IO[bytes],
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> QueryDict:
        """Read values and files into one dictionary. Raises ParseError or ContentTooLargeError."""
        context = parser_context or {}
        length = context["request"].META.get("CONTENT_LENGTH") or "0"
        if not length.isdecimal() or int(length) > MAX_FORM_BYTES:
            raise ContentTooLargeError(
                f"The form is larger than {MAX_FORM_BYTES:,} bytes; split it."
            )
        parsed = MultiPartParser().parse(stream, media_type, context)
        document = parsed.data.copy()
        for name, files in parsed.files.lists():
            document.setlist(name, [*document.getlist(name), *files])
        return document


def document_of(request: Request) -> Any:
    """Read the body of a request that needs one.

    REST framework takes a body without a length for none, and none for an empty object: a change
    sent in chunks would be answered with 200 and be lost. Raises ParseError.
    """
    if request.stream is None:
        raise ParseError("The body is empty, or was sent in chunks: send JSON with Content-Length.")
    return request.data


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members: dict[str, Any] = {}
    for name, value in pairs:
        if name in members:
            raise ValueError(f"the name “{name[:50]}” stands twice in one object")
        members[name] = value
    return members


def _integer(digits: str) -> int:
    if len(digits) > MAX_DIGITS:
        raise ValueError(f"a number has {len(digits):,} digits; {MAX_DIGITS} are read")
    return int(digits)


def _refuse_constant(name: str) -> Never:
    raise ValueError(f"{name} is no JSON number")


def _texts(value: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield every string and name, with the way to it."""
    if len(path) > MAX_DEPTH:
        raise ParseError("The body is nested too deeply.")
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for name, member in value.items():
            yield path, name
            yield from _texts(member, (*path, name))
    elif isinstance(value, list):
        for position, member in enumerate(value):
            yield from _texts(member, (*path, str(position)))


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _nested(path: tuple[str, ...]) -> Any:
    text = "The text contains a NUL or half of a surrogate pair; leave it out."
    found: Any = [ErrorDetail(text, code="forbidden_character")]
    for name in reversed(path):
        found = {name: found}
    return found
