"""Facets of lists: what the records that match have in common."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet

from records.analysis.facets import Facet, facets
from records.analysis.groups.catalogue import KEYS
from records.api.resources import Resource
from records.api.serializers.terms import term_shown


def facet_names(resource: Resource) -> tuple[str, ...]:
    """Name the facets of a resource."""
    return tuple(KEYS[resource.model])


def facets_shown(records: QuerySet[Any], names: Sequence[str]) -> dict[str, Any]:
    """Count and show facets: one query each."""
    return {name: _shown(facet) for name, facet in facets(records, names).items()}


def _shown(facet: Facet) -> dict[str, Any]:
    return {
        "values": [term_shown(each.term) | {"count": each.count} for each in facet.values],
        "unknown": facet.unknown,
        "more_values": facet.more_values,
        "others": facet.others,
    }
