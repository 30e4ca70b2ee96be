"""What the records of each type are counted by."""

from records.analysis.groups.expressions import stated, top_of, year_of
from records.analysis.groups.keys import Key, Named, column, linked
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
    Category,
    Claim,
    Organization,
    Record,
    Source,
    WeaponSystem,
)
from records.values.codes import COUNTRY_NAMES

ORGANIZATION = Named(Organization, "name")
WEAPON_SYSTEM = Named(WeaponSystem, "designation")
CATEGORY = Named(Category, "name")
SOURCE = Named(Source, "title")
TOP = 1
"""Depth of the top level of the category tree."""


def category_of_claims(depth: int) -> Key:
    """Take the categories that a claim names, itself or through a weapon system."""
    return _categories(
        "category_links__category_id", "weapon_system_links__weapon_system__category_id", depth
    )


def _categories(named: str, through: str, depth: int) -> Key:
    values = (top_of(named, depth), top_of(through, depth))
    return Key(values, CATEGORY, several=True, repeats=True, partial=True)


def labels_of(choices: list[tuple[str, str]]) -> dict[str, str]:
    """Give the labels of a vocabulary by its codes."""
    return {code: str(label) for code, label in choices}


KEYS: dict[type[Record], dict[str, Key]] = {
    Agreement: {
        "kind": column("kind", labels_of(AgreementKind.choices)),
        "status": column("status", labels_of(AgreementStatus.choices)),
        "area": linked("areas__area", labels_of(AgreementAreaCode.choices)),
        "country": Key(
            (stated("parties__organization__country"),), COUNTRY_NAMES,
            several=True, repeats=True, partial=True,
        ),
        "role": linked("parties__role", labels_of(PartyRole.choices), repeats=True),
        "category": _categories("items__category_id", "items__weapon_system__category_id", TOP),
        "place": column(stated("place"), COUNTRY_NAMES),
        "year": column(year_of("signed")),
    },
    Organization: {
        "kind": column("kind", labels_of(OrganizationKind.choices)),
        "country": column(stated("country"), COUNTRY_NAMES),
    },
    WeaponSystem: {
        "category": column(top_of("category_id", TOP), CATEGORY),
        "origin": column(stated("origin"), COUNTRY_NAMES),
        "development_status": column("development_status", labels_of(DevelopmentStatus.choices)),
        "manufacturer": linked("manufacturer_links__organization_id", ORGANIZATION),
    },
    Claim: {
        "kind": column("kind", labels_of(ClaimKind.choices)),
        "modality": column("modality", labels_of(Modality.choices)),
        "country": linked("country_links__country", COUNTRY_NAMES),
        "organization": linked("organization_links__organization_id", ORGANIZATION),
        "weapon_system": linked("weapon_system_links__weapon_system_id", WEAPON_SYSTEM),
        "category": category_of_claims(TOP),
        "said_by": column("said_by_id", ORGANIZATION),
        "year": column(year_of("occurred")),
        "reliability": linked(
            "citations__source__reliability", labels_of(Reliability.choices), repeats=True
        ),
        "language": column("language"),
        "outcome": column(stated("outcome"), labels_of(Outcome.choices)),
    },
    Source: {
        "kind": column("kind", labels_of(SourceKind.choices)),
        "publisher": column(stated("publisher")),
        "reliability": column("reliability", labels_of(Reliability.choices)),
        "language": column(stated("language")),
        "year": column(year_of("published")),
    },
}  # fmt: skip
"""Keys of each type of record by name. Years are those in which a claim's event happened, an
agreement was signed and a source was published."""
