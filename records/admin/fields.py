"""Which form field and widget a column gets at the desk."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.http import HttpRequest
from unfold import widgets

from records.admin.codes import CountryFormField, CurrencyFormField, LanguageFormField
from records.admin.dates import DateInput, EdtfFormField
from records.admin.lines import LinesField
from records.admin.numbers import PlainDecimalField
from records.admin.references import ReferenceField, ReferenceSelect
from records.models.fields import CountryField, CurrencyField, EdtfField, LanguageField

if TYPE_CHECKING:
    from django.contrib.admin.options import BaseModelAdmin

    PlainOptions = BaseModelAdmin[Any]
else:
    PlainOptions = object

OVERRIDES: dict[type[Any], dict[str, Any]] = {
    EdtfField: {"form_class": EdtfFormField, "widget": DateInput},
    CountryField: {"form_class": CountryFormField},
    CurrencyField: {"form_class": CurrencyFormField},
    LanguageField: {"form_class": LanguageFormField},
    models.DecimalField: {"form_class": PlainDecimalField},
    models.TextField: {
        "form_class": LinesField,
        "widget": widgets.UnfoldAdminExpandableTextareaWidget,
    },
}


LABELS = {
    "value_amount": "Amount",
    "value_currency": "Currency",
    "occurred_words": "Date in words",
    "occurred_unresolved": "Why there is no date",
    "due_words": "Due date in words",
    "due_unresolved": "Why there is no date",
    "period_words": "Period in words",
    "period_unresolved": "Why there is no period",
    "baseline_words": "Baseline in words",
    "sha256": "SHA-256",
    "url": "Address",
    "archived_url": "Archived address",
}
"""What editors read where a column's name would be unclear."""


class DeskFields(PlainOptions):
    """Mixed into the admin classes of records and rows."""

    formfield_overrides = OVERRIDES

    def formfield_for_dbfield(
        self, db_field: "models.Field[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> Any:
        """Label the field."""
        if db_field.name in LABELS:
            kwargs["label"] = LABELS[db_field.name]
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def formfield_for_choice_field(
        self, db_field: "models.Field[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> Any:
        """Choose nothing for the editor where the model does not either."""
        kwargs["choices"] = db_field.get_choices(
            include_blank=db_field.blank or not db_field.has_default(),
            blank_choice=[("", "Select value")],
        )
        return super().formfield_for_choice_field(db_field, request, **kwargs)

    def formfield_for_foreignkey(
        self, db_field: "models.ForeignKey[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> Any:
        """Search for what a reference names."""
        kwargs["form_class"] = ReferenceField
        kwargs["widget"] = ReferenceSelect(db_field, self.admin_site, using=kwargs.get("using"))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
