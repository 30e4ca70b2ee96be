"""Questions over records of all types."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

import orjson
from django.http import QueryDict

from records.api.documents import fresh
from records.api.filters.parameters import parameter
from records.api.schema.formats import format_parameter
from records.api.schema.operation import Operation
from records.api.schema.records import vocabulary
from records.api.views.research.base import ResearchViewSet
from records.models import Record
from records.representations.links import COLLECTIONS

Row = tuple[type[Record], int, str | None]
"""A record by model and number, with its document."""

NAMES = ("name", "designation", "title", "text")
"""Members of a document that hold the main name, of which each record has one."""


class RegisterViewSet(ResearchViewSet):
    """A question over records of all types: it has parameters of its own, `q`, and no filters."""

    tag = "search"

    def operation(self, action: str) -> Operation:  # noqa: ARG002 there is one action only
        """Describe the action for the schema."""
        own = [parameter(name, each, vocabulary) for name, each in self.own.items()]
        parameters = [*own, format_parameter(self.renderer_classes)]
        return replace(self.described, parameters=parameters, formats=self.renderer_classes)

    def filters(self) -> Collection[str]:
        """Name no filter."""
        return ()

    def matching(self, query: QueryDict) -> None:
        """Choose no records."""


def documents_of(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Read the documents of records, rendering those that are stale: one query for each type."""
    found: dict[tuple[type[Record], int], str] = {}
    for model in dict.fromkeys(model for model, _, _ in rows):
        stored = [(number, document) for each, number, document in rows if each is model]
        for (number, _), document in zip(stored, fresh(model, stored), strict=True):
            found[model, number] = document
    return [orjson.loads(found[model, number]) for model, number, _ in rows]


def brief(model: type[Record], document: Mapping[str, Any]) -> dict[str, Any]:
    """Show a record of any type in brief."""
    return {
        "type": COLLECTIONS[model.record_type],
        "id": document["id"],
        "url": document["url"],
        "name": next(document[name] for name in NAMES if name in document),
        "kind": document.get("kind"),
        "country": next(
            (document[name] for name in ("country", "origin", "place") if name in document), None
        ),
        "category": document.get("category"),
    }
