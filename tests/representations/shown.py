"""What documents show, written by hand."""

import json

NOON = "2025-04-04T12:00:00Z"
TAIL = {"review_status": "published", "revision": 1, "created_at": NOON, "updated_at": NOON}


def document(record):
    """Read the stored document as what it holds."""
    return json.loads(type(record).objects.get(pk=record.pk).document)


def head(record, collection):
    return {"id": record.public_id, "url": f"/api/v1/{collection}/{record.public_id}/"}


def organization(record, **shown):
    return head(record, "organizations") | {
        "name": record.name, "kind": record.kind, "country": None,
    } | shown  # fmt: skip


def weapon_system(record, **shown):
    return head(record, "weapon-systems") | {
        "name": record.designation, "category": "artillery.towed",
    } | shown  # fmt: skip


def named(record, collection, name):
    return head(record, collection) | {"name": name, "kind": record.kind}


def evidence(claim, field, row=None, stance="supports", quote=None):
    return {
        "claim": named(claim, "claims", claim.text),
        "field": field,
        "row": row,
        "stance": stance,
        "quote": quote,
    }


def dated(edtf=None, earliest=None, latest=None, words=None, unresolved=None):
    return {
        "edtf": edtf,
        "earliest": earliest,
        "latest": latest,
        "words": words,
        "unresolved": unresolved,
    }
