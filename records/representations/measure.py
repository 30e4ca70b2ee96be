"""Public shape of a figure, with what can be derived from a relative one."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from records.enums import DerivedNullReason, MeasureMode, Qualifier
from records.models import Measure
from records.representations.base import ImpreciseDateField, PlainDecimalField, RowSerializer
from records.representations.briefs import WeaponSystemBrief
from records.values.decimals import plain
from records.values.derivation import Derived, MeasureFacts, derive, object_key, unit_key
from records.values.interval import Interval
from records.values.measures import Figure

_DIGITS = Decimal("0.000001")
# A figure of 24 digits times another, with six decimals, is longer than the usual 28 digits.
_WIDE = Context(prec=80)


class DerivedFigureSerializer(serializers.Serializer[Any]):
    """The absolute figure that a relative one implies, as an interval, or why there is none."""

    target = serializers.ChoiceField(
        choices=("baseline", "result"), allow_null=True, help_text="Which figure was derived."
    )
    min = PlainDecimalField(max_digits=30, decimal_places=6, allow_null=True)
    max = PlainDecimalField(max_digits=30, decimal_places=6, allow_null=True)
    unit_code = serializers.CharField(allow_null=True, help_text="UN/CEFACT code.")
    currency = serializers.CharField(allow_null=True, help_text="ISO 4217 code.")
    inputs = serializers.ListField(
        child=serializers.IntegerField(),
        help_text="Positions, from 0, of the measures of this claim that were used.",
    )
    reason = serializers.ChoiceField(
        choices=DerivedNullReason.choices, allow_null=True, help_text="Why nothing was derived."
    )


class MeasureSerializer(RowSerializer):
    """One figure as reported."""

    weapon_system = WeaponSystemBrief(allow_null=True)
    category = serializers.CharField(
        source="category_id", allow_null=True, help_text="Category code."
    )
    period = ImpreciseDateField("period", words="period_words", unresolved="period_unresolved")
    baseline_period = ImpreciseDateField("baseline_period", words="baseline_words")
    due = ImpreciseDateField("due")
    derived = serializers.SerializerMethodField()

    class Meta:
        model = Measure
        fields = (
            "metric",
            "weapon_system",
            "category",
            "object_words",
            "mode",
            "qualifier",
            "value",
            "value_min",
            "value_max",
            "precision",
            "unit_code",
            "unit_words",
            "currency",
            "period",
            "period_length",
            "baseline_period",
            "superlative",
            "temporal_mode",
            "due",
            "outcome",
            "derived",
        )

    @extend_schema_field(DerivedFigureSerializer(allow_null=True))
    def get_derived(self, measure: Measure) -> dict[str, Any] | None:
        """The absolute figure implied; null for a measure that is absolute itself."""
        if measure.mode == MeasureMode.ABSOLUTE:
            return None
        siblings = list(measure.claim.measures.all())
        others = [facts_of(other) for other in siblings if other.pk != measure.pk]
        derived = derive(facts_of(measure), others)
        return _shown(derived, siblings[derived.inputs[0]] if derived.inputs else None)


def facts_of(measure: Measure) -> MeasureFacts:
    """Return what derivation looks at."""
    return MeasureFacts(
        position=measure.position,
        metric=measure.metric,
        object_key=object_key(measure.weapon_system_id, measure.category_id, measure.object_words),
        unit=unit_key(measure.currency, measure.unit_code, measure.unit_words),
        period=measure.period,
        baseline_period=measure.baseline_period,
        figure=Figure(
            mode=MeasureMode(measure.mode),
            qualifier=Qualifier(measure.qualifier),
            value=measure.value,
            value_min=measure.value_min,
            value_max=measure.value_max,
            precision=measure.precision,
        ),
    )


def _shown(derived: Derived, start: Measure | None) -> dict[str, Any]:
    return {
        "target": derived.target,
        **shown_interval(derived.interval),
        "unit_code": (start.unit_code if start else "") or None,
        "currency": (start.currency if start else "") or None,
        "inputs": list(derived.inputs),
        "reason": derived.reason,
    }


def shown_interval(interval: Interval | None) -> dict[str, str | None]:
    """Show the bounds of an interval; an unbounded end, and no interval at all, are null."""
    if interval is None:
        return {"min": None, "max": None}
    return {"min": _end(interval.low, ROUND_FLOOR), "max": _end(interval.high, ROUND_CEILING)}


def _end(bound: Decimal | None, rounding: str) -> str | None:
    """Write a bound with at most six decimals, rounded away from the interval."""
    return None if bound is None else plain(bound.quantize(_DIGITS, rounding, _WIDE))
