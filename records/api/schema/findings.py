"""Describes what is found in a sentence, read from the dataclasses of the findings."""

import re
from dataclasses import is_dataclass
from decimal import Decimal
from enum import Enum
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from records.api.schema.operation import JsonSchema
from records.ingest.findings import Candidate, Finding, Findings, NameFinding

_SIMPLE: dict[Any, JsonSchema] = {
    str: {"type": "string"},
    float: {"type": "number", "minimum": 0, "maximum": 1},
    int: {"type": "integer", "minimum": 0},
    Decimal: {"type": "string", "format": "decimal"},
}
_DESCRIBED: dict[str, JsonSchema] = {
    "id": {"type": "string", "description": "Place in the findings, such as `measures.0`."},
    "start": {"type": "integer", "minimum": 0, "description": "First character of the text."},
    "end": {"type": "integer", "minimum": 0, "description": "Character after the last one."},
    "rule": {"type": "string", "description": "Rule that found it."},
    "confidence": _SIMPLE[float] | {
        "description": "Share of cases in which the rule was right on labelled sentences."
    },
    "organization": {
        "type": ["string", "null"],
        "description": "Place of the organization in the findings, if it is one.",
    },
}  # fmt: skip


def finding_components() -> dict[str, JsonSchema]:
    """Describe each kind of finding as a component of the schema."""
    kinds = [each for each in Finding.__subclasses__() if each is not NameFinding]
    kinds += NameFinding.__subclasses__()
    described = {kind.__name__: _object(kind, ("id", *get_type_hints(kind))) for kind in kinds}
    return {
        **described,
        "Findings": _object(Findings, tuple(get_type_hints(Findings))),
        "Candidate": {
            "type": "object",
            "description": "A record that a name may mean.",
            "required": ["id", "name"],
            "properties": {
                "id": {"type": "string", "description": "Public id."},
                "name": {"type": "string", "description": "What the record is called."},
            },
        },
    }


def _object(kind: type[Any], names: tuple[str, ...]) -> JsonSchema:
    hints = get_type_hints(kind)
    return {
        "type": "object",
        "description": re.sub(r"\s+", " ", kind.__doc__ or ""),
        "required": list(names),
        "properties": {name: _DESCRIBED.get(name) or _schema(hints[name]) for name in names},
    }


def _schema(hint: Any) -> JsonSchema:
    arguments = [each for each in get_args(hint) if each not in {type(None), Ellipsis}]
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _schema(arguments[0])}
    if get_origin(hint) is UnionType:
        inner = _schema(arguments[0])
        if "type" in inner:
            return inner | {"type": [inner["type"], "null"]}
        return {"anyOf": [inner, {"type": "null"}]}
    if is_dataclass(hint) or hint is Candidate or issubclass(hint, Enum):
        return {"$ref": f"#/components/schemas/{hint.__name__}"}
    return _SIMPLE[hint]
