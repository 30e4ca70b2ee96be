"""What answers show of a record that is not their own."""

from records.models import Agreement, Claim, Organization

COLLECTIONS = {Agreement: "agreements", Claim: "claims", Organization: "organizations"}
NAMES = {Agreement: "title", Claim: "text", Organization: "name"}


def brief(record):
    """Write a record in brief, from its columns."""
    model = type(record)
    country = {"country": record.country or None} if model is Organization else {}
    return {
        "id": record.public_id,
        "url": f"/api/v1/{COLLECTIONS[model]}/{record.public_id}/",
        "name": getattr(record, NAMES[model]),
        "kind": record.kind,
        **country,
    }
