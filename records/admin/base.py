"""What every record's admin shares. Records are looked at here, not yet edited."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from records.models import OwnedRow, Record
from records.models.relations import foreign_keys, owned_rows

if TYPE_CHECKING:
    PlainAdmin = admin.ModelAdmin[Any]
    PlainInline = admin.TabularInline[Any, Any]
else:
    PlainAdmin, PlainInline = admin.ModelAdmin, admin.TabularInline


class ViewOnly:
    """Refuses every change: a write has to go through the services, which raise the revision."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        """Nobody adds here."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        """Nobody changes here."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        """Nobody deletes here."""
        return False


class OwnedInline(ViewOnly, PlainInline):
    """Rows that a record owns, with the records that they point at."""

    extra = 0

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        """Read the records that are shown along with the rows."""
        return super().get_queryset(request).select_related(*foreign_keys(self.model))


class RecordAdmin(ViewOnly, PlainAdmin):
    """List and detail of a record, with the rows that it owns."""

    list_per_page = 50
    show_full_result_count = False
    ordering = ("-id",)
    exclude = ("document",)
    list_filter: ClassVar[tuple[str, ...]] = ("review_status",)

    def get_list_display(self, request: HttpRequest) -> tuple[str, ...]:  # noqa: ARG002
        """Show id, name, kind and state."""
        kind = ("kind",) if "kind" in _columns(self.model) else ()
        return ("public_id", "__str__", *kind, "review_status", "revision", "updated_at")

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        """Leave the documents in the database."""
        return super().get_queryset(request).defer("document")

    def get_inlines(self, request: HttpRequest, obj: Any) -> list[Any]:  # noqa: ARG002
        """Show each owned list."""
        return [_inline(row) for row in owned_rows(self.model).values()]


def _columns(model: type[Record]) -> set[str]:
    return {field.name for field in model._meta.fields}


def _inline(row: type[OwnedRow]) -> type[OwnedInline]:
    return type(f"{row.__name__}Inline", (OwnedInline,), {"model": row, "fk_name": row.owner})
