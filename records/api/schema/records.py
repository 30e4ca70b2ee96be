"""Describes the operations on records."""

from datetime import date
from typing import Any

from django.db.models import DateField, TextChoices

from records.api.facets import facet_names
from records.api.filters import FILTERS
from records.api.formats.renderers import LIST_FORMATS
from records.api.pagination import (
    DEFAULT_PAGE_SIZE,
    MAX_CURSOR,
    MAX_PAGE_SIZE,
    Ordering,
    Place,
    write_cursor,
)
from records.api.resources import Resource
from records.api.schema.formats import format_parameter
from records.api.schema.links import page_links, record_links
from records.api.schema.operation import JsonSchema, Operation, Resolve
from records.api.schema.selection import selection_reference
from records.api.serializers.terms import FacetSerializer
from records.representations.facts import EVIDENCE
from records.representations.rendering import SERIALIZERS
from records.representations.support import EvidencedFactSerializer
from records.values.public_ids import public_id_pattern


def list_operation(resource: Resource) -> Operation:
    """Describe the list of a resource."""
    plural = resource.collection.replace("-", " ")
    return Operation(
        id=f"list{_camel(resource.collection)}",
        summary=f"List {plural}",
        description=(
            f"Public {plural}, {DEFAULT_PAGE_SIZE} a page. Different parameters must all match; "
            "a repeated or comma-separated parameter matches any of its values; `name!=value` "
            "negates where `x-negation` says so. A parameter that is not listed here is refused. "
            "In another format than JSON the answer is a file with all records that match, of one "
            "moment, and takes neither `page_size`, `cursor`, `count`, `facets` nor `known_at`; "
            "`expand` goes with `jsonl` alone."
        ),
        answer=lambda resolve: _page(resource, resolve),
        parameters=[
            *FILTERS[resource.model].openapi_parameters(vocabulary),
            *_page_parameters(resource),
            format_parameter(LIST_FORMATS),
            KNOWN_AT | {"description": f"{KNOWN_AT['description']} {_PAGED_BY_ID}"},
            *_shape_parameters(resource),
        ],
        problems=(403,),
        links=page_links(resource),
        formats=LIST_FORMATS,
    )


def detail_operation(resource: Resource) -> Operation:
    """Describe one record of a resource."""
    noun = noun_of(resource)
    return Operation(
        id=f"get{resource.model.__name__}",
        summary=f"Get {'an' if noun[0] in 'aeiou' else 'a'} {noun}",
        description=f"One {noun} by its public id.",
        answer=lambda resolve: _record(resource, resolve),
        parameters=[
            id_parameter(resource),
            KNOWN_AT,
            *_shape_parameters(resource),
        ],
        problems=(404, 410),
        links=record_links(resource, get=False),
        merges=True,
    )


def vocabulary(enumeration: type[TextChoices]) -> JsonSchema:
    """Reference the component of an enumeration."""
    return {"$ref": f"#/components/schemas/{enumeration.__name__}"}


def _camel(collection: str) -> str:
    return "".join(word.capitalize() for word in collection.split("-"))


def id_parameter(resource: Resource) -> JsonSchema:
    """Describe the public id in the path."""
    return {
        "name": "id",
        "in": "path",
        "required": True,
        "description": "Public id.",
        "schema": {
            "type": "string",
            "pattern": f"^{public_id_pattern(resource.model.record_type)}$",
        },
        "example": f"{resource.model.record_type}-1",
    }


def noun_of(resource: Resource) -> str:
    """Name one record of a resource."""
    return str(resource.model._meta.verbose_name)


def _record(resource: Resource, resolve: Resolve) -> JsonSchema:
    """The whole record, or what `fields`, `omit` and `expand` make of it."""
    whole = resolve(SERIALIZERS[resource.model])
    for target in resource.expansions.values():
        resolve(SERIALIZERS[target])
    if EVIDENCE in resource.expandable:
        resolve(EvidencedFactSerializer)
    return {"anyOf": [whole, selection_reference(resource)]}


def _page(resource: Resource, resolve: Resolve) -> JsonSchema:
    return {
        "type": "object",
        "required": ["next", "results"],
        "properties": {
            "count": {
                "type": "integer",
                "description": "How many records match; only with `count=true`.",
            },
            "facets": {
                "type": "object",
                "description": "How the records that match are distributed; only with `facets`.",
                "properties": dict.fromkeys(facet_names(resource), resolve(FacetSerializer)),
                "additionalProperties": False,
            },
            "next": {
                "type": ["string", "null"],
                "format": "uri-reference",
                "description": "Path of the next page; null on the last one.",
            },
            "results": {"type": "array", "items": _record(resource, resolve)},
        },
    }


def _parameter(name: str, description: str, schema: JsonSchema, **more: Any) -> JsonSchema:
    return {"name": name, "in": "query", "description": description, "schema": schema, **more}


def _names(name: str, description: str, values: tuple[str, ...]) -> JsonSchema:
    items = {"type": "array", "items": {"type": "string", "enum": list(values)}, "minItems": 1}
    return _parameter(name, description, items, style="form", explode=False)


def _page_parameters(resource: Resource) -> list[JsonSchema]:
    orderings = list(resource.ordering_names)
    size = {"type": "integer", "minimum": 1, "maximum": MAX_PAGE_SIZE}
    return [
        _parameter(
            "ordering",
            "How to order the records; `-` turns it round. Without a date comes last when the "
            "newest come first.",
            {"type": "string", "enum": orderings, "default": resource.default_ordering},
        ),
        _parameter(
            "page_size", "Records a page.", size | {"default": DEFAULT_PAGE_SIZE}, example=10
        ),
        _parameter(
            "cursor",
            "Where the page starts; take it from the `next` link.",
            {"type": "string", "pattern": "^[A-Za-z0-9_-]+$", "maxLength": MAX_CURSOR},
            example=_cursor(resource),
        ),
        _parameter(
            "count", "Whether to count all matches, too.", {"type": "boolean", "default": False}
        ),
        _names(
            "facets",
            "What to count all matches by, whatever the page. A record with several values counts "
            "with each of them, with each once. Categories are those of the top level; years are "
            "those within which a date lies, and a date that does not lie within one is "
            "`imprecise`.",
            facet_names(resource),
        ),
    ]


_PAGED_BY_ID = (
    "Then the list is in the order of the ids, and takes `cursor`, `page_size`, `fields` and "
    "`omit`."
)

KNOWN_AT = _parameter(
    "known_at",
    "Answer as the register stood at this instant.",
    {"type": "string", "format": "date-time"},
    example="2025-04-04T12:00:00Z",
)


def _cursor(resource: Resource) -> str:
    """A cursor of the default ordering, such as a `next` link holds."""
    ordering = Ordering.of(resource, resource.default_ordering)
    dated = isinstance(resource.model._meta.get_field(ordering.column), DateField)
    return write_cursor(ordering, Place(date(2024, 2, 29) if dated else 1, 1))


def _shape_parameters(resource: Resource) -> list[JsonSchema]:
    parameters = [
        _names("fields", "Top-level fields to keep; all when not given.", resource.fields),
        _names("omit", "Top-level fields to leave out.", resource.fields),
    ]
    if resource.expandable:
        parameters.append(
            _names(
                "expand",
                "Brief records to show whole, by their path; `evidence` shows the claims about "
                "each fact with their grades, and what follows from them.",
                resource.expandable,
            )
        )
    return parameters
