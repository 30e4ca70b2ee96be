"""Promises, compared with what each claim and each figure says by itself, day by day."""

from datetime import date
from itertools import product

import pytest
from django.db import connection, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from records.analysis.promises.reading import read_promises
from records.analysis.promises.selecting import Wanted
from records.models import Claim
from tests.analysis.promises.drawn import PROMISING, drawn, store
from tests.analysis.promises.plain import (
    ON,
    expected,
    falls_due,
    figures_to_come,
    promises,
    said_of_others,
)
from tests.factories import ClaimFactory, MeasureFactory

pytestmark = pytest.mark.django_db

PERIODS = (
    (None, date(2025, 1, 12)), (date(2025, 1, 12), None), (date(2025, 1, 12), date(2025, 1, 31)),
)  # fmt: skip


def shown(promise):
    place, late, around = promise.place, promise.lateness, promise.around
    due = promise.due and promise.due.period
    return {
        "due": (due.earliest, due.latest) if due else (None, None),
        "place": (place.due, place.claim, place.rank),
        "stated_as": promise.stated_as,
        "outcome": promise.judgement.outcome,
        "overdue": promise.judgement.overdue,
        "lateness": (late.days.min, late.days.max) if late.days else late.gap,
        "decided": {(each.relation, each.claim) for each in around.decided_by},
        "revised": {(each.relation, each.claim) for each in around.revised_by},
        "restated": {(each.relation, each.claim) for each in around.restates},
        "later": {(each.relation, each.claim) for each in around.later},
    }


def read(size, **wanted):
    """Read all pages."""
    found, after, begun = [], None, False
    while after or not begun:
        begun = True
        page = read_promises(
            Claim.objects.published(), Wanted(ON, **wanted), size=size, after=after
        )
        after = page.after
        assert len(page.promises) == size or not after
        found += page.promises
    return [shown(each) for each in found]


class Replacing:
    """Takes away the figures of a claim when a number of queries were sent."""

    def __init__(self, claim, queries):
        self.claim, self.left = claim, queries

    def __call__(self, execute, *query):
        self.left -= 1
        if self.left == -1:
            self.claim.measures.all().delete()
        return execute(*query)


@pytest.mark.parametrize("queries", range(6))
def test_figures_that_are_replaced_while_they_are_read_are_left_out(queries):
    figures = [MeasureFactory.build(temporal_mode="plan", period=year) for year in ("2026", "2027")]
    claim = ClaimFactory(measures=figures)

    with connection.execute_wrapper(Replacing(claim, queries)):
        page = read_promises(Claim.objects.published(), Wanted(ON), size=1)

    assert (len(page.promises), page.after is not None) == (int(queries > 3), queries > 1)


def left_out(every):
    """Count the figures that promise nothing of their own, and what is told only later."""
    claims = {claim for claim, _ in promises()}
    own = [measure for claim, measure in promises()
           if measure and claim.modality in PROMISING]  # fmt: skip
    later = {(each["place"][1], told) for each in every for told in each["later"]}
    return sum(map(figures_to_come, claims)) - len(own), len(later)


@given(drawn, st.sampled_from([2, 50]))
@settings(derandomize=True, database=None, deadline=None, max_examples=25)
def test_promises_are_what_claims_and_figures_say(claims, size):
    with transaction.atomic():
        store(claims)
        relations = said_of_others()
        every = sorted(
            (expected(*each, relations) for each in promises()), key=lambda each: each["place"]
        )

        assert read(size) == every
        for name, values in (("outcome", ["open", "late"]), ("overdue", ["possibly", "unknown"])):
            wanted = {"outcomes" if name == "outcome" else name: values}
            assert read(50, **wanted) == [each for each in every if each[name] in values]
        for (after, before), certainly in product(PERIODS, (True, False)):
            wanted = {"due_after": after, "due_before": before, "certainly": certainly}
            assert read(50, **wanted) == [
                each for each in every if falls_due(each, after, before, certainly=certainly)
            ]
        page = read_promises(Claim.objects.published(), Wanted(ON), size=50)
        assert (page.figures, page.later) == left_out(every)
        transaction.set_rollback(True)
