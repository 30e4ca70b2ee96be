"""Which documents a change makes stale, and their renewal."""

from django.db import connection, transaction

from records.models import Record
from records.models.relations import references_to
from records.representations.locking import hold, shown_in
from records.representations.rendering import render


def mark_stale(record: Record) -> None:
    """Empty every document that shows a record in brief: one UPDATE for each kind of link.

    Call it in the transaction that changes the record, after the record's own UPDATE, so that a
    document rendered at the same time is either found here or renders the new state.
    """
    for reference in references_to(type(record)):
        showing = reference.row._default_manager.filter(**{reference.field: record}).values(
            reference.back
        )
        reference.owner.objects.filter(pk__in=showing).update(document=None)


@transaction.atomic
def refresh_stale(model: type[Record], batch: int = 200) -> int:
    """Render one batch of stale documents and store them; return how many.

    What the documents show is locked before the documents are, as a writer does it, so that the
    two never wait for each other. Rows that a writer holds are left for another batch.
    """
    candidates = list(model.objects.stale().order_by("pk").values_list("pk", flat=True)[:batch])
    held = hold(shown_in(model, candidates))
    skip = connection.features.has_select_for_update_skip_locked
    rows = model.objects.stale().filter(pk__in=candidates).select_for_update(skip_locked=skip)
    numbers = list(rows.values_list("pk", flat=True))
    shown = shown_in(model, numbers)
    if any(not shown[target] <= held.get(target, {}).keys() for target in shown):
        return 0
    documents = render(model, numbers)
    for number, document in documents.items():
        model.objects.filter(pk=number).update(document=document)
    return len(documents)
