"""Own parameters of questions over records of all types."""

from collections.abc import Sequence

from records.api.filters.bad_values import BadValueError
from records.api.filters.base import JsonSchema
from records.api.filters.own import OwnParameter, SomeOf
from records.api.filters.search import SearchFilter
from records.api.filters.text import storable
from records.api.resources import RESOURCES
from records.models import Record
from records.values.quoting import quote
from records.values.readings import readings
from records.values.search_query import SearchQuery

RECORD_TYPES = tuple(each.collection for each in RESOURCES)
"""All collections, as the parameter `type` names them."""


class Collections(SomeOf):
    """Collections of records, all of some when not given."""

    def __init__(self, collections: Sequence[str], *, help_text: str) -> None:
        """Name the collections."""
        super().__init__(collections, default=collections, help_text=help_text)


def models_named(collections: Sequence[str]) -> list[type[Record]]:
    """Give the models of collections."""
    return [each.model for each in RESOURCES if each.collection in collections]


class SearchText(OwnParameter):
    """What people type into a search box."""

    searched = SearchFilter(help_text="")

    def parse(self, text: str) -> SearchQuery:
        """Read the search."""
        return self.searched.parse(text)

    def schema(self) -> JsonSchema:
        """Describe the text."""
        return self.searched.schema() | {"example": "L119"}


class TypedText(OwnParameter):
    """The beginning of a name."""

    def parse(self, text: str) -> str:
        """Accept what has a letter or a digit."""
        if not any(readings(storable(text))):
            raise BadValueError(
                "empty_search", f"{quote(text)} has no letters or digits; give some."
            )
        return text

    def schema(self) -> JsonSchema:
        """Describe the text."""
        return SearchText.searched.schema() | {"example": "ministr"}
