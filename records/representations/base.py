"""What all public shapes share."""

from typing import Any

from django.db import models
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from records.enums import Unresolved
from records.representations.links import record_path
from records.values.decimals import plain


class ImpreciseDateSerializer(serializers.Serializer[Any]):
    """A date as precise as it is known. A null bound is an open end."""

    edtf = serializers.CharField(
        allow_null=True, help_text="EDTF (ISO 8601-2) string; null when the date is unresolved."
    )
    earliest = serializers.DateField(allow_null=True, help_text="First day that it can mean.")
    latest = serializers.DateField(allow_null=True, help_text="Last day that it can mean.")
    words = serializers.CharField(allow_null=True, help_text="The source's words for it.")
    unresolved = serializers.ChoiceField(
        choices=Unresolved.choices,
        allow_null=True,
        help_text="Why the words were not turned into a date.",
    )


@extend_schema_field(ImpreciseDateSerializer(allow_null=True))
class ImpreciseDateField(serializers.Field[Any, Any, Any, Any]):
    """Renders an EDTF column with its bounds, its words and the reason it is unresolved.

    `words` names the column of the source's words and `unresolved` that of the reason, where the
    row has them.
    """

    def __init__(self, date: str, *, words: str = "", unresolved: str = "") -> None:
        """Name the columns."""
        self.date, self.words, self.unresolved = date, words, unresolved
        super().__init__(read_only=True, source="*")

    def to_representation(self, value: models.Model) -> dict[str, str | None] | None:
        """Build the object, or null when nothing is known."""
        edtf: str = getattr(value, self.date)
        words = getattr(value, self.words) if self.words else ""
        unresolved = getattr(value, self.unresolved) if self.unresolved else ""
        if not (edtf or words or unresolved):
            return None
        return {
            "edtf": edtf or None,
            "earliest": _iso(getattr(value, f"{self.date}_earliest")),
            "latest": _iso(getattr(value, f"{self.date}_latest")),
            "words": words or None,
            "unresolved": unresolved or None,
        }


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None


class PlainDecimalField(serializers.DecimalField):
    """A decimal as a string without trailing zeros or exponent."""

    def to_representation(self, value: Any) -> Any:
        """Write the shortest plain form."""
        return plain(value)


class RowSerializer(serializers.ModelSerializer[Any]):
    """A public shape in which an empty column is null."""

    serializer_field_mapping = serializers.ModelSerializer.serializer_field_mapping | {
        models.DecimalField: PlainDecimalField
    }

    def build_standard_field(self, field_name: str, model_field: Any) -> tuple[Any, dict[str, Any]]:
        """Describe columns that may be empty as nullable."""
        field_class, options = super().build_standard_field(field_name, model_field)
        if options.pop("allow_blank", False):
            options["allow_null"] = True
        return field_class, options

    def to_representation(self, instance: Any) -> dict[str, Any]:
        """Render the row, with null for what is empty."""
        shown = super().to_representation(instance)
        return {name: None if value == "" else value for name, value in shown.items()}


class RecordSerializer(RowSerializer):
    """A public shape of a record: its id and path first, its state last."""

    id = serializers.CharField(source="public_id", read_only=True, help_text="Public id.")
    url = serializers.SerializerMethodField(help_text="Path of the record in the API.")

    @extend_schema_field({"type": "string", "format": "uri-reference"})
    def get_url(self, record: Any) -> str:
        """Path of the record."""
        return record_path(record)


HEAD_FIELDS = ("id", "url")
TAIL_FIELDS = ("review_status", "revision", "created_at", "updated_at")
