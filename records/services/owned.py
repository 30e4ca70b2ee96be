"""Writes the rows that a record owns, as whole lists."""

from collections.abc import Mapping, Sequence

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

from records.models import OwnedRow, Record
from records.models.relations import owned_rows
from records.services.checking import Errors, Known, errors_of
from records.services.inserting import insert

OwnedLists = Mapping[str, Sequence[OwnedRow]]
Stored = Mapping[str, Mapping[int, OwnedRow]]
"""Rows as they are in the database, by list and primary key."""


def read(record: Record, owned: OwnedLists) -> Stored:
    """Read the rows that the lists will replace."""
    if record.pk is None:
        return {name: {} for name in owned}
    models = owned_rows(type(record))
    return {
        name: {row.pk: row for row in
               models[name]._default_manager.filter(**{models[name].owner: record})}
        for name in owned
    }  # fmt: skip


def attach(record: Record, owned: OwnedLists, stored: Stored) -> None:
    """Give every row its owner and position, and the primary key of the stored row it renews."""
    for name, rows in owned.items():
        known = {_identity(row): number for number, row in stored[name].items()}
        for position, row in enumerate(rows):
            setattr(row, row.owner, record)
            row.position = position
            row.pk = known.get(_identity(row))
            row._state.adding = row.pk is None


def validate(owned: OwnedLists, existing: Known) -> Errors:
    """Check every row; return the errors by path, such as `parties.0.role`."""
    errors: Errors = {}
    for name, rows in owned.items():
        seen: set[tuple[object, ...]] = set()
        for position, row in enumerate(rows):
            for field, found in errors_of(row, existing).items():
                errors[_path(name, position, field)] = found
            identity = _identity(row)
            if identity in seen:
                errors.setdefault(f"{name}.{position}", []).append(
                    ValidationError("The row stands in the list already.", code="duplicate")
                )
            seen.add(identity)
    return errors


def replace(record: Record, owned: OwnedLists, stored: Stored) -> None:
    """Store the lists: rows that are not in them any more go, new and changed ones are saved."""
    models = owned_rows(type(record))
    for name, rows in owned.items():
        gone = stored[name].keys() - {row.pk for row in rows}
        if gone:
            models[name]._default_manager.filter(pk__in=gone).delete()
        for row in rows:
            setattr(row, row.owner, record)  # a new record has got its key only now
            row.derive()
        insert([row for row in rows if row.pk is None])
        for row in rows:
            if row.pk in stored[name] and _columns(row) != _columns(stored[name][row.pk]):
                row.save()
        getattr(record, "_prefetched_objects_cache", {}).pop(name, None)


def follow(record: Record, before: Record, owned: OwnedLists) -> None:
    """Give the rows of lists that stay what they repeat of the record, where it has changed."""
    for name, model in owned_rows(type(record)).items():
        changed = {column: getattr(record, column) for column in model.repeats
                   if getattr(record, column) != getattr(before, column)}  # fmt: skip
        if changed and name not in owned:
            model._default_manager.filter(**{model.owner: record}).update(**changed)


def _path(name: str, position: int, field: str) -> str:
    return f"{name}.{position}" if field == NON_FIELD_ERRORS else f"{name}.{position}.{field}"


def _identity(row: OwnedRow) -> tuple[object, ...]:
    return tuple(getattr(row, column) for column in row.identity)


def _columns(row: OwnedRow) -> list[object]:
    return [field.value_from_object(row) for field in row._meta.concrete_fields]
