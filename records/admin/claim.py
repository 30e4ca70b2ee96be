"""Claims at the editors' desk."""

from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from unfold.decorators import action

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
from records.admin.proposals.ingesting import may_ingest
from records.admin.proposals.pages import Proposals
from records.models import Claim


@admin.register(Claim)
class ClaimAdmin(Proposals, Importing, RecordAdmin):
    """Claims."""

    actions_list: ClassVar[tuple[Any, ...]] = ("ingest_digest", *Importing.actions_list)
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

    def has_ingest_permission(self, request: HttpRequest) -> bool:
        """Allow those who may enter claims and sources."""
        return may_ingest(request)

    @action(  # type: ignore[untyped-decorator]
        description="Ingest a digest", url_path="ingest", permissions=["ingest"], icon="upload"
    )
    def ingest_digest(self, request: HttpRequest) -> HttpResponse:  # noqa: ARG002
        """Lead to where digests are taken."""
        return HttpResponseRedirect(reverse("admin:records_reading_ingest_digest"))

    @admin.display(description="Claim")
    def summary_shown(self, claim: Claim) -> str:
        """Begin the text."""
        return str(claim)
