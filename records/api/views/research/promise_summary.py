"""Who keeps promises, and which are kept."""

from collections.abc import Iterable
from typing import Any

from records.analysis.promises.summing import By, Key, sum_promises
from records.api.filters.double_counting import GUARDED, DoubleCounting
from records.api.filters.own import OneOf, WholeNumber
from records.api.schema.operation import Operation
from records.api.serializers.promise_summary import (
    PromiseGroupSerializer,
    PromiseSummarySerializer,
    shown_tally,
)
from records.api.views.research.base import Answer, Asked
from records.api.views.research.promised import WHICH, PromisedViewSet
from records.enums import ClaimKind, Modality
from records.models import Organization
from records.values.codes import country_name
from records.values.public_ids import RecordType, format_public_id

DEFAULT_LIMIT, MAX_LIMIT = 100, 1000


class PromiseSummaryViewSet(PromisedViewSet):
    """Promises by actor, country, kind or modality."""

    row = PromiseGroupSerializer
    own = {
        "by": OneOf([each.value for each in By], default=By.ACTOR, help_text="What to group by."),
        **WHICH,
        "double_counting": DoubleCounting(
            help_text="Whether promises of claims that corroborate, repeat or derive from another "
            "promise that is asked for are counted, too.",
        ),
        "limit": WholeNumber(
            1, MAX_LIMIT, default=DEFAULT_LIMIT, help_text="Groups shown, the largest first."
        ),
    }
    described = Operation(
        id="sumPromises",
        summary="Count promises by what became of them",
        description=(
            "Published promises by actor, country, kind or modality. The actor is who said it, "
            "else each organization that the claim is about. A promise with several actors or "
            "countries is in each of their groups, and once in `total`. Lateness is summed up "
            "where both its bounds are known: the true sum and median lie between the sums and "
            "medians of the bounds."
        ),
        answer=lambda resolve: resolve(PromiseSummarySerializer),
    )

    def answer(self, asked: Asked) -> Answer:
        """Count; ten queries at most."""
        own = asked.own
        by, limit, wanted = By(own["by"]), own["limit"], self.wanted(asked)
        found = sum_promises(asked.records, wanted, by, guarded=own["double_counting"] == GUARDED)
        shown = dict(list(found.groups.items())[:limit])
        names = _names(by, shown)
        return Answer(
            [{"group": names.get(key), **shown_tally(tally)} for key, tally in shown.items()],
            {
                "on": wanted.on,
                "by": by,
                "limit": limit,
                "total": shown_tally(found.total),
                "left_out": {
                    "groups": len(found.groups) - len(shown),
                    "restatements": found.restatements,
                    "later": found.later,
                },
            },
        )


def _names(by: By, keys: Iterable[Key]) -> dict[Key, dict[str, Any]]:
    """Name groups by their keys; one query for actors."""
    if by == By.ACTOR:
        numbers = [key for key in keys if key is not None]
        rows = Organization.objects.filter(pk__in=numbers).values_list("pk", "name")
        return {
            number: {"id": format_public_id(RecordType.ORGANIZATION, number), "name": name}
            for number, name in rows
        }
    return {key: {"id": key, "name": _label(by, key)} for key in map(str, filter(None, keys))}


def _label(by: By, code: str) -> str:
    if by == By.COUNTRY:
        return country_name(code)
    return str((ClaimKind if by == By.KIND else Modality)(code).label)
