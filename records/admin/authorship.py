"""Who writes at the desk, and why."""

from typing import cast

from django.contrib.auth.models import User
from django.http import HttpRequest

from records.enums import Channel
from records.services.authorship import Authorship


def authorship_of(
    request: HttpRequest, reason: str, *, channel: Channel = Channel.ADMIN
) -> Authorship:
    """Take the user who is logged in, and the id that the middleware gave the request."""
    return Authorship(
        channel=channel,
        actor=cast("User", request.user),
        reason=reason,
        request_id=getattr(request, "request_id", ""),
    )
