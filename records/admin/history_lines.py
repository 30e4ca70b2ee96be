"""What a change changed, field by field, in words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models

from records.admin.fields import LABELS
from records.admin.labels import LabelsByModel
from records.admin.wording import EMPTY, in_words
from records.models import Change, Record
from records.models.relations import owned_rows
from records.services import states
from records.values.differences import ABSENT, Difference, differences


@dataclass(frozen=True, slots=True)
class Line:
    """A field, or a row of a list, before and after."""

    label: str
    before: str
    after: str


def differing(before: Change, after: Change) -> list[Difference]:
    """Compare all that an editor can write, in two versions."""
    return differences(states.load(before.state), states.load(after.state))


def want_labels(model: type[Record], found: Iterable[Difference], labels: LabelsByModel) -> None:
    """Let the labels that the lines will show be read together."""
    for difference in found:
        for field, value in _cells(model, difference):
            if isinstance(field, models.ForeignKey):
                labels[field.related_model].want(value)


def lines(model: type[Record], found: Iterable[Difference], labels: LabelsByModel) -> list[Line]:
    """Put differences into words."""
    return [
        Line(
            _label(model, difference.path),
            _side(model, difference.path, difference.before, labels),
            _side(model, difference.path, difference.after, labels),
        )
        for difference in found
    ]


def _cells(
    model: type[Record], difference: Difference
) -> "Iterator[tuple[models.Field[Any, Any], Any]]":
    for value in (difference.before, difference.after):
        if isinstance(value, Mapping):
            row = _model(model, difference.path)
            yield from ((_field(row, name), each) for name, each in value.items())
        elif value is not ABSENT:
            yield _field(_model(model, difference.path), str(difference.path[-1])), value


def _side(
    model: type[Record], path: tuple[str | int, ...], value: Any, labels: LabelsByModel
) -> str:
    row = _model(model, path)
    if value is ABSENT:
        return EMPTY
    if not isinstance(value, Mapping):
        return in_words(_field(row, str(path[-1])), value, labels)
    return "; ".join(
        f"{_named(field)}: {in_words(field, value[field.attname], labels)}"
        for field in row._meta.concrete_fields
        if value.get(field.attname) not in (None, "")
    )


def _label(model: type[Record], path: tuple[str | int, ...]) -> str:
    """Name the place: `Title`, `Parties 2`, `Parties 2 · Role`."""
    row = _model(model, path)
    if path[0] == "columns":
        return _named(_field(row, str(path[1])))
    _, name, position, *column = path
    place = f"{str(name).replace('_', ' ').capitalize()} {int(position) + 1}"
    return f"{place} · {_named(_field(row, str(column[0])))}" if column else place


def _model(model: type[Record], path: tuple[str | int, ...]) -> type[models.Model]:
    return model if path[0] == "columns" else owned_rows(model)[str(path[1])]


def _field(model: type[models.Model], attname: str) -> "models.Field[Any, Any]":
    return next(field for field in model._meta.concrete_fields if field.attname == attname)


def _named(field: "models.Field[Any, Any]") -> str:
    return LABELS.get(field.name) or str(field.verbose_name).capitalize()
