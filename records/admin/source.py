"""Sources at the editors' desk."""

from django.contrib import admin

from records.admin.base import RecordAdmin
from records.models import Source


@admin.register(Source)
class SourceAdmin(RecordAdmin):
    """Sources."""

    list_filter = ("review_status", "kind", "reliability")
    search_fields = ("title", "publisher")
