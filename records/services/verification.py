"""Proves that the log is whole, and that it and the records agree."""

from collections.abc import Iterator, Sequence
from hashlib import sha256

from django.db import transaction

from records.models import Change, Record
from records.models.relations import models_by_type, record_models
from records.representations.loading import load_whole
from records.representations.locking import take_turn
from records.representations.rendering import render_whole
from records.services import states
from records.values.public_ids import RecordType, format_public_id

BATCH = 200

Key = tuple[str, int]
Faults = Iterator[str]


def verify_log() -> Faults:
    """Yield every fault as a sentence; none means that all is well.

    The log: numbers without gaps, times that never fall, revisions of each record without gaps,
    digests that are those of the documents. The records: each stands as its latest change left
    it, down to every row that it owns, and shows the document that follows from that.

    Writers wait for a batch of records at most.
    """
    last: dict[Key, int] = {}
    yield from _of_log(last)
    for model in record_models():
        yield from _of_records(model)
    yield from _of_missing(last)


def _of_log(last: dict[Key, int]) -> Faults:
    before: Change | None = None
    public = 0
    for change in Change.objects.order_by("sequence").defer("state").iterator(BATCH):
        key = (change.record_type, change.number)
        expected = before.sequence + 1 if before else 1
        if change.sequence != expected:
            yield f"Change {change.sequence} stands where {expected} is expected."
        if change.public_sequence is not None:
            public += 1
            if change.public_sequence != public:
                number = change.public_sequence
                yield f"Change {change.sequence} is {number} of the feed, not {public}."
        if before and change.at < before.at:
            yield f"Change {change.sequence} is older than the one before it."
        if change.revision != last.get(key, 0) + 1:
            yield f"{change.public_id} goes from revision {last.get(key, 0)} to {change.revision}."
        if sha256(change.document.encode()).hexdigest() != change.sha256:
            yield f"The document of change {change.sequence} is not the one of its digest."
        last[key] = change.revision
        before = change


def _of_records(model: type[Record]) -> Faults:
    after = 0
    numbers: Sequence[int] = (0,)
    while numbers:
        with transaction.atomic():
            take_turn()
            above = model.objects.filter(pk__gt=after).order_by("pk")
            numbers = list(above.values_list("pk", flat=True)[:BATCH])
            yield from _of_batch(model, numbers)
        after = numbers[-1] if numbers else after


def _of_batch(model: type[Record], numbers: Sequence[int]) -> Faults:
    changes = Change.objects.filter(record_type=model.record_type, number__in=numbers)
    latest: dict[int, Change] = {}
    for change in changes.defer("document").order_by("revision"):
        latest[change.number] = change
    stored = dict(model.objects.filter(pk__in=numbers).values_list("pk", "document"))
    for record in load_whole(model, numbers):
        yield from _of_record(record, latest.get(record.pk), stored[record.pk])


def _of_record(record: Record, change: Change | None, document: str | None) -> Faults:
    name = record.public_id
    if change is None:
        yield f"{name} is not in the log."
        return
    if (record.revision, record.review_status) != (change.revision, change.review_status):
        yield (
            f"{name} is “{record.review_status}” at revision {record.revision}; the log has left "
            f"it “{change.review_status}” at {change.revision}."
        )
    if states.dump(states.take(record)) != change.state:
        yield f"{name} holds something else than the log says."
    if document is not None and document != render_whole(record):
        yield f"{name} shows another document than its rows give."


def _of_missing(last: dict[Key, int]) -> Faults:
    models = models_by_type()
    numbers: dict[RecordType, set[int]] = {}
    for record_type, number in last:
        numbers.setdefault(RecordType(record_type), set()).add(number)
    for record_type, logged in numbers.items():
        there = set(models[record_type].objects.values_list("pk", flat=True).iterator())
        for number in sorted(logged - there):
            yield f"{format_public_id(record_type, number)} is in the log, but nowhere else."
