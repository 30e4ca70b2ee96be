"""The answers of searches."""

from typing import Any

from rest_framework import serializers

from records.api.filters.searched import RECORD_TYPES
from records.enums import SearchMatch


class RecordFoundSerializer(serializers.Serializer[Any]):
    """A record in brief, of any type."""

    type = serializers.ChoiceField(RECORD_TYPES, help_text="Collection that the record is of.")
    id = serializers.CharField(help_text="Public id.")
    url = serializers.CharField(help_text="Path of the record.")
    name = serializers.CharField(help_text="Name, designation, title, or statement of a claim.")
    kind = serializers.CharField(allow_null=True, help_text="Its kind; null for weapon systems.")
    country = serializers.CharField(
        allow_null=True,
        help_text="Country of an organization, origin of a weapon system, place of an agreement.",
    )
    category = serializers.CharField(allow_null=True, help_text="Category of a weapon system.")


class SegmentSerializer(serializers.Serializer[Any]):
    """A piece of plain text; a page that shows it escapes it as any other text."""

    text = serializers.CharField(help_text="The piece, never markup.")
    marked = serializers.BooleanField(help_text="Whether it is what was searched for.")


class SearchResultSerializer(RecordFoundSerializer):
    """A record that a search finds, and where."""

    match = serializers.ChoiceField(
        SearchMatch.choices, help_text="How well it answers; results come in this order."
    )
    field = serializers.CharField(help_text="Member of the record that the snippet is from.")
    snippet = SegmentSerializer(
        many=True, help_text="That text, or a part of it; its pieces together are the text."
    )


class SearchCountSerializer(serializers.Serializer[Any]):
    """How many records of a type a search finds."""

    type = serializers.ChoiceField(RECORD_TYPES, help_text="Collection.")
    count = serializers.IntegerField(help_text="Records that are found.")
    is_least = serializers.BooleanField(
        help_text="Whether there are more than were counted, so that not all were ranked."
    )


class SearchLeftOutSerializer(serializers.Serializer[Any]):
    """What a search does not list."""

    beyond_limit = serializers.IntegerField(
        help_text="Records that are found and not listed; at least so many if a count is one."
    )


class SearchSerializer(serializers.Serializer[Any]):
    """What a search finds, the best first."""

    counts = SearchCountSerializer(many=True)
    left_out = SearchLeftOutSerializer()
    suggestions = serializers.ListField(
        child=serializers.CharField(),
        help_text="When nothing is found: searches for the nearest words of published names.",
    )
    results = SearchResultSerializer(many=True)


class CompletionSerializer(RecordFoundSerializer):
    """A record of which a name begins with what is typed."""

    matched_name = serializers.CharField(
        allow_null=True, help_text="The other name that begins so; null for the main name."
    )


class CompletionsSerializer(serializers.Serializer[Any]):
    """The names that somebody may be typing, main names first, then by alphabet."""

    more = serializers.BooleanField(help_text="Whether there are more than `limit`.")
    results = CompletionSerializer(many=True)
