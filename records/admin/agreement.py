"""Agreements at the editors' desk."""

from typing import Any

from django.contrib import admin

from records.admin.base import RecordAdmin
from records.admin.evidence import AgreementEvidenceInline
from records.admin.filters import EvidenceFilter, ItemCategoryFilter, PlaceFilter, choices
from records.admin.importing import Importing
from records.admin.inlines import StackInline, TableInline
from records.admin.titles import ItemFormSet
from records.models import (
    Agreement,
    AgreementArea,
    AgreementItem,
    AgreementMilestone,
    AgreementParty,
    AgreementRelation,
)


class AreaInline(TableInline):
    """Fields of cooperation."""

    model = AgreementArea
    fields = ("place", "area")
    verbose_name = "area"


class PartyInline(TableInline):
    """Who takes part, in which role."""

    model = AgreementParty
    fields = ("place", "organization", "role", "signatory_name", "signatory_title")
    verbose_name = "party"
    verbose_name_plural = "parties"


class ItemInline(StackInline):
    """What it is about."""

    model = AgreementItem
    formset: type[Any] = ItemFormSet
    fields = (
        "place",
        ("activity", "quantity", "unit"),
        ("weapon_system", "category", "words"),
    )
    verbose_name = "item"


class MilestoneInline(TableInline):
    """When what happened."""

    model = AgreementMilestone
    fields = ("place", "kind", "date", "claim")
    verbose_name = "milestone"


class RelationInline(TableInline):
    """Other agreements."""

    model = AgreementRelation
    fk_name = "agreement"
    fields = ("place", "kind", "other")
    verbose_name = "relation"


@admin.register(Agreement)
class AgreementAdmin(Importing, RecordAdmin):
    """Agreements."""

    list_display = (
        "public_id", "title", "kind", "status", "signed", "place", "review_status", "changed",
    )  # fmt: skip
    list_display_links = ("public_id", "title")
    list_filter = (
        *choices("review_status", "kind", "status"),
        ItemCategoryFilter,
        PlaceFilter,
        EvidenceFilter,
    )
    searched = ("title_folded",)
    fieldsets = (
        (None, {"fields": ("title", ("kind", "status"), "summary")}),
        ("Value and place", {"fields": (("value_amount", "value_currency", "place"),)}),
    )
    inlines = (
        PartyInline,
        AreaInline,
        ItemInline,
        MilestoneInline,
        RelationInline,
        AgreementEvidenceInline,
    )
