"""What claims and figures promise, told from each of them by itself, day by day."""

from datetime import date, timedelta

from records.models import Claim, ClaimRelation
from tests.analysis.promises.drawn import PROMISING, TELLING

ON = date(2025, 1, 15)
FAR = timedelta(500)
SAYING = {"updates", "corrects", "narrows"}
RESTATING = {"duplicates", "derives_from", "corroborates"}


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


def said_of_others():
    """List what published claims say of others that no published claim retracts."""
    rows = ClaimRelation.objects.select_related("claim", "other")
    said = [row for row in rows if row.claim.review_status == "published"]
    taken_back = [row.other for row in said if row.kind == "retracts"]
    return [row for row in said if row.claim not in taken_back]


def due_of(claim, measure):
    """Give the bounds of the first date that there is."""
    if measure and measure.due:
        return measure.due_earliest, measure.due_latest
    if measure and measure.period:
        return measure.period_earliest, measure.period_latest
    return claim.due_earliest, claim.due_latest


def falls_due(row, after, before, *, certainly):
    """Say whether a promise is due in a period, on one of its days or on whichever it is."""
    meant = [(not after or after <= day) and (not before or day <= before)
             for day in days(*row["due"]) or ()]  # fmt: skip
    return (all if certainly else any)(meant) and meant != []


def promises_something(claim):
    """Say whether a published claim promises anything, in itself or in one of its figures."""
    measures = claim.measures.exclude(temporal_mode="actual")
    return claim.modality in PROMISING or (claim.modality in TELLING and measures.exists())


def restated_by(claim, relations):
    """List the claims with promises that a claim repeats, over however many steps."""
    found, new = set(), {claim}
    while new:
        new = {
            row.other
            for row in relations
            if row.claim in new
            and row.kind in RESTATING
            and row.other.review_status == "published"
            and promises_something(row.other)
        } - found
        found |= new
    return found


def is_restating(claim, relations):
    """Say whether a claim repeats another promise; in a circle the first by number does not."""
    beyond = restated_by(claim, relations)
    circle = {other for other in beyond if claim in restated_by(other, relations)}
    return beyond > circle or any(other.pk < claim.pk for other in circle)


def standing_around(claim, relations):
    """Sort the published claims around a claim by what they do to it."""
    found = {"decided": set(), "told": set(), "revised": set(), "restated": set(), "later": set()}
    for row in relations:
        if row.other != claim:
            continue
        kind, modality = row.kind, row.claim.modality
        says = kind in SAYING
        decides = kind == "retracts" or (
            (says or kind == "contradicts") and modality in {*TELLING, "denial"}
        )
        if not decides and not (says and modality in PROMISING):
            continue
        if row.claim.occurred_earliest and row.claim.occurred_earliest > ON:
            found["later"].add((kind, row.claim))
            continue
        found["decided" if decides else "revised"].add((kind, row.claim))
        if says and modality in TELLING:
            found["told"].add(row.claim)
    for row in relations:
        restates = row.kind in RESTATING
        if row.claim == claim and restates and row.other.review_status == "published":
            found["restated"].add((row.kind, row.other))
    return found


def lateness(due, outcome, told):
    """Try every day it can be due on against every day it can have come about."""
    if outcome == "missed":
        return "missed"
    if outcome not in {"kept", "late", "partly"} or not told:
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


def figures_to_come(claim):
    """Count the figures of a claim that promises something which it does not state as a fact."""
    to_come = [each for each in claim.measures.all() if each.temporal_mode != "actual"]
    return len(to_come) if claim.modality in PROMISING else 0


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
        "due": bounds,
        "place": (sort, claim.pk, measure.position + 1 if measure else 0),
        "stated_as": measure.temporal_mode if measure else claim.modality,
        "outcome": outcome,
        "overdue": overdue,
        "lateness": late,
        **{name: around[name] for name in ("decided", "revised", "restated", "later")},
    }
