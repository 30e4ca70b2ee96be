"""Form fields that point at a record or category, without a query for each of them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect, RelatedFieldWidgetWrapper
from django.core.exceptions import ValidationError
from django.db import models

from records.admin.labels import Labels, LabelsByModel, primary_key

if TYPE_CHECKING:
    ModelChoice = forms.ModelChoiceField[Any]
else:
    ModelChoice = forms.ModelChoiceField


class ReferenceSelect(AutocompleteSelect):
    """A search field that shows the label of what is chosen."""

    labels: Labels | None = None

    def optgroups(self, name: str, value: Sequence[str], attr: Any = None) -> Any:  # noqa: ARG002 Django's signature
        """Return what is chosen as the only option; the others are searched for."""
        options = []
        if not self.is_required:
            options.append(self.create_option(name, "", "", selected=False, index=0))
        labels = self.labels or Labels(self.field.remote_field.model)
        for each in value:
            found = labels.get(each)
            if found:
                options.append(self.create_option(name, *found, selected=True, index=1))
        return [(None, options, 0)]


class ReferenceField(ModelChoice):
    """A reference by primary key; whether there is such a row, the service finds out for all."""

    def to_python(self, value: Any) -> models.Model | None:
        """Return a stand-in that only has the primary key."""
        model = self.queryset.model  # type: ignore[union-attr]
        if value in self.empty_values:
            return None
        key = primary_key(model, value)
        if key is None:
            raise ValidationError(
                "There is no %(model)s %(value)s.",
                code="does_not_exist",
                params={"model": model._meta.verbose_name, "value": value},
            )
        return cast("models.Model", model(pk=key))


def share_labels(form: "forms.BaseModelForm[Any]", labels: LabelsByModel) -> None:
    """Let the references of a form show their labels from the page's, and say which they need."""
    for name, field in form.fields.items():
        widget = field.widget
        if isinstance(widget, RelatedFieldWidgetWrapper):
            widget = widget.widget
        if not isinstance(widget, ReferenceSelect):
            continue
        widget.labels = labels[widget.field.remote_field.model]
        target = form.instance._state.fields_cache.get(name)
        if target is not None:
            widget.labels.know(target)
        widget.labels.want(form[name].value())
