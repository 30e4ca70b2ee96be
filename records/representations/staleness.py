"""Which documents a change makes stale, and their renewal."""

from django.db import transaction

from records.models import Record
from records.models.relations import references_to
from records.representations.locking import hold, shown_in, take_turn
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


def refresh_stale(model: type[Record], batch: int = 50) -> int:
    """Render one batch of stale documents and store them; return how many.

    Writers wait meanwhile, so a batch is small, and nobody waits when there is none.
    """
    return _refresh(model, batch) if model.objects.stale().exists() else 0


@transaction.atomic
def _refresh(model: type[Record], batch: int) -> int:
    take_turn()
    numbers = list(model.objects.stale().order_by("pk").values_list("pk", flat=True)[:batch])
    hold(shown_in(model, numbers))
    documents = render(model, numbers)
    for number, document in documents.items():
        model.objects.filter(pk=number).update(document=document)
    return len(documents)
