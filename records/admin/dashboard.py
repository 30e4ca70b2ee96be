"""The first page of the desk: what there is, in which state, and what was changed last."""

import json
from collections import Counter
from datetime import UTC, datetime
from heapq import nlargest
from itertools import pairwise
from typing import Any

from django.core.cache import cache
from django.db import models
from django.db.models import Count, Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from records.enums import ReviewStatus
from records.models import Agreement, Claim, Organization, Record, Source, WeaponSystem

MODELS: tuple[type[Record], ...] = (Claim, Agreement, Organization, WeaponSystem, Source)
LATEST = 10
MONTHS = 12
FRESH = 60
"""Seconds for which counts are shown again: to count a million rows takes a while."""

_KEY = "desk-dashboard"
_Counts = dict[str, list[int]]
"""By state: how many there are, then how many changed last in each of the months."""


def dashboard(request: HttpRequest, context: dict[str, Any]) -> dict[str, Any]:
    """Add what the page shows to somebody who may see records."""
    seen = [model for model in MODELS if request.user.has_perm(f"records.{_codename(model)}")]
    counts = cache.get(_KEY)
    if counts is None:
        counts = {model._meta.model_name: _counts(model, _months()) for model in MODELS}
        cache.set(_KEY, counts, FRESH)
    counts = {name: counts[name] for name in (str(model._meta.model_name) for model in seen)}
    return context | {
        "states": {"headers": ["", *(state.label for state in ReviewStatus)],
                   "rows": [_state_row(model, counts[model._meta.model_name])
                            for model in seen]},
        "chart": json.dumps(_chart(counts)),
        "latest": [
            (record, reverse(f"admin:records_{record._meta.model_name}_change", args=[record.pk]))
            for record in _latest(seen)
        ],
    }  # fmt: skip


def _codename(model: type[Record]) -> str:
    return f"view_{model._meta.model_name}"


def _counts(model: type[Record], months: list[datetime]) -> _Counts:
    """Count all from one index, that of states and times of change, without reading the rows."""
    by_month = {
        f"month_{number}": Count("pk", filter=Q(updated_at__gte=start, updated_at__lt=end))
        for number, (start, end) in enumerate(pairwise(months))
    }
    rows: Any = (
        model._default_manager.order_by()
        .values("review_status")
        .annotate(count=Count("*"), **by_month)
    )
    return {row["review_status"]: [row["count"], *(row[name] for name in by_month)] for row in rows}


def _state_row(model: type[Record], counts: _Counts) -> dict[str, Any]:
    by_state = Counter({state: numbers[0] for state, numbers in counts.items()})
    address = reverse(f"admin:records_{model._meta.model_name}_changelist")
    return {
        "title": str(model._meta.verbose_name_plural).capitalize(),
        "address": address,
        "cells": [(f"{address}?review_status__exact={state.value}", by_state[state])
                  for state in ReviewStatus],
    }  # fmt: skip


def _chart(counts: dict[str, _Counts]) -> dict[str, Any]:
    """Return the data of the chart: records by month of their last change."""
    rows = [numbers[1:] for each in counts.values() for numbers in each.values()]
    return {
        "labels": [f"{month:%b %Y}" for month in _months()[:-1]],
        "datasets": [
            {
                "label": "Records last changed",
                "data": [sum(column) for column in zip(*rows, strict=True)] or [0] * MONTHS,
                "barThickness": 24,
                "backgroundColor": "var(--color-primary-600)",
            }
        ],
    }


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
