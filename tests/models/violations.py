"""Every constraint, with what violates it in the database and in a write through the service."""

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db.models import F

from records.models import AgreementMilestone as Milestone
from tests import factories as make

BACKWARDS = "2024-02/2024-01"
REVERSED = {"earliest": "2024-02-01", "latest": "2024-01-01"}


@dataclass(frozen=True)
class Violation:
    """What violates one check constraint.

    `stored` are columns to set on a valid row behind the service's back. `written` is what its
    factory is told to write through the service, the same unless given, and what is refused with
    `code` at `path`: the constraint's own code at the row, or the code of the field's validator.
    """

    constraint: str
    factory: Any
    stored: dict[str, Any]
    path: str
    code: str
    written: dict[str, Any] = field(default_factory=dict)

    @property
    def attributes(self) -> dict[str, Any]:
        return self.written or self.stored


def _reversed(table: str, factory: Any, date: str, path: str) -> Violation:
    return Violation(
        f"{table}_{date}_reversed",
        factory,
        {f"{date}_{end}": day for end, day in REVERSED.items()},
        f"{path}{date}",
        "interval_reversed",
        {date: BACKWARDS},
    )


def _whole(table: str, code: str, factory: Any, path: str = "__all__", **stored: Any) -> Violation:
    return Violation(f"{table}_{code}", factory, stored, path, code)


def _unknown_status(table: str, factory: Any) -> Violation:
    return _whole(table, "review_status_unknown", factory, review_status="secret")


def _measure(code: str, **stored: Any) -> Violation:
    return _whole("measure", code, make.MeasureFactory, "measures.0", **stored)


CHECKS = [
    Violation(
        "category_code_malformed", make.CategoryFactory, {"code": "Tank"}, "__all__",
        "code_malformed",
    ),
    _unknown_status("organization", make.OrganizationFactory),
    Violation(
        "organization_country_unknown", make.OrganizationFactory, {"country": "XX"}, "country",
        "invalid_country",
    ),
    _reversed("organization", make.OrganizationFactory, "founded", ""),
    _reversed("organization", make.OrganizationFactory, "dissolved", ""),
    _whole("organization", "state_without_country", make.OrganizationFactory, kind="state"),
    _unknown_status("weaponsystem", make.WeaponSystemFactory),
    Violation(
        "weaponsystem_country_unknown", make.WeaponSystemFactory, {"origin": "XX"}, "origin",
        "invalid_country",
    ),
    _whole("weaponsystem", "caliber_not_positive", make.WeaponSystemFactory, caliber_mm=Decimal(0)),
    _unknown_status("agreement", make.AgreementFactory),
    Violation(
        "agreement_country_unknown", make.AgreementFactory, {"place": "XX"}, "place",
        "invalid_country",
    ),
    Violation(
        "agreement_currency_unknown", make.AgreementFactory,
        {"value_amount": 1, "value_currency": "XXZ"}, "value_currency", "invalid_currency",
    ),
    Violation(
        "agreement_signed_reversed", make.AgreementFactory,
        {f"signed_{end}": day for end, day in REVERSED.items()}, "milestones.0.date",
        "interval_reversed", {"milestones": [Milestone(kind="signature", date=BACKWARDS)]},
    ),
    _whole("agreement", "value_without_currency", make.AgreementFactory, value_amount=1),
    _whole("agreement", "currency_without_value", make.AgreementFactory, value_currency="EUR"),
    Violation(
        "agreement_value_negative", make.AgreementFactory,
        {"value_amount": -1, "value_currency": "EUR"}, "value_amount", "min_value",
    ),
    _whole("agreementitem", "object_missing", make.AgreementItemFactory, "items.0", words=""),
    Violation(
        "agreementitem_quantity_negative", make.AgreementItemFactory, {"quantity": -1},
        "items.0.quantity", "min_value",
    ),
    _whole(
        "agreementitem", "unit_without_quantity", make.AgreementItemFactory, "items.0", unit="t"
    ),
    _reversed("agreementmilestone", make.AgreementMilestoneFactory, "date", "milestones.0."),
    _unknown_status("source", make.SourceFactory),
    Violation(
        "source_language_malformed", make.SourceFactory, {"language": "English"}, "language",
        "invalid_language",
    ),
    _reversed("source", make.SourceFactory, "published", ""),
    _reversed("source", make.SourceFactory, "retrieved", ""),
    Violation("source_sha256_malformed", make.SourceFactory, {"sha256": "ab"}, "sha256", "invalid"),
    _unknown_status("claim", make.ClaimFactory),
    Violation(
        "claim_language_malformed", make.ClaimFactory, {"language": "English"}, "language",
        "invalid_language",
    ),
    _reversed("claim", make.ClaimFactory, "occurred", ""),
    _reversed("claim", make.ClaimFactory, "due", ""),
    Violation("claim_text_missing", make.ClaimFactory, {"text": ""}, "text", "blank"),
    _whole(
        "claim", "occurred_resolved_and_not", make.ClaimFactory,
        occurred="2024", occurred_unresolved="not_stated",
    ),
    _whole(
        "claim", "due_resolved_and_not", make.ClaimFactory,
        due="2024", due_unresolved="not_stated",
    ),
    Violation(
        "claim_published_without_citation", make.ClaimFactory, {"citation_count": 0}, "__all__",
        "published_without_citation", {"citations": []},
    ),
    Violation(
        "claimcountry_country_unknown", make.ClaimCountryFactory, {"country": "XX"},
        "country_links.0.country", "invalid_country",
    ),
    Violation(
        "claimcountry_country_missing", make.ClaimCountryFactory, {"country": ""},
        "country_links.0.country", "blank",
    ),
    Violation(
        "measure_currency_unknown", make.MeasureFactory, {"currency": "XXZ"},
        "measures.0.currency", "invalid_currency",
    ),
    _reversed("measure", make.MeasureFactory, "period", "measures.0."),
    _reversed("measure", make.MeasureFactory, "baseline_period", "measures.0."),
    _reversed("measure", make.MeasureFactory, "due", "measures.0."),
    _measure("range_reversed", value=None, value_min=2, value_max=1),
    _measure("value_and_range", value=1, value_min=1),
    _measure("between_without_range", value=None, value_min=1, qualifier="between"),
    _measure("relative_with_unit", mode="percent_change", unit_code="TNE"),
    _measure("unit_and_currency", currency="EUR", unit_code="TNE"),
    _measure("precision_not_positive", precision=0),
    _measure("rank_not_positive", mode="rank", value=0),
    _measure("absolute_with_baseline", baseline_words="last year"),
    _whole("apitoken", "digest_malformed", make.ApiTokenFactory, digest="A" * 64),
    _whole("apitoken", "name_missing", make.ApiTokenFactory, name=""),
    _whole("apitoken", "expires_before_created", make.ApiTokenFactory, expires_at=F("created_at")),
    _measure("period_resolved_and_not", period="2024", period_unresolved="not_stated"),
    _whole("candidate", "out_of_order", make.CandidateFactory, first=2, second=1),
    _whole("candidate", "decision_unknown", make.CandidateFactory, decision="maybe"),
    _whole("reading", "similarity_without_earlier", make.ReadingFactory, similarity=90),
    _whole("reading", "decided_without_person", make.ReadingFactory, decided_at=F("read_at")),
    _whole("merge", "actor_missing", make.MergeFactory, channel="api"),
]  # fmt: skip

