"""Evidence."""

from records.models import AgreementEvidence, OrganizationEvidence, WeaponSystemEvidence
from tests.factories.agreement import AgreementFactory
from tests.factories.base import RowFactory, Stored
from tests.factories.claim import ClaimFactory
from tests.factories.organization import OrganizationFactory
from tests.factories.weapon_system import WeaponSystemFactory


class AgreementEvidenceFactory(RowFactory):
    class Meta:
        model = AgreementEvidence

    claim = Stored(ClaimFactory)
    field = "title"

    _list = "evidence"
    _owner = AgreementFactory


class OrganizationEvidenceFactory(RowFactory):
    class Meta:
        model = OrganizationEvidence

    claim = Stored(ClaimFactory)
    field = "name"

    _list = "evidence"
    _owner = OrganizationFactory


class WeaponSystemEvidenceFactory(RowFactory):
    class Meta:
        model = WeaponSystemEvidence

    claim = Stored(ClaimFactory)
    field = "designation"

    _list = "evidence"
    _owner = WeaponSystemFactory
