"""Chooses the format of an answer: by the parameter `format`, else by the header Accept."""

from collections.abc import Sequence
from typing import NamedTuple

from django.http.request import MediaType
from rest_framework.exceptions import NotAcceptable
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request

from records.api.errors import InvalidQueryError, nearest
from records.api.numbers import refused
from records.values.quoting import quote

PARAMETER = "format"


class FormatNegotiation(DefaultContentNegotiation):
    """Takes `format=csv` before the header; a format that is not offered is refused by name."""

    def select_renderer(
        self,
        request: Request,
        renderers: Sequence[BaseRenderer],  # type: ignore[override] # as the view gives them
        format_suffix: str | None = None,  # noqa: ARG002 the base's signature
    ) -> tuple[BaseRenderer, str]:
        """Return the renderer and the media type. Raises InvalidQueryError and NotAcceptable."""
        if request.method == "OPTIONS":  # tells about the endpoint, as JSON whatever is asked
            return renderers[0], renderers[0].media_type
        # Where there is nothing to choose, the parameter is as unknown as any other.
        named = request.query_params.getlist(PARAMETER) if len(renderers) > 1 else []
        if not named:
            return _accepted(request, renderers)
        if len(named) > 1:
            raise refused(PARAMETER, "repeated_parameter", "Give this parameter once.")
        for renderer in renderers:
            if renderer.format == named[0]:
                return renderer, renderer.media_type
        raise _not_offered(named[0], [str(each.format) for each in renderers])


def _accepted(request: Request, renderers: Sequence[BaseRenderer]) -> tuple[BaseRenderer, str]:
    """Choose by the header as RFC 9110 weighs it; parameters such as a charset choose nothing."""
    try:
        accepted = [MediaType(each) for each in request.headers.get("Accept", "*/*").split(",")]
    except ValueError:  # a parameter in an encoding that does not exist
        raise NotAcceptable(available_renderers=renderers) from None
    best = max(renderers, key=lambda renderer: _weight(renderer.media_type, accepted))
    if _weight(best.media_type, accepted).quality == 0:
        raise NotAcceptable(available_renderers=renderers)
    return best, best.media_type


class _Weight(NamedTuple):
    """How much a media type is wanted; of equal quality what is named, and then named first."""

    quality: float
    specificity: int
    place: int


def _weight(media_type: str, accepted: Sequence[MediaType]) -> _Weight:
    """Weigh a media type by the most specific range that it is in."""
    main, _, sub = media_type.partition("/")
    ranges = [
        _Weight(each.quality, each.specificity, -place)
        for place, each in enumerate(accepted)
        if each.main_type in {main, "*"} and each.sub_type in {sub, "*"}
    ]
    return max(ranges, key=lambda weight: (weight.specificity, weight), default=_Weight(0, 0, 0))


def _not_offered(name: str, offered: list[str]) -> InvalidQueryError:
    near = nearest(name, offered) or offered
    detail = f"{quote(name)} is not a format of this answer; write {' or '.join(near)}."
    return refused(PARAMETER, "invalid_choice", detail)
