"""Claims at the editors' desk."""

from django.contrib import admin

from records.admin.base import RecordAdmin
from records.admin.claim_rows import (
    AgreementInline,
    CategoryInline,
    CitationInline,
    CountryInline,
    MeasureInline,
    OrganizationInline,
    RelationInline,
    WeaponSystemInline,
)
from records.admin.filters import ClaimCategoryFilter, ClaimCountryFilter, choices
from records.models import Claim


@admin.register(Claim)
class ClaimAdmin(RecordAdmin):
    """Claims."""

    list_display = (
        "public_id", "__str__", "kind", "modality", "said_by", "occurred", "credibility",
        "review_status", "updated_at",
    )  # fmt: skip
    list_display_links = ("public_id", "__str__")
    list_filter = (
        *choices("review_status", "kind", "modality", "credibility"),
        ClaimCategoryFilter,
        ClaimCountryFilter,
    )
    searched = ("text", "speaker_name_folded")
    fieldsets = (
        (None, {"fields": ("text", "language", "kind", "modality", "credibility")}),
        ("Who said it", {"fields": ("said_by", "speaker_name", "speaker_title")}),
        ("When", {"fields": ("occurred", "occurred_words", "occurred_unresolved")}),
        ("Promise", {"fields": ("due", "due_words", "due_unresolved", "outcome")}),
    )
    inlines = (
        CitationInline,
        MeasureInline,
        OrganizationInline,
        AgreementInline,
        WeaponSystemInline,
        CategoryInline,
        CountryInline,
        RelationInline,
    )
