"""The names that somebody may be typing."""

from collections.abc import Sequence
from dataclasses import dataclass

from records.models import Record
from records.models.relations import models_by_type
from records.querysets.name_start import Beginning, starts
from records.values.name_starts import StartPlace
from records.values.readings import readings

_SPARE = 4
"""One record can have several names that begin alike: so many more are read than are wanted."""


@dataclass(frozen=True, slots=True)
class Completion:
    """A record of which a name, or a name from one of its words on, begins with what is typed."""

    model: type[Record]
    number: int
    place: StartPlace
    document: str | None


def complete(models: Sequence[type[Record]], typed: str, limit: int) -> list[Completion]:
    """List published records by names that begin as typed: main names first, then by alphabet.

    One query, and one more for each type of the records that are listed.
    """
    asked = [Beginning(" ".join(words), place)
             for words in readings(typed) if words for place in StartPlace]  # fmt: skip
    if not asked:
        return []
    found: dict[tuple[type[Record], int], StartPlace] = {}
    known = models_by_type()
    for start in starts([model.record_type for model in models], asked, _SPARE * limit):
        found.setdefault((known[start.record_type], start.number), start.place)
    chosen = list(found.items())[:limit]
    documents = _documents([record for record, _ in chosen])
    return [
        Completion(model, number, place, documents[model, number])
        for (model, number), place in chosen
        if (model, number) in documents
    ]


def _documents(
    records: Sequence[tuple[type[Record], int]],
) -> dict[tuple[type[Record], int], str | None]:
    found: dict[tuple[type[Record], int], str | None] = {}
    for model in dict.fromkeys(model for model, _ in records):
        numbers = [number for each, number in records if each is model]
        rows = model.objects.published().filter(pk__in=numbers).values_list("pk", "document")
        found |= {(model, number): document for number, document in rows}
    return found
