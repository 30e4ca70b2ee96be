"""Evidence in the forms of records."""

from typing import Any

from django import forms
from django.db import models
from django.http import HttpRequest
from unfold.widgets import UnfoldAdminSelectWidget

from records.admin.inlines import TableInline
from records.models import AgreementEvidence, OrganizationEvidence, WeaponSystemEvidence
from records.representations.facts import facts_of_owner


class EvidenceInline(TableInline):
    """What claims say about the fields of the record."""

    fields = ("place", "claim", "field", "row", "stance", "quote")
    verbose_name = "evidence"
    verbose_name_plural = "evidence"

    def formfield_for_dbfield(
        self, db_field: "models.Field[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> Any:
        """Offer the fields that claims can bear out."""
        if db_field.name != "field":
            return super().formfield_for_dbfield(db_field, request, **kwargs)
        choices = [("", "Select value"), *((fact, fact) for fact in facts_of_owner(self.model))]
        return forms.ChoiceField(
            choices=choices, widget=UnfoldAdminSelectWidget, help_text=db_field.help_text
        )


class AgreementEvidenceInline(EvidenceInline):
    """What claims say about an agreement."""

    model = AgreementEvidence


class OrganizationEvidenceInline(EvidenceInline):
    """What claims say about an organization."""

    model = OrganizationEvidence


class WeaponSystemEvidenceInline(EvidenceInline):
    """What claims say about a weapon system."""

    model = WeaponSystemEvidence
