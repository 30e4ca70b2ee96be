"""Claims at the editors' desk."""

from django.contrib import admin

from records.admin.base import RecordAdmin
from records.models import Claim


@admin.register(Claim)
class ClaimAdmin(RecordAdmin):
    """Claims."""

    list_filter = ("review_status", "kind", "modality")
    search_fields = ("text", "speaker_name")
