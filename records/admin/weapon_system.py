"""Weapon systems at the editors' desk."""

from django.contrib import admin

from records.admin.base import RecordAdmin
from records.models import WeaponSystem


@admin.register(WeaponSystem)
class WeaponSystemAdmin(RecordAdmin):
    """Weapon systems."""

    list_filter = ("review_status", "development_status")
    search_fields = ("designation", "designation_folded", "names__text_folded")
