"""Describes the history of records, and the log."""

from typing import Any

from records.api.resources import RESOURCES, Resource
from records.api.schema.operation import JsonSchema, Operation, Resolve
from records.api.schema.records import id_parameter, noun_of
from records.representations.change import ChangeSerializer, VersionSerializer
from records.representations.rendering import SERIALIZERS
from records.values.public_ids import MAX_NUMBER

DEFAULT_SIZE, MAX_SIZE = 50, 500

_SEQUENCE: JsonSchema = {"type": "integer", "minimum": 0, "maximum": MAX_NUMBER}
_WHOLE: JsonSchema = {"type": "integer", "minimum": 1, "maximum": 2**31 - 1}


def _version(name: str) -> JsonSchema:
    return {
        "name": name,
        "in": "path",
        "required": True,
        "description": "Number of the version, which is the record's revision.",
        "schema": _WHOLE,
        "example": 1,
    }


def _query(name: str, description: str, schema: JsonSchema, example: Any) -> JsonSchema:
    return {
        "name": name, "in": "query", "description": description, "schema": schema,
        "example": example,
    }  # fmt: skip


_SIZE = _query("page_size", "How many at most.", _WHOLE | {"maximum": MAX_SIZE}, 10)


def _page(resolve: Resolve, serializer: Any, **more: JsonSchema) -> JsonSchema:
    following = {
        "type": ["string", "null"],
        "format": "uri-reference",
        "description": "Path of the next page; null on the last one.",
    }
    return {
        "type": "object",
        "required": ["next", *more, "results"],
        "properties": {
            "next": following,
            **more,
            "results": {"type": "array", "items": resolve(serializer)},
        },
    }


def versions_operation(resource: Resource) -> Operation:
    """Describe the list of a record's versions."""
    return Operation(
        id=f"list{resource.model.__name__}Versions",
        summary=f"List the versions of the {noun_of(resource)}",
        description="Every version of the record that was public, the newest first.",
        answer=lambda resolve: _page(resolve, VersionSerializer),
        parameters=[
            id_parameter(resource),
            _query("before", "Versions before this one.", _WHOLE, 2),
            _SIZE,
        ],
        problems=(404,),
    )


def version_operation(resource: Resource) -> Operation:
    """Describe one version."""
    return Operation(
        id=f"get{resource.model.__name__}Version",
        summary=f"Get a version of the {noun_of(resource)}",
        description=(
            "The record's document as it was rendered then, byte for byte and for ever. The header "
            "`Repr-Digest` (RFC 9530) holds the SHA-256 that the list of versions gives."
        ),
        answer=lambda resolve: resolve(SERIALIZERS[resource.model]),
        parameters=[id_parameter(resource), _version("version")],
        problems=(404, 410),
    )


def diff_operation(resource: Resource) -> Operation:
    """Describe the comparison of two versions."""
    return Operation(
        id=f"compare{resource.model.__name__}Versions",
        summary=f"Compare two versions of the {noun_of(resource)}",
        description=(
            "What differs between the first version and the second, field by field, without the "
            "revision and the time of the last change."
        ),
        answer=lambda _: {
            "type": "object",
            "required": ["results"],
            "properties": {"results": {"type": "array", "items": _DIFFERENCE}},
        },
        parameters=[id_parameter(resource), _version("version"), _version("other")],
        problems=(404, 410),
    )


def changes_operation() -> Operation:
    """Describe the feed."""
    return Operation(
        id="listChanges",
        summary="Follow the changes",
        description=(
            "Every change after which a record was public, oldest first, numbered from 1 without a "
            "gap: read from the last number that you have, and repeat. `document` is the record "
            "as it was then, null for a tombstone. Documents show other records in brief; when "
            "`record` of a later change differs from such a brief, it replaces it."
        ),
        answer=lambda resolve: _page(resolve, ChangeSerializer, last=_LAST),
        parameters=[
            _query(
                "after",
                "Changes after this number.",
                _WHOLE | {"minimum": 0, "maximum": MAX_NUMBER},
                0,
            ),
            _query(
                "type",
                "Only changes of records of these types.",
                {
                    "type": "array",
                    "items": {"type": "string", "enum": [each.collection for each in RESOURCES]},
                    "minItems": 1,
                },
                ["claims"],
            )
            | {"style": "form", "explode": False},
            _query(
                "record",
                "Only changes of this record.",
                {"type": "string", "pattern": "^(AGR|ORG|WPN|CLM|SRC)-[1-9][0-9]{0,17}$"},
                "CLM-1",
            ),
            _SIZE,
        ],
    )


_DIFFERENCE: JsonSchema = {
    "type": "object",
    "description": "One value that differs.",
    "required": ["pointer"],
    "properties": {
        "pointer": {
            "type": "string",
            "description": "JSON Pointer into the second version; into the first for what is gone.",
        },
        "before": {"description": "The value in the first version, if it is there."},
        "after": {"description": "The value in the second version, if it is there."},
    },
    "additionalProperties": False,
}

_LAST: JsonSchema = {
    "type": "integer",
    "description": "Number of the last change on the page, to go on from; `after` if it is empty.",
}
