"""Pictures as SVG."""

from collections.abc import Callable
from dataclasses import replace

from django.http import HttpRequest, HttpResponse, QueryDict

from records.api.conditional import conditional_answer
from records.api.formats.negotiation import PARAMETER
from records.pictures.picture import Picture, alone

Drawing = Callable[[], Picture]
"""Draws an answer, once a picture of it is asked for."""

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""A picture loads nothing and runs nothing, wherever it is opened."""


def svg_answer(request: HttpRequest, draw: Drawing) -> HttpResponse:
    """Answer with a picture that says which request it answers, or with 304."""
    picture = draw()
    picture = replace(picture, notes=[*picture.notes, f"Asked for: {_asked(request)}"])
    response = conditional_answer(request, alone(picture), "image/svg+xml")
    response.headers["Content-Security-Policy"] = _POLICY
    return response


def _asked(request: HttpRequest) -> str:
    """Return the path of the request, without the format: it leads to the numbers."""
    query: QueryDict = request.GET.copy()
    query.pop(PARAMETER, None)
    return f"{request.path}?{query.urlencode(safe=',:')}" if query else request.path
