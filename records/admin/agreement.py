"""Agreements at the editors' desk."""

from django.contrib import admin

from records.admin.base import RecordAdmin
from records.models import Agreement


@admin.register(Agreement)
class AgreementAdmin(RecordAdmin):
    """Agreements."""

    list_filter = ("review_status", "kind", "status")
    search_fields = ("title", "title_folded")
