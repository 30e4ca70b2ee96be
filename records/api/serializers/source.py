"""A source in a body."""

from records.api.serializers.base import RecordInput
from records.api.serializers.composite import DateInput
from records.api.serializers.fields import ColumnInput
from records.models import Source


class SourceInput(RecordInput):
    """A publication."""

    original_url = ColumnInput(Source, "url")
    published = DateInput(Source, "published")
    retrieved = DateInput(Source, "retrieved")

    class Meta:
        model = Source
        fields = (
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
        )
