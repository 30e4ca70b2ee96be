"""The first page of the desk: what there is, in which state, and what was changed last."""

import json
from collections import Counter
from datetime import date, datetime
from heapq import nlargest
from typing import Any

from django.core.cache import cache
from django.db.models import Count
from django.db.models.functions import TruncMonth
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
_Counts = dict[tuple[str, date], int]


def dashboard(request: HttpRequest, context: dict[str, Any]) -> dict[str, Any]:
    """Add what the page shows to somebody who may see records."""
    models = [model for model in MODELS if request.user.has_perm(f"records.{_codename(model)}")]
    counts = cache.get(_KEY)
    if counts is None:
        counts = {model._meta.model_name: _counts(model) for model in MODELS}
        cache.set(_KEY, counts, FRESH)
    counts = {name: counts[name] for name in (str(model._meta.model_name) for model in models)}
    return context | {
        "states": {"headers": ["", *(state.label for state in ReviewStatus)],
                   "rows": [_state_row(model, counts[model._meta.model_name])
                            for model in models]},
        "chart": json.dumps(_chart(counts)),
        "latest": [
            (record, reverse(f"admin:records_{record._meta.model_name}_change", args=[record.pk]))
            for record in _latest(models)
        ],
    }  # fmt: skip


def _codename(model: type[Record]) -> str:
    return f"view_{model._meta.model_name}"


def _counts(model: type[Record]) -> _Counts:
    """Count by state and month of creation, in one pass."""
    rows = (
        model._default_manager.order_by()
        .values("review_status", month=TruncMonth("created_at"))
        .annotate(count=Count("*"))
    )
    return {(row["review_status"], row["month"].date()): row["count"] for row in rows}


def _state_row(model: type[Record], counts: _Counts) -> dict[str, Any]:
    by_state: Counter[str] = Counter()
    for (state, _), count in counts.items():
        by_state[state] += count
    address = reverse(f"admin:records_{model._meta.model_name}_changelist")
    return {
        "title": str(model._meta.verbose_name_plural).capitalize(),
        "address": address,
        "cells": [(f"{address}?review_status__exact={state.value}", by_state[state])
                  for state in ReviewStatus],
    }  # fmt: skip


def _chart(counts: dict[str, _Counts]) -> dict[str, Any]:
    """Return the data of the chart: records by month of creation, the last months only."""
    months = _months(timezone.now())
    by_month: Counter[date] = Counter()
    for each in counts.values():
        for (_, month), count in each.items():
            by_month[month] += count
    return {
        "labels": [f"{month:%b %Y}" for month in months],
        "datasets": [
            {
                "label": "Records created",
                "data": [by_month[month] for month in months],
                "barThickness": 24,
                "backgroundColor": "var(--color-primary-600)",
            }
        ],
    }


def _months(now: datetime) -> list[date]:
    last = now.year * 12 + now.month - 1
    return [date(each // 12, each % 12 + 1, 1) for each in range(last - MONTHS + 1, last + 1)]


def _latest(models: list[type[Record]]) -> list[Record]:
    """Read the records that were changed last, of all types together."""
    found = [
        record
        for model in models
        for record in model._default_manager.defer("document").order_by("-updated_at", "-pk")[
            :LATEST
        ]
    ]
    return nlargest(LATEST, found, key=lambda record: record.updated_at)
