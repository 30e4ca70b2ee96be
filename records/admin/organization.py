"""Organizations at the editors' desk."""

from django.contrib import admin

from records.admin.base import RecordAdmin
from records.models import Organization


@admin.register(Organization)
class OrganizationAdmin(RecordAdmin):
    """Organizations."""

    list_filter = ("review_status", "kind")
    search_fields = ("name", "name_folded", "names__text_folded")
