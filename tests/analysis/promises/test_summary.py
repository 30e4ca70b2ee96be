"""Sums of promises, compared with counting them one by one."""

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from records.analysis.promises.selecting import Wanted
from records.analysis.promises.summing import By, sum_promises
from records.models import Claim
from tests.analysis.promises.drawn import TELLING, drawn, store
from tests.analysis.promises.plain import (
    ON,
    SAYING,
    expected,
    is_restating,
    promises,
    said_of_others,
)

pytestmark = pytest.mark.django_db


def keys(claim, stated_as, by):
    """List the groups of a promise; None for those that belong to none."""
    if by == By.ACTOR:
        about = [link.organization_id for link in claim.organization_links.all()]
        return ([claim.said_by_id] if claim.said_by_id else about) or [None]
    if by == By.COUNTRY:
        return [link.country for link in claim.country_links.all()] or [None]
    return [claim.kind if by == By.KIND else stated_as]


def tally(rows):
    """Count promises as `shown` shows a group of them."""

    def count(name):
        values = [row[name] for row in rows]
        return {value: values.count(value) for value in set(values)}

    late = [row["lateness"] for row in rows if isinstance(row["lateness"], tuple)]
    return len(rows), count("outcome"), count("overdue"), sorted(late, key=str)


def shown(group):
    late = sorted(((days.min, days.max) for days in group.late), key=str)
    return group.promises, dict(group.outcomes), dict(group.overdue), late


@given(drawn, st.sampled_from(By), st.booleans())
@settings(derandomize=True, database=None, deadline=None, max_examples=25)
def test_sums_are_those_of_promises_one_by_one(claims, by, guarded):
    with transaction.atomic():
        store(claims)
        relations = said_of_others()
        every = list(promises())
        again = {each for each, _ in every if guarded and is_restating(each, relations)}
        rows, groups, repeated, later = [], {}, 0, set()
        for claim, measure in every:
            row = expected(claim, measure, relations)
            later |= {(claim, *told) for told in row["later"]
                      if told[0] in SAYING and told[1].modality in TELLING}  # fmt: skip
            if claim in again:
                repeated += 1
                continue
            rows.append(row)
            for key in keys(claim, row["stated_as"], by):
                groups.setdefault(key, []).append(row)

        found = sum_promises(Claim.objects.published(), Wanted(ON), by, guarded=guarded)

        assert {key: shown(group) for key, group in found.groups.items()} == {
            key: tally(rows) for key, rows in groups.items()
        }
        sizes = [group.promises for group in found.groups.values()]
        assert sizes == sorted(sizes, reverse=True)
        assert (shown(found.total), found.restatements) == (tally(rows), repeated)
        assert found.later == len(later)
        transaction.set_rollback(True)
