"""Pages of answers that are longer than one reads at once."""

from typing import Any

from rest_framework.request import Request

from records.api.filters.cursors import CursorParameter
from records.api.filters.own import WholeNumber
from records.api.pagination import DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE
from records.api.views.research.base import Asked

PAGE_SIZE = WholeNumber(1, MAX_PAGE_SIZE, default=DEFAULT_PAGE_SIZE, help_text="Rows a page.")


def next_page(
    request: Request, asked: Asked, cursor: CursorParameter, last: tuple[Any, ...] | None
) -> str | None:
    """Path of the page after a last row, with the same parameters; None when there is none."""
    if last is None:
        return None
    parameters = asked.query.copy()
    parameters["cursor"] = cursor.write(last)
    return f"{request.path}?{parameters.urlencode()}"
