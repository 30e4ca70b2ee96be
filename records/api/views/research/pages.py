"""Lists that are longer than one reads at once: pages of JSON, and files of all rows."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, cast

import orjson
from django.http import HttpResponseBase
from rest_framework.request import Request

from records.api.errors import InvalidQueryError
from records.api.exports.whole import FILES, Rows, of_pages, whole
from records.api.filters.cursors import CursorParameter
from records.api.filters.own import WholeNumber
from records.api.formats.columns import Table
from records.api.formats.renderers import LIST_FORMATS, Format
from records.api.pagination import DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE
from records.api.views.research.base import Asked, ResearchViewSet

PAGE_SIZE = WholeNumber(
    1, MAX_PAGE_SIZE, default=DEFAULT_PAGE_SIZE, help_text="Rows a page; a file has all of them."
)


class PagedViewSet(ResearchViewSet):
    """A question whose rows are listed in pages of JSON, and all together in a file.

    The file is named after the `tag`.
    """

    renderer_classes: Sequence[type[Format]] = LIST_FORMATS

    def list(self, request: Request) -> HttpResponseBase:
        """Answer with a page, or with all rows while they are read."""
        chosen = cast("type[Format]", type(request.accepted_renderer))
        if chosen not in FILES:
            return super().list(request)
        if items := of_pages(request.query_params):
            raise InvalidQueryError(items)
        asked = self.asked(request)

        def read() -> Rows:
            # What matches is asked for again, to be of the same moment as the rows.
            again = replace(asked, records=self.matching(self._filters(asked.query)))
            about, rows = self.every(again)
            return Rows(Table.of(self.row), (orjson.dumps(row).decode() for row in rows), about)

        return whole(request, chosen, self.tag, read)

    def every(self, asked: Asked) -> tuple[dict[str, Any], Iterable[dict[str, Any]]]:
        """Read what is said beside the rows, and all of them, a few at a time."""
        raise NotImplementedError


def next_page(
    request: Request, asked: Asked, cursor: CursorParameter, last: tuple[Any, ...] | None
) -> str | None:
    """Path of the page after a last row, with the same parameters; None when there is none."""
    if last is None:
        return None
    parameters = asked.query.copy()
    parameters["cursor"] = cursor.write(last)
    return f"{request.path}?{parameters.urlencode()}"
