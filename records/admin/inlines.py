"""Owned rows in the form of their record."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.http import HttpRequest
from unfold.admin import StackedInline, TabularInline

from records.admin.evidence_marks import MarkedRows
from records.admin.fields import DeskFields
from records.admin.forms import RowForm
from records.admin.formsets import OwnedFormSet
from records.admin.page import page_of
from records.models import OwnedRow

if TYPE_CHECKING:
    from django.contrib.admin.options import InlineModelAdmin

    PlainInline = InlineModelAdmin[Any, Any]
else:
    PlainInline = object


class OwnedInline(MarkedRows, DeskFields, PlainInline):
    """A list that a record owns. Who may write the record may write it, as in the API."""

    model: type[OwnedRow]
    form = RowForm
    formset: type[Any] = OwnedFormSet
    extra = 0
    max_num = 500
    hide_title = True
    show_change_link = False

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        """Read what the rows refer to along with them, but not its documents."""
        keys = reference_names(self.model)
        documents = [f"{name}__document" for name in keys if _has_document(self.model, name)]
        return super().get_queryset(request).select_related(*keys).defer(*documents)

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        """Give the forms the page that they stand on."""
        formset = super().get_formset(request, obj, **kwargs)
        formset.form.page = page_of(request)
        return formset

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Add rows to a record that one may write."""
        return self._may_write(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Change rows of a record that one may write."""
        return self._may_write(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Remove rows of a record that one may write."""
        return self._may_write(request, obj)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """See the rows of a record that one may see."""
        return self._may(request, "view") or self._may_write(request, obj)

    def _may_write(self, request: HttpRequest, obj: Any) -> bool:
        return self._may(request, "change" if obj and obj.pk else "add")

    def _may(self, request: HttpRequest, action: str) -> bool:
        owner = self.parent_model._meta
        return request.user.has_perm(f"{owner.app_label}.{action}_{owner.model_name}")


class TableInline(OwnedInline, TabularInline):
    """Rows with few columns."""


class StackInline(OwnedInline, StackedInline):
    """Rows with many columns."""

    hide_title = False


def reference_names(model: type[models.Model]) -> list[str]:
    """Name the foreign keys of a model, but for an owned row's to its owner."""
    owner = getattr(model, "owner", None)
    return [
        field.name
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey) and field.name != owner
    ]


def _has_document(model: type[models.Model], name: str) -> bool:
    target = model._meta.get_field(name).related_model
    return any(field.name == "document" for field in target._meta.concrete_fields)  # type: ignore[union-attr]
