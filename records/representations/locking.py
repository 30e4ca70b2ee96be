"""Holds the records that a document shows, so that none of them changes while it is rendered."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from django.db import connections, models, router

from records.models import Record
from records.models.relations import foreign_keys, owned_rows

Shown = dict[type[Record], set[int]]


def shown_by(rows: Iterable[models.Model]) -> Shown:
    """Collect the records that these rows point at, from the instances in memory."""
    shown: Shown = defaultdict(set)
    for row in rows:
        for name, target in foreign_keys(type(row)).items():
            number = getattr(row, f"{name}_id")
            if number is not None:
                shown[target].add(number)
    return shown


def shown_in(model: type[Record], numbers: Collection[int]) -> Shown:
    """Collect the records that stored records of one model point at."""
    shown: Shown = defaultdict(set)
    for name, target in foreign_keys(model).items():
        shown[target].update(_targets(model, "pk", name, numbers))
    for row in owned_rows(model).values():
        for name, target in foreign_keys(row).items():
            shown[target].update(_targets(row, row.owner, name, numbers))
    return shown


def _targets(
    model: type[models.Model], key: str, name: str, numbers: Collection[int]
) -> Iterable[int]:
    rows = model._default_manager.filter(**{f"{key}__in": numbers, f"{name}__isnull": False})
    return rows.values_list(f"{name}_id", flat=True)


def hold(shown: Mapping[type[Record], Collection[int]]) -> dict[type[Record], dict[int, str]]:
    """Lock records against change until the transaction ends; return their review states.

    PostgreSQL takes `FOR SHARE` locks in the order of the keys; SQLite lets one writer in at a
    time and needs none. Records that do not exist are missing from the answer.
    """
    return {
        model: _hold(model, sorted(shown[model]))
        for model in sorted(shown, key=lambda model: model._meta.label)
        if shown[model]
    }


def _hold(model: type[Record], numbers: list[int]) -> dict[int, str]:
    rows = model.objects.filter(pk__in=numbers).order_by("pk").values_list("pk", "review_status")
    connection = connections[router.db_for_write(model)]
    if connection.vendor != "postgresql":
        return dict(rows)
    statement, params = rows.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"{statement} FOR SHARE", params)
        return dict(cursor.fetchall())
