"""How far many agreements have come together."""

from typing import Any

from rest_framework import serializers

from records.analysis.ladder.reading import LEFT_OUT
from records.analysis.ladder.summing import LadderSummary, RungTally
from records.api.serializers.days import DaysOfManySerializer, shown_days_of_many
from records.api.serializers.ladder import LadderLeftOutSerializer
from records.enums import LadderState, Rung, RungReached


class LadderStatesSerializer(serializers.Serializer[Any]):
    """Agreements by state."""

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        """Name every state."""
        return {each.value: serializers.IntegerField() for each in LadderState}


class LagsSerializer(serializers.Serializer[Any]):
    """How long agreements took from one rung to another, with no dated one between them."""

    start = serializers.ChoiceField(choices=Rung.choices, help_text="The rung before.")
    days = DaysOfManySerializer()


class RungTallySerializer(serializers.Serializer[Any]):
    """Agreements by one rung."""

    rung = serializers.ChoiceField(choices=Rung.choices)
    expected = serializers.IntegerField(help_text="Agreements of kinds that are to come to it.")
    reached = serializers.IntegerField(help_text="Agreements that are reported to have.")
    implied = serializers.IntegerField(help_text="Agreements that have by their status alone.")
    missing = serializers.IntegerField(help_text="Agreements that are to and have not.")
    waiting = serializers.IntegerField(
        help_text="Agreements that wait on it for the next one, or for the rest of deliveries."
    )
    waited = DaysOfManySerializer(help_text="For how many days they wait, if it is dated.")
    lags = LagsSerializer(many=True, help_text="Days since the dated rung before it.")


class LadderSummarySerializer(serializers.Serializer[Any]):
    """The rungs, from the lowest, with how many agreements have come to each."""

    on = serializers.DateField(help_text="Day for which it is told.")
    agreements = serializers.IntegerField(help_text="Agreements that match.")
    states = LadderStatesSerializer()
    left_out = LadderLeftOutSerializer()
    results = RungTallySerializer(many=True)


def shown_summary(summary: LadderSummary) -> dict[str, Any]:
    """Show a summary without its rungs."""
    return {
        "agreements": summary.agreements,
        "states": {each.value: summary.states[each] for each in LadderState},
        "left_out": {reason: summary.left_out[reason] for reason in LEFT_OUT},
    }


def shown_rung_tally(rung: Rung, tally: RungTally) -> dict[str, Any]:
    """Show a rung."""
    return {
        "rung": rung,
        "expected": tally.expected,
        "reached": tally.reached[RungReached.YES],
        "implied": tally.reached[RungReached.IMPLIED],
        "missing": tally.missing,
        "waiting": tally.waiting,
        "waited": shown_days_of_many(tally.waited),
        "lags": [
            {"start": start, "days": shown_days_of_many(tally.lags[start])}
            for start in Rung
            if start in tally.lags
        ],
    }
