"""The answer on a series."""

from typing import Any

from rest_framework import serializers

from records.api.serializers.figures import (
    FigureSerializer,
    MeasuredSerializer,
    ReplacementSerializer,
    SubjectSerializer,
    decimal,
)
from records.enums import DateBasis, DerivedNullReason, PeriodGrain
from records.representations.base import ImpreciseDateSerializer
from records.representations.briefs import ClaimBrief


class SpanSerializer(serializers.Serializer[Any]):
    """The sort of period that the amounts of a line are of."""

    grain = serializers.ChoiceField(choices=PeriodGrain.choices)
    since = serializers.DateField(
        allow_null=True, help_text="Day that all periods begin on, where they grow from one day."
    )


class PlaceSerializer(serializers.Serializer[Any]):
    """A measure of a claim."""

    claim = ClaimBrief()
    position = serializers.IntegerField(help_text="Place of the measure in its claim, from 0.")


class PointSerializer(FigureSerializer):
    """An absolute figure in time, and the numbers that it leaves possible."""

    min = decimal("Least number possible; null is unbounded.")
    max = decimal("Greatest number possible; null is unbounded.")
    replaced_by = ReplacementSerializer(allow_null=True)
    repeats = PlaceSerializer(allow_null=True, help_text="The figure that this one repeats.")


class LineSerializer(MeasuredSerializer):
    """Points that can be compared, in order of time; a plot may join them."""

    subject = SubjectSerializer()
    basis = serializers.ChoiceField(
        choices=DateBasis.choices,
        allow_null=True,
        help_text="Whose dates place the points of a flow; null for a level, which has one value "
        "at a time.",
    )
    span = SpanSerializer(
        allow_null=True, help_text="Null for a level, and where only the claims are dated."
    )
    point_count = serializers.IntegerField(
        help_text="All points of the line; more than are shown when `limit` cuts it."
    )
    points = PointSerializer(many=True)


class DerivedAmountSerializer(serializers.Serializer[Any]):
    """The absolute figure that a relative one implies, or why there is none."""

    target = serializers.ChoiceField(choices=("baseline", "result"), allow_null=True)
    min = decimal("Least number possible; null is unbounded, or not derived.")
    max = decimal("Greatest number possible; null is unbounded, or not derived.")
    unit_code = serializers.CharField(allow_null=True, help_text="UN/CEFACT code.")
    currency = serializers.CharField(allow_null=True, help_text="ISO 4217 code.")
    start = PlaceSerializer(
        allow_null=True, help_text="The absolute figure it is derived from, in any claim asked for."
    )
    reason = serializers.ChoiceField(choices=DerivedNullReason.choices, allow_null=True)


class RelativeSerializer(MeasuredSerializer, FigureSerializer):
    """A relative figure with the absolute one it is linked to; it is no point of any line."""

    subject = SubjectSerializer()
    baseline_period = ImpreciseDateSerializer(allow_null=True)
    derived = DerivedAmountSerializer()
    replaced_by = ReplacementSerializer(allow_null=True)
    repeats = PlaceSerializer(allow_null=True)


class LeftOutOfSeriesSerializer(serializers.Serializer[Any]):
    """How many figures are asked for and not shown, each counted once, by the reason."""

    denied = serializers.IntegerField(help_text="The claim says that it is not so.")
    replaced = serializers.IntegerField(
        help_text="Another published claim corrects, narrows, updates or retracts the figure."
    )
    restatements = serializers.IntegerField(
        help_text="Repeats a figure of a claim that its own duplicates, derives from or "
        "corroborates."
    )
    without_value = serializers.IntegerField(help_text="No number, or one that cannot be.")
    undated = serializers.IntegerField(help_text="Neither figure nor claim has a date.")
    beyond_limit = serializers.IntegerField(help_text="Further points and relative figures.")
    not_read = serializers.IntegerField(
        help_text="Figures of older claims, beyond the 50,000 of the newest ones."
    )


class LinesSerializer(serializers.Serializer[Any]):
    """How many lines there are, and how many of them are shown."""

    count = serializers.IntegerField(help_text="Lines that all points make.")
    whole = serializers.IntegerField(help_text="Lines that are shown with all of their points.")
    cut = serializers.IntegerField(
        help_text="1 when the first line has more points than `limit`, so that only its first ones "
        "are shown, and no other line."
    )


class SeriesSerializer(serializers.Serializer[Any]):
    """Lines of comparable points, and relative figures beside them."""

    limit = serializers.IntegerField(help_text="How many points are shown at most.")
    lines = LinesSerializer()
    left_out = LeftOutOfSeriesSerializer()
    relative = RelativeSerializer(many=True)
    results = LineSerializer(many=True)


class SeriesRowSerializer(MeasuredSerializer, PointSerializer):
    """A point, or a relative figure, as a row of a table."""

    line = serializers.IntegerField(
        allow_null=True, help_text="Which line it is a point of, from 1; empty when relative."
    )
    point_count = serializers.IntegerField(
        allow_null=True, help_text="All points of that line, shown or not."
    )
    subject = serializers.ListField(child=serializers.CharField(), help_text="Ids or countries.")
    span = SpanSerializer(allow_null=True)
    baseline_period = ImpreciseDateSerializer(allow_null=True)
    derived = DerivedAmountSerializer(allow_null=True)
