"""Groups of claims as they are answered."""

from typing import Any

from rest_framework import serializers

from records.analysis.groups.claims import BY
from records.analysis.groups.question import SumsState
from records.api.filters.double_counting import COUNTED, GUARDED
from records.api.serializers.figures import firmness_field
from records.enums import Metric, TemporalMode
from records.representations.base import PlainDecimalField


class GroupKeySerializer(serializers.Serializer[Any]):
    """What the claims of a group have in common."""

    by = serializers.ChoiceField(choices=BY, help_text="What the claims were grouped by.")
    value = serializers.CharField(
        allow_null=True,
        help_text="Code, public id, year such as 2025, quarter such as 2025-Q2, or `imprecise` for "
        "dates that do not lie within one; null for the unknown.",
    )
    name = serializers.CharField(
        allow_null=True, help_text="Label of the code or name of the record, where it has one."
    )
    url = serializers.CharField(
        allow_null=True, help_text="Path of the record in the API, if the value is one."
    )


def _bound(help_text: str) -> PlainDecimalField:
    return PlainDecimalField(
        max_digits=40, decimal_places=6, allow_null=True, help_text=help_text
    )  # fmt: skip


class SumPeriodSerializer(serializers.Serializer[Any]):
    """Days that the figures of a sum are for, together; null is open, or not known."""

    earliest = serializers.DateField(allow_null=True, help_text="First day of any of them.")
    latest = serializers.DateField(allow_null=True, help_text="Last day of any of them.")


class SumSerializer(serializers.Serializer[Any]):
    """The sum of absolute figures of one metric, firmness and unit; nothing is converted."""

    metric = serializers.ChoiceField(choices=Metric.choices)
    temporal_mode = serializers.ChoiceField(choices=TemporalMode.choices)
    firmness = firmness_field()
    unit_code = serializers.CharField(allow_null=True, help_text="UN/CEFACT code.")
    currency = serializers.CharField(allow_null=True, help_text="ISO 4217 code.")
    unit_words = serializers.CharField(
        allow_null=True, help_text="Words for the unit, folded, where it has no code."
    )
    figures = serializers.IntegerField(help_text="Figures that are summed.")
    speakers = serializers.IntegerField(
        help_text="Different speakers who are known to have told them. What several of them tell "
        "of one thing is added, unless their claims are linked as repeating each other."
    )
    sum_min = _bound("Least sum that the figures, as qualified and rounded, leave possible.")
    sum_max = _bound("Greatest such sum; null when a figure has no upper bound.")
    period = SumPeriodSerializer(
        help_text="Of each figure its own period, or else the days that its claim is about."
    )
    reaches_outside = serializers.IntegerField(
        help_text="Figures whose own period is not within the year or quarter of the group, such "
        "as totals since an earlier day: unless it is 0, the sum is not that of the year or "
        "quarter alone. 0, too, where claims are not grouped by one."
    )


class GroupSerializer(serializers.Serializer[Any]):
    """Claims that have something in common, counted, and their figures summed."""

    keys = GroupKeySerializer(many=True, help_text="One for each name in `by`.")
    count = serializers.IntegerField(
        help_text="Claims of the group; 0 where figures are summed whose claims repeat another "
        "one, are replaced, or do not name the category or weapon system that the figures count."
    )
    without_value = serializers.IntegerField(help_text="Claims of the group without a figure.")
    relative_only = serializers.IntegerField(
        help_text="Claims of the group whose figures are all relative."
    )
    disputed = serializers.IntegerField(
        help_text="Claims of the group that a published claim contradicts, or that contradict one."
    )
    sums = SumSerializer(many=True, allow_null=True, help_text="Null as `sums` says why.")


class GroupRowSerializer(serializers.Serializer[Any]):
    """A group with one of its sums; a row of a table."""

    first = GroupKeySerializer()
    second = GroupKeySerializer(allow_null=True)
    count = serializers.IntegerField()
    without_value = serializers.IntegerField()
    relative_only = serializers.IntegerField()
    disputed = serializers.IntegerField()
    sum = SumSerializer(allow_null=True)


class GroupsLeftOutSerializer(serializers.Serializer[Any]):
    """What is not in the answer, by the reason; null where no sums were asked for."""

    restatements = serializers.IntegerField(
        help_text="Claims that repeat another one that counts: duplicates, corroborations, and "
        "what derives from it."
    )
    replaced = serializers.IntegerField(
        help_text="Claims that another one that counts corrects, updates, narrows or retracts."
    )
    replaced_figures = serializers.IntegerField(
        allow_null=True,
        help_text="Figures that another claim restates, includes or takes back, and that it "
        "corrects, updates, narrows or retracts.",
    )
    restated_figures = serializers.IntegerField(
        allow_null=True,
        help_text="Figures that are the same as one of a claim that their own repeats.",
    )
    running_totals = serializers.IntegerField(
        allow_null=True,
        help_text="Figures that a later total of the same speaker includes, in some group.",
    )
    parts = serializers.IntegerField(
        allow_null=True,
        help_text="Figures of agreements that implement, amend or are subcontracts of one that has "
        "such a figure, in some group.",
    )
    denied = serializers.IntegerField(allow_null=True, help_text="Figures of denials.")
    unusable = serializers.IntegerField(
        allow_null=True, help_text="Figures that leave no number possible."
    )
    groups = serializers.IntegerField(help_text="Further groups, beyond `limit`.")


class GroupsSerializer(serializers.Serializer[Any]):
    """The largest groups first; groups of one size in the order of their keys."""

    total = serializers.IntegerField(help_text="Claims in all groups, each counted once.")
    several = serializers.ListField(
        child=serializers.CharField(),
        help_text="Names in `by` of which a claim can have several values: it is in several groups "
        "then, and counts add up to more than `total`.",
    )
    double_counting = serializers.ChoiceField(choices=[GUARDED, COUNTED])
    sums = serializers.ChoiceField(
        choices=list(SumsState),
        help_text="`given`; `not_asked`, as no `measure_metric` is given; or `too_many_figures`.",
    )
    left_out = GroupsLeftOutSerializer()
    results = GroupSerializer(many=True)
