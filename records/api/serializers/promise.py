"""Promises and what became of them."""

from collections.abc import Iterable
from typing import Any

from rest_framework import serializers

from records.analysis.promises.deciding import Beside
from records.analysis.promises.due import Due
from records.analysis.promises.reading import Promise
from records.api.serializers.days import DaysSerializer, shown_date, shown_days
from records.enums import (
    ClaimRelationKind,
    DueBasis,
    LatenessGap,
    Modality,
    Outcome,
    OutcomeBasis,
    OutcomeDoubt,
    Overdue,
)
from records.models import Measure
from records.representations.base import ImpreciseDateField, ImpreciseDateSerializer, RowSerializer
from records.representations.briefs import ClaimBrief, OrganizationBrief, WeaponSystemBrief


class PromisedFigureSerializer(RowSerializer):
    """The figure that is promised, as reported."""

    position = serializers.IntegerField(help_text="Place among the measures of the claim, from 0.")
    weapon_system = WeaponSystemBrief(allow_null=True)
    category = serializers.CharField(
        source="category_id", allow_null=True, help_text="Category code."
    )

    class Meta:
        model = Measure
        fields = (
            "position",
            "metric",
            "weapon_system",
            "category",
            "object_words",
            "mode",
            "qualifier",
            "value",
            "value_min",
            "value_max",
            "unit_code",
            "unit_words",
            "currency",
        )


class RelatedClaimSerializer(serializers.Serializer[Any]):
    """A published claim and how it stands to the promise."""

    relation = serializers.ChoiceField(choices=ClaimRelationKind.choices)
    claim = ClaimBrief()
    modality = serializers.ChoiceField(choices=Modality.choices)
    occurred = ImpreciseDateSerializer(allow_null=True)
    tells = serializers.BooleanField(
        help_text="Whether it tells that what was promised came about, wholly or in part."
    )


class PromiseSerializer(serializers.Serializer[Any]):
    """A claim that promises something, or one figure of it, and what became of it."""

    claim = ClaimBrief()
    figure = PromisedFigureSerializer(
        allow_null=True, help_text="The figure that is promised; null when the whole claim is."
    )
    stated_as = serializers.ChoiceField(
        choices=Modality.choices, help_text="Plan, commitment, target or forecast."
    )
    said_by = OrganizationBrief(allow_null=True)
    speaker_name = serializers.CharField(allow_null=True)
    about = OrganizationBrief(many=True, help_text="Organizations that the claim is about.")
    due = ImpreciseDateSerializer(allow_null=True)
    due_basis = serializers.ChoiceField(choices=DueBasis.choices, allow_null=True)
    outcome = serializers.ChoiceField(choices=Outcome.choices)
    outcome_basis = serializers.ChoiceField(choices=OutcomeBasis.choices)
    overdue = serializers.ChoiceField(choices=Overdue.choices)
    lateness = DaysSerializer(
        allow_null=True, help_text="Days from the due date until it came about; below 0 is early."
    )
    lateness_gap = serializers.ChoiceField(
        choices=LatenessGap.choices, allow_null=True, help_text="Why there is no lateness."
    )
    doubt = serializers.ChoiceField(
        choices=OutcomeDoubt.choices,
        allow_null=True,
        help_text="In what the dates contradict the recorded outcome.",
    )
    decided_by = RelatedClaimSerializer(many=True)
    revised_by = RelatedClaimSerializer(many=True)
    restates = RelatedClaimSerializer(
        many=True, help_text="Claims that this one corroborates, repeats or derives from."
    )


class PromisesLeftOutSerializer(serializers.Serializer[Any]):
    """What claims on the page say that is no promise of its own, or of later."""

    figures = serializers.IntegerField(
        help_text="Figures to come that state neither a due date nor an outcome other than those "
        "of their claim: they are promised with it."
    )
    later = serializers.IntegerField(
        help_text="Claims that would decide or revise a promise, but certainly happened after the "
        "day."
    )


class PromisesSerializer(serializers.Serializer[Any]):
    """A page of promises, in the order of their due dates."""

    on = serializers.DateField(help_text="Day on which it is judged what is open or overdue.")
    next = serializers.CharField(
        allow_null=True, help_text="Path of the next page; null on the last one."
    )
    left_out = PromisesLeftOutSerializer()
    results = PromiseSerializer(many=True)


def shown_promise(promise: Promise) -> dict[str, Any]:
    """Show a promise as `PromiseSerializer` describes it."""
    claim, measure, judgement = promise.claim, promise.measure, promise.judgement
    return {
        "claim": _CLAIM.to_representation(claim),
        "figure": _FIGURE.to_representation(measure) if measure else None,
        "stated_as": promise.stated_as,
        "said_by": _ORGANIZATION.to_representation(claim.said_by) if claim.said_by else None,
        "speaker_name": claim.speaker_name or None,
        "about": [_ORGANIZATION.to_representation(each) for each in promise.about],
        "due": _due(promise.due),
        "due_basis": promise.due.basis if promise.due else None,
        "outcome": judgement.outcome,
        "outcome_basis": judgement.basis,
        "overdue": judgement.overdue,
        "lateness": shown_days(promise.lateness.days),
        "lateness_gap": promise.lateness.gap,
        "doubt": promise.doubt,
        "decided_by": _related(promise.around.decided_by),
        "revised_by": _related(promise.around.revised_by),
        "restates": _related(promise.around.restates),
    }


def _due(due: Due | None) -> dict[str, Any] | None:
    if due is None:
        return None
    earliest, latest = (due.period.earliest, due.period.latest) if due.period else (None, None)
    return shown_date(due.edtf, earliest, latest, words=due.words, unresolved=due.unresolved)


def _related(claims: Iterable[Beside]) -> list[dict[str, Any]]:
    return [
        {
            "relation": each.relation,
            "claim": _CLAIM.to_representation(each.claim),
            "modality": each.claim.modality,
            "occurred": _OCCURRED.to_representation(each.claim),
            "tells": each.tells,
        }
        for each in claims
    ]


_CLAIM, _ORGANIZATION, _FIGURE = ClaimBrief(), OrganizationBrief(), PromisedFigureSerializer()
_OCCURRED = ImpreciseDateField("occurred", words="occurred_words", unresolved="occurred_unresolved")
