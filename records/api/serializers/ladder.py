"""How far agreements have come."""

from collections.abc import Mapping
from typing import Any

from rest_framework import serializers

from records.analysis.ladder.climbing import Dated, Ladder, Lag, RungState, Step
from records.analysis.ladder.reading import LEFT_OUT
from records.api.serializers.days import DaysSerializer, shown_days
from records.enums import AgreementStatus, LadderState, Rung, RungBasis, RungReached
from records.models import Agreement, Claim
from records.representations.briefs import AgreementBrief, ClaimBrief


class DatedSerializer(serializers.Serializer[Any]):
    """A date as precise as it is known. A null bound is an open end."""

    edtf = serializers.CharField(help_text="EDTF (ISO 8601-2) string.")
    earliest = serializers.DateField(allow_null=True, help_text="First day that it can mean.")
    latest = serializers.DateField(allow_null=True, help_text="Last day that it can mean.")


class LadderStepSerializer(serializers.Serializer[Any]):
    """What reports that a rung was reached."""

    told_by = serializers.ChoiceField(choices=RungBasis.choices)
    kind = serializers.CharField(help_text="Kind of the milestone or of the claim.")
    date = DatedSerializer(allow_null=True)
    claim = ClaimBrief(allow_null=True, help_text="The claim, or the one behind the milestone.")


class RungInBriefSerializer(serializers.Serializer[Any]):
    """One rung of an agreement's ladder."""

    expected = serializers.BooleanField(
        help_text="Whether agreements of this kind are expected to come to it."
    )
    reached = serializers.ChoiceField(choices=RungReached.choices)
    date = DatedSerializer(allow_null=True, help_text="When it was first reached.")


class LadderRungSerializer(RungInBriefSerializer):
    """One rung of an agreement's ladder, with what reports it."""

    rung = serializers.ChoiceField(choices=Rung.choices)
    steps = LadderStepSerializer(many=True)

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        """Put the rung first."""
        fields = super().get_fields()
        return {"rung": fields.pop("rung"), **fields}


class LadderRungsSerializer(serializers.Serializer[Any]):
    """The rungs by name, from the lowest."""

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        """Name every rung."""
        return {rung.value: RungInBriefSerializer() for rung in Rung}


class LagSerializer(serializers.Serializer[Any]):
    """Days between two rungs; below zero when the later one was reached first."""

    start = serializers.ChoiceField(choices=Rung.choices)
    end = serializers.ChoiceField(choices=Rung.choices)
    days = DaysSerializer()


class LadderLeftOutSerializer(serializers.Serializer[Any]):
    """Milestones and claims that do not count, by the first reason that holds."""

    not_factual = serializers.IntegerField(
        help_text="Plans, commitments, targets, forecasts, possibilities, conditions, denials."
    )
    withdrawn = serializers.IntegerField(
        help_text="Milestones whose claim was withdrawn, and claims that another one corrects or "
        "retracts."
    )
    later = serializers.IntegerField(help_text="What certainly lies after the day.")


class LadderHeadSerializer(serializers.Serializer[Any]):
    """Where an agreement stands."""

    agreement = AgreementBrief()
    status = serializers.ChoiceField(choices=AgreementStatus.choices)
    state = serializers.ChoiceField(choices=LadderState.choices)
    last = serializers.ChoiceField(
        choices=Rung.choices,
        allow_null=True,
        help_text="Highest rung reached that is expected or dated; the highest when none is.",
    )
    since = DatedSerializer(allow_null=True, help_text="When that rung was reached.")
    awaited = serializers.ChoiceField(
        choices=Rung.choices,
        allow_null=True,
        help_text="Next rung expected; delivered itself while deliveries have only begun.",
    )
    waited = DaysSerializer(
        allow_null=True,
        help_text="Days since the last rung; null without its date, or when none is awaited.",
    )
    total = LagSerializer(
        allow_null=True, help_text="From the first dated rung to the last one; null without two."
    )
    left_out = LadderLeftOutSerializer()


class LadderSerializer(LadderHeadSerializer):
    """The ladder of an agreement in brief."""

    rungs = LadderRungsSerializer()


class LaddersSerializer(serializers.Serializer[Any]):
    """A page of ladders, in the order of the agreements' ids."""

    on = serializers.DateField(help_text="Day for which the ladders are told.")
    next = serializers.CharField(
        allow_null=True, help_text="Path of the next page; null on the last one."
    )
    results = LadderSerializer(many=True)


class WholeLadderSerializer(LadderHeadSerializer):
    """The ladder of one agreement."""

    on = serializers.DateField(help_text="Day for which the ladder is told.")
    lags = LagSerializer(many=True, help_text="From each dated rung to the next dated one.")
    results = LadderRungSerializer(many=True, help_text="The rungs, from the lowest.")


def shown_ladder(ladder: Ladder) -> dict[str, Any]:
    """Show a ladder as `LadderSerializer` describes it."""
    return shown_head(ladder) | {
        "rungs": {each.rung.value: _rung(each) for each in ladder.rungs},
    }


def shown_head(ladder: Ladder) -> dict[str, Any]:
    """Show a ladder without its rungs."""
    facts, last = ladder.facts, ladder.last
    agreement = Agreement(pk=facts.agreement, title=facts.title, kind=facts.kind)
    return {
        "agreement": _AGREEMENT.to_representation(agreement),
        "status": facts.status,
        "state": ladder.state,
        "last": last.rung if last else None,
        "since": _dated(last.date) if last else None,
        "awaited": ladder.awaited,
        "waited": shown_days(ladder.waited),
        "total": shown_lag(ladder.total) if ladder.total else None,
        "left_out": {reason: facts.left_out.get(reason, 0) for reason in LEFT_OUT},
    }


def shown_lag(lag: Lag) -> dict[str, Any]:
    """Show a lag."""
    return {"start": lag.start, "end": lag.end, "days": shown_days(lag.days)}


def shown_rung(state: RungState, claims: Mapping[int, Claim]) -> dict[str, Any]:
    """Show a rung with what reports it; `claims` has the claims of its steps by number."""
    steps = [_step(step, claims) for step in state.steps]
    return {"rung": state.rung, **_rung(state), "steps": steps}


def _rung(state: RungState) -> dict[str, Any]:
    return {"expected": state.expected, "reached": state.reached, "date": _dated(state.date)}


def _step(step: Step, claims: Mapping[int, Claim]) -> dict[str, Any]:
    claim = claims.get(step.claim) if step.claim else None
    return {
        "told_by": step.basis,
        "kind": step.kind,
        "date": _dated(step.date),
        "claim": _CLAIM.to_representation(claim) if claim else None,
    }


def _dated(dated: Dated | None) -> dict[str, Any] | None:
    if dated is None:
        return None
    period = dated.period
    return {"edtf": dated.edtf, "earliest": period.earliest, "latest": period.latest}


_AGREEMENT, _CLAIM = AgreementBrief(), ClaimBrief()
