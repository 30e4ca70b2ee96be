"""The feed of changes, which a mirror follows."""

from typing import Any

import orjson
from django.http import HttpResponse, QueryDict
from rest_framework.request import Request
from rest_framework.viewsets import ViewSet

from records.api.conditional import json_answer
from records.api.numbers import refused, whole_number
from records.api.query import refuse_parameters, unknown
from records.api.query_string import validated_query
from records.api.resources import RESOURCES
from records.api.schema.history import DEFAULT_SIZE, MAX_SIZE, changes_operation
from records.api.schema.operation import Operation
from records.models import Change
from records.querysets.change import ChangeQuerySet
from records.representations.change import change_of
from records.values.public_ids import MAX_NUMBER, PublicIdError, split_public_id

PARAMETERS = ("after", "type", "record", "page_size")

_TYPES = {each.collection: each.model.record_type for each in RESOURCES}


class ChangeViewSet(ViewSet):
    """What has happened to public records, for everybody."""

    tag = "changes"

    def operation(self, action: str) -> Operation:  # noqa: ARG002 there is one action only
        """Describe the action for the schema."""
        return changes_operation()

    def list(self, request: Request) -> HttpResponse:
        """Answer with a page of the feed, in one query."""
        query = validated_query(request)
        refuse_parameters(query, PARAMETERS)
        after = whole_number(query, "after", low=0, high=MAX_NUMBER, default=0)
        size = whole_number(query, "page_size", low=1, high=MAX_SIZE, default=DEFAULT_SIZE)
        changes = _asked(query).filter(public_sequence__gt=after).order_by("public_sequence")
        found = list(changes.with_survivors().defer("state")[: size + 1])
        shown = found[:size]
        last = shown[-1].public_sequence if shown else after
        body = {
            "next": _next(request, query, last) if len(found) > size else None,
            "last": last,
            "results": [change_of(change) for change in shown],
        }
        return json_answer(request, orjson.dumps(body))


def _asked(query: QueryDict) -> ChangeQuerySet[Change]:
    changes = Change.objects.public()
    names = [name for value in query.getlist("type") for name in value.split(",")]
    for name in names:
        if name not in _TYPES:
            raise refused("type", "unknown_type", unknown("type", name, _TYPES))
    if names:
        changes = changes.filter(record_type__in=[_TYPES[name] for name in names])
    for public_id in query.getlist("record"):
        try:
            record_type, number = split_public_id(public_id)
        except PublicIdError as error:
            raise refused("record", error.code, str(error)) from error
        changes = changes.of(record_type, number)
    return changes


def _next(request: Request, query: QueryDict, last: Any) -> str:
    following = query.copy()
    following["after"] = str(last)
    return f"{request.path}?{following.urlencode()}"
