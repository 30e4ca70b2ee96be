"""Asks a filter set, and names what it answers by the names a test gave its records."""

import pytest
from django.http import QueryDict

from records.api.errors import InvalidQueryError
from records.api.filters import FILTERS
from records.models import Record


class World(dict):
    """Records by the name that a test calls them by."""

    def fill(self, query):
        """Put the public ids of records for their names in braces."""
        ids = {name: made.public_id for name, made in self.items() if isinstance(made, Record)}
        return query.format(**ids)

    def found(self, model, query, queryset=None):
        """Name the records of a model that a query finds; each stands once in the answer."""
        names = {made.pk: name for name, made in self.items() if isinstance(made, model)}
        asked = FILTERS[model].apply(queryset or model.objects.all(), written(self.fill(query)))
        return sorted(names[number] for number in asked.values_list("pk", flat=True))


def written(query):
    """Read a query string as a request does, with room for spaces and plus signs as they are."""
    return QueryDict(query.replace("+", "%2B").replace(" ", "%20"))


def refused(model, query):
    """List what is wrong with a query as (pointer, code)."""
    return [(item.pointer, item.code) for item in refusals(model, query)]


def refusals(model, query):
    """List the error items of a query that is refused."""
    given = query if isinstance(query, QueryDict) else written(query)
    with pytest.raises(InvalidQueryError) as caught:
        FILTERS[model].apply(model.objects.all(), given)
    return list(caught.value.items)
