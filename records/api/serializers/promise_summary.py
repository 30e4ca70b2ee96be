"""How many promises were kept."""

from collections.abc import Mapping
from typing import Any

from rest_framework import serializers

from records.analysis.promises.summing import Tally
from records.api.serializers.days import DaysOfManySerializer, shown_days_of_many
from records.enums import Outcome, Overdue


class OutcomeCountsSerializer(serializers.Serializer[Any]):
    """Promises by outcome."""

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        """Name every outcome."""
        return {each.value: serializers.IntegerField() for each in Outcome}


class OverdueCountsSerializer(serializers.Serializer[Any]):
    """Promises by whether they are overdue."""

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        """Name every answer."""
        return {each.value: serializers.IntegerField() for each in Overdue}


class PromiseTallySerializer(serializers.Serializer[Any]):
    """Promises by what became of them."""

    promises = serializers.IntegerField()
    outcomes = OutcomeCountsSerializer()
    overdue = OverdueCountsSerializer()
    lateness = DaysOfManySerializer(help_text="How late those were that came about, in days.")


class PromiseGroupKeySerializer(serializers.Serializer[Any]):
    """What the promises of a group have in common."""

    id = serializers.CharField(help_text="Public id of an organization, or a code.")
    name = serializers.CharField(help_text="Name or label.")


class PromiseGroupSerializer(PromiseTallySerializer):
    """Promises of one group."""

    group = PromiseGroupKeySerializer(
        allow_null=True, help_text="Null for promises that belong to no group."
    )

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        """Put the group first."""
        fields = super().get_fields()
        return {"group": fields.pop("group"), **fields}


class PromiseSummaryLeftOutSerializer(serializers.Serializer[Any]):
    """What the groups do not show."""

    groups = serializers.IntegerField(help_text="Groups beyond `limit`, the smallest ones.")
    restatements = serializers.IntegerField(
        help_text="Promises of claims that restate another one, unless `double_counting=counted`."
    )
    later = serializers.IntegerField(
        help_text="Claims that tell that promises came about, but certainly after the day."
    )


class PromiseSummarySerializer(serializers.Serializer[Any]):
    """Groups of promises, the largest first, and all of them together."""

    on = serializers.DateField(help_text="Day on which it is judged what is open or overdue.")
    by = serializers.CharField(help_text="What the promises are grouped by.")
    limit = serializers.IntegerField(help_text="How many groups are shown at most.")
    total = PromiseTallySerializer(help_text="Every promise once, whatever its groups.")
    left_out = PromiseSummaryLeftOutSerializer()
    results = PromiseGroupSerializer(many=True)


def shown_tally(tally: Tally) -> dict[str, Any]:
    """Show a tally."""
    return {
        "promises": tally.promises,
        "outcomes": _counts(Outcome, tally.outcomes),
        "overdue": _counts(Overdue, tally.overdue),
        "lateness": shown_days_of_many(tally.late),
    }


def _counts(codes: type[Outcome | Overdue], found: Mapping[Any, int]) -> dict[str, int]:
    return {code.value: found.get(code, 0) for code in codes}
