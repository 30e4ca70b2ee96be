"""The answer on coverage."""

from typing import Any

from rest_framework import serializers

from records.enums import ReviewStatus


class UnsupportedRecordSerializer(serializers.Serializer[Any]):
    """A published record with fields that no published claim says anything about."""

    id = serializers.CharField(help_text="Public id.")
    url = serializers.CharField(help_text="Path of the record in the API.")
    name = serializers.CharField(help_text="Name, title or designation.")
    fields_without_evidence = serializers.ListField(child=serializers.CharField())


class CoveredFactSerializer(serializers.Serializer[Any]):
    """A fact that evidence names."""

    id = serializers.CharField(help_text="Public id of the record.")
    url = serializers.CharField(help_text="Path of the record in the API.")
    name = serializers.CharField(help_text="Name, title or designation.")
    field = serializers.CharField(help_text="Field of the record.")
    row = serializers.CharField(
        allow_null=True, help_text="Row of a list, named as in `evidence`; null for the field."
    )


class WaitingRecordSerializer(serializers.Serializer[Any]):
    """A record that is not decided on."""

    id = serializers.CharField(help_text="Public id.")
    url = serializers.CharField(help_text="Path of the record in the API.")
    name = serializers.CharField(help_text="Name, title or designation.")
    review_status = serializers.ChoiceField(choices=ReviewStatus.choices)
    created_at = serializers.DateTimeField()


class UnsupportedSerializer(serializers.Serializer[Any]):
    """Facts without evidence: a count for each field, and the first records by number."""

    count = serializers.IntegerField(help_text="Facts without evidence, of all records.")
    by_field = serializers.DictField(child=serializers.IntegerField())
    results = UnsupportedRecordSerializer(many=True)


class CoveredFactsSerializer(serializers.Serializer[Any]):
    """How many facts there are, and the first of them by the number of the record."""

    count = serializers.IntegerField()
    results = CoveredFactSerializer(many=True)


class WaitingSerializer(serializers.Serializer[Any]):
    """How many records wait, and the oldest of them."""

    count = serializers.IntegerField()
    results = WaitingRecordSerializer(many=True)


class CoverageOfTypeSerializer(serializers.Serializer[Any]):
    """Coverage of the records of one type."""

    type = serializers.CharField(help_text="Collection, such as `agreements`.")
    unsupported = UnsupportedSerializer()
    single_source = CoveredFactsSerializer()
    disputed = CoveredFactsSerializer()
    waiting = WaitingSerializer(
        allow_null=True, help_text="Drafts and records in review; null unless drafts may be seen."
    )


class CoverageSerializer(serializers.Serializer[Any]):
    """How far public facts are borne out by claims."""

    limit = serializers.IntegerField(help_text="How many results a list has at most.")
    results = CoverageOfTypeSerializer(many=True)
