"""Headers by which a write says what it is meant for."""

import json
import re
from hashlib import sha256
from typing import Any

from django.http import HttpRequest
from rest_framework.exceptions import APIException

from records.api.errors import ErrorItem, PreconditionRequiredError

_ETAG = re.compile(r'"([1-9][0-9]{0,9})(?:-[0-9a-f]{32})?"')
_KEY = re.compile(r"[\x21-\x7e]{1,200}")


class InvalidHeaderError(APIException):
    """A header has a value that means nothing here."""

    status_code = 400
    default_code = "malformed_request"

    def __init__(self, header: str, code: str, detail: str) -> None:
        """Name the header."""
        super().__init__(detail)
        self.items = (ErrorItem(f"header:{header}", code, detail),)


def expected_revision(request: HttpRequest) -> int:
    """Read the revision from the record's ETag in `If-Match`.

    Only the revision is compared: a record that merely shows another one's new name is the same.
    Raises PreconditionRequiredError without the header and InvalidHeaderError for `*` or a list.
    """
    header = request.headers.get("If-Match")
    if header is None:
        raise PreconditionRequiredError
    match = _ETAG.fullmatch(header.strip())
    if match is None:
        raise InvalidHeaderError(
            "If-Match", "invalid_etag", "Send one strong ETag of this record, as it was given."
        )
    return int(match[1])


def idempotency_key(request: HttpRequest) -> str | None:
    """Read the `Idempotency-Key`, if there is one."""
    key = request.headers.get("Idempotency-Key")
    if key is not None and not _KEY.fullmatch(key):
        raise InvalidHeaderError(
            "Idempotency-Key",
            "invalid_idempotency_key",
            "A key is 1 to 200 visible ASCII characters, such as a UUID.",
        )
    return key


def fingerprint(request: HttpRequest, document: Any) -> str:
    """Tell requests apart by method, address and what the body says, however it is spaced.

    Not with orjson, which knows no number of more than 64 bits.
    """
    told = f"{request.method} {request.get_full_path()}\n{json.dumps(document)}"
    return sha256(told.encode()).hexdigest()
