"""Stores what a search for duplicates finds."""

from dataclasses import dataclass

from django.db import transaction

from records.analysis.duplicates import Found, find_duplicates
from records.analysis.duplicates.profiles import COMPARED
from records.models import Candidate, Record

__all__ = ["COMPARED", "Searched", "search_duplicates"]

_BATCH = 1000


@dataclass(frozen=True, slots=True)
class Searched:
    """What a search has changed: pairs that are new, found again, and found no more."""

    new: int
    again: int
    gone: int


@transaction.atomic
def search_duplicates(*, model: type[Record]) -> Searched:
    """Look for duplicates among all records of a type, and store the pairs.

    Pairs that somebody has decided on stay as they are. Undecided ones get their new score, and
    go when the records are not alike any more.
    """
    candidates = Candidate.objects.of(model.record_type)
    known = {(row.first, row.second): row for row in candidates}
    new, again, found_keys = [], [], set()
    for found in find_duplicates(model):
        key = (found.first, found.second)
        found_keys.add(key)
        if key not in known:
            new.append(_candidate(model, found))
        elif not known[key].decision:
            again.append(_renewed(known[key], found))
    gone = [row.pk for key, row in known.items() if key not in found_keys and not row.decision]
    Candidate.objects.bulk_create(new, batch_size=_BATCH)
    Candidate.objects.bulk_update(again, ["score", "reasons"], batch_size=_BATCH)
    for start in range(0, len(gone), _BATCH):
        Candidate.objects.filter(pk__in=gone[start : start + _BATCH]).delete()
    return Searched(len(new), len(again), len(gone))


def _candidate(model: type[Record], found: Found) -> Candidate:
    return Candidate(
        record_type=model.record_type,
        first=found.first,
        second=found.second,
        score=found.score,
        reasons=list(found.reasons),
    )


def _renewed(row: Candidate, found: Found) -> Candidate:
    row.score, row.reasons = found.score, list(found.reasons)
    return row
