"""What the records of each type are counted by."""

from django.db.models import F, Q

from records.analysis.groups.expressions import stated, top_of, year_of
from records.analysis.groups.keys import Column, Key, Linked, Named, Rows, linked
from records.enums import (
    AgreementAreaCode,
    AgreementKind,
    AgreementStatus,
    ClaimKind,
    DevelopmentStatus,
    Modality,
    OrganizationKind,
    Outcome,
    PartyRole,
    Reliability,
    SourceKind,
)
from records.models import (
    Agreement,
    AgreementArea,
    AgreementItem,
    AgreementParty,
    Category,
    Citation,
    Claim,
    ClaimCategory,
    ClaimCountry,
    ClaimOrganization,
    ClaimWeaponSystem,
    Organization,
    Record,
    Source,
    WeaponSystem,
    WeaponSystemManufacturer,
)
from records.values.codes import COUNTRY_NAMES

ORGANIZATION = Named(Organization, "name")
WEAPON_SYSTEM = Named(WeaponSystem, "designation")
CATEGORY = Named(Category, "name")
SOURCE = Named(Source, "title")
TOP = 1
"""Depth of the top level of the category tree."""


def category_of_claims(depth: int) -> Linked:
    """Take the categories that a claim names, itself or through a weapon system."""
    named = Rows(ClaimCategory, "claim_id", {"category": top_of("category_id", depth)})
    through = {"category": top_of("weapon_system__category_id", depth)}
    return Linked((named, Rows(ClaimWeaponSystem, "claim_id", through)), "category", CATEGORY)


def _category_of_agreements() -> Linked:
    """Take the categories of an agreement's items and of their weapon systems."""
    owner = "agreement_id"
    named = Rows(
        AgreementItem, owner, {"category": top_of("category_id", TOP)},
        Q(category__isnull=False),
    )  # fmt: skip
    through = Rows(
        AgreementItem, owner, {"category": top_of("weapon_system__category_id", TOP)},
        Q(weapon_system__isnull=False),
    )  # fmt: skip
    return Linked((named, through), "category", CATEGORY)


def _country_of_parties() -> Linked:
    """Take the countries of an agreement's parties; alliances have none."""
    country = {"country": F("organization__country")}
    rows = Rows(AgreementParty, "agreement_id", country, ~Q(organization__country=""))
    return Linked((rows,), "country", COUNTRY_NAMES)


def _names(choices: list[tuple[str, str]]) -> dict[str, str]:
    return {code: str(label) for code, label in choices}


KEYS: dict[type[Record], dict[str, Key]] = {
    Agreement: {
        "kind": Column(F("kind"), _names(AgreementKind.choices)),
        "status": Column(F("status"), _names(AgreementStatus.choices)),
        "area": linked(AgreementArea, "agreement_id", "area", _names(AgreementAreaCode.choices)),
        "country": _country_of_parties(),
        "role": linked(AgreementParty, "agreement_id", "role", _names(PartyRole.choices)),
        "category": _category_of_agreements(),
        "place": Column(stated("place"), COUNTRY_NAMES),
        "year": Column(year_of("signed")),
    },
    Organization: {
        "kind": Column(F("kind"), _names(OrganizationKind.choices)),
        "country": Column(stated("country"), COUNTRY_NAMES),
    },
    WeaponSystem: {
        "category": Column(top_of("category_id", TOP), CATEGORY),
        "origin": Column(stated("origin"), COUNTRY_NAMES),
        "development_status": Column(F("development_status"), _names(DevelopmentStatus.choices)),
        "manufacturer": linked(
            WeaponSystemManufacturer, "weapon_system_id", "organization_id", ORGANIZATION
        ),
    },
    Claim: {
        "kind": Column(F("kind"), _names(ClaimKind.choices)),
        "modality": Column(F("modality"), _names(Modality.choices)),
        "country": linked(ClaimCountry, "claim_id", "country", COUNTRY_NAMES),
        "organization": linked(ClaimOrganization, "claim_id", "organization_id", ORGANIZATION),
        "weapon_system": linked(ClaimWeaponSystem, "claim_id", "weapon_system_id", WEAPON_SYSTEM),
        "category": category_of_claims(TOP),
        "said_by": Column(F("said_by_id"), ORGANIZATION),
        "year": Column(year_of("occurred")),
        "reliability": linked(
            Citation, "claim_id", "source__reliability", _names(Reliability.choices)
        ),
        "language": Column(F("language")),
        "outcome": Column(stated("outcome"), _names(Outcome.choices)),
    },
    Source: {
        "kind": Column(F("kind"), _names(SourceKind.choices)),
        "publisher": Column(stated("publisher")),
        "reliability": Column(F("reliability"), _names(Reliability.choices)),
        "language": Column(stated("language")),
        "year": Column(year_of("published")),
    },
}
"""Keys of each type of record by name. Years are those in which a claim's event happened, an
agreement was signed and a source was published."""
