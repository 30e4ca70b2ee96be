"""Checks records and rows before they are stored, with few queries however many rows there are."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.db.models import UniqueConstraint

from records.models import OwnedRow, Record
from records.values.public_ids import format_public_id

Errors = dict[str, list[ValidationError]]
Known = Mapping[type[models.Model], frozenset[object]]
"""Primary keys that exist, of those that some rows point at, by model."""


def known(
    rows: Iterable[OwnedRow | Record], held: Mapping[type[Record], Mapping[int, str]]
) -> Known:
    """Find out which targets of foreign keys exist: the records are held, the others are read."""
    found: dict[type[models.Model], frozenset[object]] = {
        model: frozenset(numbers) for model, numbers in held.items()
    }
    asked: dict[type[models.Model], set[object]] = defaultdict(set)
    for row in rows:
        for key, value in _keys(row):
            if not issubclass(key.related_model, Record):
                asked[key.related_model].add(value)
    for model, values in asked.items():
        rows_there = model._default_manager.filter(pk__in=values)
        found[model] = frozenset(rows_there.values_list("pk", flat=True))
    return found


def errors_of(row: OwnedRow | Record, existing: Known) -> Errors:
    """Check fields, foreign keys and constraints; return the errors by field.

    Whether a row stands in its owner's list twice is for the list to say.
    """
    keys = dict(_keys(row))
    owner = getattr(row, "owner", "")
    errors: Errors = {}
    try:
        row.full_clean(exclude={owner, *(key.name for key in keys)}, validate_constraints=False)
    except ValidationError as error:
        errors = error.error_dict
    for key, value in keys.items():
        if value not in existing.get(key.related_model, ()):
            errors[key.name] = [_missing(key, value)]
    for constraint in row._meta.constraints:
        if isinstance(constraint, UniqueConstraint) and owner in constraint.fields:
            continue
        try:
            constraint.validate(type(row), row, exclude=set(errors))
        except ValidationError as error:
            errors.setdefault(NON_FIELD_ERRORS, []).extend(error.error_list)
    return errors


def _keys(row: OwnedRow | Record) -> "Iterator[tuple[models.ForeignKey[object], object]]":
    """Yield the foreign keys that have a value, but for the one to the row's owner."""
    for field in _foreign_keys(type(row)):
        value = getattr(row, field.attname)
        if value is not None:
            yield field, value


@cache
def _foreign_keys(model: type[models.Model]) -> "tuple[models.ForeignKey[object], ...]":
    owner = getattr(model, "owner", "")
    return tuple(field for field in model._meta.concrete_fields
                 if isinstance(field, models.ForeignKey) and field.name != owner)  # fmt: skip


def _missing(key: "models.ForeignKey[object]", value: object) -> ValidationError:
    target = key.related_model
    if issubclass(target, Record) and isinstance(value, int) and value > 0:
        value = format_public_id(target.record_type, value)
    return ValidationError(
        "There is no %(model)s %(value)s.",
        code="does_not_exist",
        params={"model": target._meta.verbose_name, "value": value},
    )
