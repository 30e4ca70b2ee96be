"""Published claims that cannot both hold."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from records.analysis.conflicts.conflicts import Conflicts, Wanted, conflicts
from records.analysis.conflicts.grouping import Group
from records.analysis.conflicts.pairs import WHOLE, Member, Pair
from records.analysis.figures.replacing import Related
from records.analysis.figures.reported import Place
from records.api.filters import FILTERS
from records.api.filters.own import OneOf, WholeNumber
from records.api.resources import CLAIMS
from records.api.schema.operation import Operation
from records.api.serializers.conflicts import ConflictRowSerializer, ConflictsSerializer
from records.api.views.research.base import Answer, Asked, ResearchViewSet
from records.api.views.research.figures import (
    shown_figure,
    shown_measured,
    shown_replacement,
    shown_subject,
    subject_keys,
)
from records.api.views.research.named import Named
from records.enums import ConflictBasis, Metric
from records.models import Claim, Measure
from records.representations.measure import shown_interval
from records.values.evidence import origin_of
from records.values.public_ids import RecordType, format_public_id

DEFAULT_LIMIT, MAX_LIMIT = 200, 2000
OPEN, RESOLVED = "open", "resolved"

Json = dict[str, Any]


class ConflictViewSet(ResearchViewSet):
    """Figures that cannot both hold, and claims that are marked as contradicting."""

    resource = CLAIMS
    row = ConflictRowSerializer
    own = {
        "metric": OneOf(Metric, help_text="What the figures count; all metrics when not given."),
        "basis": OneOf(ConflictBasis, help_text="Why the claims cannot both hold."),
        "resolution": OneOf(
            (OPEN, RESOLVED),
            help_text="Only pairs that no claim settles, or only those that one does.",
        ),
        "limit": WholeNumber(
            1, MAX_LIMIT, default=DEFAULT_LIMIT, help_text="How many pairs to show at most."
        ),
    }
    described = Operation(
        id="getConflicts",
        summary="See which claims cannot both hold",
        description=(
            "Pairs of published claims that cannot both hold, in groups. Absolute figures compare "
            "when they are of one metric, object, unit or currency, temporal mode and firmness, "
            "and of claims on one subject, as in series: the same agreements, or where neither "
            "claim names any, the same organizations, or where neither names those, the same "
            "countries, all of them. What one country delivered to another does not conflict with "
            "what a third one did. Then they conflict\n\n"
            "- `same_period`: for the same days, when no number is possible for both,\n"
            "- `part_exceeds_whole`: of what happens in a period, such as output or losses, when "
            "a part of the period has certainly more than the whole,\n"
            "- `overlapping_period`: of what there is at a time, such as personnel or capacity, "
            "when the periods overlap and no number is possible for both; it may have changed in "
            "between, so this is only `possible`,\n"
            "- `marked`: when somebody marked the claims as contradicting.\n\n"
            "What is told as a fact since a day, such as `2022-02-24/..`, is for the days up to "
            "the last on which what is claimed can have happened; plans stay open. Where a period "
            "is uncertain, stays open or ends on a day that is not known exactly, or only the "
            "claim is dated, or one of the figures is `about` a number or an order of magnitude, "
            "a conflict is `possible`, else `certain`. `resolution` names the published claim "
            "that settles a pair: one of the two that corrects, narrows, updates or retracts the "
            "other, or a third one that replaces one of the figures. Both claims of a pair match "
            "the filters, and both figures those by measure."
        ),
        answer=lambda resolve: resolve(ConflictsSerializer),
    )

    def answer(self, asked: Asked) -> Answer:
        """Find the conflicts: six or seven queries, and one for each type of record they name."""
        own, limit = asked.own, asked.own["limit"]
        resolved = None if own["resolution"] is None else own["resolution"] == RESOLVED
        like = FILTERS[Claim].rows_like(Measure, asked.query)
        wanted = Wanted(own["metric"] or "", like, own["basis"] or "", resolved)
        found = conflicts(asked.records, wanted, limit=limit)
        named = _named(found)
        return Answer(
            [_group(each, found, named) for each in found.groups],
            {"limit": limit, "left_out": asdict(found.left_out)},
        )

    def rows(self, answer: Answer) -> Iterator[Json]:
        """List the pairs, group by group."""
        for number, group in enumerate(answer.results, 1):
            sides = {
                (each["claim"]["id"], each.get("position")): _side(each)
                for each in (*group["figures"], *group["claims"])
            }
            common = {
                "group": number,
                "subject": subject_keys(group["subject"]),
                "measured": group["measured"],
            }
            for pair in group["pairs"]:
                yield {
                    **common,
                    **pair,
                    **{name: sides[tuple(pair[name].values())] for name in ("one", "other")},
                }


def _named(found: Conflicts) -> Named:
    members = {member for group in found.groups for member in group.members}
    figures = [found.figures[member] for member in sorted(members) if member[1] != WHOLE]
    solved = [pair.resolution for group in found.groups for pair in group.pairs]
    further = {number for each in solved if each for number in (each.claim, each.other)}
    further |= {found.replaced[member].claim for member in members if member in found.replaced}
    subjects = [group.subject for group in found.groups]
    return Named(figures, subjects, further, cited={number for number, _ in members})


def _group(group: Group, found: Conflicts, named: Named) -> Json:
    figures = [member for member in group.members if member[1] != WHOLE]
    whole = [number for number, position in group.members if position == WHOLE]
    first = found.figures[figures[0]] if figures else None
    return {
        "subject": shown_subject(group.subject, named),
        "measured": group.measured and first and shown_measured(group.measured, first, named),
        "pair_count": group.count,
        "open_count": group.open,
        "origin_groups": _origins(group, named),
        "figures": [_figure(place, found, named) for place in figures],
        "claims": [_claim(number, named) for number in whole],
        "pairs": [_pair(pair, named) for pair in group.pairs],
    }


def _origins(group: Group, named: Named) -> int:
    """Count the texts that the claims of a group go back to."""
    sources = [each for number, _ in group.members for each in named.grades[number].sources]
    return len({origin_of(str(each["id"]), each["origin_group"] or "") for each in sources})


def _figure(place: Place, found: Conflicts, named: Named) -> Json:
    figure = found.figures[place]
    return {
        **shown_figure(figure, named),
        **shown_interval(figure.interval),
        "replaced_by": shown_replacement(found.replaced.get(place), named),
    }


def _claim(number: int, named: Named) -> Json:
    grade = named.grades[number]
    return {
        "claim": named.claims[number],
        "credibility": grade.credibility,
        "sources": grade.sources,
    }


def _pair(pair: Pair, named: Named) -> Json:
    return {
        "one": _member(pair.one),
        "other": _member(pair.other),
        "basis": pair.basis,
        "certainty": pair.certainty,
        "resolution": _resolution(pair.resolution, named),
    }


def _member(member: Member) -> Json:
    number, position = member
    return {
        "claim": format_public_id(RecordType.CLAIM, number),
        "position": None if position == WHOLE else position,
    }


def _resolution(related: Related | None, named: Named) -> Json | None:
    return related and {
        "claim": named.claims[related.claim],
        "kind": related.kind,
        "other": named.claims[related.other],
    }


def _side(figure: Json) -> Json:
    """Show one side of a pair in a row; of a claim as a whole there is no figure to show."""
    period, speaker = figure.get("period"), figure.get("said_by")
    return {
        "claim": figure["claim"]["id"],
        "text": figure["claim"]["name"],
        "position": figure.get("position"),
        "period": period and period["edtf"],
        "min": figure.get("min"),
        "max": figure.get("max"),
        "said_by": speaker and speaker["id"],
        "credibility": figure["credibility"],
        "sources": [each["id"] for each in figure["sources"]],
    }
