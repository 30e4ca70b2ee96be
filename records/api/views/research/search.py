"""Searches all records by words."""

from collections.abc import Iterator, Mapping
from typing import Any

from records.analysis.search.finding import Hit, find
from records.analysis.search.suggesting import suggestions
from records.api.filters.own import WholeNumber
from records.api.filters.search import GRAMMAR
from records.api.filters.searched import RECORD_TYPES, Collections, SearchText, models_named
from records.api.schema.operation import Operation
from records.api.serializers.search import SearchResultSerializer, SearchSerializer
from records.api.views.research.base import Answer, Asked
from records.api.views.research.registerwide import NAMES, RegisterViewSet, brief, documents_of
from records.querysets.search import FEW
from records.representations.links import COLLECTIONS
from records.values.marking import Marked, mark
from records.values.search_query import SearchQuery

DEFAULT_LIMIT, MAX_LIMIT = 20, 100

_TEXTS = ("summary", "publisher", "speaker_name")


class SearchViewSet(RegisterViewSet):
    """What is found among all published records."""

    row = SearchResultSerializer
    own = {
        "q": SearchText(needed=True, help_text=f"What is searched for. {GRAMMAR}"),
        "type": Collections(
            RECORD_TYPES,
            help_text="Collections to search, separated by commas; all when not given.",
        ),
        "limit": WholeNumber(
            1, MAX_LIMIT, default=DEFAULT_LIMIT, help_text="Most results that are listed."
        ),
    }
    described = Operation(
        id="search",
        summary="Search all records",
        description=(
            "Published records of all types by the words of their own names and texts: names in "
            "all scripts, titles, summaries, statements, speakers and publishers. Results come by "
            "`match`, whose codes stand in the order in which they count, then by type, then the "
            "newest first (organizations and weapon systems by number). A name is compared as a "
            f"whole, so where several words are sought, they are in its order. Of more than {FEW} "
            "records of one type only the first in that order are ranked, and those whose name "
            "begins with what is sought; `counts` and `left_out` tell. To page through all that is "
            "found, use `q` on the list of a type."
        ),
        answer=lambda resolve: resolve(SearchSerializer),
    )

    def answer(self, asked: Asked) -> Answer:
        """Search: two queries for each type of which something is found, one for each other."""
        query, models = asked.own["q"], models_named(asked.own["type"])
        found = find(models, query, asked.own["limit"])
        total = sum(count.count for count in found.counts)
        about = {
            "counts": [
                {"type": COLLECTIONS[each.model.record_type], "count": each.count,
                 "is_least": each.is_least}
                for each in found.counts
            ],
            "left_out": {"beyond_limit": total - len(found.hits)},
            "suggestions": [] if found.hits else suggestions(models, query),
        }  # fmt: skip
        documents = documents_of([(hit.model, hit.number, hit.document) for hit in found.hits])
        results = [
            _result(hit, document, query)
            for hit, document in zip(found.hits, documents, strict=True)
        ]
        return Answer(results, about)


def _result(hit: Hit, document: Mapping[str, Any], query: SearchQuery) -> dict[str, Any]:
    marked = [(field, mark(text, query)) for field, text in _texts(document)]
    field, best = max(marked, key=lambda each: each[1].phrases)
    return brief(hit.model, document) | {
        "match": hit.match,
        "field": field,
        "snippet": _snippet(best),
    }


def _texts(document: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the texts that are searched, the most telling first."""
    for name in NAMES:
        if name in document:
            yield name, document[name]
    for name in _TEXTS:
        if document.get(name):
            yield name, document[name]
    for other in document.get("names", ()):
        yield "names", other["text"]


def _snippet(marked: Marked) -> list[dict[str, Any]]:
    return [{"text": each.text, "marked": each.is_marked} for each in marked.segments()]
