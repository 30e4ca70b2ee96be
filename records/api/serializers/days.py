"""Numbers of days."""

from typing import Any

from rest_framework import serializers

from records.values.days import Days


class DaysSerializer(serializers.Serializer[Any]):
    """A number of days as an interval; a null end has no bound."""

    min = serializers.IntegerField(allow_null=True, help_text="Least number of days.")
    max = serializers.IntegerField(allow_null=True, help_text="Greatest number of days.")


def shown_days(days: Days | None) -> dict[str, int | None] | None:
    """Show a number of days."""
    return None if days is None else {"min": days.min, "max": days.max}
