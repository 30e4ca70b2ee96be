"""Describes how a client chooses the format of an answer."""

from collections.abc import Sequence

from records.api.formats.negotiation import PARAMETER
from records.api.formats.renderers import Format
from records.api.schema.operation import JsonSchema


def format_parameter(formats: Sequence[type[Format]]) -> JsonSchema:
    """Describe the parameter that chooses the format."""
    names = [each.format for each in formats]
    return {
        "name": PARAMETER,
        "in": "query",
        "description": "Format of the answer; it goes before the header `Accept`.",
        "schema": {"type": "string", "enum": names, "default": names[0]},
        "example": names[0],
    }
