"""What clients write: the shape of a body, and nothing of the rules, which the models keep."""

from records.api.serializers.agreement import AgreementInput
from records.api.serializers.base import RecordInput
from records.api.serializers.claim import ClaimInput
from records.api.serializers.organization import OrganizationInput
from records.api.serializers.source import SourceInput
from records.api.serializers.weapon_system import WeaponSystemInput
from records.models import Agreement, Claim, Organization, Record, Source, WeaponSystem

INPUTS: dict[type[Record], type[RecordInput]] = {
    Agreement: AgreementInput,
    Organization: OrganizationInput,
    WeaponSystem: WeaponSystemInput,
    Claim: ClaimInput,
    Source: SourceInput,
}

__all__ = ["INPUTS", "RecordInput"]
