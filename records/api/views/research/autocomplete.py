"""Completes names while they are typed."""

from collections.abc import Mapping
from typing import Any

from records.analysis.search.completing import Completion, complete
from records.api.filters.own import WholeNumber
from records.api.filters.searched import RECORD_TYPES, Collections, TypedText, models_named
from records.api.schema.operation import Operation
from records.api.serializers.search import CompletionSerializer, CompletionsSerializer
from records.api.views.research.base import Answer, Asked
from records.api.views.research.registerwide import RegisterViewSet, brief, documents_of
from records.values.name_starts import StartPlace, name_starts
from records.values.readings import readings

DEFAULT_LIMIT, MAX_LIMIT = 10, 50

NAMED = tuple(each for each in RECORD_TYPES if each != "claims")


class AutocompleteViewSet(RegisterViewSet):
    """The names that somebody may be typing."""

    row = CompletionSerializer
    own = {
        "q": TypedText(
            needed=True,
            help_text="What is typed: the beginning of a name or of a word in one.",
        ),
        "type": Collections(
            NAMED,
            help_text="Collections to look in, separated by commas; all when not given.",
        ),
        "limit": WholeNumber(
            1, MAX_LIMIT, default=DEFAULT_LIMIT, help_text="Most names that are listed."
        ),
    }
    described = Operation(
        id="autocomplete",
        summary="Complete a name",
        description=(
            "Published organizations, weapon systems, agreements and sources of which a name, or "
            "the rest of a name from one of its words on, begins with what is typed: first main "
            "names and titles, then other names, then words within main names, then words within "
            "other names, each by alphabet. Case and accents do not count, every script is "
            "compared in Latin letters, and hyphens are as good as spaces."
        ),
        answer=lambda resolve: resolve(CompletionsSerializer),
    )

    def answer(self, asked: Asked) -> Answer:
        """Complete: one query, and one for each type of the records that are listed."""
        typed, limit = asked.own["q"], asked.own["limit"]
        found = complete(models_named(asked.own["type"]), typed, limit + 1)
        shown = found[:limit]
        documents = documents_of([(each.model, each.number, each.document) for each in shown])
        results = [
            brief(each.model, document) | {"matched_name": _other_name(each, document, typed)}
            for each, document in zip(shown, documents, strict=True)
        ]
        return Answer(results, {"more": len(found) > limit})


def _other_name(found: Completion, document: Mapping[str, Any], typed: str) -> str | None:
    """Find the other name that begins so, unless it is the main one."""
    if found.place in (StartPlace.NAME, StartPlace.WITHIN_NAME):
        return None
    within = found.place is StartPlace.WITHIN_OTHER_NAME
    asked = tuple(" ".join(words) for words in readings(typed) if words)
    return next(
        (
            str(other["text"])
            for other in document["names"]
            for start, place in name_starts(other["text"]).items()
            if start.startswith(asked) and (within or place is StartPlace.NAME)
        ),
        None,
    )
