"""Checks that evidence is about something that the record says."""

from collections.abc import Iterator
from typing import Any

import orjson
from django.core.exceptions import ValidationError

from records.enums import ReviewStatus
from records.models import Record
from records.representations.facts import EVIDENCE, FACTS
from records.values.quoting import quote
from records.values.row_names import is_list, row_names

MOST_NAMED = 10
"""How many rows an error lists."""


def validate_evidence(record: Record) -> None:
    """Refuse evidence that is about no field, or about no row, of the document just rendered.

    `record` is the record as `load_whole` reads it, with its new document. One that is merged into
    another is left alone: it states nothing any more, and has given its identifiers away. Raises
    ValidationError with paths such as `evidence.0.row` as keys.
    """
    if type(record) not in FACTS or record.review_status == ReviewStatus.MERGED:
        return
    if not getattr(record, EVIDENCE).all():
        return
    content = orjson.loads(record.document or "")
    if errors := dict(_errors(content, FACTS[type(record)])):
        raise ValidationError(errors)


def _errors(
    content: dict[str, Any], facts: tuple[str, ...]
) -> Iterator[tuple[str, ValidationError]]:
    for position, row in enumerate(content[EVIDENCE]):
        field, name = row["field"], row["row"]
        if field not in facts:
            yield f"{EVIDENCE}.{position}.field", _unknown_field(field, facts)
        elif name is not None and name not in row_names(content, field):
            yield f"{EVIDENCE}.{position}.row", _unknown_row(content, field, name)


def _unknown_field(field: str, facts: tuple[str, ...]) -> ValidationError:
    return ValidationError(
        "Claims bear out no field %(field)s; name one of %(facts)s.",
        code="unknown_field",
        params={"field": quote(field), "facts": ", ".join(facts)},
    )


def _unknown_row(content: dict[str, Any], field: str, name: str) -> ValidationError:
    if not is_list(content[field]):
        return ValidationError(
            "“%(field)s” is one value and has no rows; leave the row empty.",
            code="no_rows",
            params={"field": field},
        )
    names = row_names(content, field)
    more = " …" if len(names) > MOST_NAMED else ""
    return ValidationError(
        "%(field)s have no row %(row)s; name one of: %(rows)s.",
        code="unknown_row",
        params={
            "field": field.capitalize(),
            "row": quote(name),
            "rows": ("; ".join(names[:MOST_NAMED]) or "there is none") + more,
        },
    )
