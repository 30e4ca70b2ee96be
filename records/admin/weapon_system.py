"""Weapon systems at the editors' desk."""

from django.contrib import admin
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe

from records.admin.base import RecordAdmin
from records.admin.evidence import WeaponSystemEvidenceInline
from records.admin.filters import CategoryFilter, EvidenceFilter, OriginFilter, choices
from records.admin.importing import Importing
from records.admin.inlines import TableInline
from records.models import (
    WeaponSystem,
    WeaponSystemIdentifier,
    WeaponSystemManufacturer,
    WeaponSystemName,
)
from records.values.measure_sentences import grouped


class NameInline(TableInline):
    """Other designations."""

    model = WeaponSystemName
    fields = ("place", "text", "language", "kind")
    verbose_name = "other name"


class IdentifierInline(TableInline):
    """Ids in other registers."""

    model = WeaponSystemIdentifier
    fields = ("place", "scheme", "value")
    verbose_name = "identifier"


class ManufacturerInline(TableInline):
    """Makers."""

    model = WeaponSystemManufacturer
    fields = ("place", "organization")
    verbose_name = "manufacturer"


@admin.register(WeaponSystem)
class WeaponSystemAdmin(Importing, RecordAdmin):
    """Weapon systems."""

    list_display = (
        "public_id", "designation", "category_code", "origin", "variant_of", "caliber",
        "review_status", "changed",
    )  # fmt: skip
    list_display_links = ("public_id", "designation")
    list_filter = (
        *choices("review_status", "development_status"), CategoryFilter, OriginFilter,
        EvidenceFilter,
    )  # fmt: skip
    searched = ("designation_folded", "names__text_folded", "identifiers__value")
    fieldsets = (
        (None, {"fields": ("designation", ("category", "variant_of"))}),
        ("Catalogue facts", {"fields": (("origin", "caliber_mm", "development_status"),)}),
    )
    inlines = (NameInline, ManufacturerInline, IdentifierInline, WeaponSystemEvidenceInline)

    @admin.display(description="Category", ordering="category_id")
    def category_code(self, system: WeaponSystem) -> SafeString:
        """Show the code, which needs no query; its lines break behind its dots."""
        levels = str(system.category_id).split(".")
        return format_html_join(mark_safe(".<wbr>"), "{}", ((level,) for level in levels))

    @admin.display(description="Caliber (mm)", ordering="caliber_mm")
    def caliber(self, system: WeaponSystem) -> str:
        """Show the number without the zeros that fill up its column."""
        return "" if system.caliber_mm is None else grouped(system.caliber_mm)
