"""Values that records are counted by, and how many records have them."""

from typing import Any

from rest_framework import serializers

from records.analysis.groups.keys import Term
from records.representations.links import API_ROOT, COLLECTIONS


class TermSerializer(serializers.Serializer[Any]):
    """A value that records have in common."""

    value = serializers.CharField(help_text="Code, public id, year such as 2025, or text.")
    name = serializers.CharField(
        allow_null=True, help_text="Label of the code or name of the record, where it has one."
    )
    url = serializers.CharField(
        allow_null=True, help_text="Path of the record in the API, if the value is one."
    )


class FacetValueSerializer(TermSerializer):
    """A value, and how many records of the list have it."""

    count = serializers.IntegerField(help_text="Records that have the value.")


class FacetSerializer(serializers.Serializer[Any]):
    """The most frequent values among the records of a list, and what is not shown."""

    values = FacetValueSerializer(many=True)
    unknown = serializers.IntegerField(help_text="Records without a value.")
    more_values = serializers.IntegerField(help_text="Further values, which are not shown.")
    others = serializers.IntegerField(
        help_text="Records with a further value; where a record can have several values, one with "
        "two of them counts twice."
    )


def term_shown(term: Term) -> dict[str, str | None]:
    """Show a value."""
    url = f"{API_ROOT}/{COLLECTIONS[term.record_type]}/{term.value}/" if term.record_type else None
    return {"value": term.value, "name": term.name, "url": url}
