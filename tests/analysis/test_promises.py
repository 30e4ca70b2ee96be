"""Promises, compared with what each claim and each figure says by itself, day by day."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from records.analysis.promises.reading import read_promises
from records.analysis.promises.selecting import Wanted
from records.models import Claim, ClaimRelation, Measure

pytestmark = pytest.mark.django_db

ON = date(2025, 1, 15)
FAR = timedelta(500)
DATES = (
    "", "2025-01-10", "2025-01-15", "2025-01", "../2025-01-05", "2025-01-14/..", "2024", "2025-02",
)  # fmt: skip
MODALITIES = ("plan", "commitment", "target", "forecast", "reported", "official_statement",
              "denial", "possibility", "conditional")  # fmt: skip
PROMISING, TELLING = MODALITIES[:4], MODALITIES[4:6]
OUTCOMES = ("", "", "", "", "", "open", "kept", "late", "partly", "missed", "unknown")
RELATIONS = ("corroborates", "contradicts", "updates", "corrects", "narrows", "derives_from",
             "duplicates", "retracts")  # fmt: skip

dates = st.sampled_from(DATES)


@dataclass(frozen=True)
class DrawnFigure:
    temporal_mode: str
    due: str
    period: str
    outcome: str


@dataclass(frozen=True)
class DrawnClaim:
    review_status: str
    modality: str
    due: str
    due_words: str
    outcome: str
    occurred: str
    figures: list[DrawnFigure]
    relations: list[tuple[str, int]]


figures = st.builds(
    DrawnFigure,
    st.sampled_from(["actual", "plan", "target", "forecast"]),
    dates,
    dates,
    st.sampled_from(OUTCOMES),
)
drawn = st.lists(
    st.builds(
        DrawnClaim,
        st.sampled_from(["published"] * 6 + ["draft", "retracted"]),
        st.sampled_from(["plan"] * 4 + ["reported"] * 4) | st.sampled_from(MODALITIES),
        dates,
        st.sampled_from(["", "soon"]),
        st.sampled_from(OUTCOMES),
        dates,
        st.lists(figures, max_size=3),
        st.lists(st.tuples(st.sampled_from(RELATIONS), st.integers(0, 8)), max_size=3, unique=True),
    ),
    min_size=5,
    max_size=9,
)


def store(claims):
    made = Claim.objects.bulk_create(
        Claim(
            text=f"Statement {number}.", language="en", kind="other", citation_count=1,
            **{name: getattr(each, name) for name in (
                "review_status", "modality", "due", "due_words", "outcome", "occurred",
            )},
        )
        for number, each in enumerate(claims)
    )  # fmt: skip
    Measure.objects.bulk_create(
        Measure(claim=claim, position=position, metric="other", mode="absolute", **vars(figure))
        for claim, each in zip(made, claims, strict=True)
        for position, figure in enumerate(each.figures)
    )
    ClaimRelation.objects.bulk_create(
        ClaimRelation(claim=claim, kind=kind, other=made[place])
        for claim, each in zip(made, claims, strict=True)
        for kind, place in each.relations
        if place < len(made) and made[place] != claim
    )


def days(earliest, latest):
    """List the days that a date can mean; an open end reaches further than any other date."""
    if earliest is None and latest is None:
        return None
    first, last = earliest or latest - FAR, latest or earliest + FAR
    return [first + timedelta(number) for number in range((last - first).days + 1)]


def promises():
    """Say of each published claim, and of each of its figures, whether it is a promise."""
    published = Claim.objects.filter(review_status="published")
    for claim in published.prefetch_related("measures"):
        measures = [each for each in claim.measures.all() if each.temporal_mode != "actual"]
        if claim.modality in PROMISING:
            own = [each for each in measures if (each.due and each.due != claim.due)
                   or (each.outcome and each.outcome != claim.outcome)]  # fmt: skip
            said = claim.due or claim.due_words or claim.due_unresolved or claim.outcome
            yield from [] if own and not said else [(claim, None)]
            yield from ((claim, each) for each in own)
        elif claim.modality in TELLING:
            yield from ((claim, each) for each in measures)


def due_of(claim, measure):
    """Give the bounds of the first date that there is."""
    if measure and measure.due:
        return measure.due_earliest, measure.due_latest
    if measure and measure.period:
        return measure.period_earliest, measure.period_latest
    return claim.due_earliest, claim.due_latest


def standing_around(claim, relations):
    """Sort the published claims around a claim by what they do to it."""
    found = {"decided": set(), "told": set(), "revised": set(), "restated": set()}
    for row in relations:
        if row.other != claim or row.claim.review_status != "published":
            continue
        kind, modality = row.kind, row.claim.modality
        says = kind in {"updates", "corrects", "narrows"}
        if kind == "retracts" or (
            (says or kind == "contradicts") and modality in {*TELLING, "denial"}
        ):
            found["decided"].add((kind, row.claim))
        elif says and modality in PROMISING:
            found["revised"].add((kind, row.claim))
        if says and modality in TELLING:
            found["told"].add(row.claim)
    for row in relations:
        restates = row.kind in {"duplicates", "derives_from", "corroborates"}
        if row.claim == claim and restates and row.other.review_status == "published":
            found["restated"].add((row.kind, row.other))
    return found


def lateness(due, outcome, told):
    """Try every day it can be due on against every day it can have come about."""
    if outcome == "missed":
        return "missed"
    if not told:
        return "undecided"
    if due is None:
        return "due_unknown"
    spans = [(each.occurred_earliest, each.occurred_latest) for each in told if each.occurred]
    if not spans:
        return "decision_undated"
    came = [day for span in spans for day in days(*span)]
    least, most = min(came) - max(due), max(came) - min(due)
    reaches_back = any(first is None for first, _ in spans)
    reaches_on = any(last is None for _, last in spans)
    return least, most, reaches_back, reaches_on


def expected(claim, measure, relations):
    bounds = due_of(claim, measure)
    due = days(*bounds)
    passed = [day < ON for day in due or ()]
    outcome = (measure and measure.outcome) or claim.outcome
    if not outcome:
        outcome = "unknown" if due is None or all(passed) else "open"
    overdue = "no"
    if outcome in {"open", "unknown"}:
        overdue = "unknown" if due is None else "yes" if all(passed) else (
            "possibly" if any(passed) else "no"
        )  # fmt: skip
    around = standing_around(claim, relations)
    late = lateness(due, outcome, around["told"])
    if isinstance(late, tuple):
        least, most, back, on = late
        late = (
            None if back or bounds[1] is None else least.days,
            None if on or bounds[0] is None else most.days,
        )
    sort = bounds[1] or bounds[0] or date.max
    return {
        "place": (sort, claim.pk, measure.position + 1 if measure else 0),
        "stated_as": measure.temporal_mode if measure else claim.modality,
        "outcome": outcome,
        "overdue": overdue,
        "lateness": late,
        **{name: around[name] for name in ("decided", "revised", "restated")},
    }


def shown(promise):
    place, late, around = promise.place, promise.lateness, promise.around
    return {
        "place": (place.due, place.claim, place.rank),
        "stated_as": promise.stated_as,
        "outcome": promise.judgement.outcome,
        "overdue": promise.judgement.overdue,
        "lateness": (late.days.min, late.days.max) if late.days else late.gap,
        "decided": {(each.relation, each.claim) for each in around.decided_by},
        "revised": {(each.relation, each.claim) for each in around.revised_by},
        "restated": {(each.relation, each.claim) for each in around.restates},
    }


def read(size, **wanted):
    """Read all pages."""
    found, after, more = [], None, True
    while more:
        page, more = read_promises(
            Claim.objects.published(), Wanted(ON, **wanted), size=size, after=after
        )
        assert len(page) == size or not more
        found += page
        after = page[-1].place if page else None
    return [shown(each) for each in found]


@given(drawn, st.sampled_from([2, 50]))
@settings(derandomize=True, database=None, deadline=None, max_examples=25)
def test_promises_are_what_claims_and_figures_say(claims, size):
    with transaction.atomic():
        store(claims)
        relations = list(ClaimRelation.objects.select_related("claim", "other"))
        every = sorted(
            (expected(*each, relations) for each in promises()), key=lambda each: each["place"]
        )

        assert read(size) == every
        for name, values in (("outcome", ["open", "late"]), ("overdue", ["possibly", "unknown"])):
            wanted = {"outcomes" if name == "outcome" else name: values}
            assert read(50, **wanted) == [each for each in every if each[name] in values]
        transaction.set_rollback(True)
