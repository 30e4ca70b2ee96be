"""Derives from generated records what the service derives from names when it writes them."""

from django.db import connection

from records.models import Agreement, Organization, Record, Source, WeaponSystem
from records.services.naming import follow_names
from records.values.readings import searchable

_BATCH = 5_000


def name_all() -> None:
    """Derive the words of other names, and where published names begin."""
    for model in (Organization, WeaponSystem, Agreement, Source):
        number = 0
        while batch := _after(model, number):
            if "names" in model.owned:
                _store_words(batch)
            follow_names(batch)
            number = batch[-1].pk


def _store_words(batch: list[Record]) -> None:
    values = [(searchable(*(row.text for row in each.names.all())), each.pk) for each in batch]
    with connection.cursor() as cursor:
        table = type(batch[0])._meta.db_table
        cursor.executemany(f"UPDATE {table} SET names_words = %s WHERE id = %s", values)


def _after(model: type[Record], number: int) -> list[Record]:
    rows = model.objects.filter(pk__gt=number).defer("document").order_by("pk")
    return list(rows.prefetch_related(*{"names"}.intersection(model.owned))[:_BATCH])
