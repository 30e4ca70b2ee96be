"""Date filters agree with periods compared in Python, for every kind of date."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from records.api.filters.dates import DateMatch
from records.models import Claim, ClaimOrganization
from records.values.edtf import parse_edtf
from records.values.period import Period
from tests.api.filters.support import World
from tests.factories import OrganizationFactory

pytestmark = pytest.mark.django_db

DATES = [
    "", "0001-01-01", "9999-12-31", "2022", "2023~", "2024", "2024-02", "2024-02-28", "2024-02-29?",
    "2024-03-01", "2024-21", "2024-24", "2024-33", "2024-36", "2024-40", "2024-41%", "2025-01",
    "2023-11/2024-02", "2024-02-10/2024-02-20", "2023/2025", "2024-02/..", "2024-12-31/..",
    "0001-01-01/..", "../2023", "../2024-02-29", "../9999", "2026/..",
]  # fmt: skip
MIDDLE = date(2024, 2, 15)


def build_world():
    world = World(one=OrganizationFactory(), other=OrganizationFactory())
    for written in DATES:
        claim = Claim(
            text=written or "undated", language="en", occurred=written, due=written,
            kind="other", modality="reported",
        )  # fmt: skip
        claim.save()
        for name in ("one", "other"):
            ClaimOrganization(claim=claim, organization=world[name]).save()
        world[written] = claim
    return world


def edges():
    """Draw days around the dates of the table, and any others."""
    near = st.integers(-900, 900).map(lambda days: MIDDLE + timedelta(days))
    bounds = {day for each in DATES if each for day in bounds_of(each) if day}
    return st.none() | near | st.sampled_from(sorted(bounds)) | st.dates()


def bounds_of(written):
    read = parse_edtf(written)
    return read.earliest, read.latest


def expected(after, before, match):
    asked = Period(after, before)
    compare = Period.within if match == DateMatch.CERTAIN else Period.overlaps
    return sorted(each for each in DATES if each and compare(Period(*bounds_of(each)), asked))


@pytest.mark.parametrize("also", ["", "organization={one}", "organization={one}&country!=UA"])
@pytest.mark.parametrize("name", ["occurred", "due"])
@settings(
    derandomize=True,
    database=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(bounds=st.tuples(edges(), edges()), match=st.sampled_from(DateMatch))
def test_period_is_that_of_python(world, name, also, bounds, match):
    after, before = sorted(bounds) if None not in bounds else bounds
    query = [f"date_match={match}", *([also] if also else [])]
    query += [f"{name}_after={after.isoformat()}"] if after else []
    query += [f"{name}_before={before.isoformat()}"] if before else []
    found = world.found(Claim, "&".join(query))
    assert found == (expected(after, before, match) if after or before else sorted(DATES))


@pytest.mark.parametrize(
    ("query", "same"),
    [
        ("occurred_after=2024", "occurred_after=2024-01-01"),
        ("occurred_before=2024", "occurred_before=2024-12-31"),
        ("occurred_after=2024-33", "occurred_after=2024-01-01"),
        ("occurred_before=2024-24", "occurred_before=2025-02-28"),
        ("occurred_after=2023-05~", "occurred_after=2023-05-01"),
        ("occurred_after=2024-02/..", "occurred_after=2024-02-01"),
        ("occurred_before=../2024-02", "occurred_before=2024-02-29"),
    ],
)
def test_range_reaches_from_the_first_day_to_the_last(world, query, same):
    assert world.found(Claim, query) == world.found(Claim, same)
