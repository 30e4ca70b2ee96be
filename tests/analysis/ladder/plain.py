"""Ladders told from each agreement, its milestones and its claims by themselves."""

from datetime import date, timedelta
from itertools import pairwise, product

from records.analysis.ladder.rungs import EXPECTED
from records.models import Agreement, Claim
from tests.analysis.ladder.drawn import CLAIMS, MILESTONES

ON = date(2025, 1, 15)
FAR = timedelta(60)
RUNGS = ["announced", "signed", "in_force", "contracted", "funded", "produced", "delivered"]
BEGUN = {"provisionally_applied", "in_force", "suspended", "expired", "terminated", "superseded"}
ENDED = {"expired", "terminated", "superseded", "cancelled"}


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
    """List (rung, basis, bounds) of all that counts and rungs to come; count what does not."""
    left_out = {"not_factual": 0, "withdrawn": 0, "later": 0}
    found, completed, to_come, whole = [], False, [], False
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
            if basis == "milestone" and kind != "completion":
                to_come.append(MILESTONES[kind])
        elif kind == "completion":
            completed = True
        else:
            rung = (MILESTONES if basis == "milestone" else CLAIMS)[kind]
            whole = whole or (basis, kind) == ("milestone", "delivery")
            found.append((rung, basis, (earliest, latest) if edtf else None))
    left_out = {reason: number for reason, number in left_out.items() if number}
    return found, completed, whole, to_come, left_out


def taken_back(claim, basis):
    if basis == "milestone":
        return claim.review_status != "published"
    return any(
        row.kind in {"corrects", "retracts"}
        and row.claim.review_status == "published"
        and not any(
            again.kind == "retracts" and again.claim.review_status == "published"
            for again in row.claim.relations_from.all()
        )
        for row in claim.relations_from.all()
    )


def expected(agreement, all_claims):
    about = [each for each in all_claims.values()
             if agreement in [link.agreement for link in each.agreement_links.all()]]  # fmt: skip
    found, completed, whole, to_come, left_out = what_counts(agreement, all_claims, about)
    status = agreement.status
    implied = {rung for rung, says in (
        ("announced", status != "unknown"), ("signed", status in {"signed", *BEGUN}),
        ("in_force", status in BEGUN),
    ) if says}  # fmt: skip
    too_early = {rung for rung in implied
                 for other in to_come if RUNGS.index(other) <= RUNGS.index(rung)}  # fmt: skip
    implied -= too_early
    reached, dated = {}, {}
    for rung in RUNGS:
        mine = [each for each in found if each[0] == rung]
        reached[rung] = "yes" if mine else "implied" if rung in implied else "no"
        for basis in ("claim", "milestone"):
            bounds = [each[2] for each in mine if each[1] == basis and each[2]]
            if bounds:
                dated[rung] = first_of(bounds)
    come = [rung for rung in RUNGS if reached[rung] != "no"]
    top = come[-1] if come else None
    last = next(
        (rung for rung in RUNGS[::-1]
         if rung in come and (rung in EXPECTED[agreement.kind] or rung in dated)),
        top,
    )  # fmt: skip
    ahead = [rung.value for rung in EXPECTED[agreement.kind]
             if RUNGS.index(rung) > (RUNGS.index(top) if top else -1)]  # fmt: skip
    ended = completed or (status in ENDED and not too_early)
    state = "ended" if ended else "complete" if not ahead else "waiting" if last else "not_begun"
    if state == "complete" and "delivered" in EXPECTED[agreement.kind] and not whole:
        state, ahead = "delivering", ["delivered"]
    waits = last in dated and state in {"waiting", "delivering"}
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


def every_ladder():
    """List the published agreements, each with its plain ladder."""
    related = ("agreement_links__agreement", "relations_from__claim__relations_from__claim")
    claims = {each.pk: each for each in Claim.objects.prefetch_related(*related)}
    published = Agreement.objects.filter(review_status="published").order_by("pk")
    return [(each, expected(each, claims)) for each in published]
