"""Who writes through the API, and why."""

from typing import cast

from django.contrib.auth.models import User
from rest_framework.request import Request

from records.api.preconditions import InvalidHeaderError
from records.api.request_id import request_id_of
from records.enums import Channel
from records.services.authorship import Authorship

REASON_HEADER = "X-Change-Reason"


def authorship_of(request: Request) -> Authorship:
    """Take the user, the request's id and the reason in `X-Change-Reason`, which is UTF-8.

    Raises InvalidHeaderError for other bytes.
    """
    return Authorship(
        channel=Channel.API,
        actor=cast("User", request.user),
        reason=_reason(request),
        request_id=request_id_of(request),
    )


def _reason(request: Request) -> str:
    """Read the header, which WSGI hands over as if it were Latin-1."""
    try:
        return request.headers.get(REASON_HEADER, "").encode("latin-1").decode()
    except UnicodeError as error:
        raise InvalidHeaderError(
            REASON_HEADER, "invalid_reason", "A reason is text in UTF-8."
        ) from error
