"""Which fields of a record's document are facts that claims can bear out."""

from records.models import OwnedRow, Record
from records.models.relations import record_models
from records.representations.base import HEAD_FIELDS, TAIL_FIELDS
from records.representations.rendering import SERIALIZERS

EVIDENCE = "evidence"
_NO_FACTS = frozenset({*HEAD_FIELDS, *TAIL_FIELDS, EVIDENCE})

FACTS: dict[type[Record], tuple[str, ...]] = {
    model: tuple(name for name in SERIALIZERS[model].Meta.fields if name not in _NO_FACTS)
    for model in record_models()
    if EVIDENCE in model.owned
}
"""Fields that evidence can be about, by the records that have evidence."""


def facts_of_owner(row: type[OwnedRow]) -> tuple[str, ...]:
    """List the facts of the record that owns rows of evidence."""
    return FACTS[row._meta.get_field(row.owner).related_model]  # type: ignore[index]
