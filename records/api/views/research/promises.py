"""What was promised, and whether it happened."""

from collections.abc import Iterable
from dataclasses import astuple
from datetime import date
from typing import Any

from records.analysis.promises.reading import ListPlace, every_promise, read_promises
from records.api.filters.cursors import CursorParameter
from records.api.schema.operation import Operation
from records.api.serializers.promise import PromiseSerializer, PromisesSerializer, shown_promise
from records.api.views.research.base import Answer, Asked
from records.api.views.research.pages import PAGE_SIZE, PagedViewSet, next_page
from records.api.views.research.promised import WHICH, PromisedViewSet

_CURSOR = CursorParameter(date, int, int)


class PromiseViewSet(PagedViewSet, PromisedViewSet):
    """Plans, commitments, targets and forecasts with what became of them."""

    row = PromiseSerializer
    own = {**WHICH, "page_size": PAGE_SIZE, "cursor": _CURSOR}
    described = Operation(
        id="listPromises",
        summary="List promises",
        description=(
            "Published plans, commitments, targets and forecasts, by due date; those without one "
            "come last. A claim is one by its modality, and a figure of a claim by its temporal "
            "mode, where it states a due date or an outcome of its own. A figure without a due "
            "date is due with its period, else with its claim. `outcome` is what editors recorded; "
            "where they did not, it is open until the due date has certainly passed, else "
            "unknown. Published claims decide a promise when they update, correct, narrow or "
            "contradict it and state a fact, or retract it; those among them that tell that it "
            "came about give `lateness` to what is recorded as kept, late or partly, from the last "
            "due day to their first day at least, from the first due day to their last day at "
            "most. What certainly happened after `on` is left out. Claims that restate a promise "
            "are listed, too, and name it in `restates`."
        ),
        answer=lambda resolve: resolve(PromisesSerializer),
    )

    def answer(self, asked: Asked) -> Answer:
        """Read a page; seven queries."""
        own = asked.own
        wanted = self.wanted(asked)
        page = read_promises(
            asked.records,
            wanted,
            size=own["page_size"],
            after=ListPlace(*own["cursor"]) if own["cursor"] else None,
        )
        last = astuple(page.after) if page.after else None
        return Answer(
            [shown_promise(each) for each in page.promises],
            {
                "on": wanted.on,
                "next": next_page(self.request, asked, _CURSOR, last),
                "left_out": {"figures": page.figures, "later": page.later},
            },
        )

    def every(self, asked: Asked) -> tuple[dict[str, Any], Iterable[dict[str, Any]]]:
        """Read all; two queries, and four for each few hundred."""
        wanted = self.wanted(asked)
        return {"on": wanted.on}, map(shown_promise, every_promise(asked.records, wanted))
