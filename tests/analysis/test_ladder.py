"""Ladders, compared with what each agreement, its milestones and its claims say by themselves."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise, product

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from records.analysis.ladder.reading import read_ladders
from records.analysis.ladder.rungs import EXPECTED
from records.enums import AgreementStatus
from records.models import (
    Agreement,
    AgreementMilestone,
    Claim,
    ClaimAgreement,
    ClaimRelation,
)

pytestmark = pytest.mark.django_db

ON = date(2025, 1, 15)
FAR = timedelta(60)
DATES = ("", "2025-01-10", "2025-01-15", "2025-01", "../2025-01-05", "2025-01-12/..", "2025-02")
RUNGS = ["announced", "signed", "in_force", "contracted", "funded", "produced", "delivered"]
MILESTONES = {
    "announcement": "announced", "signature": "signed", "entry_into_force": "in_force",
    "provisional_application": "in_force", "contracting": "contracted", "funding": "funded",
    "production_start": "produced", "first_delivery": "delivered", "delivery": "delivered",
}  # fmt: skip
CLAIMS = {"order": "contracted", "financing": "funded", "production_output": "produced",
          "delivery": "delivered"}  # fmt: skip
BEGUN = {"provisionally_applied", "in_force", "suspended", "expired", "terminated", "superseded"}
ENDED = {"expired", "terminated", "superseded", "cancelled"}
KINDS = ("framework_agreement", "procurement_contract", "donation")

states = st.sampled_from(["published"] * 6 + ["draft", "retracted"])
dates = st.sampled_from(DATES)


@dataclass(frozen=True)
class DrawnClaim:
    review_status: str
    kind: str
    modality: str
    occurred: str
    about: list[int]
    relations: list[tuple[str, int]]


@dataclass(frozen=True)
class DrawnAgreement:
    review_status: str
    kind: str
    status: str
    milestones: list[tuple[str, str, int]]


claims = st.lists(
    st.builds(
        DrawnClaim,
        states,
        st.sampled_from(["delivery"]) | st.sampled_from([*CLAIMS, "agreement_event"]),
        st.sampled_from(["reported"]) | st.sampled_from(["official_statement", "plan", "denial"]),
        dates,
        st.lists(st.integers(0, 3), max_size=2, unique=True),
        st.lists(
            st.tuples(st.sampled_from(["corrects", "retracts", "updates"]), st.integers(0, 5)),
            max_size=1,
        ),
    ),
    min_size=2,
    max_size=6,
)
agreements = st.lists(
    st.builds(
        DrawnAgreement,
        states,
        st.sampled_from(KINDS),
        st.sampled_from(["unknown", *AgreementStatus.values]),
        st.lists(
            st.tuples(
                st.sampled_from(["signature", "delivery", "first_delivery"])
                | st.sampled_from([*MILESTONES, "completion", "expiry"]),
                dates,
                st.integers(-2, 5),
            ),
            min_size=2,
            max_size=6,
        ),
    ),
    min_size=2,
    max_size=4,
)


def store(drawn_claims, drawn_agreements):
    columns = ("review_status", "kind", "modality", "occurred")
    made = Claim.objects.bulk_create(
        Claim(text=f"Statement {number}.", language="en", citation_count=1,
              **{name: getattr(each, name) for name in columns})
        for number, each in enumerate(drawn_claims)
    )  # fmt: skip
    signed = Agreement.objects.bulk_create(
        Agreement(title=f"Agreement {number}", review_status=each.review_status,
                  kind=each.kind, status=each.status)
        for number, each in enumerate(drawn_agreements)
    )  # fmt: skip
    AgreementMilestone.objects.bulk_create(
        AgreementMilestone(
            agreement=agreement, kind=kind, date=day, position=position,
            claim=made[place] if 0 <= place < len(made) else None,
        )
        for agreement, each in zip(signed, drawn_agreements, strict=True)
        for position, (kind, day, place) in enumerate(each.milestones)
    )  # fmt: skip
    pairs = list(zip(made, drawn_claims, strict=True))
    ClaimAgreement.objects.bulk_create(
        ClaimAgreement(claim=claim, agreement=signed[place])
        for claim, each in pairs
        for place in each.about
        if place < len(signed)
    )
    ClaimRelation.objects.bulk_create(
        ClaimRelation(claim=claim, kind=kind, other=made[place])
        for claim, each in pairs
        for kind, place in each.relations
        if place < len(made) and made[place] != claim
    )


def days(bounds):
    """List the days that a date can mean; an open end reaches further than any other date."""
    earliest, latest = bounds
    first, last = earliest or date(2025, 1, 1) - FAR, latest or date(2025, 2, 28) + FAR
    return [first + timedelta(number) for number in range((last - first).days + 1)]


def first_of(bounds):
    """Give the first and the last day that the first of some events can have."""
    possible = [days(each) for each in bounds]
    extremes = [(each[0], each[-1]) for each in possible]
    firsts = [min(world) for world in product(*extremes)]
    earliest, latest = min(firsts), max(firsts)
    open_start = any(first is None for first, _ in bounds)
    open_end = all(last is None for _, last in bounds)
    return None if open_start else earliest, None if open_end else latest


def what_counts(agreement, milestone_claims, about):
    """List (rung, basis, bounds) of all that counts, and count what does not."""
    left_out = {"not_factual": 0, "withdrawn": 0, "later": 0}
    found, completed = [], False
    told = [
        (each.kind, "milestone", each.date, each.date_earliest, each.date_latest,
         milestone_claims.get(each.claim_id), each.claim_id is None)
        for each in agreement.milestones.all()
        if each.kind in MILESTONES or each.kind == "completion"
    ] + [
        (each.kind, "claim", each.occurred, each.occurred_earliest, each.occurred_latest, each,
         False)
        for each in about if each.kind in CLAIMS and each.review_status == "published"
    ]  # fmt: skip
    for kind, basis, edtf, earliest, latest, claim, unclaimed in told:
        if not unclaimed and claim.modality not in {"reported", "official_statement"}:
            left_out["not_factual"] += 1
        elif not unclaimed and taken_back(claim, basis):
            left_out["withdrawn"] += 1
        elif earliest and earliest > ON:
            left_out["later"] += 1
        elif kind == "completion":
            completed = True
        else:
            rung = (MILESTONES if basis == "milestone" else CLAIMS)[kind]
            found.append((rung, basis, (earliest, latest) if edtf else None))
    return found, completed, {reason: number for reason, number in left_out.items() if number}


def taken_back(claim, basis):
    if basis == "milestone":
        return claim.review_status != "published"
    return any(
        row.kind in {"corrects", "retracts"} and row.claim.review_status == "published"
        for row in claim.relations_from.all()
    )


def expected(agreement, all_claims):
    about = [each for each in all_claims.values()
             if agreement in [link.agreement for link in each.agreement_links.all()]]  # fmt: skip
    found, completed, left_out = what_counts(agreement, all_claims, about)
    status = agreement.status
    implied = {rung for rung, says in (
        ("announced", status != "unknown"), ("signed", status in {"signed", *BEGUN}),
        ("in_force", status in BEGUN),
    ) if says}  # fmt: skip
    reached, dated = {}, {}
    for rung in RUNGS:
        mine = [each for each in found if each[0] == rung]
        reached[rung] = "yes" if mine else "implied" if rung in implied else "no"
        for basis in ("claim", "milestone"):
            bounds = [each[2] for each in mine if each[1] == basis and each[2]]
            if bounds:
                dated[rung] = first_of(bounds)
    come = [rung for rung in RUNGS if reached[rung] != "no"]
    last = come[-1] if come else None
    ahead = [rung.value for rung in EXPECTED[agreement.kind]
             if RUNGS.index(rung) > (RUNGS.index(last) if last else -1)]  # fmt: skip
    ended = completed or status in ENDED
    state = "ended" if ended else "complete" if not ahead else "waiting" if last else "not_begun"
    waits = last in dated and state == "waiting"
    steps = [rung for rung in RUNGS if rung in dated]
    return {
        "reached": reached,
        "dated": dated,
        "left_out": left_out,
        "state": state,
        "last": last,
        "awaited": ahead[0] if ahead and not ended else None,
        "waited": days_apart(dated[last], (ON, ON), least=0) if waits else None,
        "lags": [
            (one, other, days_apart(dated[one], dated[other])) for one, other in pairwise(steps)
        ],
        "total": (steps[0], steps[-1], days_apart(dated[steps[0]], dated[steps[-1]]))
        if len(steps) > 1
        else None,
    }


def days_apart(start, end, least=None):
    """Try the outermost days of one date against those of the other."""
    apart = [(last - first).days for first in days(start)[:: len(days(start)) - 1 or 1]
             for last in days(end)[:: len(days(end)) - 1 or 1]]  # fmt: skip
    fewest = None if start[1] is None or end[0] is None else min(apart)
    if fewest is not None and least is not None:
        fewest = max(fewest, least)
    return fewest, None if start[0] is None or end[1] is None else max(apart)


def shown(ladder):
    def lag(each):
        return each.start, each.end, (each.days.min, each.days.max)

    return {
        "reached": {each.rung: each.reached for each in ladder.rungs},
        "dated": {
            each.rung: (each.date.period.earliest, each.date.period.latest)
            for each in ladder.rungs
            if each.date
        },
        "left_out": dict(ladder.facts.left_out),
        "state": ladder.state,
        "last": ladder.last.rung if ladder.last else None,
        "awaited": ladder.awaited,
        "waited": (ladder.waited.min, ladder.waited.max) if ladder.waited else None,
        "lags": [lag(each) for each in ladder.lags],
        "total": lag(ladder.total) if ladder.total else None,
    }


@given(claims, agreements)
@settings(derandomize=True, database=None, deadline=None, max_examples=25)
def test_ladders_are_what_milestones_and_claims_say(drawn_claims, drawn_agreements):
    with transaction.atomic():
        store(drawn_claims, drawn_agreements)
        related = ("agreement_links__agreement", "relations_from__claim")
        every = {each.pk: each for each in Claim.objects.prefetch_related(*related)}
        published = Agreement.objects.filter(review_status="published").order_by("pk")

        ladders = list(read_ladders(Agreement.objects.published().order_by("pk"), ON))
        assert [shown(each) for each in ladders] == [expected(each, every) for each in published]
        transaction.set_rollback(True)
