"""What questions about promises have in common."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils import timezone

from records.analysis.promises.selecting import Wanted
from records.api.errors import ErrorItem
from records.api.filters.dates import DateMatch
from records.api.filters.own import Day, OwnParameter, SomeOf
from records.api.filters.own_values import FirstDay, LastDay
from records.api.filters.ranges import reversed_range
from records.api.resources import CLAIMS
from records.api.views.research.base import Asked, ResearchViewSet
from records.enums import Outcome, Overdue

WHICH: Mapping[str, OwnParameter] = {
    "on": Day(help_text="Day on which it is judged what is open or overdue; today when not given."),
    "due_after": FirstDay(
        help_text="Promises due on the first day of this EDTF date or later; a figure as `due` "
        "says of it, which need not be its claim's date."
    ),
    "due_before": LastDay(
        help_text="Promises due on the last day of this EDTF date or earlier; a figure as `due` "
        "says of it, which need not be its claim's date."
    ),
    "outcome": SomeOf(
        Outcome, most=len(Outcome), default=(), help_text="What became of it, recorded or judged."
    ),
    "overdue": SomeOf(
        Overdue,
        most=len(Overdue),
        default=(),
        help_text="Whether what is still awaited should have come about by then.",
    ),
}
"""Parameters that choose promises, beside the filters of their claims."""


class PromisedViewSet(ResearchViewSet):
    """A question about promises."""

    tag = "promises"
    resource = CLAIMS

    def problems(self, own: Mapping[str, Any]) -> Iterable[ErrorItem]:
        """Refuse a period that ends before it begins."""
        if error := reversed_range("due_after", own):
            yield ErrorItem("?due_after", error.code, str(error))

    def wanted(self, asked: Asked) -> Wanted:
        """Say which promises are asked for; `date_match` holds for their due dates, too."""
        own = asked.own
        return Wanted(
            own["on"] or timezone.localdate(),
            own["outcome"],
            own["overdue"],
            own["due_after"],
            own["due_before"],
            certainly=asked.query.get("date_match") == DateMatch.CERTAIN,
        )
