"""Actors: whoever can be a party or a speaker."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from records.enums import OrganizationKind
from records.models.base import RECORD_PERMISSIONS, record_indexes, record_rules
from records.models.fields import (
    CountryField,
    EarliestField,
    EdtfField,
    FoldedField,
    LatestField,
    ShortTextField,
    WordsField,
)
from records.models.names import Identifier, NamedRecord, OtherName
from records.models.rules import check, known_country, not_itself, ordered_bounds, unique
from records.querysets.search import SearchColumns
from records.values.public_ids import RecordType


class Organization(NamedRecord):
    """An actor. States are organizations of kind `state`, so a party is always one."""

    record_type = RecordType.ORGANIZATION
    searched = SearchColumns(name="name_words", other="names_words")
    owned: ClassVar[tuple[str, ...]] = ("names", "identifiers", "evidence")

    name = ShortTextField(help_text="The usual English name.")
    name_folded = FoldedField(source="name")
    name_words = WordsField(source="name")
    kind = models.CharField(max_length=30, choices=OrganizationKind)
    country = CountryField(
        blank=True, help_text="ISO 3166-1 alpha-2 code, empty for multinational actors."
    )
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        help_text="The organization that this one belongs to.",
    )
    website = models.URLField(max_length=500, blank=True)
    founded = EdtfField(help_text="EDTF date.")
    founded_earliest = EarliestField(source="founded", null=True)
    founded_latest = LatestField(source="founded", null=True)
    dissolved = EdtfField(help_text="EDTF date.")
    dissolved_earliest = EarliestField(source="dissolved", null=True)
    dissolved_latest = LatestField(source="dissolved", null=True)

    class Meta:
        default_permissions = RECORD_PERMISSIONS
        ordering = ("id",)
        constraints = (
            *record_rules("organization"),
            known_country("organization"),
            not_itself("organization", "id", "parent", "An organization is not its own parent."),
            ordered_bounds("organization", "founded"),
            ordered_bounds("organization", "dissolved"),
            check(
                "organization",
                "state_without_country",
                ~Q(kind=OrganizationKind.STATE) | ~Q(country=""),
                "A state has a country code.",
            ),
        )
        indexes = (
            *record_indexes("organization"),
            models.Index("country", "kind", name="organization_country_kind"),
            models.Index("name_folded", "id", name="organization_name_folded"),
        )

    def __str__(self) -> str:
        return self.name


class OrganizationName(OtherName):
    """Another name of an organization."""

    owner: ClassVar[str] = "organization"

    organization = models.ForeignKey(Organization, models.CASCADE, related_name="names")

    class Meta(OtherName.Meta):
        constraints = (
            unique(
                "organizationname",
                "duplicate",
                ("organization", "text", "language", "kind"),
                "The organization has this name already.",
            ),
        )

    def __str__(self) -> str:
        return self.text


class OrganizationIdentifier(Identifier):
    """Id of an organization in another register."""

    owner: ClassVar[str] = "organization"

    organization = models.ForeignKey(Organization, models.CASCADE, related_name="identifiers")

    class Meta(Identifier.Meta):
        constraints = (
            unique(
                "organizationidentifier",
                "taken",
                ("scheme", "value"),
                "Another organization has this identifier.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.scheme}:{self.value}"
