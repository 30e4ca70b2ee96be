"""What the desk's admin classes share, and Unfold's class as type checkers should see it."""

from typing import TYPE_CHECKING, Any

from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from unfold.admin import ModelAdmin

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin as DjangoAdmin

    class UnfoldAdmin(ModelAdmin, DjangoAdmin[Any]):
        """Unfold's admin class, with the types of Django's."""

else:
    UnfoldAdmin = ModelAdmin


class PlainAdmin(UnfoldAdmin):
    """An admin class in which writers who want the same unique value do not fail."""

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Look again when another writer took a unique value between the check and the write.

        What the other stored is seen by now, so the form says what is wrong with its field.
        """
        try:
            return super().changeform_view(request, *args, **kwargs)
        except IntegrityError:
            return super().changeform_view(request, *args, **kwargs)


class ShownAdmin(PlainAdmin):
    """An admin class without forms: what it lists is made and changed elsewhere."""

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Nobody adds here."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        """Nobody changes here."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        """Nobody deletes here."""
        return False
