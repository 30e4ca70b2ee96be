"""A figure in a body."""

from records.api.serializers.base import RowInput
from records.api.serializers.composite import DateInput, UnresolvedDateInput, WordedDateInput
from records.models import Measure


class MeasureInput(RowInput):
    """One figure as reported; what is derived from it, the register works out."""

    period = UnresolvedDateInput(Measure, "period")
    baseline_period = WordedDateInput(Measure, "baseline_period", "baseline_words")
    due = DateInput(Measure, "due")

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
        )
