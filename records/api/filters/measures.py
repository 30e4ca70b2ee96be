"""Filters of claims by their measures, all of them about one and the same measure."""

from records.api.filters.categories import CategoryFilter
from records.api.filters.choices import ChoiceFilter, UnitFilter
from records.api.filters.numbers import FigureMax, FigureMin
from records.api.filters.sets import RecordFilterSet
from records.enums import MeasureMode, Metric
from records.models import Measure


class MeasureFilterSet(RecordFilterSet):
    """Filters over measures."""

    measure_metric = ChoiceFilter(
        Metric, "metric", rows=Measure, help_text="What a measure counts or compares."
    )
    measure_mode = ChoiceFilter(
        MeasureMode, "mode", rows=Measure, help_text="How the measure's figure is to be read."
    )
    measure_unit = UnitFilter(
        rows=Measure,
        help_text="Unit of the measure as a UN/CEFACT code, or its currency as an ISO 4217 code.",
    )
    measure_value_min = FigureMin(
        "value",
        places=6,
        rows=Measure,
        help_text="The measure's figure, a value or a range, reaches this number or more.",
    )
    measure_value_max = FigureMax(
        "value",
        places=6,
        rows=Measure,
        help_text="The measure's figure, a value or a range, reaches this number or less.",
    )
    measure_object = CategoryFilter(
        "category__code",
        "weapon_system__category__code",
        rows=Measure,
        help_text="Category of what is measured, with all categories below it.",
    )
