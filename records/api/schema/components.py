"""Parts that all operations share: problem documents, headers, the 304 answer."""

from records.api.schema.findings import finding_components
from records.api.schema.operation import JsonSchema

ALWAYS = (400, 401, 406, 414, 429, 500)
"""Statuses of problem documents that every operation can answer with."""

_MEANINGS = {
    400: "The request cannot be answered; `errors` names what is wrong and the fix.",
    401: "The token is refused, or a write comes without one; `detail` says why.",
    403: "The client may not ask this.",
    404: "There is no such record, or it is not public.",
    405: "The address exists, but not for this method.",
    406: "None of the media types in `Accept` is offered.",
    409: "The Idempotency-Key belongs to another request, or the record stands elsewhere.",
    410: "The record was retracted; `detail` says why, `Link` leads to its last version.",
    412: "The record has been changed since; `ETag` is its current one.",
    413: "The body is larger than is read, or has too much in it; `detail` says the limit.",
    414: "The query string is longer than 8,192 bytes.",
    415: "The body is in no format that is read here.",
    428: "The header `If-Match` is missing.",
    429: "Too many requests; `Retry-After` says when to come back.",
    500: "The server failed; the request id finds the reason in its log.",
    503: "The server is not ready; `errors` says what is missing.",
}

HEADERS: dict[str, JsonSchema] = {
    "ETag": {
        "description": "Strong validator of this answer, for `If-None-Match`.",
        "schema": {"type": "string"},
    },
    "X-Request-ID": {
        "description": "Id of this request: the one sent, or a new one.",
        "required": True,
        "schema": {"type": "string"},
    },
    "RateLimit": {
        "description": "Requests left (`r`) and seconds until more are given (`t`).",
        "schema": {"type": "string"},
        "example": '"anonymous";r=599;t=42',
    },
    "RateLimit-Policy": {
        "description": "Requests (`q`) allowed in a window of seconds (`w`).",
        "schema": {"type": "string"},
        "example": '"anonymous";q=600;w=60',
    },
}

LOCATION: JsonSchema = {
    "description": "Path of the new record.",
    "schema": {"type": "string", "format": "uri-reference"},
}

REPLAYED: JsonSchema = {
    "description": "`true` when the answer is that of an earlier, equal request.",
    "schema": {"type": "string", "enum": ["true"]},
}

CREATED_HEADERS = (*HEADERS, "Location", "Idempotency-Replayed")

PROBLEM: JsonSchema = {
    "type": "object",
    "description": "A problem document (RFC 9457).",
    "required": ["type", "title", "status", "detail", "code", "request_id", "errors"],
    "properties": {
        "type": {
            "type": "string",
            "format": "uri-reference",
            "description": "Page that explains the code.",
        },
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "code": {"type": "string", "description": "Stable code to act on."},
        "request_id": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {"$ref": "#/components/schemas/ProblemItem"},
        },
    },
}

PROBLEM_ITEM: JsonSchema = {
    "type": "object",
    "description": "One thing that is wrong.",
    "required": ["pointer", "code", "detail"],
    "properties": {
        "pointer": {
            "type": "string",
            "description": (
                "`?name` for a query parameter, a JSON Pointer for the body or the path, "
                "`header:Name` for a header."
            ),
        },
        "code": {"type": "string"},
        "detail": {"type": "string"},
    },
}

EDITORIAL: JsonSchema = {
    "type": "object",
    "description": "What only those who may see drafts are shown.",
    "required": ["review_status", "notes"],
    "properties": {
        "review_status": {"$ref": "#/components/schemas/ReviewStatus"},
        "notes": {"type": ["string", "null"]},
    },
}

COMPONENTS: JsonSchema = {
    "schemas": {
        "Problem": PROBLEM,
        "ProblemItem": PROBLEM_ITEM,
        "Editorial": EDITORIAL,
        **finding_components(),
    },
    "headers": HEADERS | {"Location": LOCATION, "Idempotency-Replayed": REPLAYED},
    "responses": {
        "NotModified": {
            "description": "The client has this answer already (`If-None-Match`).",
            "headers": {"ETag": {"$ref": "#/components/headers/ETag"}},
        },
        "Merged": {
            "description": "The record was merged into another one, which answers for it.",
            "headers": {
                "Location": {
                    "description": "Path of the record that answers, with the same query.",
                    "required": True,
                    "schema": {"type": "string", "format": "uri-reference"},
                }
            },
        },
    },
}
"""What is added to the generated components."""


_PROBLEM_HEADERS: dict[int, JsonSchema] = {
    401: {
        "WWW-Authenticate": {
            "description": "How to authenticate, and what is wrong with the token.",
            "required": True,
            "schema": {"type": "string"},
        }
    },
    412: {"ETag": {"$ref": "#/components/headers/ETag"}},
    429: {
        "Retry-After": {
            "description": "Seconds to wait.",
            "required": True,
            "schema": {"type": "integer", "minimum": 1},
        }
    },
}


def problem_reference(status: int, examples: JsonSchema) -> JsonSchema:
    """Describe the answer with a problem document of a status."""
    content: JsonSchema = {"schema": {"$ref": "#/components/schemas/Problem"}}
    if examples:
        content["examples"] = examples
    return {
        "description": _MEANINGS[status],
        "content": {"application/problem+json": content},
        **({"headers": headers} if (headers := _PROBLEM_HEADERS.get(status)) else {}),
    }
