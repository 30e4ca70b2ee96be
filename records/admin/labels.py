"""How a record is called where another one refers to it, read with one query for each model."""

from collections import defaultdict
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from records.models import Agreement, Category, Claim, Organization, Record, Source, WeaponSystem

COLUMNS: dict[type[models.Model], tuple[str, ...]] = {
    Agreement: ("title", "review_status"),
    Organization: ("name", "country", "review_status"),
    WeaponSystem: ("designation", "category", "review_status"),
    Claim: ("text", "review_status"),
    Source: ("title", "publisher", "published", "review_status"),
    Category: ("name",),
}
"""Columns that a label needs."""


def label(target: models.Model) -> str:
    """Name a record so that namesakes can be told apart: `BAE Systems · GB · ORG-7`."""
    if isinstance(target, Category):
        return f"{target.code} · {target.name}"
    if not isinstance(target, Record):
        return str(target)
    parts = [str(target), *_details(target), target.public_id]
    if target.review_status != "published":
        parts.append(target.get_review_status_display().lower())
    return " · ".join(part for part in parts if part)


def _details(target: Record) -> tuple[str, ...]:
    match target:
        case Organization():
            return (target.country,)
        case WeaponSystem():
            return (str(target.category_id),)
        case Source():
            return (target.publisher, target.published)
        case _:
            return ()


class Labels:
    """Labels of one model's rows: those asked for are read together when the first is shown."""

    def __init__(self, model: type[models.Model]) -> None:
        """Start without any."""
        self.model = model
        self._known: dict[Any, str] = {}
        self._wanted: set[Any] = set()

    def know(self, target: models.Model) -> None:
        """Take the label of a row that has been read already."""
        self._known[target.pk] = label(target)

    def want(self, value: object) -> None:
        """Note that the label of a primary key will be shown."""
        key = self._key(value)
        if key is not None and key not in self._known:
            self._wanted.add(key)

    def get(self, value: object) -> tuple[Any, str] | None:
        """Return a primary key with its label, or None when there is no such row."""
        self.want(value)
        if self._wanted:
            rows = self.model._default_manager.only(*COLUMNS[self.model])
            self._known |= {key: label(row) for key, row in rows.in_bulk(self._wanted).items()}
            self._wanted.clear()
        key = self._key(value)
        return (key, self._known[key]) if key in self._known else None

    def _key(self, value: object) -> Any:
        return primary_key(self.model, value)


class LabelsByModel(defaultdict[type[models.Model], Labels]):
    """The labels of a page."""

    def __missing__(self, model: type[models.Model]) -> Labels:
        """Begin with a model when it is first asked for."""
        return self.setdefault(model, Labels(model))


def primary_key(model: type[models.Model], value: object) -> Any:
    """Read a primary key as a form sends it; None when it cannot be one."""
    if value in (None, "") or "\0" in str(value):
        return None
    key = model._meta.pk
    try:
        number = key.to_python(value)
        key.run_validators(number)
    except ValidationError:
        return None
    return number
