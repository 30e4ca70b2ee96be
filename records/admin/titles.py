"""Rows of long lists under a title that says what they hold."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from records.admin.formsets import OwnedFormSet
from records.admin.labels import LabelsByModel
from records.enums import Activity, Metric
from records.models import AgreementItem, Measure, OwnedRow
from records.representations.sentences import item_words, measure_sentence


class TitledFormSet(OwnedFormSet):
    """Rows with titles."""

    def get_queryset(self) -> Any:
        """Give each row the title that Unfold shows above it, made when it is shown."""
        rows = list(super().get_queryset())
        for position, row in enumerate(rows):
            row.position = position
            row.get_inline_title = partial(self._shown_title, row, rows)
        return rows

    def title(self, row: Any, rows: Sequence[Any]) -> str:
        """Say what the row holds; raise ValueError when it cannot be said."""
        raise NotImplementedError

    def _shown_title(self, row: OwnedRow, rows: Sequence[OwnedRow]) -> str:
        try:
            return self.title(row, rows)
        except ValueError:  # The row was posted with errors, which stand beside its fields.
            return str(self.model._meta.verbose_name).rpartition(" ")[2].capitalize()


class MeasureFormSet(TitledFormSet):
    """Measures under the sentences that they make."""

    def title(self, row: Measure, rows: Sequence[Measure]) -> str:
        """Tell the measure."""
        return measure_title(row, rows)


class ItemFormSet(TitledFormSet):
    """Items under what they are."""

    def title(self, row: AgreementItem, rows: Sequence[AgreementItem]) -> str:  # noqa: ARG002
        """Tell the item."""
        return item_title(row, self.page.labels)


def measure_title(measure: Measure, siblings: Sequence[Measure]) -> str:
    """Tell a measure: `Cargo volume: +30 % against 2023-02`; raise ValueError for unknown codes."""
    return f"{Metric(measure.metric).label}: {measure_sentence(measure, siblings)}"


def item_title(item: AgreementItem, labels: LabelsByModel) -> str:
    """Tell an item: `Supply: 14 batteries of L119`; raise ValueError for unknown codes."""
    words = item_words(item, _object(item, labels))
    return f"{Activity(item.activity).label}: {words}" if words else Activity(item.activity).label


def _object(item: AgreementItem, labels: LabelsByModel) -> str:
    """Name what the item is about, in the source's words if they are known."""
    if item.words:
        return item.words
    for key in ("weapon_system", "category"):
        target: Any = AgreementItem._meta.get_field(key).related_model
        found = labels[target].get(getattr(item, f"{key}_id"))
        if found:
            return found[1].partition(" · ")[0 if key == "weapon_system" else 2]
    return ""
