"""One view set for each resource."""

from records.api.views.agreement import AgreementViewSet
from records.api.views.category import CategoryViewSet
from records.api.views.changes import ChangeViewSet
from records.api.views.claim import ClaimViewSet
from records.api.views.coverage import CoverageViewSet
from records.api.views.ingest import IngestViewSet
from records.api.views.organization import OrganizationViewSet
from records.api.views.root import RootViewSet
from records.api.views.source import SourceViewSet
from records.api.views.vocabulary import VocabularyViewSet
from records.api.views.weapon_system import WeaponSystemViewSet

RECORD_VIEWS = (
    AgreementViewSet,
    OrganizationViewSet,
    WeaponSystemViewSet,
    ClaimViewSet,
    SourceViewSet,
)

__all__ = [
    "RECORD_VIEWS",
    "AgreementViewSet",
    "CategoryViewSet",
    "ChangeViewSet",
    "ClaimViewSet",
    "CoverageViewSet",
    "IngestViewSet",
    "OrganizationViewSet",
    "RootViewSet",
    "SourceViewSet",
    "VocabularyViewSet",
    "WeaponSystemViewSet",
]
