"""Conflicts are what comparing every pair of figures finds, in words and sets of days."""

from itertools import combinations

import pytest
from django.db import transaction
from hypothesis import example, given, settings

from records.analysis.conflicts.conflicts import Wanted, conflicts
from records.models import Claim
from tests.analysis.figures.claims import (
    BOTH,
    ONE,
    Stated,
    Told,
    about_the_same,
    claims,
    measure_the_same,
    replacements,
    store,
)

pytestmark = [pytest.mark.django_db, pytest.mark.behind_the_service]

SETTLING = ["retracts", "corrects", "narrows", "updates"]


def found(**wanted):
    """List the pairs that are found, each with all that is said of it."""
    groups = conflicts(Claim.objects.published(), Wanted(**wanted), limit=1000).groups
    return [pair for group in groups for pair in group.pairs]


def why(one, other):
    """Say why two figures cannot both hold, if they cannot."""
    if one.days == other.days:
        return None if one.numbers & other.numbers else "same_period"
    if one.metric == "personnel":
        apart = one.days & other.days and not one.numbers & other.numbers
        return "overlapping_period" if apart else None
    for part, whole in ((one, other), (other, one)):
        if part.days < whole.days and min(part.numbers) > max(whole.numbers):
            return "part_exceeds_whole"
    return None


def expected(figures):
    """Compare every pair."""
    pairs = {}
    counted = [
        each for each in figures
        if each.mode == "absolute" and each.numbers and each.date
        and each.claim.modality != "denial"
    ]  # fmt: skip
    for one, other in combinations(sorted(counted, key=lambda each: each.place), 2):
        if (
            one.claim is not other.claim
            and about_the_same(one.claim, other.claim)
            and measure_the_same(one, other)
            and (basis := why(one, other))
        ):
            vague = one.is_vague or other.is_vague or "about" in (one.qualifier, other.qualifier)
            sure = not vague and basis != "overlapping_period"
            pairs[one.place, other.place] = (basis, "certain" if sure else "possible")
    return pairs


def told_of(organizations, value, qualifier="exact"):
    """Tell of some organizations how many drones they made in 2024."""
    figure = Stated(
        metric="production_output", category="uas", words="drones", mode="absolute",
        qualifier=qualifier, value=value, currency="", period="2024", baseline="",
        temporal_mode="actual", length="",
    )  # fmt: skip
    return Told(
        modality="reported", occurred="", agreements=frozenset(), organizations=organizations,
        countries=frozenset(), relations=[], measures=[figure], published=True,
    )  # fmt: skip


@settings(max_examples=25)
@given(claims([*SETTLING, "contradicts", "contradicts"]))
@example([told_of(ONE, 1), told_of(BOTH, 2), told_of(BOTH, 3), told_of(BOTH, 4, "about")])
def test_conflicts_are_those_of_every_pair(told):
    with transaction.atomic():
        figures = store(told)
        pairs = found()
        transaction.set_rollback(True)

    by_figures = {
        (pair.one, pair.other): (pair.basis, pair.certainty)
        for pair in pairs if pair.basis != "marked"
    }  # fmt: skip
    assert by_figures == expected(figures)
    assert len(pairs) == len({(pair.one, pair.other) for pair in pairs})


@settings(max_examples=25)
@given(claims([*SETTLING, "contradicts", "contradicts"]))
def test_marks_and_resolutions_are_those_that_claims_say(told):
    with transaction.atomic():
        figures = store(told)
        pairs = found()
        open_ones, resolved = found(resolved=False), found(resolved=True)
        transaction.set_rollback(True)

    public = [each for each in told if each.published]
    speaking = [
        each for each in public
        if not any(("retracts", each) in other.relations for other in public)
    ]  # fmt: skip
    marked = {
        tuple(sorted((each.number, other.number)))
        for each in speaking for kind, other in each.relations
        if kind == "contradicts" and other.published
    }  # fmt: skip
    assert {(p.one[0], p.other[0]) for p in pairs if p.basis == "marked"} == marked

    settled = {
        frozenset((each.number, other.number))
        for each in speaking for kind, other in each.relations if kind in SETTLING
    }  # fmt: skip
    replaced = {place for place, _ in replacements(figures, told)}
    for pair in pairs:
        between = frozenset((pair.one[0], pair.other[0])) in settled
        assert (pair.resolution is not None) == (between or bool({pair.one, pair.other} & replaced))
    assert len(open_ones) + len(resolved) == len(pairs)
    assert {pair.resolution for pair in open_ones} <= {None}


@settings(max_examples=15)
@given(claims(["contradicts"]))
def test_groups_are_connected_pairs(told):
    with transaction.atomic():
        store(told)
        groups = conflicts(Claim.objects.published(), Wanted(), limit=1000).groups
        transaction.set_rollback(True)

    members = [set(group.members) for group in groups]
    assert sum(map(len, members)) == len(set().union(*members))  # no figure is in two groups
    for group in groups:
        reached = {group.pairs[0].one}
        for _ in group.pairs:
            reached |= {
                end for pair in group.pairs for end in (pair.one, pair.other)
                if {pair.one, pair.other} & reached
            }  # fmt: skip
        assert reached == set(group.members)
        assert len({pair.basis == "marked" for pair in group.pairs}) == 1
