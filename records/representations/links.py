"""Paths of records in the API. Documents are independent of the host, so links are paths."""

from records.models import Record
from records.values.public_ids import RecordType

API_ROOT = "/api/v1"

COLLECTIONS: dict[RecordType, str] = {
    RecordType.AGREEMENT: "agreements",
    RecordType.ORGANIZATION: "organizations",
    RecordType.WEAPON_SYSTEM: "weapon-systems",
    RecordType.CLAIM: "claims",
    RecordType.SOURCE: "sources",
}


def record_path(record: Record) -> str:
    """Path of a record, such as `/api/v1/organizations/ORG-3/`."""
    return f"{API_ROOT}/{COLLECTIONS[record.record_type]}/{record.public_id}/"
