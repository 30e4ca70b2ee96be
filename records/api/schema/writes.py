"""Describes the operations that write records."""

from records.api.authorship import REASON_HEADER
from records.api.resources import Resource
from records.api.schema.links import record_links
from records.api.schema.operation import JsonSchema, Operation, Resolve
from records.api.schema.records import id_parameter, noun_of
from records.api.serializers import INPUTS
from records.representations.rendering import SERIALIZERS
from records.services.authorship import MAX_REASON

MAX_RECORDS = 500
"""How many records one request can create."""

_WRITE_PROBLEMS = (401, 403, 413, 415)

IDEMPOTENCY_KEY: JsonSchema = {
    "name": "Idempotency-Key",
    "in": "header",
    "description": "A key of your own, such as a UUID: repeats within a day get the first answer.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[!-~]+$"},
}

REASON: JsonSchema = {
    "name": REASON_HEADER,
    "in": "header",
    "description": (
        "Why; kept in the record's history. Required, and public, once the record is public."
    ),
    "schema": {"type": "string", "maxLength": MAX_REASON},
}

IF_MATCH: JsonSchema = {
    "name": "If-Match",
    "in": "header",
    "required": True,
    "description": "The record's ETag as it was read; only its revision is compared.",
    "schema": {"type": "string", "pattern": '^"[1-9][0-9]{0,9}(-[0-9a-f]{32})?"$'},
    "example": '"1"',
}


def create_operation(resource: Resource) -> Operation:
    """Describe the creation of one record or a list of them."""
    noun = noun_of(resource)
    return Operation(
        id=f"create{resource.model.__name__}",
        summary=f"Create {a(noun)}",
        description=(
            f"Stores a draft; other records are named by id. A list of up to {MAX_RECORDS} is "
            "stored as a whole or not at all."
        ),
        answer=lambda resolve: _created(resource, resolve),
        parameters=[IDEMPOTENCY_KEY, REASON],
        problems=(*_WRITE_PROBLEMS, 409),
        conditional=False,
        status=201,
        body=lambda resolve: _one_or_many(resolve(INPUTS[resource.model])),
        links=record_links(resource),
    )


def update_operation(resource: Resource) -> Operation:
    """Describe the replacement of a record."""
    return _change(
        resource,
        f"replace{resource.model.__name__}",
        "Replace",
        "Everything that a client can write is replaced; what is left out becomes empty.",
    )


def patch_operation(resource: Resource) -> Operation:
    """Describe the change of some members of a record."""
    return _change(
        resource,
        f"change{resource.model.__name__}",
        "Change",
        "Members that are left out stay as they are; a list is replaced as a whole.",
    )


def _change(resource: Resource, name: str, verb: str, description: str) -> Operation:
    return Operation(
        id=name,
        summary=f"{verb} {a(noun_of(resource))}",
        description=description,
        answer=lambda resolve: resolve(SERIALIZERS[resource.model]),
        parameters=[id_parameter(resource), IF_MATCH, REASON],
        problems=(*_WRITE_PROBLEMS, 404, 412, 428),
        conditional=False,
        body=lambda resolve: resolve(INPUTS[resource.model]),
        links=record_links(resource),
    )


def _created(resource: Resource, resolve: Resolve) -> JsonSchema:
    record = resolve(SERIALIZERS[resource.model])
    listed = {
        "type": "object",
        "required": ["results"],
        "properties": {"results": {"type": "array", "items": record}},
        "additionalProperties": False,
    }
    return {"oneOf": [record, listed]}


def _one_or_many(record: JsonSchema) -> JsonSchema:
    many = {"type": "array", "items": record, "minItems": 1, "maxItems": MAX_RECORDS}
    return {"oneOf": [record, many]}


def a(noun: str) -> str:
    """Put the article before a noun."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
