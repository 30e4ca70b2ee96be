"""Public shapes of the log."""

from typing import Any

import orjson
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from records.enums import ChangeAction, ReviewStatus
from records.models import Change
from records.models.relations import models_by_type
from records.representations.briefs import BRIEFS
from records.representations.history import brief_of
from records.representations.links import API_ROOT, COLLECTIONS
from records.values.public_ids import RecordType, format_public_id


class _ChangedSerializer(serializers.Serializer[Any]):
    """What a version and an entry of the feed share."""

    at = serializers.DateTimeField(help_text="When it was stored; never before an earlier change.")
    action = serializers.ChoiceField(choices=ChangeAction.choices)
    review_status = serializers.ChoiceField(
        choices=ReviewStatus.choices, help_text="Where the record stood afterwards."
    )
    reason = serializers.CharField(allow_null=True, help_text="Why, in the editor's words.")
    version = serializers.IntegerField(min_value=1, help_text="The record's revision afterwards.")
    sha256 = serializers.CharField(
        help_text="SHA-256 of the document's UTF-8 bytes, in hexadecimal."
    )
    url = serializers.CharField(help_text="Path of the version, for ever.")


class VersionSerializer(_ChangedSerializer):
    """One version of a record."""


class RecordBriefSerializer(serializers.Serializer[Any]):
    """A record as other records show it; `kind` and `country` or `category` as its type has."""

    id = serializers.CharField(help_text="Public id.")
    url = serializers.CharField(help_text="Path of the record.")
    name = serializers.CharField(help_text="Name, designation, title or text.")


class ChangeSerializer(_ChangedSerializer):
    """One entry of the feed."""

    seq = serializers.IntegerField(min_value=1, help_text="Number of the entry, without gaps.")
    record = RecordBriefSerializer(help_text="The record as others show it from then on.")
    merged_into = serializers.CharField(
        allow_null=True, help_text="Id of the record that answers for it from then on."
    )
    document = serializers.SerializerMethodField(
        help_text="The record's document; null when it was withdrawn or merged."
    )

    @extend_schema_field({"type": ["object", "null"]})
    def get_document(self, change: Any) -> Any:
        """The document."""
        return change["document"]


def version_of(change: Change) -> dict[str, Any]:
    """Show a change as a version of its record."""
    record_type = RecordType(change.record_type)
    record = f"{API_ROOT}/{COLLECTIONS[record_type]}/{change.public_id}/"
    return {
        "at": change.at.isoformat().replace("+00:00", "Z"),
        "action": change.action,
        "review_status": change.review_status,
        "reason": change.reason or None,
        "version": change.revision,
        "sha256": change.sha256,
        "url": f"{record}versions/{change.revision}/",
    }


def change_of(change: Change) -> dict[str, Any]:
    """Show a change as an entry of the feed; a withdrawn or merged record has no document.

    The change was read `with_survivors`.
    """
    document = orjson.loads(change.document)
    record_type = RecordType(change.record_type)
    members = BRIEFS[models_by_type()[record_type]].Meta.fields
    is_public = change.review_status == ReviewStatus.PUBLISHED
    survivor: int | None = change.survivor  # type: ignore[attr-defined] # annotated
    return version_of(change) | {
        "seq": change.public_sequence,
        "record": brief_of(document, members),
        "merged_into": format_public_id(record_type, survivor) if survivor else None,
        "document": document if is_public else None,
    }
