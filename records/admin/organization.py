"""Organizations at the editors' desk."""

from django.contrib import admin

from records.admin.base import RecordAdmin
from records.admin.evidence import OrganizationEvidenceInline
from records.admin.filters import CountryFilter, EvidenceFilter, choices
from records.admin.importing import Importing
from records.admin.inlines import TableInline
from records.models import Organization, OrganizationIdentifier, OrganizationName


class NameInline(TableInline):
    """Other names."""

    model = OrganizationName
    fields = ("place", "text", "language", "kind")
    verbose_name = "other name"


class IdentifierInline(TableInline):
    """Ids in other registers."""

    model = OrganizationIdentifier
    fields = ("place", "scheme", "value")
    verbose_name = "identifier"


@admin.register(Organization)
class OrganizationAdmin(Importing, RecordAdmin):
    """Organizations."""

    list_display = (
        "public_id", "name", "kind", "country", "parent", "review_status", "changed",
    )  # fmt: skip
    list_display_links = ("public_id", "name")
    list_filter = (*choices("review_status", "kind"), CountryFilter, EvidenceFilter)
    searched = ("name_folded", "names__text_folded", "identifiers__value")
    fieldsets = (
        (None, {"fields": ("name", ("kind", "country"), "parent", "website")}),
        ("Dates", {"fields": (("founded", "dissolved"),)}),
    )
    inlines = (NameInline, IdentifierInline, OrganizationEvidenceInline)
