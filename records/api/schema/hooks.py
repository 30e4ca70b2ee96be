"""Completes the generated document."""

from typing import Any

from records.api.resources import RESOURCES
from records.api.schema.components import COMPONENTS
from records.api.schema.operation import JsonSchema
from records.api.schema.selection import selections


def complete(result: JsonSchema, **_: Any) -> JsonSchema:
    """Add shared and derived components; a post-processing hook of the generator."""
    components = result["components"]
    for section, added in COMPONENTS.items():
        components[section] = components.get(section, {}) | added
    for resource in RESOURCES:
        record = components["schemas"][resource.model.__name__]
        record["properties"]["editorial"] = {"$ref": "#/components/schemas/Editorial"}
    components["schemas"] |= selections(components["schemas"])
    for section, held in components.items():
        components[section] = dict(sorted(held.items()))
    return result
