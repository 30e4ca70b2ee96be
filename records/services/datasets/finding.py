"""Looks in the register for what a dataset's records name."""

from typing import Any

from django.db.models import Q, QuerySet

from records.ingest.datasets.errors import DatasetError
from records.models import Merge, Organization, Record, Source
from records.services.loading.finding import state

NO_REFERENCE = "run `manage.py load_reference` first"


def find_source(url: str) -> int | None:
    """Find the source at an address, or the one that it was merged into. Raises DatasetError."""
    return _one(Source.objects.filter(url=url), f"the source {url}")


def find_organization(name: str) -> int | None:
    """Find the organization of a name, or the one it was merged into. Raises DatasetError."""
    named = Organization.objects.filter(Q(name=name) | Q(names__text=name))
    return _one(named, f"the organization “{name}”")


def find_state(code: str) -> int:
    """Find a state by its country code. Raises DatasetError."""
    number = _one(state(code), f"the state {code}")
    if number is None:
        raise DatasetError(f"The register lacks the state {code}: {NO_REFERENCE}.")
    return number


def _one(found: "QuerySet[Any]", what: str) -> int | None:
    records: list[Record] = list(found.order_by("pk").distinct())
    numbers = {Merge.objects.survivor_of(each.record_type, each.pk) or each.pk for each in records}
    if len(numbers) > 1:
        ids = ", ".join(each.public_id for each in records)
        raise DatasetError(f"It is not clear which record is {what}: {ids}; merge them.")
    return min(numbers, default=None)
