"""Describes merging and its undoing."""

from typing import Any

from records.api.merges import MAX_NAMED
from records.api.resources import Resource
from records.api.schema.operation import JsonSchema, Operation
from records.api.schema.records import id_parameter, noun_of
from records.api.schema.writes import IF_MATCH, REASON, a
from records.api.serializers.merge import merge_schema
from records.representations.rendering import SERIALIZERS
from records.services.merging.choosing import Side, facets

_PROBLEMS = (401, 403, 404, 409, 412, 413, 415, 428)
_ID: JsonSchema = {"type": "string", "description": "Public id."}


def merge_operation(resource: Resource) -> Operation:
    """Describe the merge of a record into another one."""
    noun = noun_of(resource)
    return Operation(
        id=f"merge{resource.model.__name__}",
        summary=f"Merge {a(noun)} into another",
        description=(
            f"The {noun} in the path is found to be the one named by `into`, which takes the "
            "chosen values and the rows of both. Whatever named the first names the second from "
            "then on. The first keeps its id, which answers 308. With `preview` nothing is "
            "stored. Needs a reason. For reviewers."
        ),
        answer=lambda _: _plan(resource),
        parameters=[id_parameter(resource), IF_MATCH, REASON],
        problems=_PROBLEMS,
        conditional=False,
        body=lambda _: merge_schema(resource.model),
    )


def unmerge_operation(resource: Resource) -> Operation:
    """Describe the undoing of a merge."""
    return Operation(
        id=f"unmerge{resource.model.__name__}",
        summary=f"Undo the merge of {a(noun_of(resource))}",
        description=(
            "Every record that the merge touched gets back what the merge took from it, and "
            "keeps what was changed since. Refused with 409 where a later change stands in the "
            "way. Needs a reason. For reviewers."
        ),
        answer=lambda resolve: resolve(SERIALIZERS[resource.model]),
        parameters=[id_parameter(resource), IF_MATCH, REASON],
        problems=tuple(sorted(set(_PROBLEMS) - {413, 415})),
        conditional=False,
    )


def _plan(resource: Resource) -> JsonSchema:
    record = _object({"id": _ID, "url": {"type": "string"}, "name": {"type": "string"}})
    side = {"type": "string", "enum": [each.value for each in Side]}
    return _object(
        {
            "done": {"type": "boolean", "description": "False for a preview."},
            "survivor": record,
            "merged": record,
            "choices": _object(dict.fromkeys(facets(resource.model), side)),
            "moves": _list(
                "Records whose references go to the survivor, by field.",
                {
                    "collection": {"type": "string"},
                    "field": {"type": "string"},
                    "count": {"type": "integer", "minimum": 1},
                    "records": {"type": "array", "items": _ID, "maxItems": MAX_NAMED},
                },
            ),
            "dropped": _list(
                f"Rows that would stand twice, and are left out; {MAX_NAMED} at most.",
                {"record": _ID, "list": {"type": "string"}},
            ),
        }
    )


def _object(properties: dict[str, Any]) -> JsonSchema:
    return {"type": "object", "required": list(properties), "properties": properties}


def _list(description: str, properties: dict[str, Any]) -> JsonSchema:
    return {"type": "array", "description": description, "items": _object(properties)}
