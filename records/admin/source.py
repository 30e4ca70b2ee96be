"""Sources at the editors' desk."""

from django.contrib import admin

from records.admin.base import RecordAdmin
from records.admin.filters import choices
from records.models import Source


@admin.register(Source)
class SourceAdmin(RecordAdmin):
    """Sources."""

    list_display = (
        "public_id", "title", "publisher", "kind", "published", "reliability", "review_status",
        "changed",
    )  # fmt: skip
    list_display_links = ("public_id", "title")
    list_filter = choices("review_status", "kind", "reliability")
    searched = ("title_folded", "publisher_folded", "url", "origin_group")
    fieldsets = (
        (None, {"fields": ("title", "publisher", ("kind", "language"))}),
        ("Dates", {"fields": (("published", "retrieved"),)}),
        ("Text", {"fields": ("url", "archived_url", "sha256")}),
        ("Assessment", {"fields": (("reliability", "origin_group"),)}),
    )
