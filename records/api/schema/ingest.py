"""Describes ingest and readings."""

from typing import Any

from records.api.resources import CLAIMS
from records.api.schema.operation import JsonSchema, Operation, Resolve
from records.api.schema.records import id_parameter
from records.api.schema.writes import IDEMPOTENCY_KEY, REASON
from records.api.serializers.ingest import ingest_schema
from records.models import Claim, Source
from records.representations.briefs import BRIEFS
from records.services.ingesting.entries import State

MAX_STATEMENTS = 500
"""How many statements one request can ingest; the command takes more."""

_NULL: JsonSchema = {"type": "null"}
_FINDINGS: JsonSchema = {"$ref": "#/components/schemas/Findings"}
_TEXT: JsonSchema = {"type": "string"}
_COUNT: JsonSchema = {"type": "integer", "minimum": 0}
_DAY: JsonSchema = {
    "type": "string",
    "description": "Day from which relative dates count; empty when not known.",
}
_UNREAD: JsonSchema = {
    "type": "string",
    "description": "Why the text was not read, such as `language uk`; empty when it was.",
}


def ingest_operation() -> Operation:
    """Describe the ingest of a digest."""
    return Operation(
        id="ingestDigest",
        summary="Ingest a news digest",
        description=(
            "Makes a draft of each statement that is not in the register yet: its text, language "
            "and place in its source, and the kind and modality that it seems to have. What else "
            "was found in it stands in its reading, for a person to decide on. The same digest "
            "again changes nothing and answers 200, as `dry_run` does; a statement that changed "
            f"names the claim that it seems to replace. Up to {MAX_STATEMENTS} statements a "
            "request, all or none. For editors; a token needs both scopes."
        ),
        answer=_ingested,
        parameters=[IDEMPOTENCY_KEY, REASON],
        problems=(401, 403, 409, 413, 415),
        conditional=False,
        status=201,
        unchanged=200,
        body=lambda _: ingest_schema("text"),
        form=ingest_schema("file"),
    )


def reading_operation() -> Operation:
    """Describe the reading of a claim."""
    return Operation(
        id="getClaimReading",
        summary="Get what was found in a claim",
        description=(
            "What ingest found in the text of a claim, as it was found, and what a person decided "
            "on it. For those who may see drafts; to others there is none."
        ),
        answer=_reading,
        parameters=[id_parameter(CLAIMS)],
        problems=(404,),
    )


def _ingested(resolve: Resolve) -> JsonSchema:
    digest = dict.fromkeys(("sha256", "format", "encoding", "title", "date", "language"), _TEXT)
    return _object(
        {
            "stored": {"type": "boolean", "description": "False for a dry run."},
            "digest": _object(digest),
            "sources": {
                "type": "array",
                "items": resolve(BRIEFS[Source]),
                "description": "What the statements cite; without those that a dry run would make.",
            },
            "new_sources": _COUNT,
            "counts": _object({state.value: _COUNT for state in State}),
            "statements": {"type": "array", "items": _statement(resolve)},
        }
    )


def _statement(resolve: Resolve) -> JsonSchema:
    return _object(
        {
            "locator": _TEXT,
            "state": {"type": "string", "enum": [state.value for state in State]},
            "claim": _or_null(resolve(BRIEFS[Claim])),
            "text": _TEXT,
            "language": _TEXT,
            "published": _DAY,
            "earlier": _or_null(_alike(resolve)),
            "near": {"type": "array", "items": _alike(resolve)},
            "unread": _UNREAD,
            "findings": _or_null(_FINDINGS),
        }
    )


def _reading(resolve: Resolve) -> JsonSchema:
    instant = {"type": "string", "format": "date-time"}
    return _object(
        {
            "claim": resolve(BRIEFS[Claim]),
            "digest": {"type": "string", "description": "SHA-256 of the digest it came in."},
            "text": {"type": "string", "description": "The text as it was read."},
            "published": _DAY,
            "unread": _UNREAD,
            "findings": _FINDINGS,
            "earlier": _or_null(_alike(resolve)),
            "near": {"type": "array", "items": _alike(resolve)},
            "read_at": instant,
            "decisions": {
                "type": "array",
                "items": {"type": "object"},
                "description": "What a person made of each finding.",
            },
            "labels": {
                "type": ["object", "null"],
                "description": "What people confirmed, as labels of the sentence.",
            },
            "decided_at": _or_null(instant),
            "decided_by": {"type": ["string", "null"], "description": "User name."},
        }
    )


def _alike(resolve: Resolve) -> JsonSchema:
    similarity = {"type": "integer", "minimum": 0, "maximum": 100, "description": "In percent."}
    return _object({"claim": resolve(BRIEFS[Claim]), "similarity": similarity})


def _or_null(schema: JsonSchema) -> JsonSchema:
    return {"anyOf": [schema, _NULL]}


def _object(properties: dict[str, Any]) -> JsonSchema:
    return {"type": "object", "required": list(properties), "properties": properties}
