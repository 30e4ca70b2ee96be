"""How far public facts are borne out by claims."""

from collections.abc import Collection
from typing import Any

import orjson
from django.http import HttpResponse, QueryDict
from rest_framework.request import Request
from rest_framework.viewsets import ViewSet

from records.analysis.coverage import STATED, Found, disputed, single_source, unsupported, waiting
from records.api.conditional import json_answer
from records.api.numbers import refused, whole_number
from records.api.permissions import may_see_drafts
from records.api.query import refuse_parameters, unknown
from records.api.query_string import validated_query
from records.api.schema.operation import Operation
from records.api.serializers.coverage import CoverageSerializer
from records.models import Record
from records.representations.links import COLLECTIONS, record_path

DEFAULT_LIMIT, MAX_LIMIT = 20, 100

_MODELS = {COLLECTIONS[model.record_type]: model for model in STATED}


class CoverageViewSet(ViewSet):
    """What lacks evidence, rests on one voice or is disputed, for everybody."""

    tag = "coverage"

    def operation(self, action: str) -> Operation:  # noqa: ARG002 there is one action only
        """Describe the action for the schema."""
        return _OPERATION

    def list(self, request: Request) -> HttpResponse:
        """Answer with counts and bounded lists: seven queries a type, and two for drafts."""
        query = validated_query(request)
        refuse_parameters(query, ("type", "limit"))
        limit = whole_number(query, "limit", low=1, high=MAX_LIMIT, default=DEFAULT_LIMIT)
        results = [
            _of_type(model, limit, drafts=may_see_drafts(request, model)) for model in _asked(query)
        ]
        body = orjson.dumps({"limit": limit, "results": results}, option=orjson.OPT_UTC_Z)
        return json_answer(request, body)


def _asked(query: QueryDict) -> list[type[Record]]:
    names = [name for value in query.getlist("type") for name in value.split(",")]
    for name in names:
        if name not in _MODELS:
            raise refused("type", "unknown_type", unknown("type", name, _MODELS))
    return [model for name, model in _MODELS.items() if not names or name in names]


def _of_type(model: type[Record], limit: int, *, drafts: bool) -> dict[str, Any]:
    bare = unsupported(model, limit)
    voices, disputes = single_source(model, limit), disputed(model, limit)
    numbers = {fact.number for found in (voices, disputes) for fact in found.facts}
    heads = _heads(model, numbers | bare.records.keys())
    return {
        "type": COLLECTIONS[model.record_type],
        "unsupported": {
            "count": sum(bare.by_field.values()),
            "by_field": bare.by_field,
            "results": [heads[number] | {"fields_without_evidence": fields}
                        for number, fields in bare.records.items()],
        },
        "single_source": _facts(voices, heads),
        "disputed": _facts(disputes, heads),
        "waiting": _waiting(model, limit) if drafts else None,
    }  # fmt: skip


def _heads(model: type[Record], numbers: Collection[int]) -> dict[int, dict[str, Any]]:
    records = model.objects.filter(pk__in=numbers).defer("document")
    return {record.pk: _head(record) for record in records}


def _head(record: Record) -> dict[str, Any]:
    return {"id": record.public_id, "url": record_path(record), "name": str(record)}


def _facts(found: Found, heads: dict[int, dict[str, Any]]) -> dict[str, Any]:
    facts = [heads[number] | {"field": field, "row": row or None}
             for number, field, row in found.facts]  # fmt: skip
    return {"count": found.count, "results": facts}


def _waiting(model: type[Record], limit: int) -> dict[str, Any]:
    count, oldest = waiting(model, limit)
    rows = [
        _head(record) | {"review_status": record.review_status, "created_at": record.created_at}
        for record in oldest
    ]
    return {"count": count, "results": rows}


_OPERATION = Operation(
    id="getCoverage",
    summary="See how far facts are borne out",
    description=(
        "For agreements, organizations and weapon systems: published fields that no published "
        "claim says anything about, facts that rest on one claim or on copies of one text, and "
        "facts that a claim contradicts; for those who may see drafts, what waits longest for "
        "review, too. Each list ends after `limit` results, by record number or, of what waits, "
        "the oldest first; `count` counts all. What is beyond has no further page: narrow it by "
        "`type`, or read `expand=evidence` of the lists of records."
    ),
    answer=lambda resolve: resolve(CoverageSerializer),
    parameters=[
        {
            "name": "type",
            "in": "query",
            "description": "Only records of these types; all when not given.",
            "style": "form",
            "explode": False,
            "schema": {
                "type": "array",
                "items": {"type": "string", "enum": list(_MODELS)},
                "minItems": 1,
            },
            "example": ["agreements"],
        },
        {
            "name": "limit",
            "in": "query",
            "description": "How many results a list has at most.",
            "schema": {
                "type": "integer", "minimum": 1, "maximum": MAX_LIMIT, "default": DEFAULT_LIMIT,
            },
            "example": 5,
        },
    ],
)  # fmt: skip
