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
from records.admin.importing import Importing
from records.admin.proposals.pages import Proposals
from records.models import Claim


@admin.register(Claim)
class ClaimAdmin(Proposals, Importing, RecordAdmin):
    """Claims."""

    list_display = (
        "public_id", "summary_shown", "kind", "modality", "said_by", "occurred", "review_status",
        "changed",
    )  # fmt: skip
    list_display_links = ("public_id", "summary_shown")
    sortable_by = ()  # no index orders a million claims by these columns
    list_filter = (
        *choices("review_status", "kind", "modality", "credibility"),
        ClaimCategoryFilter,
        ClaimCountryFilter,
    )
    searched = ("text", "speaker_name_folded")
    fieldsets = (
        (None, {"fields": ("text", ("kind", "modality"), ("language", "credibility"))}),
        ("Who said it", {"fields": ("said_by", ("speaker_name", "speaker_title"))}),
        ("When", {"fields": (("occurred", "occurred_words", "occurred_unresolved"),)}),
        ("Promise", {"fields": (("due", "due_words", "due_unresolved"), "outcome")}),
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

    @admin.display(description="Claim")
    def summary_shown(self, claim: Claim) -> str:
        """Begin the text."""
        return str(claim)
