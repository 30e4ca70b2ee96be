"""Describes what `fields`, `omit` and `expand` make of a record.

For each resource, the component `<Record>Selection` has the record's properties, none of them
required, and at the path of each expansion the brief record or the whole one.
"""

from copy import deepcopy

from records.api.resources import RESOURCES, Resource
from records.api.schema.operation import JsonSchema
from records.representations.facts import EVIDENCE

_REFERENCE = "#/components/schemas/"


def selection_reference(resource: Resource) -> JsonSchema:
    """Reference the component."""
    return {"$ref": f"{_REFERENCE}{resource.model.__name__}Selection"}


def selections(schemas: JsonSchema) -> JsonSchema:
    """Build the components from those of the whole records, by name."""
    return {
        f"{resource.model.__name__}Selection": _selection(schemas, resource)
        for resource in RESOURCES
    }


def _selection(schemas: JsonSchema, resource: Resource) -> JsonSchema:
    selection: JsonSchema = deepcopy(schemas[resource.model.__name__])
    del selection["required"]
    selection["description"] = f"{resource.model.__name__} with chosen fields or expansions."
    for path, target in resource.expansions.items():
        _expand(schemas, selection, path.split("."), target.__name__)
    if EVIDENCE in resource.expandable:
        facts = {"type": "array", "items": {"$ref": f"{_REFERENCE}EvidencedFact"}}
        selection["properties"][EVIDENCE] = {"anyOf": [facts, selection["properties"][EVIDENCE]]}
    return selection


def _expand(schemas: JsonSchema, holder: JsonSchema, path: list[str], target: str) -> None:
    """Put the whole record beside the brief one at a path below `holder`."""
    name, *below = path
    described = holder["properties"][name]
    if below:
        items = described["items"]
        if "$ref" in items:
            described["items"] = items = deepcopy(schemas[items["$ref"].removeprefix(_REFERENCE)])
        _expand(schemas, items, below, target)
    elif described.get("type") == "array":
        described["items"] = _either(described["items"], target)
    else:
        holder["properties"][name] = _either(described, target)


def _either(brief: JsonSchema, target: str) -> JsonSchema:
    return {"anyOf": [{"$ref": f"{_REFERENCE}{target}"}, brief]}
