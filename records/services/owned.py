"""Writes the rows that a record owns, as whole lists."""

from collections.abc import Mapping, Sequence

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import UniqueConstraint

from records.models import OwnedRow, Record
from records.models.relations import owned_rows

OwnedLists = Mapping[str, Sequence[OwnedRow]]


def attach(record: Record, owned: OwnedLists) -> None:
    """Give every row its owner and position, and the primary key of the stored row it renews."""
    models = owned_rows(type(record))
    for name, rows in owned.items():
        stored = _by_identity(models[name], list(getattr(record, name).all())) if record.pk else {}
        for position, row in enumerate(rows):
            setattr(row, row.owner, record)
            row.position = position
        for identity, row in _by_identity(models[name], rows).items():
            if identity in stored:
                row.pk = stored[identity].pk
                row._state.adding = False


def validate(owned: OwnedLists) -> dict[str, list[ValidationError]]:
    """Check every row; return the errors by path, such as `parties.0.role`."""
    errors: dict[str, list[ValidationError]] = {}
    for name, rows in owned.items():
        seen: set[tuple[object, ...]] = set()
        for position, row in enumerate(rows):
            for field, found in _errors(row).items():
                errors[_path(name, position, field)] = found
            identity = _identity(row)
            if identity in seen:
                errors.setdefault(f"{name}.{position}", []).append(
                    ValidationError("The row stands in the list already.", code="duplicate")
                )
            seen.add(identity)
    return errors


def _errors(row: OwnedRow) -> dict[str, list[ValidationError]]:
    """Check one row; whether it stands in its owner's list twice is for the list to say."""
    errors: dict[str, list[ValidationError]] = {}
    try:
        row.full_clean(exclude={row.owner}, validate_constraints=False)
    except ValidationError as error:
        errors = error.error_dict
    for constraint in row._meta.constraints:
        if isinstance(constraint, UniqueConstraint) and row.owner in constraint.fields:
            continue
        try:
            constraint.validate(type(row), row, exclude=set(errors))
        except ValidationError as error:
            errors.setdefault(NON_FIELD_ERRORS, []).extend(error.error_list)
    return errors


def replace(record: Record, owned: OwnedLists) -> None:
    """Store the lists: rows that are not in them any more go, new and changed ones are saved."""
    for name, rows in owned.items():
        stored = {row.pk: row for row in getattr(record, name).all()}
        kept = {row.pk for row in rows}
        getattr(record, name).filter(pk__in=stored.keys() - kept).delete()
        for row in rows:
            if row.pk is None or _columns(row) != _columns(stored[row.pk]):
                row.save()


def _path(name: str, position: int, field: str) -> str:
    return f"{name}.{position}" if field == NON_FIELD_ERRORS else f"{name}.{position}.{field}"


def _by_identity(
    model: type[OwnedRow], rows: Sequence[OwnedRow]
) -> dict[tuple[object, ...], OwnedRow]:
    return {tuple(getattr(row, column) for column in model.identity): row for row in rows}


def _identity(row: OwnedRow) -> tuple[object, ...]:
    return tuple(getattr(row, column) for column in row.identity)


def _columns(row: OwnedRow) -> list[object]:
    return [field.value_from_object(row) for field in row._meta.concrete_fields]
