"""Search at the desk: ids, names in any script, and other names."""

import operator
from functools import reduce
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q

from records.models import Claim, Record
from records.querysets.search import matching
from records.values.folding import fold
from records.values.public_ids import PublicIdError, parse_public_id
from records.values.search_query import typed_search

MAX_WORDS = 10


def search(
    queryset: models.QuerySet[Any], term: str, *, columns: tuple[str, ...]
) -> models.QuerySet[Any]:
    """Keep the rows that have every word of the term in one of the columns.

    A column `<list>__<column>` belongs to an owned list, of which one row has to match. Columns of
    folded text are compared with the folded word. A public id finds its record at once. Claims are
    found by the index of their words instead.
    """
    number = _number(queryset.model, term)
    if number is not None:
        return queryset.filter(pk=number)
    if queryset.model is Claim:
        return _claims(queryset, term) if term.strip() else queryset
    for word in term.replace("\0", "").split()[:MAX_WORDS]:
        queryset = queryset.filter(
            reduce(operator.or_, (_contains(queryset.model, column, word) for column in columns))
        )
    return queryset


def _claims(queryset: models.QuerySet[Any], term: str) -> models.QuerySet[Any]:
    query = typed_search(term)
    return queryset.filter(matching(Claim, query)) if query else queryset.none()


def _number(model: type[models.Model], term: str) -> int | None:
    if not issubclass(model, Record):
        return None
    try:
        return parse_public_id(term.strip().upper(), model.record_type)
    except PublicIdError:
        return None


def _contains(model: type[models.Model], path: str, word: str) -> Q:
    name, _, column = path.rpartition("__")
    if column.endswith("_folded"):
        condition = {f"{column}__contains": fold(word)}
    else:
        condition = {f"{column}__icontains": word}
    if not name:
        return Q(**condition)
    row: Any = model._meta.get_field(name).related_model
    return Q(Exists(row.objects.filter(**{row.owner: OuterRef("pk")}, **condition)))
