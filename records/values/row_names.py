"""Names of the rows of a record's lists, made of what identifies a row in the public document.

A party is `ORG-77/signatory`, a milestone `signature/2025-04-04`, an area `training`. A name says
nothing of the row's place, so it outlives every reordering. Rows that have the same name say the
same, and what is known of one is known of the other.
"""

from collections.abc import Mapping
from typing import Any

from records.values.public_ids import RecordType

Document = Mapping[str, Any]

MAX_ROW_NAME = 560
"""Characters of a name: the longest text, its language and its kind; what is longer is cut."""

NAMED_BY: dict[str, tuple[str, ...]] = {
    "names": ("text", "language", "kind"),
    "identifiers": ("scheme", "value"),
    "parties": ("organization", "role"),
    "items": ("activity", "weapon_system", "category", "words"),
    "milestones": ("kind", "date"),
    "relations": ("kind", "agreement"),
}
"""Members that identify a row, by list; a row of another list is a code or a brief record."""

_REFERENCE: dict[str, tuple[int, RecordType]] = {
    "parties": (0, RecordType.ORGANIZATION),
    "items": (1, RecordType.WEAPON_SYSTEM),
    "relations": (1, RecordType.AGREEMENT),
    "manufacturers": (0, RecordType.ORGANIZATION),
}
"""Which word of a name is the id of another record, and of which type, by list."""


def row_name(field: str, row: Any) -> str:
    """Name a row of a list in a document: the members that are not empty, with slashes between."""
    members = (row[name] for name in NAMED_BY[field]) if field in NAMED_BY else (row,)
    return "/".join(word for word in map(_word, members) if word)[:MAX_ROW_NAME]


def row_names(document: Document, field: str) -> list[str]:
    """Name the rows of a field in their order, each name once; none for a field without rows."""
    value = document[field]
    return list(dict.fromkeys(row_name(field, row) for row in value)) if is_list(value) else []


def is_list(value: Any) -> bool:
    """Tell whether a field's value is an owned list."""
    return isinstance(value, list)


def _word(value: Any) -> str:
    """Take a code, the id of a brief record, or the EDTF string of a date."""
    if isinstance(value, Mapping):
        return value.get("id") or value.get("edtf") or ""
    return value or ""


def names_record(field: str, name: str, public_id: str) -> bool:
    """Tell whether a row is named after a record."""
    place, record_type = _REFERENCE.get(field, (0, ""))
    is_such = public_id.startswith(f"{record_type}-")
    return is_such and name.split("/")[place : place + 1] == [public_id]


def renamed(field: str, name: str, old: str, new: str) -> str:
    """Name a row after the record `new`, if it is named after the record `old`."""
    if not names_record(field, name, old):
        return name
    words = name.split("/")
    words[_REFERENCE[field][0]] = new
    return "/".join(words)
