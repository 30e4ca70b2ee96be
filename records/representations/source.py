"""Public shape of a source."""

from rest_framework import serializers

from records.models import Source
from records.representations.base import (
    HEAD_FIELDS,
    TAIL_FIELDS,
    ImpreciseDateField,
    RecordSerializer,
)


class SourceSerializer(RecordSerializer):
    """A publication that claims cite."""

    original_url = serializers.URLField(
        source="url", allow_null=True, help_text="Where it was published; `url` is its path here."
    )
    published = ImpreciseDateField("published")
    retrieved = ImpreciseDateField("retrieved")

    class Meta:
        model = Source
        fields = (
            *HEAD_FIELDS,
            "title",
            "publisher",
            "kind",
            "original_url",
            "archived_url",
            "published",
            "retrieved",
            "language",
            "sha256",
            "reliability",
            "origin_group",
            *TAIL_FIELDS,
        )
