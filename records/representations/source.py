"""Public shape of a source."""

from records.models import Source
from records.representations.base import (
    HEAD_FIELDS,
    TAIL_FIELDS,
    ImpreciseDateField,
    RecordSerializer,
)


class SourceSerializer(RecordSerializer):
    """A publication that claims cite."""

    published = ImpreciseDateField("published")
    retrieved = ImpreciseDateField("retrieved")

    class Meta:
        model = Source
        fields = (
            *HEAD_FIELDS,
            "title",
            "publisher",
            "kind",
            "url",
            "archived_url",
            "published",
            "retrieved",
            "language",
            "sha256",
            "reliability",
            "origin_group",
            *TAIL_FIELDS,
        )
