"""Factories: one for each model, published and minimal by default, without randomness."""

from tests.factories.agreement import (
    AgreementAreaFactory,
    AgreementFactory,
    AgreementItemFactory,
    AgreementMilestoneFactory,
    AgreementPartyFactory,
    AgreementRelationFactory,
)
from tests.factories.candidate import CandidateFactory
from tests.factories.category import (
    CategoryFactory,
    CategoryMappingFactory,
    SchemeCategoryFactory,
)
from tests.factories.change import ChangeFactory
from tests.factories.claim import (
    CitationFactory,
    ClaimAgreementFactory,
    ClaimCategoryFactory,
    ClaimCountryFactory,
    ClaimFactory,
    ClaimOrganizationFactory,
    ClaimRelationFactory,
    ClaimWeaponSystemFactory,
)
from tests.factories.evidence import (
    AgreementEvidenceFactory,
    OrganizationEvidenceFactory,
    WeaponSystemEvidenceFactory,
)
from tests.factories.measure import MeasureFactory
from tests.factories.merge import MergeFactory
from tests.factories.name_start import NameStartFactory
from tests.factories.organization import (
    OrganizationFactory,
    OrganizationIdentifierFactory,
    OrganizationNameFactory,
    StateFactory,
)
from tests.factories.reading import ReadingFactory
from tests.factories.source import SourceFactory
from tests.factories.upload import UploadFactory
from tests.factories.user import ApiTokenFactory, KeptAnswerFactory, UserFactory
from tests.factories.weapon_system import (
    WeaponSystemFactory,
    WeaponSystemIdentifierFactory,
    WeaponSystemManufacturerFactory,
    WeaponSystemNameFactory,
)

__all__ = [
    "AgreementAreaFactory",
    "AgreementEvidenceFactory",
    "AgreementFactory",
    "AgreementItemFactory",
    "AgreementMilestoneFactory",
    "AgreementPartyFactory",
    "AgreementRelationFactory",
    "ApiTokenFactory",
    "CandidateFactory",
    "CategoryFactory",
    "CategoryMappingFactory",
    "ChangeFactory",
    "CitationFactory",
    "ClaimAgreementFactory",
    "ClaimCategoryFactory",
    "ClaimCountryFactory",
    "ClaimFactory",
    "ClaimOrganizationFactory",
    "ClaimRelationFactory",
    "ClaimWeaponSystemFactory",
    "KeptAnswerFactory",
    "MeasureFactory",
    "MergeFactory",
    "NameStartFactory",
    "OrganizationEvidenceFactory",
    "OrganizationFactory",
    "OrganizationIdentifierFactory",
    "OrganizationNameFactory",
    "ReadingFactory",
    "SchemeCategoryFactory",
    "SourceFactory",
    "StateFactory",
    "UploadFactory",
    "UserFactory",
    "WeaponSystemEvidenceFactory",
    "WeaponSystemFactory",
    "WeaponSystemIdentifierFactory",
    "WeaponSystemManufacturerFactory",
    "WeaponSystemNameFactory",
]
