"""The category tree at the editors' desk."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from records.admin.plain import ShownAdmin
from records.admin.searching import search
from records.models import Category


@admin.register(Category)
class CategoryAdmin(ShownAdmin):
    """Weapon categories: reference data, loaded from `fixtures/reference` and only looked at."""

    list_display = ("code", "name", "definition")
    search_fields = ("code", "name")
    show_full_result_count = False
    list_per_page = 250
    actions = None

    def get_search_results(
        self, request: HttpRequest, queryset: models.QuerySet[Any], search_term: str
    ) -> tuple[models.QuerySet[Any], bool]:
        """Search codes and names."""
        del request
        return search(queryset, search_term, columns=("code", "name")), False
