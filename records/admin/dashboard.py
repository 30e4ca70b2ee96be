"""The first page of the desk: what there is, in which state, and what was changed last."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from heapq import nlargest
from itertools import pairwise
from typing import Any, NamedTuple, TypeVar, cast

from django.core.cache import cache
from django.db import models
from django.db.models import Count, Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from records.admin.dashboard_coverage import coverage, coverage_block
from records.admin.dashboard_progress import progress, progress_block
from records.admin.review_queue import MODELS, queue_address
from records.enums import ReviewStatus
from records.models import Record

LATEST = 10
MONTHS = 12
FRESH = 60
"""Seconds for which counts are shown again: to count a million rows takes a while."""

_KEY = "desk-counts"
_COVERAGE_KEY = "desk-coverage"
_PROGRESS_KEY = "desk-progress"

Kept = TypeVar("Kept")


class _Counts(NamedTuple):
    """How many records of one type there are by state, and were added in each of the months."""

    by_state: dict[str, int]
    by_month: list[int]


def dashboard(request: HttpRequest, context: dict[str, Any]) -> dict[str, Any]:
    """Add what the page shows to somebody who may see records."""
    seen = [model for model in MODELS if request.user.has_perm(f"records.{_codename(model)}")]
    counts = _kept(_KEY, _all_counts)
    counts = {name: counts[name] for name in (str(model._meta.model_name) for model in seen)}
    return context | {
        "states": {"headers": ["", *(state.label for state in ReviewStatus)],
                   "rows": [_state_row(model, counts[str(model._meta.model_name)])
                            for model in seen]},
        "coverage": coverage_block(_kept(_COVERAGE_KEY, coverage), seen),
        "progress": progress_block(_kept(_PROGRESS_KEY, progress), seen),
        "months": _month_rows(counts.values()),
        "latest": [
            (record, reverse(f"admin:records_{record._meta.model_name}_change", args=[record.pk]))
            for record in _latest(seen)
        ],
    }  # fmt: skip


def _codename(model: type[Record]) -> str:
    return f"view_{model._meta.model_name}"


def _kept(key: str, count: Callable[[], Kept]) -> Kept:
    """Count, or show what was counted a while ago."""
    return cast("Kept", cache.get_or_set(key, count, FRESH))


def _all_counts() -> dict[str, _Counts]:
    return {str(model._meta.model_name): _counts(model, _months()) for model in MODELS}


def _counts(model: type[Record], months: list[datetime]) -> _Counts:
    """Count from the indexes of states and of times of creation, without reading the rows."""
    rows = model._default_manager.order_by()
    states = rows.values_list("review_status").annotate(count=Count("*"))
    added = rows.filter(created_at__gte=months[0]).aggregate(
        **{
            f"month_{number}": Count(
                "created_at", filter=Q(created_at__gte=start, created_at__lt=end)
            )
            for number, (start, end) in enumerate(pairwise(months))
        }
    )
    return _Counts(dict(states), list(added.values()))


def _state_row(model: type[Record], counts: _Counts) -> dict[str, Any]:
    by_state = Counter(counts.by_state)
    address = reverse(f"admin:records_{model._meta.model_name}_changelist")
    return {
        "title": str(model._meta.verbose_name_plural).capitalize(),
        "address": address,
        "cells": [(_list_of(model, state), by_state[state]) for state in ReviewStatus],
    }


def _list_of(model: type[Record], state: ReviewStatus) -> str:
    """Return where the records of a state are listed: what waits for review, in its queue."""
    if state == ReviewStatus.IN_REVIEW:
        return queue_address(model)
    address = reverse(f"admin:records_{model._meta.model_name}_changelist")
    return f"{address}?review_status__exact={state.value}"


def _month_rows(counts: Iterable[_Counts]) -> list[dict[str, Any]]:
    """Return the bars of the chart: month, records added, length in percent of the longest."""
    columns = [each.by_month for each in counts] or [[0] * MONTHS]
    added = [sum(column) for column in zip(*columns, strict=True)]
    longest = max(*added, 1)
    return [
        {"month": month, "added": number, "percent": round(100 * number / longest, 1)}
        for month, number in zip(_months(), added, strict=False)
    ]


def _months() -> list[datetime]:
    """Return when each of the months begins, and when the last one ends."""
    now = timezone.now()
    this = now.year * 12 + now.month - 1
    return [datetime(month // 12, month % 12 + 1, 1, tzinfo=UTC)
            for month in range(this - MONTHS + 1, this + 2)]  # fmt: skip


def _latest(seen: list[type[Record]]) -> list[Record]:
    """Read the records that were changed last, of all types together."""
    found = [record for model in seen for record in _latest_of(model)]
    return nlargest(LATEST, found, key=lambda record: record.updated_at)


def _latest_of(model: type[Record]) -> models.QuerySet[Record]:
    """Read the last ones of each state, as the index has them: it begins with the state."""
    rows = model._default_manager
    parts = [
        rows.filter(
            pk__in=rows.filter(review_status=state)
            .order_by("-updated_at", "-id")
            .values("pk")[:LATEST]
        )
        .defer("document")
        .order_by()
        for state in ReviewStatus
    ]
    return parts[0].union(*parts[1:], all=True)
