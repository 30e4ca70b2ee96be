"""The lists that a claim owns, in its form."""

from typing import Any

from records.admin.inlines import StackInline, TableInline
from records.admin.titles import MeasureFormSet
from records.models import (
    Citation,
    ClaimAgreement,
    ClaimCategory,
    ClaimCountry,
    ClaimOrganization,
    ClaimRelation,
    ClaimWeaponSystem,
    Measure,
)


class CitationInline(TableInline):
    """Where the statement stands."""

    model = Citation
    fields = ("place", "source", "locator", "quote")
    verbose_name = "citation"


class MeasureInline(StackInline):
    """Figures."""

    model = Measure
    formset: type[Any] = MeasureFormSet
    verbose_name = "measure"
    fieldsets = (
        (None, {"fields": (
            "place",
            ("metric", "mode", "qualifier"),
            ("weapon_system", "category", "object_words"),
            ("value", "value_min", "value_max", "precision"),
            ("unit_code", "unit_words", "currency"),
            ("period", "period_words", "period_length", "period_unresolved"),
            ("baseline_period", "baseline_words", "superlative"),
            ("temporal_mode", "due", "outcome"),
        )}),
    )  # fmt: skip


class AgreementInline(TableInline):
    """Agreements that the claim is about."""

    model = ClaimAgreement
    fields = ("place", "agreement")
    verbose_name = "agreement"


class OrganizationInline(TableInline):
    """Organizations that the claim is about."""

    model = ClaimOrganization
    fields = ("place", "organization")
    verbose_name = "organization"


class WeaponSystemInline(TableInline):
    """Weapon systems that the claim is about."""

    model = ClaimWeaponSystem
    fields = ("place", "weapon_system")
    verbose_name = "weapon system"


class CategoryInline(TableInline):
    """Weapon categories that the claim is about."""

    model = ClaimCategory
    fields = ("place", "category")
    verbose_name = "category"
    verbose_name_plural = "categories"


class CountryInline(TableInline):
    """Countries that the claim is about."""

    model = ClaimCountry
    fields = ("place", "country")
    verbose_name = "country"
    verbose_name_plural = "countries"


class RelationInline(TableInline):
    """Other claims."""

    model = ClaimRelation
    fk_name = "claim"
    fields = ("place", "kind", "other")
    verbose_name = "relation"
