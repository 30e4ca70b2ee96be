"""Chooses the format of an answer: by the parameter `format`, else by the header Accept."""

from collections.abc import Sequence

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
    """Choose by the header as RFC 9110 weighs it, which Django does and REST framework does not."""
    offered = {renderer.media_type: renderer for renderer in renderers}
    preferred = request._request.get_preferred_type(list(offered))
    if preferred is None:
        raise NotAcceptable(available_renderers=renderers)
    return offered[preferred], preferred


def _not_offered(name: str, offered: list[str]) -> InvalidQueryError:
    near = nearest(name, offered) or offered
    detail = f"{quote(name)} is not a format of this answer; write {' or '.join(near)}."
    return refused(PARAMETER, "invalid_choice", detail)
