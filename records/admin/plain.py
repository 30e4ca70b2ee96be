"""Unfold's admin class as type checkers should see it."""

from typing import TYPE_CHECKING, Any

from unfold.admin import ModelAdmin

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin as DjangoAdmin

    class PlainAdmin(ModelAdmin, DjangoAdmin[Any]):
        """Unfold's admin class, with the types of Django's."""

else:
    PlainAdmin = ModelAdmin
