"""The records and the rows they own."""

from records.models.agreement import (
    Agreement,
    AgreementArea,
    AgreementItem,
    AgreementMilestone,
    AgreementParty,
    AgreementRelation,
)
from records.models.base import OwnedRow, Record
from records.models.candidate import Candidate
from records.models.category import Category, CategoryMapping, SchemeCategory
from records.models.change import Change
from records.models.claim import Citation, Claim, ClaimRelation
from records.models.claim_link import (
    ClaimAgreement,
    ClaimCategory,
    ClaimCountry,
    ClaimOrganization,
    ClaimWeaponSystem,
)
from records.models.evidence import AgreementEvidence, OrganizationEvidence, WeaponSystemEvidence
from records.models.idempotency import KeptAnswer
from records.models.measure import Measure
from records.models.merge import Merge
from records.models.name_start import NameStart
from records.models.organization import Organization, OrganizationIdentifier, OrganizationName
from records.models.reading import Reading
from records.models.source import Source
from records.models.token import ApiToken
from records.models.upload import Upload
from records.models.weapon_system import (
    WeaponSystem,
    WeaponSystemIdentifier,
    WeaponSystemManufacturer,
    WeaponSystemName,
)

__all__ = [
    "Agreement",
    "AgreementArea",
    "AgreementEvidence",
    "AgreementItem",
    "AgreementMilestone",
    "AgreementParty",
    "AgreementRelation",
    "ApiToken",
    "Candidate",
    "Category",
    "CategoryMapping",
    "Change",
    "Citation",
    "Claim",
    "ClaimAgreement",
    "ClaimCategory",
    "ClaimCountry",
    "ClaimOrganization",
    "ClaimRelation",
    "ClaimWeaponSystem",
    "KeptAnswer",
    "Measure",
    "Merge",
    "NameStart",
    "Organization",
    "OrganizationEvidence",
    "OrganizationIdentifier",
    "OrganizationName",
    "OwnedRow",
    "Reading",
    "Record",
    "SchemeCategory",
    "Source",
    "Upload",
    "WeaponSystem",
    "WeaponSystemEvidence",
    "WeaponSystemIdentifier",
    "WeaponSystemManufacturer",
    "WeaponSystemName",
]
