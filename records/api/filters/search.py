"""The filter by words, the same for every resource."""

from django.db.models import Q

from records.api.filters.asked import Asked
from records.api.filters.bad_values import BadValueError
from records.api.filters.base import JsonSchema, RecordFilter
from records.api.filters.text import storable
from records.querysets.search import matching
from records.validators.text import PLAIN_TEXT_PATTERN
from records.values.search_query import MAX_LENGTH, SearchError, SearchQuery, parse_search

GRAMMAR = (
    'All words must occur, in any order; `"…"` are words that follow each other, `-` leaves out, '
    "`OR` stands between alternatives (and binds weaker than a space), `*` ends the beginning of a "
    "word. Case and accents do not count, every script is compared in Latin letters, and hyphens "
    "are as good as spaces: `L119`, `L-119` and `L 119` find each other."
)


class SearchFilter(RecordFilter):
    """What people type into a search box."""

    single = True
    negatable = False
    separator = ""

    def parse(self, text: str) -> SearchQuery:
        """Read the search."""
        try:
            return parse_search(storable(text))
        except SearchError as error:
            raise BadValueError(error.code, str(error)) from error

    def where(self, value: SearchQuery, asked: Asked) -> Q:
        """Match the records of the resource; one query asks the index of words."""
        return matching(asked.visible.model, value)

    def schema(self) -> JsonSchema:
        """Describe the text."""
        form = {"pattern": PLAIN_TEXT_PATTERN, "minLength": 1, "maxLength": MAX_LENGTH}
        return {"type": "string", **form, "example": "ukrain*"}
