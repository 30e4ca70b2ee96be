"""Ladders, compared with what each agreement, its milestones and its claims say by themselves."""

import pytest
from django.db import transaction
from hypothesis import given, settings

from records.analysis.ladder.reading import read_ladders
from records.models import Agreement
from tests.analysis.ladder.drawn import agreements, claims, store
from tests.analysis.ladder.plain import ON, every_ladder

pytestmark = pytest.mark.django_db


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
        ladders = read_ladders(Agreement.objects.published().order_by("pk"), ON)
        assert [shown(each) for each in ladders] == [each for _, each in every_ladder()]
        transaction.set_rollback(True)
