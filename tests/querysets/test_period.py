from datetime import date

import pytest
from django.db.models import Q

from records.models import Source
from records.querysets import period
from tests.factories import SourceFactory

pytestmark = pytest.mark.django_db

DATES = ("", "2023", "2024", "2024-03", "2024-03/..", "../2024-03")
SPRING = date(2024, 3, 15)


@pytest.mark.parametrize(
    ("verb", "found"),
    [
        (period.possibly_from, ["2024", "2024-03", "2024-03/..", "../2024-03"]),
        (period.possibly_until, ["2023", "2024", "2024-03", "2024-03/..", "../2024-03"]),
        (period.certainly_from, []),
        (period.certainly_until, ["2023"]),
    ],
)
def test_day_within_a_date_is_possible_and_not_certain(verb, found):
    assert matching(verb("published", SPRING)) == found


@pytest.mark.parametrize(
    ("verb", "day", "found"),
    [
        (period.certainly_from, date(2024, 1, 1), ["2024", "2024-03", "2024-03/.."]),
        (period.certainly_from, date(2024, 3, 1), ["2024-03", "2024-03/.."]),
        (period.certainly_until, date(2024, 3, 31), ["2023", "2024-03", "../2024-03"]),
        (period.certainly_until, date.max, ["2023", "2024", "2024-03", "../2024-03"]),
        (period.possibly_from, date.max, ["2024-03/.."]),
        (period.possibly_until, date.min, ["../2024-03"]),
    ],
)
def test_bounds_are_included_and_open_ends_unbounded(verb, day, found):
    assert matching(verb("published", day)) == found


@pytest.fixture(autouse=True)
def _sources():
    for written in DATES:
        SourceFactory(published=written)


def matching(condition):
    return list(Source.objects.filter(condition).order_by("pk").values_list("published", flat=True))


@pytest.mark.parametrize("day", [date(2023, 1, 1), date(2024, 3, 31), date(2024, 12, 31)])
@pytest.mark.parametrize("upper", [False, True])
def test_certain_match_implies_the_place_in_order(day, upper):
    verb = period.certainly_until if upper else period.certainly_from
    certain = verb("published", day)
    implied = Q(**period.implied("published_sort", day, upper=upper))
    assert matching(certain & implied) == matching(certain)
