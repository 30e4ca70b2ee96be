"""Claims grouped by what they have in common."""

from collections.abc import Iterator
from dataclasses import asdict, fields
from typing import Any

from records.analysis.groups.claims import BY, MAX_DEPTH, keys_of
from records.analysis.groups.figures import MOST_FIGURES
from records.analysis.groups.groups import claim_groups
from records.analysis.groups.keys import Term
from records.analysis.groups.question import FiguresLeftOut, Group, Groups, Question
from records.analysis.groups.sums import Sum
from records.api.filters import FILTERS
from records.api.filters.double_counting import GUARDED, DoubleCounting
from records.api.filters.own import SomeOf, WholeNumber
from records.api.resources import CLAIMS
from records.api.schema.operation import Operation
from records.api.serializers.groups import GroupRowSerializer, GroupsSerializer
from records.api.serializers.terms import term_shown
from records.api.views.research.base import Answer, Asked, ResearchViewSet
from records.models import Claim, Measure
from records.representations.measure import shown_interval
from records.values.interval import Interval

MOST_KEYS = 2
DEFAULT_LIMIT, MAX_LIMIT = 100, 1000

_UNKNOWN = {"value": None, "name": None, "url": None}
_NOT_SUMMED = dict.fromkeys(each.name for each in fields(FiguresLeftOut))


class ClaimGroupsViewSet(ResearchViewSet):
    """Published claims by one or two of their features."""

    resource = CLAIMS
    row = GroupRowSerializer
    own = {
        "by": SomeOf(
            BY,
            most=MOST_KEYS,
            default=("kind",),
            help_text="One or two features to group by; `kind` when not given. Dates are those of "
            "what is claimed. `role` is that of a party to an agreement that the claim is about; "
            "with it, `country` and `organization` are those of the same party.",
        ),
        "depth": WholeNumber(
            1, MAX_DEPTH, default=1, help_text="Level of the categories, from the top."
        ),
        "double_counting": DoubleCounting(
            help_text="Whether to leave out what would count twice, or to count it.",
        ),
        "limit": WholeNumber(
            1, MAX_LIMIT, default=DEFAULT_LIMIT, help_text="How many groups to answer with at most."
        ),
    }
    described = Operation(
        id="getClaimGroups",
        summary="Count and sum claims by group",
        description=(
            "How many published claims match, by one or two of their features, and with "
            "`measure_metric` the sums of their absolute figures, of those alone that match all "
            f"filters by measure, up to {MOST_FIGURES:,} figures. Sums are intervals, exact, by "
            "metric, temporal mode, firmness (what is told as fact, and each sort of what is only "
            "planned, promised or possible) and unit or currency; nothing is converted. Figures of "
            "different speakers are added, even if they tell of one thing, unless their claims are "
            "linked as repeating each other: `speakers` says how many there are. By "
            "`category` or `weapon_system`, a figure that says what it counts is summed in the "
            "group of that, and there alone, whether its claim names it or not; one that says "
            "nothing, in the groups of its claim. Claims are counted by what they name.\n\n"
            "By `year` or `quarter`, claims are placed by their own date, and a figure may count "
            "more than that year or quarter: `period` says which days the figures are for, and "
            "`reaches_outside` how many of them are not of the year or quarter alone. A total "
            "since February 2022 that was told at the end of 2023 is in the group 2023, with "
            "`reaches_outside` 1: subtract what the group 2022 has to get what 2023 added.\n\n"
            "Unless `double_counting=counted`, what would count twice is left out and counted in "
            "`left_out`. From the counts, of the claims that match, those that repeat another one "
            "(`duplicates`, `derives_from`, `corroborates`), and those that another one replaces "
            "(`corrects`, `updates`, `narrows`, `retracts`). From the sums, only those figures of "
            "such claims that are repeated, or replaced by any published claim, whether it matches "
            "or not, as in the series of a metric; and those "
            "that an update includes in a longer period, or whose level it brings up to date. So "
            "`12 in July` adds to the `10 in June` that it updates, and what a correction does "
            "not restate still counts. From the sums of each group, too, running totals (of "
            "one speaker's figures about the same subject and thing, whose periods begin on the "
            "same day, only the one that ends last counts; what is told as a fact since a day ends "
            "with its claim) and parts (figures of agreements that implement, amend or are "
            "subcontracts of one with such a figure). So sums of several groups do not add up."
        ),
        answer=lambda resolve: resolve(GroupsSerializer),
    )

    def answer(self, asked: Asked) -> Answer:
        """Group the claims; two queries, up to six more for sums and two for names."""
        by = tuple(asked.own["by"])
        question = Question(
            by=by,
            depth=asked.own["depth"],
            where=FILTERS[Claim].rows_like(Measure, asked.query),
            summed="measure_metric" in asked.query,
            guarded=asked.own["double_counting"] == GUARDED,
            limit=asked.own["limit"],
        )
        found = claim_groups(asked.records, question)
        keys = zip(by, keys_of(by, question.depth), strict=True)
        about = {
            "total": found.total,
            "several": [name for name, key in keys if key.several],
            "double_counting": asked.own["double_counting"],
            "sums": found.sums,
            "left_out": _left_out(found),
        }
        return Answer([_group(by, each) for each in found.groups], about)

    def rows(self, answer: Answer) -> Iterator[dict[str, Any]]:
        """List each group with each of its sums."""
        for group in answer.results:
            first, *others = group["keys"]
            second = others[0] if others else None
            for each in group["sums"] or [None]:
                yield {**group, "first": first, "second": second, "sum": each}


def _left_out(found: Groups) -> dict[str, Any]:
    figures = asdict(found.figures_left_out) if found.figures_left_out else _NOT_SUMMED
    return {
        "restatements": found.restatements,
        "replaced": found.replaced,
        **figures,
        "groups": found.further_groups,
    }


def _group(by: tuple[str, ...], group: Group) -> dict[str, Any]:
    keys = zip(by, group.terms, strict=True)
    return {
        "keys": [{"by": name, **_term(term)} for name, term in keys],
        "count": group.count,
        "without_value": group.without_value,
        "relative_only": group.relative_only,
        "disputed": group.disputed,
        "sums": None if group.sums is None else [_sum(each) for each in group.sums],
    }


def _term(term: Term | None) -> dict[str, str | None]:
    return term_shown(term) if term else dict(_UNKNOWN)


def _sum(found: Sum) -> dict[str, Any]:
    interval = shown_interval(Interval(found.low, found.high))
    unit = {name: value or None for name, value in found.unit._asdict().items()}
    return {
        **unit,
        "figures": found.figures,
        "speakers": found.speakers,
        "sum_min": interval["min"],
        "sum_max": interval["max"],
        "period": {"earliest": found.earliest, "latest": found.latest},
        "reaches_outside": found.reaches_outside,
    }
