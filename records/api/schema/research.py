"""Describes what questions over many records take."""

from collections.abc import Collection, Mapping, Sequence

from records.api.filters import FILTERS
from records.api.filters.engine import NEGATION
from records.api.filters.own import OwnParameter
from records.api.filters.parameters import parameter
from records.api.formats.renderers import Format
from records.api.resources import Resource
from records.api.schema.formats import format_parameter
from records.api.schema.operation import JsonSchema
from records.api.schema.records import vocabulary

NOT_OFFERED = ("review_status", f"review_status{NEGATION}")
"""Filters that research does not take: it looks at what is published."""


def filter_names(resource: Resource, own: Collection[str]) -> frozenset[str]:
    """Name the filters of a resource that research takes, with negated forms.

    An own parameter hides the filter of its name in both forms.
    """
    hidden = (*NOT_OFFERED, *own, *(f"{name}{NEGATION}" for name in own))
    return FILTERS[resource.model].names().difference(hidden)


def research_parameters(
    resource: Resource,
    own: Mapping[str, OwnParameter],
    formats: Sequence[type[Format]],
) -> list[JsonSchema]:
    """Describe the parameters of a question: its own, its format, the filters of its resource."""
    filters = FILTERS[resource.model].openapi_parameters(vocabulary)
    hidden = {*own, *NOT_OFFERED}
    return [
        *(parameter(name, each, vocabulary) for name, each in own.items()),
        format_parameter(formats),
        *(each for each in filters if each["name"] not in hidden),
    ]
