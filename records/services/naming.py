"""Keeps what published names can begin with in step with the records."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from records.enums import ReviewStatus
from records.models import NameStart, Organization, Record, WeaponSystem
from records.services.inserting import insert
from records.values.name_starts import StartPlace, name_starts


def follow_names(wholes: Sequence[Record]) -> None:
    """Store where the names of written records begin; of one that is not published, nothing.

    One query for records that are new, two more for each that has other names than before.
    """
    model = type(wholes[0])
    if not model.searched.name:
        return
    wanted = {whole.pk: _starts(whole) for whole in wholes}
    stored: dict[int, dict[str, int]] = {number: {} for number in wanted}
    known = [whole.pk for whole in wholes if whole.revision > 1]
    if known:
        rows = NameStart.objects.filter(record_type=model.record_type, number__in=known)
        for number, words, place in rows.order_by().values_list("number", "words", "place"):
            stored[number][words] = place
    changed = {number: starts for number, starts in wanted.items() if starts != stored[number]}
    gone = [number for number in changed if stored[number]]
    if gone:
        NameStart.objects.filter(record_type=model.record_type, number__in=gone).delete()
    insert([
        NameStart(record_type=model.record_type, number=number, words=words, place=place)
        for number, starts in changed.items()
        for words, place in starts.items()
    ])  # fmt: skip


def _starts(whole: Record) -> Mapping[str, StartPlace]:
    if whole.review_status != ReviewStatus.PUBLISHED:
        return {}
    others = (
        [row.text for row in whole.names.all()]
        if isinstance(whole, Organization | WeaponSystem)
        else []
    )
    return name_starts(getattr(whole, _name_of(type(whole))), others)


@cache
def _name_of(model: type[Record]) -> str:
    """Name the column whose words are those of the name."""
    words: Any = model._meta.get_field(model.searched.name)
    return str(words.source)
