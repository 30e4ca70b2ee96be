"""Which rows point at which records, read from the models' own metadata."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from django.apps import apps
from django.db import models

from records.models.base import OwnedRow, Record
from records.values.public_ids import RecordType


@dataclass(frozen=True, slots=True)
class Reference:
    """A foreign key through which a record of `owner` shows a record of `target`.

    `row` is the model that has the key: the owner itself or a row that it owns. `back` is the
    column of `row` that holds the owner's primary key.
    """

    owner: type[Record]
    row: type[models.Model]
    field: str
    back: str
    target: type[Record]


def record_models() -> list[type[Record]]:
    """List the concrete record models."""
    return [model for model in apps.get_app_config("records").get_models()
            if issubclass(model, Record)]  # fmt: skip


def models_by_type() -> dict[RecordType, type[Record]]:
    """Map each record type to its model."""
    return {model.record_type: model for model in record_models()}


@cache
def owned_rows(owner: type[Record]) -> Mapping[str, type[OwnedRow]]:
    """Map each owned list of a record to the model of its rows."""
    return {name: owner._meta.get_field(name).related_model for name in owner.owned}  # type: ignore[misc]


@cache
def foreign_keys(model: type[models.Model]) -> Mapping[str, type[Record]]:
    """Map each foreign key of a model that points at a record to that record's model.

    The key of an owned row to its own owner is left out.
    """
    owner = getattr(model, "owner", None)
    return {
        field.name: field.related_model
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey)
        and issubclass(field.related_model, Record)
        and field.name != owner
    }


def _references() -> Iterator[Reference]:
    for owner in record_models():
        for field, target in foreign_keys(owner).items():
            yield Reference(owner, owner, field, "id", target)
        for row in owned_rows(owner).values():
            for field, target in foreign_keys(row).items():
                yield Reference(owner, row, field, f"{row.owner}_id", target)


@cache
def references_to(target: type[Record]) -> tuple[Reference, ...]:
    """List every way in which a record's document can show a record of `target`."""
    return tuple(reference for reference in _references() if reference.target is target)
