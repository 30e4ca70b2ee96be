"""The category tree at the editors' desk."""

from django.contrib import admin

from records.admin.base import PlainAdmin, ViewOnly
from records.models import Category


@admin.register(Category)
class CategoryAdmin(ViewOnly, PlainAdmin):
    """Weapon categories: reference data, loaded from `fixtures/reference`."""

    list_display = ("code", "name")
    search_fields = ("code", "name")
