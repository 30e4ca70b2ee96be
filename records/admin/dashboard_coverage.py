"""How far public facts are borne out, on the first page of the desk, and where to work on it."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, NamedTuple

from django.urls import reverse

from records.admin.filters import TO_WORK_ON
from records.admin.review_queue import MODELS
from records.analysis.coverage import STATED, disputed, single_source, unsupported, waiting
from records.enums import EvidenceState
from records.models import Record

OLDEST = 5


class Waiting(NamedTuple):
    """A record that is not decided on."""

    created: datetime
    public_id: str
    title: str
    state: str
    address: str


class Coverage(NamedTuple):
    """Facts of each type by what is wrong with them, and how many wait, with the oldest."""

    facts: dict[str, list[int]]
    waiting: dict[str, tuple[int, list[Waiting]]]


def coverage() -> Coverage:
    """Count facts, three queries a type with evidence, and read what waits, two for each type."""
    return Coverage(
        {str(model._meta.model_name): _counts(model) for model in STATED},
        {str(model._meta.model_name): _waiting(model) for model in MODELS},
    )


def coverage_block(found: Coverage, seen: Collection[type[Record]]) -> dict[str, Any]:
    """Show somebody what is found of the types that they may see."""
    waits = [found.waiting[str(model._meta.model_name)] for model in seen]
    return {
        "headers": ["", "Fields without evidence", "Single-source facts", "Disputed facts"],
        "rows": [_row(model, found.facts[str(model._meta.model_name)])
                 for model in STATED if model in seen],
        "waiting": sum(count for count, _ in waits),
        "oldest": sorted(row for _, rows in waits for row in rows)[:OLDEST],
    }  # fmt: skip


def _counts(model: type[Record]) -> list[int]:
    bare = sum(unsupported(model, 0).by_field.values())
    return [bare, single_source(model, 0).count, disputed(model, 0).count]


def _waiting(model: type[Record]) -> tuple[int, list[Waiting]]:
    count, records = waiting(model, OLDEST)
    return count, [
        Waiting(
            created=record.created_at,
            public_id=record.public_id,
            title=str(record),
            state=record.get_review_status_display(),
            address=reverse(f"admin:records_{model._meta.model_name}_change", args=[record.pk]),
        )
        for record in records
    ]


def _row(model: type[Record], counts: list[int]) -> dict[str, Any]:
    address = reverse(f"admin:records_{model._meta.model_name}_changelist")
    return {
        "title": str(model._meta.verbose_name_plural).capitalize(),
        "address": address,
        "cells": [(_list_of(address, state), count)
                  for state, count in zip(TO_WORK_ON, counts, strict=True)],
    }  # fmt: skip


def _list_of(address: str, state: EvidenceState) -> str:
    """Return the list of the public records that have such facts."""
    return f"{address}?evidence={state.value}"
