"""Measures in the form of their claim, each under the sentence that it makes."""

from collections.abc import Sequence
from typing import Any

from records.admin.formsets import OwnedFormSet
from records.enums import Metric
from records.models import Measure
from records.representations.sentences import measure_sentence


class MeasureFormSet(OwnedFormSet):
    """Measures that are titled with their sentence."""

    def get_queryset(self) -> Any:
        """Give the rows their titles."""
        rows = super().get_queryset()
        give_titles(list(rows))
        return rows


def give_titles(measures: Sequence[Measure]) -> None:
    """Set the title that Unfold shows above each row."""
    for position, measure in enumerate(measures):
        measure.position = position
    for measure in measures:
        measure.get_inline_title = _title(measure, measures)  # type: ignore[attr-defined]


def _title(measure: Measure, siblings: Sequence[Measure]) -> str:
    try:
        return f"{Metric(measure.metric).label}: {measure_sentence(measure, siblings)}"
    except ValueError:
        return "Measure"  # The row was posted with errors, which stand beside its fields.
