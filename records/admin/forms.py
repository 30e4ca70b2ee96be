"""Forms of records and of the rows that they own.

A form only reads what was typed. What may be stored is for `save_record` to say, whose errors come
back to the fields they belong to.
"""

from typing import TYPE_CHECKING, Any, ClassVar, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.models import construct_instance
from django.http import QueryDict
from unfold.widgets import UnfoldAdminTextInputWidget

from records.admin.page import FieldErrors, Page
from records.admin.references import share_labels

if TYPE_CHECKING:
    PlainForm = forms.ModelForm[Any]
else:
    PlainForm = forms.ModelForm


class DeskForm(PlainForm):
    """What the forms of records and rows share."""

    page: ClassVar[Page] = Page()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take ModelForm's arguments."""
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            column = _column(self._meta.model, name)
            if column is not None:
                field.error_messages |= _texts(column)
        share_labels(self, self.page.labels)

    def clean(self) -> dict[str, Any]:
        """Leave constraints and uniqueness to the service."""
        return self.cleaned_data

    def _get_validation_exclusions(self) -> set[str]:
        """Leave to the service, too, whether what a reference names exists."""
        keys = {field.name for field in self._meta.model._meta.concrete_fields
                if isinstance(field, models.ForeignKey)}  # fmt: skip
        excluded: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]
        return excluded | keys

    def _post_clean(self) -> None:
        """Check the fields by themselves; Django would go on to constraints, row by row."""
        options = self._meta
        construct_instance(self, self.instance, options.fields, options.exclude)
        try:
            self.instance.full_clean(
                exclude=self._get_validation_exclusions(),
                validate_unique=False,
                validate_constraints=False,
            )
        except ValidationError as error:
            self._update_errors(error)  # type: ignore[attr-defined]

    def take(self, errors: FieldErrors) -> None:
        """Show the service's errors beside the fields they name, or else above the form."""
        for name, found in errors.items():
            shown = name in self.fields and not self.fields[name].widget.is_hidden
            self.add_error(name if shown else None, found)


class RowForm(DeskForm):
    """A row of an owned list."""

    place = forms.IntegerField(
        required=False,
        widget=forms.HiddenInput,
        help_text="Where the row stands; the browser fills it when rows are moved.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take ModelForm's arguments."""
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["place"] = self.instance.position

    @property
    def changed_data(self) -> list[str]:
        """Name what was filled in; where a row stands alone fills nothing."""
        return [name for name in super().changed_data if name not in {"place", "id"}]


class RecordForm(DeskForm):
    """A record, with the revision that it had when the form was rendered, and why it changes."""

    OF_THE_SAVE: ClassVar[frozenset[str]] = frozenset({"revision", "reason"})
    """Fields that say something about the save, not about the record."""

    revision = forms.IntegerField(required=False, widget=forms.HiddenInput)
    reason = forms.CharField(
        required=False,
        label="Reason for the change",
        widget=UnfoldAdminTextInputWidget,
        help_text="Kept in the record's history; required, and public, once the record is public.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take ModelForm's arguments."""
        super().__init__(*args, **kwargs)
        self.initial["revision"] = self.instance.revision
        if self.is_bound and self.page.refusal and self.page.refusal.stale:
            # The difference stands above the form now: saving again is a decision.
            data = cast("QueryDict", self.data).copy()
            data["revision"] = str(self.instance.revision)
            self.data = data

    def clean_revision(self) -> int | None:
        """Require the revision where there is one."""
        revision: int | None = self.cleaned_data["revision"]
        if self.instance.pk and revision is None:
            self.add_error(None, "The form does not say which revision it shows: load it again.")
        return revision

    def _post_clean(self) -> None:
        super()._post_clean()
        refusal = self.page.refusal
        if refusal is None:
            return
        self.take(refusal.of_record())
        if refusal.stale:
            self.add_error(None, f"Nothing was saved. {refusal.stale}")


def _column(model: type[models.Model], name: str) -> "models.Field[Any, Any] | None":
    return next((field for field in model._meta.concrete_fields if field.name == name), None)


def _texts(column: "models.Field[Any, Any]") -> dict[str, Any]:
    """Return the model's error texts for the cases that form fields word in their own way."""
    missing = "null" if isinstance(column, models.ForeignKey) else "blank"
    texts = {"required": column.error_messages[missing]}
    if column.choices:
        texts["invalid_choice"] = column.error_messages["invalid_choice"]
    return texts
