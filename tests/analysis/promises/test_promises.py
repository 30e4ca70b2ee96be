"""Promises, compared with what each claim and each figure says by itself, day by day."""

from datetime import date
from itertools import product

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from records.analysis.promises.reading import read_promises
from records.analysis.promises.selecting import Wanted
from records.models import Claim
from tests.analysis.promises.drawn import drawn, store
from tests.analysis.promises.plain import ON, expected, falls_due, promises, said_of_others

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
        transaction.set_rollback(True)
