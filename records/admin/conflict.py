"""What somebody else has stored, beside what stands in a form."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models

from records.admin.forms import DeskForm, RecordForm
from records.admin.formsets import OwnedFormSet
from records.admin.wording import EMPTY, in_words


@dataclass(frozen=True)
class Difference:
    """A field or list whose value in the form is not the one that is stored."""

    label: str
    yours: tuple[str, ...]
    stored: tuple[str, ...]


def differences(form: RecordForm, formsets: Iterable[OwnedFormSet]) -> list[Difference]:
    """List what saving the form would change of what is stored now."""
    return [*_of_fields(form), *_of_lists(form, formsets)]


def _of_fields(form: RecordForm) -> Iterator[Difference]:
    for name in form.changed_data:
        if name not in form.OF_THE_SAVE:
            yield Difference(
                label=str(form[name].label),
                yours=(_text(form, name, form[name].value()),),
                stored=(_text(form, name, form.initial.get(name)),),
            )


def _of_lists(form: RecordForm, formsets: Iterable[OwnedFormSet]) -> Iterator[Difference]:
    for formset in formsets:
        blank = formset.form()
        manager = formset.model._default_manager
        stored_rows = manager.filter(**{formset.fk.name: form.instance.pk})
        stored = tuple(_row(blank, models_values(row, blank)) for row in stored_rows)
        yours = tuple(_row(row, {name: row[name].value() for name in blank.fields})
                      for row in formset.rows)  # fmt: skip
        if yours != stored:
            label = formset.prefix.replace("_", " ").capitalize()
            yield Difference(label, yours or (EMPTY,), stored or (EMPTY,))


def models_values(row: models.Model, form: DeskForm) -> dict[str, Any]:
    """Return a row's values as a form of it would show them."""
    return {
        field.name: field.value_from_object(row)
        for field in row._meta.concrete_fields
        if field.name in form.fields
    }


def _row(form: DeskForm, values: dict[str, Any]) -> str:
    """Write a row in one line: what is filled in, in the order of the form."""
    parts = [
        f"{form[name].label}: {_text(form, name, value)}"
        for name, value in values.items()
        if name not in {"place", "id", form.instance.owner} and value not in (None, "")
    ]
    return "; ".join(parts)


def _text(form: DeskForm, name: str, value: Any) -> str:
    column: Any = form._meta.model._meta.get_field(name)
    return in_words(column, value, form.page.labels)
