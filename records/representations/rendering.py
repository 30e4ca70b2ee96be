"""The one renderer: a record's document is its public shape as JSON text."""

from collections.abc import Collection

import orjson

from records.models import Agreement, Claim, Organization, Record, Source, WeaponSystem
from records.representations.agreement import AgreementSerializer
from records.representations.base import RecordSerializer
from records.representations.claim import ClaimSerializer
from records.representations.loading import load_whole
from records.representations.organization import OrganizationSerializer
from records.representations.source import SourceSerializer
from records.representations.weapon_system import WeaponSystemSerializer

SERIALIZERS: dict[type[Record], type[RecordSerializer]] = {
    Agreement: AgreementSerializer,
    Organization: OrganizationSerializer,
    WeaponSystem: WeaponSystemSerializer,
    Claim: ClaimSerializer,
    Source: SourceSerializer,
}

_RENDERERS = {model: serializer() for model, serializer in SERIALIZERS.items()}


def render(model: type[Record], numbers: Collection[int]) -> dict[int, str]:
    """Render records from what the database holds now, by number.

    Keys stand in the order of the serializer's fields, so equal records give equal text.
    """
    return {record.pk: render_whole(record) for record in load_whole(model, numbers)}


def render_whole(record: Record) -> str:
    """Render a record that `load_whole` has read."""
    return orjson.dumps(_RENDERERS[type(record)].to_representation(record)).decode()