ITSELF: dict[str, tuple[Any, dict[str, Any]]] = {
    "organization_parent_is_itself": (make.OrganizationFactory, {"parent": F("id")}),
    "weaponsystem_variant_of_is_itself": (make.WeaponSystemFactory, {"variant_of": F("id")}),
    "agreementrelation_other_is_itself": (make.AgreementRelationFactory, {"other": F("agreement")}),
    "claimrelation_other_is_itself": (make.ClaimRelationFactory, {"other": F("claim")}),
    "reading_earlier_is_itself": (make.ReadingFactory, {"earlier": F("claim"), "similarity": 90}),
    "merge_merged_is_itself": (make.MergeFactory, {"merged": F("survivor")}),
}
"""What makes a stored row point at itself."""

UNIQUE: dict[str, Callable[[], Any]] = {
    "candidate_duplicate": make.CandidateFactory,
    "merge_merged_already": make.MergeFactory,
    "schemecategory_duplicate": make.SchemeCategoryFactory,
    "categorymapping_duplicate": make.CategoryMappingFactory,
    "organizationname_duplicate": make.OrganizationNameFactory,
    "organizationidentifier_taken": make.OrganizationIdentifierFactory,
    "weaponsystemname_duplicate": make.WeaponSystemNameFactory,
    "weaponsystemidentifier_taken": make.WeaponSystemIdentifierFactory,
    "weaponsystemmanufacturer_duplicate": make.WeaponSystemManufacturerFactory,
    "agreementarea_duplicate": make.AgreementAreaFactory,
    "agreementparty_duplicate": make.AgreementPartyFactory,
    "agreementrelation_duplicate": make.AgreementRelationFactory,
    "agreementevidence_duplicate": make.AgreementEvidenceFactory,
    "organizationevidence_duplicate": make.OrganizationEvidenceFactory,
    "weaponsystemevidence_duplicate": make.WeaponSystemEvidenceFactory,
    "citation_duplicate": make.CitationFactory,
    "claimagreement_duplicate": make.ClaimAgreementFactory,
    "claimorganization_duplicate": make.ClaimOrganizationFactory,
    "claimweaponsystem_duplicate": make.ClaimWeaponSystemFactory,
    "claimcategory_duplicate": make.ClaimCategoryFactory,
    "claimcountry_duplicate": make.ClaimCountryFactory,
    "claimrelation_duplicate": make.ClaimRelationFactory,
    "apitoken_digest_taken": make.ApiTokenFactory,
    "keptanswer_duplicate": make.KeptAnswerFactory,
}
"""What makes a row that may not be stored twice."""
