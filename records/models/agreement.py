"""Instruments between organizations, and everything that belongs to one."""

from typing import ClassVar

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q

from records.enums import (
    Activity,
    AgreementAreaCode,
    AgreementKind,
    AgreementRelationKind,
    AgreementStatus,
    MilestoneKind,
    PartyRole,
)
from records.models.base import RECORD_PERMISSIONS, OwnedRow, Record, record_indexes, record_rules
from records.models.category import Category
from records.models.fields import (
    CountryField,
    CurrencyField,
    EarliestField,
    EdtfField,
    FoldedField,
    LatestField,
    PlainTextField,
    ShortTextField,
    SortDateField,
    WordsField,
)
from records.models.organization import Organization
from records.models.rules import (
    check,
    known_country,
    known_currency,
    not_itself,
    ordered_bounds,
    unique,
)
from records.models.weapon_system import WeaponSystem
from records.querysets.search import SearchColumns
from records.values.public_ids import RecordType


class Agreement(Record):
    """An agreement, contract, memorandum or package, at whatever stage it is."""

    record_type = RecordType.AGREEMENT
    searched = SearchColumns(name="title_words", text="summary_words")
    owned: ClassVar[tuple[str, ...]] = (
        "areas", "parties", "items", "milestones", "relations", "evidence",
    )  # fmt: skip

    title = ShortTextField()
    title_folded = FoldedField(source="title")
    title_words = WordsField(source="title")
    kind = models.CharField(max_length=30, choices=AgreementKind)
    status = models.CharField(
        max_length=25, choices=AgreementStatus, default=AgreementStatus.UNKNOWN
    )
    summary = PlainTextField(blank=True)
    summary_words = WordsField(source="summary")
    value_amount = models.DecimalField(
        max_digits=20,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
        help_text="Amount as reported; never converted.",
    )
    value_currency = CurrencyField(blank=True, help_text="ISO 4217 code of the amount.")
    place = CountryField(blank=True, help_text="Where it is carried out, ISO 3166-1 alpha-2.")
    signed = EdtfField(
        editable=False, help_text="EDTF date of the signature milestone, empty when there is none."
    )
    signed_earliest = EarliestField(source="signed", null=True)
    signed_latest = LatestField(source="signed", null=True)
    signed_sort = SortDateField(source="signed")

    class Meta:
        default_permissions = RECORD_PERMISSIONS
        ordering = ("id",)
        constraints = (
            *record_rules("agreement"),
            known_country("agreement", "place"),
            known_currency("agreement", "value_currency"),
            ordered_bounds("agreement", "signed"),
            check(
                "agreement",
                "value_without_currency",
                Q(value_amount__isnull=True) | ~Q(value_currency=""),
                "A value needs its currency.",
            ),
            check(
                "agreement",
                "currency_without_value",
                Q(value_currency="") | Q(value_amount__isnull=False),
                "A currency needs its value.",
            ),
            check(
                "agreement",
                "value_negative",
                Q(value_amount__isnull=True) | Q(value_amount__gte=0),
                "A value is not negative.",
            ),
        )
        indexes = (
            *record_indexes("agreement"),
            models.Index(
                models.F("signed_sort").desc(), models.F("id").desc(), name="agreement_signed"
            ),
            models.Index("title_folded", "id", name="agreement_title_folded"),
        )

    def __str__(self) -> str:
        return self.title


class AgreementArea(OwnedRow):
    """A field of cooperation that an agreement covers."""

    owner: ClassVar[str] = "agreement"
    identity: ClassVar[tuple[str, ...]] = ("area",)

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="areas")
    area = models.CharField(max_length=25, choices=AgreementAreaCode)

    class Meta(OwnedRow.Meta):
        constraints = (
            unique("agreementarea", "duplicate", ("agreement", "area"), "The area is listed."),
        )

    def __str__(self) -> str:
        return self.area


class AgreementParty(OwnedRow):
    """An organization in one role under an agreement."""

    owner: ClassVar[str] = "agreement"
    identity: ClassVar[tuple[str, ...]] = ("organization_id", "role")

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="parties")
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="party_roles")
    role = models.CharField(max_length=15, choices=PartyRole)
    signatory_name = ShortTextField(blank=True, help_text="Who signed for the organization.")
    signatory_title = ShortTextField(blank=True, help_text="The signatory's office.")

    class Meta(OwnedRow.Meta):
        verbose_name_plural = "agreement parties"
        constraints = (
            unique(
                "agreementparty",
                "duplicate",
                ("agreement", "organization", "role"),
                "The organization has this role already.",
            ),
        )
        indexes = (models.Index("organization", "role", "agreement", name="agreementparty_role"),)

    def __str__(self) -> str:
        return f"{self.organization_id} {self.role}"


class AgreementItem(OwnedRow):
    """What is supplied, made, repaired, taught or paid for."""

    owner: ClassVar[str] = "agreement"

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="items")
    weapon_system = models.ForeignKey(
        WeaponSystem, models.PROTECT, null=True, blank=True, related_name="agreement_items"
    )
    category = models.ForeignKey(
        Category, models.PROTECT, null=True, blank=True, related_name="agreement_items"
    )
    words = ShortTextField(blank=True, help_text="What the source calls it.")
    activity = models.CharField(max_length=20, choices=Activity)
    quantity = models.DecimalField(
        max_digits=18, decimal_places=3, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    unit = ShortTextField(blank=True, help_text="What the quantity counts, empty for pieces.")

    class Meta(OwnedRow.Meta):
        constraints = (
            check(
                "agreementitem",
                "object_missing",
                Q(weapon_system__isnull=False) | Q(category__isnull=False) | ~Q(words=""),
                "An item names a weapon system, a category or words.",
            ),
            check(
                "agreementitem",
                "quantity_negative",
                Q(quantity__isnull=True) | Q(quantity__gte=0),
                "A quantity is not negative.",
            ),
            check(
                "agreementitem",
                "unit_without_quantity",
                Q(unit="") | Q(quantity__isnull=False),
                "A unit needs its quantity.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.activity} {self.words}".strip()


class AgreementMilestone(OwnedRow):
    """A dated step in an agreement's life, with the claim that reports it."""

    owner: ClassVar[str] = "agreement"

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="milestones")
    kind = models.CharField(max_length=25, choices=MilestoneKind)
    date = EdtfField(help_text="EDTF date, empty when not known.")
    date_earliest = EarliestField(source="date", null=True)
    date_latest = LatestField(source="date", null=True)
    claim = models.ForeignKey(
        "Claim", models.PROTECT, null=True, blank=True, related_name="milestones"
    )

    class Meta(OwnedRow.Meta):
        constraints = (ordered_bounds("agreementmilestone", "date"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.date}".strip()


class AgreementRelation(OwnedRow):
    """How this agreement stands to another one."""

    owner: ClassVar[str] = "agreement"
    identity: ClassVar[tuple[str, ...]] = ("kind", "other_id")

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="relations")
    kind = models.CharField(max_length=20, choices=AgreementRelationKind)
    other = models.ForeignKey(Agreement, models.PROTECT, related_name="relations_from")

    class Meta(OwnedRow.Meta):
        constraints = (
            unique(
                "agreementrelation",
                "duplicate",
                ("agreement", "kind", "other"),
                "The relation is listed already.",
            ),
            not_itself(
                "agreementrelation", "agreement", "other", "An agreement is not related to itself."
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.other_id}"
