"""Sourced statements and what they are about."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from records.enums import (
    ClaimKind,
    ClaimRelationKind,
    Credibility,
    Modality,
    Outcome,
    ReviewStatus,
    Unresolved,
)
from records.models.agreement import Agreement
from records.models.base import RECORD_PERMISSIONS, OwnedRow, Record, record_indexes, record_rules
from records.models.category import Category
from records.models.fields import (
    EarliestField,
    EdtfField,
    FoldedField,
    LanguageField,
    LatestField,
    PlainTextField,
    ShortTextField,
    SortDateField,
    WordsField,
)
from records.models.organization import Organization
from records.models.rules import (
    check,
    not_itself,
    ordered_bounds,
    unique,
    well_formed_language,
)
from records.models.source import Source
from records.models.weapon_system import WeaponSystem
from records.querysets.claim_relation import ClaimRelationQuerySet
from records.querysets.due import SortDay
from records.querysets.search import SearchColumns
from records.values.public_ids import RecordType


class Claim(Record):
    """One statement, verbatim, with who said it, when, and what it is about."""

    record_type = RecordType.CLAIM
    searched = SearchColumns(text="text_words", other="speaker_words")
    owned: ClassVar[tuple[str, ...]] = (
        "citations",
        "measures",
        "agreement_links",
        "organization_links",
        "weapon_system_links",
        "category_links",
        "country_links",
        "relations",
    )

    text = PlainTextField(help_text="The statement, verbatim.")
    text_words = WordsField(source="text")
    language = LanguageField(help_text="BCP 47 tag of the text.")
    kind = models.CharField(max_length=25, choices=ClaimKind)
    modality = models.CharField(max_length=20, choices=Modality)
    said_by = models.ForeignKey(
        Organization, models.PROTECT, null=True, blank=True, related_name="statements"
    )
    speaker_name = ShortTextField(blank=True, help_text="Person who said it.")
    speaker_name_folded = FoldedField(source="speaker_name")
    speaker_words = WordsField(source="speaker_name")
    speaker_title = ShortTextField(blank=True, help_text="The speaker's office.")
    occurred = EdtfField(help_text="EDTF date of what is claimed, empty when not known.")
    occurred_earliest = EarliestField(source="occurred", null=True)
    occurred_latest = LatestField(source="occurred", null=True)
    occurred_sort = SortDateField(source="occurred")
    occurred_words = ShortTextField(blank=True, help_text="The source's words for the date.")
    occurred_unresolved = models.CharField(max_length=20, choices=Unresolved, blank=True)
    due = EdtfField(help_text="EDTF date by which what is planned or promised is due.")
    due_earliest = EarliestField(source="due", null=True)
    due_latest = LatestField(source="due", null=True)
    due_words = ShortTextField(blank=True, help_text="The source's words for the due date.")
    due_unresolved = models.CharField(max_length=20, choices=Unresolved, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    credibility = models.CharField(
        max_length=1,
        choices=Credibility,
        default=Credibility.CANNOT_BE_JUDGED,
        help_text="STANAG 2511 grade.",
    )
    citation_count = models.PositiveSmallIntegerField(default=0, editable=False)

    agreements = models.ManyToManyField(Agreement, through="ClaimAgreement", related_name="claims")
    organizations = models.ManyToManyField(
        Organization, through="ClaimOrganization", related_name="claims"
    )
    weapon_systems = models.ManyToManyField(
        WeaponSystem, through="ClaimWeaponSystem", related_name="claims"
    )
    categories = models.ManyToManyField(Category, through="ClaimCategory", related_name="claims")

    class Meta:
        default_permissions = RECORD_PERMISSIONS
        ordering = ("id",)
        constraints = (
            *record_rules("claim"),
            well_formed_language("claim"),
            ordered_bounds("claim", "occurred"),
            ordered_bounds("claim", "due"),
            check("claim", "text_missing", ~Q(text=""), "A claim has a text."),
            check(
                "claim",
                "occurred_resolved_and_not",
                Q(occurred="") | Q(occurred_unresolved=""),
                "A date is either given or unresolved for a reason.",
            ),
            check(
                "claim",
                "due_resolved_and_not",
                Q(due="") | Q(due_unresolved=""),
                "A due date is either given or unresolved for a reason.",
            ),
            check(
                "claim",
                "published_without_citation",
                ~Q(review_status=ReviewStatus.PUBLISHED) | Q(citation_count__gte=1),
                "A published claim cites at least one source.",
            ),
        )
        indexes = (
            *record_indexes("claim"),
            models.Index(
                "review_status", F("occurred_sort").desc(), F("id").desc(), name="claim_occurred"
            ),
            models.Index(
                "review_status", SortDay("due_latest", "due_earliest"), "id", name="claim_due"
            ),
        )

    def __str__(self) -> str:
        return self.text if len(self.text) <= 80 else f"{self.text[:79]}…"  # noqa: PLR2004


class Citation(OwnedRow):
    """Where a claim's statement stands."""

    owner: ClassVar[str] = "claim"
    identity: ClassVar[tuple[str, ...]] = ("source_id", "locator")

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="citations")
    source = models.ForeignKey(Source, models.PROTECT, related_name="citations")
    locator = ShortTextField(blank=True, help_text="Place in the source, such as “line 4”.")
    quote = PlainTextField(blank=True, help_text="The words cited, when not the whole claim.")

    class Meta(OwnedRow.Meta):
        constraints = (
            unique(
                "citation",
                "duplicate",
                ("claim", "source", "locator"),
                "The claim cites this place already.",
            ),
        )
        indexes = (models.Index("source", "locator", name="citation_locator"),)

    def __str__(self) -> str:
        return f"{self.source_id} {self.locator}".strip()


class ClaimRelation(OwnedRow):
    """How this claim stands to another one."""

    owner: ClassVar[str] = "claim"
    identity: ClassVar[tuple[str, ...]] = ("kind", "other_id")

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="relations")
    kind = models.CharField(max_length=20, choices=ClaimRelationKind)
    other = models.ForeignKey(Claim, models.PROTECT, related_name="relations_from")

    objects = ClaimRelationQuerySet.as_manager()

    class Meta(OwnedRow.Meta):
        constraints = (
            unique(
                "claimrelation",
                "duplicate",
                ("claim", "kind", "other"),
                "The relation is listed already.",
            ),
            not_itself("claimrelation", "claim", "other", "A claim is not related to itself."),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.other_id}"
