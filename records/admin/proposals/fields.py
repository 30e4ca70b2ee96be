"""Form fields for what proposals come to, dressed as the desk's other fields are."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, cast

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import models
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextInputWidget

from records.admin.codes import CountryFormField, CurrencyFormField
from records.admin.dates import DateInput, EdtfFormField
from records.admin.references import ReferenceField, ReferenceSelect
from records.enums import Vocabulary
from records.validators.text import validate_plain_text

MAX_TEXT = 500


def text(label: str, **kwargs: Any) -> forms.CharField:
    """A line of text."""
    return forms.CharField(
        label=label, required=False, max_length=MAX_TEXT, widget=UnfoldAdminTextInputWidget,
        validators=[validate_plain_text], **kwargs,
    )  # fmt: skip


def code(label: str, codes: type[Vocabulary], *, empty: str = "—") -> forms.ChoiceField:
    """A code of a vocabulary."""
    return choice(label, [("", empty), *codes.choices])


def choice(label: str, choices: Iterable[tuple[str, str]]) -> forms.ChoiceField:
    """One of a few."""
    return forms.ChoiceField(
        label=label, required=False, choices=list(choices), widget=UnfoldAdminSelectWidget
    )


def number(label: str) -> forms.DecimalField:
    """A figure that is not negative."""
    return forms.DecimalField(
        label=label, required=False, min_value=Decimal(0), max_digits=30, decimal_places=6,
        widget=UnfoldAdminTextInputWidget(attrs={"inputmode": "decimal"}),
    )  # fmt: skip


def country(label: str) -> CountryFormField:
    """A country, by its code or name."""
    return CountryFormField(label=label, required=False)


def currency(label: str) -> CurrencyFormField:
    """A currency, by its code or name."""
    return CurrencyFormField(label=label, required=False)


def date(label: str) -> EdtfFormField:
    """A date as people type it."""
    return EdtfFormField(label=label, required=False, widget=DateInput)


def reference(label: str, model: type[models.Model], column: str) -> ReferenceField:
    """A search for what a column of a model refers to."""
    field = cast("models.ForeignKey[Any, Any]", model._meta.get_field(column))
    return ReferenceField(
        queryset=field.related_model._default_manager.none(),
        label=label,
        required=False,
        widget=ReferenceSelect(field, admin.site),
    )


def key_of(target: models.Model | None) -> Any:
    """Return the key of what a reference names."""
    return None if target is None else target.pk


def in_sentence(words: str, sentence: str) -> str:
    """Refuse words that the sentence does not have."""
    if words and words not in sentence:
        raise ValidationError("The sentence has no such words: copy them from it.")
    return words
