"""Imprecise dates, and numbers of days."""

from datetime import date
from typing import Any

from rest_framework import serializers

from records.representations.base import PlainDecimalField
from records.values.days import Days, bounded
from records.values.decimals import plain


class DaysSerializer(serializers.Serializer[Any]):
    """A number of days as an interval; a null end has no bound."""

    min = serializers.IntegerField(allow_null=True, help_text="Least number of days.")
    max = serializers.IntegerField(allow_null=True, help_text="Greatest number of days.")


class DaysOfManySerializer(serializers.Serializer[Any]):
    """Several numbers of days, each an interval: what holds of their sum and of their median."""

    count = serializers.IntegerField(help_text="Those with both bounds, which alone are in it.")
    unbounded = serializers.IntegerField(help_text="Those without a bound at one end.")
    sum_min = serializers.IntegerField(help_text="Sum of the lower bounds.")
    sum_max = serializers.IntegerField(help_text="Sum of the upper bounds.")
    median_min = PlainDecimalField(
        max_digits=12, decimal_places=1, allow_null=True, help_text="Median of the lower bounds."
    )
    median_max = PlainDecimalField(
        max_digits=12, decimal_places=1, allow_null=True, help_text="Median of the upper bounds."
    )


def shown_date(
    edtf: str, earliest: date | None, latest: date | None, *, words: str, unresolved: str = ""
) -> dict[str, Any] | None:
    """Show an imprecise date as documents do."""
    if not (edtf or words or unresolved):
        return None
    return {
        "edtf": edtf or None,
        "earliest": earliest,
        "latest": latest,
        "words": words or None,
        "unresolved": unresolved or None,
    }


def shown_days(days: Days | None) -> dict[str, int | None] | None:
    """Show a number of days."""
    return None if days is None else {"min": days.min, "max": days.max}


def shown_days_of_many(days: list[Days]) -> dict[str, Any]:
    """Show several numbers of days in one."""
    found = bounded(days)
    return {
        "count": found.count,
        "unbounded": len(days) - found.count,
        "sum_min": found.sum_min,
        "sum_max": found.sum_max,
        "median_min": None if found.median_min is None else plain(found.median_min),
        "median_max": None if found.median_max is None else plain(found.median_max),
    }
