"""Reads whole records in Django's usual way, to compare with: one query for each owned list."""

from collections.abc import Collection
from functools import cache

from django.db.models import Prefetch, QuerySet

from records.models import OwnedRow, Record
from records.models.relations import foreign_keys, owned_rows


def load_by_prefetch(model: type[Record], numbers: Collection[int]) -> QuerySet[Record]:
    """Read records by number, with everything that their documents show."""
    shown, heavy = _joins(model)
    return (
        model.objects.filter(pk__in=numbers)
        .select_related(*shown or (None,))
        .defer("document", *heavy)
        .prefetch_related(*_prefetches(model))
    )


@cache
def _joins(model: type) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Name the foreign keys to follow, and the documents not to read along them."""
    names = tuple(foreign_keys(model))
    return names, tuple(f"{name}__document" for name in names)


def _prefetches(model: type[Record]) -> "list[Prefetch[str, QuerySet[OwnedRow], str]]":
    prefetches = []
    for name, row in owned_rows(model).items():
        shown, heavy = _joins(row)
        queryset = row._default_manager.select_related(*shown or (None,)).defer(*heavy)
        prefetches.append(Prefetch(name, queryset=queryset))
    return prefetches
