"""The catalogue of weapon types and families."""

from typing import ClassVar

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q

from records.enums import DevelopmentStatus
from records.models.base import RECORD_PERMISSIONS, OwnedRow, record_indexes, record_rules
from records.models.category import Category
from records.models.fields import CountryField, FoldedField, ShortTextField, WordsField
from records.models.names import Identifier, NamedRecord, OtherName
from records.models.organization import Organization
from records.models.rules import check, known_country, not_itself, unique
from records.querysets.search import SearchColumns
from records.values.public_ids import RecordType


class WeaponSystem(NamedRecord):
    """A named type or family of weapons or equipment; catalogue facts only."""

    record_type = RecordType.WEAPON_SYSTEM
    searched = SearchColumns(name="designation_words", other="names_words")
    owned: ClassVar[tuple[str, ...]] = (
        "names", "identifiers", "manufacturer_links", "evidence",
    )  # fmt: skip

    designation = ShortTextField(help_text="The usual designation, such as L119.")
    designation_folded = FoldedField(source="designation")
    designation_words = WordsField(source="designation")
    category = models.ForeignKey(Category, models.PROTECT, related_name="weapon_systems")
    variant_of = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="variants",
        help_text="The type or family that this one is a variant of.",
    )
    origin = CountryField(blank=True, help_text="Country of design, ISO 3166-1 alpha-2.")
    manufacturers = models.ManyToManyField(
        Organization, through="WeaponSystemManufacturer", related_name="weapon_systems"
    )
    caliber_mm = models.DecimalField(
        max_digits=6,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
        help_text="Caliber in millimetres.",
    )
    development_status = models.CharField(
        max_length=20, choices=DevelopmentStatus, default=DevelopmentStatus.UNKNOWN
    )

    class Meta:
        default_permissions = RECORD_PERMISSIONS
        ordering = ("id",)
        constraints = (
            *record_rules("weaponsystem"),
            known_country("weaponsystem", "origin"),
            not_itself(
                "weaponsystem", "id", "variant_of", "A weapon system is not its own variant."
            ),
            check(
                "weaponsystem",
                "caliber_not_positive",
                Q(caliber_mm__isnull=True) | Q(caliber_mm__gt=0),
                "A caliber is greater than zero.",
            ),
        )
        indexes = (
            *record_indexes("weaponsystem"),
            models.Index("designation_folded", "id", name="weaponsystem_designation"),
        )

    def __str__(self) -> str:
        return self.designation


class WeaponSystemName(OtherName):
    """Another name of a weapon system."""

    owner: ClassVar[str] = "weapon_system"

    weapon_system = models.ForeignKey(WeaponSystem, models.CASCADE, related_name="names")

    class Meta(OtherName.Meta):
        constraints = (
            unique(
                "weaponsystemname",
                "duplicate",
                ("weapon_system", "text", "language", "kind"),
                "The weapon system has this name already.",
            ),
        )

    def __str__(self) -> str:
        return self.text


class WeaponSystemIdentifier(Identifier):
    """Id of a weapon system in another register."""

    owner: ClassVar[str] = "weapon_system"

    weapon_system = models.ForeignKey(WeaponSystem, models.CASCADE, related_name="identifiers")

    class Meta(Identifier.Meta):
        constraints = (
            unique(
                "weaponsystemidentifier",
                "taken",
                ("scheme", "value"),
                "Another weapon system has this identifier.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.scheme}:{self.value}"


class WeaponSystemManufacturer(OwnedRow):
    """A maker of a weapon system."""

    owner: ClassVar[str] = "weapon_system"
    identity: ClassVar[tuple[str, ...]] = ("organization_id",)

    weapon_system = models.ForeignKey(
        WeaponSystem, models.CASCADE, related_name="manufacturer_links"
    )
    organization = models.ForeignKey(
        Organization, models.PROTECT, related_name="manufacturer_links"
    )

    class Meta(OwnedRow.Meta):
        constraints = (
            unique(
                "weaponsystemmanufacturer",
                "duplicate",
                ("weapon_system", "organization"),
                "The maker is listed already.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.weapon_system_id} {self.organization_id}"
