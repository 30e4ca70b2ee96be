"""Errors that the API answers with, before they become a problem document (RFC 9457)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from rest_framework import status
from rest_framework.exceptions import APIException, NotFound


@dataclass(frozen=True, slots=True)
class ErrorItem:
    """One thing that is wrong.

    `pointer` says where: `?name` for a query parameter, a JSON Pointer such as
    `/parties/0/role` for the body, `header:If-Match` for a header.
    """

    pointer: str
    code: str
    detail: str


class InvalidQueryError(APIException):
    """The query string cannot be answered; `items` names every parameter that is wrong."""

    status_code = status.HTTP_400_BAD_REQUEST
    default_code = "invalid_query"
    default_detail = "The query has parameters that cannot be answered; see errors."

    def __init__(self, items: Sequence[ErrorItem]) -> None:
        """Take what is wrong, at least one item."""
        super().__init__()
        self.items = tuple(items)


class InvalidBodyError(APIException):
    """Records of a list cannot be stored; `items` names everything that is wrong with each."""

    status_code = status.HTTP_400_BAD_REQUEST
    default_code = "validation_failed"
    default_detail = "Nothing was stored; see errors."

    def __init__(self, items: Sequence[ErrorItem]) -> None:
        """Take what is wrong, at least one item."""
        super().__init__()
        self.items = tuple(items)


class NoSuchRecordError(NotFound):
    """There is no such record, or the client may not see it."""

    def __init__(self, detail: str, items: Sequence[ErrorItem] = ()) -> None:
        """Take the text for the client, and what is wrong with the id if it is malformed."""
        super().__init__(detail)
        self.items = tuple(items)


class RetractedError(APIException):
    """The record was public and has been withdrawn."""

    status_code = status.HTTP_410_GONE
    default_code = "retracted"

    def __init__(self, public_id: str, reason: str, last_version: str | None) -> None:
        """Take the reason, and the path of the last version that was public."""
        super().__init__(f"{public_id} was retracted: {reason}")
        link = {"Link": f'<{last_version}>; rel="predecessor-version"'} if last_version else {}
        self.headers = link


class PreconditionRequiredError(APIException):
    """The request changes a record without saying which revision it is meant for."""

    status_code = status.HTTP_428_PRECONDITION_REQUIRED
    default_code = "precondition_required"
    default_detail = "Send the record's ETag in the header If-Match."


class PreconditionFailedError(APIException):
    """The record has been changed since the client read it; `etag` is its current one."""

    status_code = status.HTTP_412_PRECONDITION_FAILED
    default_code = "precondition_failed"

    def __init__(self, detail: str, etag: str) -> None:
        """Take the text for the client and the current ETag."""
        super().__init__(detail)
        self.headers = {"ETag": etag}


class IdempotencyKeyReusedError(APIException):
    """The key was used for another request."""

    status_code = status.HTTP_409_CONFLICT
    default_code = "idempotency_key_reused"
    default_detail = "This Idempotency-Key belongs to another request; send a new one."


def nearest(given: str, known: Collection[str], most: int = 3) -> list[str]:
    """List the known words nearest to the given one, best first; may be empty."""
    return get_close_matches(given[:100], known, n=most, cutoff=0.65)
