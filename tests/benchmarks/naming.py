"""Derives from generated records what the service derives from names when it writes them."""

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
                for record in batch:
                    record.names_words = searchable(*(row.text for row in record.names.all()))
                model.objects.bulk_update(batch, ["names_words"], batch_size=500)
            follow_names(batch)
            number = batch[-1].pk


def _after(model: type[Record], number: int) -> list[Record]:
    rows = model.objects.filter(pk__gt=number).defer("document").order_by("pk")
    return list(rows.prefetch_related(*{"names"}.intersection(model.owned))[:_BATCH])
