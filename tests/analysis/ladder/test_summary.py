"""Sums of ladders, compared with counting them one by one."""

import pytest
from django.db import transaction
from hypothesis import given, settings

from records.analysis.ladder.reading import read_ladders
from records.analysis.ladder.rungs import EXPECTED
from records.analysis.ladder.summing import sum_ladders
from records.models import Agreement
from tests.analysis.ladder.drawn import agreements, claims, store
from tests.analysis.ladder.plain import ON, RUNGS, every_ladder

pytestmark = pytest.mark.django_db


def summed(ladders):
    """Count over plain ladders, as `expected` gives them, what a summary counts over ladders."""
    agreements = [agreement for agreement, _ in ladders]
    plain = [ladder for _, ladder in ladders]
    return {
        "agreements": len(plain),
        "states": counted(each["state"] for each in plain),
        "left_out": {
            reason: sum(each["left_out"].get(reason, 0) for each in plain)
            for reason in {reason for each in plain for reason in each["left_out"]}
        },
        "rungs": {
            rung: {
                "expected": sum(rung in EXPECTED[each.kind] for each in agreements),
                "reached": counted(each["reached"][rung] for each in plain),
                "missing": sum(
                    rung in EXPECTED[agreement.kind] and each["reached"][rung] == "no"
                    for agreement, each in ladders
                ),
                "waiting": sum(
                    each["state"] in {"waiting", "delivering"} and each["last"] == rung
                    for each in plain
                ),
                "waited": [
                    each["waited"] for each in plain if each["waited"] and each["last"] == rung
                ],
                "lags": sorted(
                    ((start, days) for each in plain for start, end, days in each["lags"]
                     if end == rung),
                    key=str,
                ),
            }
            for rung in RUNGS
        },
    }  # fmt: skip


def counted(values):
    values = list(values)
    return {value: values.count(value) for value in set(values)}


def shown(found):
    return {
        "agreements": found.agreements,
        "states": dict(found.states),
        "left_out": dict(found.left_out),
        "rungs": {
            rung: {
                "expected": tally.expected,
                "reached": dict(tally.reached),
                "missing": tally.missing,
                "waiting": tally.waiting,
                "waited": [(days.min, days.max) for days in tally.waited],
                "lags": sorted(
                    ((start, (each.min, each.max)) for start, lags in tally.lags.items()
                     for each in lags),
                    key=str,
                ),
            }
            for rung, tally in found.rungs.items()
        },
    }  # fmt: skip


@given(claims, agreements)
@settings(derandomize=True, database=None, deadline=None, max_examples=25)
def test_sums_are_those_of_ladders_one_by_one(drawn_claims, drawn_agreements):
    with transaction.atomic():
        store(drawn_claims, drawn_agreements)
        found = sum_ladders(read_ladders(Agreement.objects.published().order_by("pk"), ON))
        assert shown(found) == summed(every_ladder())
        transaction.set_rollback(True)
