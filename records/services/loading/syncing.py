"""Makes a table of reference data equal to what its file says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import ProtectedError

from records.services.loading.errors import LoadError
from records.services.loading.files import Entry
from records.services.loading.messages import refused


@dataclass(slots=True)
class Synced:
    """How many rows were created, changed, removed and left as they were.

    `kept` names rows that the file does not have any more but that records still use.
    """

    created: int = 0
    changed: int = 0
    removed: int = 0
    same: int = 0
    kept: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table as the file has it."""

    entry: Entry
    values: dict[str, Any]


class Table:
    """A table, the columns that a row is known by, and the rows that its file has."""

    def __init__(self, model: type[models.Model], key: tuple[str, ...], rows: list[Row]) -> None:
        """Refuse a file in which a key stands twice. Raises LoadError."""
        self.model, self.key, self.done = model, key, Synced()
        self.rows: dict[tuple[Any, ...], Row] = {}
        for row in rows:
            known_by = tuple(row.values[column] for column in key)
            if known_by in self.rows:
                line = self.rows[known_by].entry.line
                raise LoadError([row.entry.problem(
                    ", ".join(key), f"the same as at line {line}; remove one of them."
                )])  # fmt: skip
            self.rows[known_by] = row

    def store(self) -> dict[tuple[Any, ...], Any]:
        """Create and change rows; return the primary keys of all that the file has."""
        stored = self._stored()
        created = []
        for known_by, row in self.rows.items():
            one = stored.get(known_by)
            if one is None:
                created.append(_checked(self.model(**row.values), row.entry))
            elif _differs(one, row.values):
                for column, value in row.values.items():
                    setattr(one, column, value)
                _checked(one, row.entry).save()
                self.done.changed += 1
            else:
                self.done.same += 1
        self.model._default_manager.bulk_create(created)
        self.done.created = len(created)
        return {known_by: one.pk for known_by, one in self._stored().items()}

    def remove_gone(self) -> None:
        """Remove rows that the file does not have, unless records use them."""
        for known_by, one in self._stored().items():
            if known_by in self.rows:
                continue
            try:
                one.delete()
                self.done.removed += 1
            except ProtectedError:
                self.done.kept.append(str(one))

    def _stored(self) -> Mapping[tuple[Any, ...], models.Model]:
        rows = self.model._default_manager.all()
        return {tuple(getattr(one, column) for column in self.key): one for one in rows}


def _differs(one: models.Model, values: dict[str, Any]) -> bool:
    return any(getattr(one, column) != value for column, value in values.items())


def _checked(one: models.Model, entry: Entry) -> models.Model:
    """Check the row's own columns; that its links exist is known, they were looked up."""
    links = {field.name for field in one._meta.concrete_fields if field.is_relation}
    try:
        one.clean_fields(exclude=links)
        if not links:
            one.validate_constraints()
    except ValidationError as error:
        raise LoadError(refused(entry, error)) from error
    return one
