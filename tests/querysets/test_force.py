"""Which agreements are in force on a day, compared with every assignment of possible days."""

from datetime import date, timedelta
from itertools import product

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from records.enums import AgreementStatus
from records.models import Agreement, AgreementMilestone
from records.querysets.force import certainly_in_force, possibly_in_force
from tests.factories import AgreementFactory, AgreementMilestoneFactory

pytestmark = pytest.mark.django_db

FIRST, LAST = date(2024, 2, 26), date(2024, 3, 4)
DAYS = [FIRST + timedelta(days) for days in range((LAST - FIRST).days + 1)]
ANY = [FIRST - timedelta(1), *DAYS, LAST + timedelta(1)]
"""Stands for all days: within the span each one, and one on either side."""

BEGINNINGS = {"entry_into_force", "provisional_application"}
ENDINGS = {"expiry", "termination", "completion"}
OTHERS = {"signature", "suspension", "withdrawal", "extension"}
BEGUN = {
    "provisionally_applied", "in_force", "suspended", "expired", "terminated", "superseded",
}  # fmt: skip
ENDED = {"expired", "terminated", "superseded", "cancelled"}

written = [day.isoformat() for day in DAYS]
edtf = (
    st.sampled_from(["", "2024-02", "2024-03", "2024", "2023", "2025"])
    | st.sampled_from(written)
    | st.builds("../{}".format, st.sampled_from(written))
    | st.builds("{}/..".format, st.sampled_from(written))
    | st.tuples(*[st.sampled_from(written)] * 2).map(lambda pair: "/".join(sorted(pair)))
)
milestones = st.lists(
    st.tuples(st.sampled_from(sorted(BEGINNINGS | ENDINGS | OTHERS)), edtf), max_size=3
)
agreements = st.tuples(st.sampled_from(AgreementStatus.values), milestones)


def possible_days(milestone):
    """List the days that a milestone can have."""
    earliest, latest = milestone.date_earliest, milestone.date_latest
    return [day for day in ANY if (earliest is None or earliest <= day or day == ANY[-1])
            and (latest is None or day <= latest or day == ANY[0])
            and not (latest and latest < FIRST and day != ANY[0])
            and not (earliest and earliest > LAST and day != ANY[-1])]  # fmt: skip


def worlds(agreement):
    """Yield (beginnings, endings) for every assignment of days to milestones."""
    rows = list(agreement.milestones.all())
    kinds = [row.kind for row in rows]
    choices = [possible_days(row) for row in rows]
    if agreement.status in BEGUN and not BEGINNINGS.intersection(kinds):
        kinds, choices = [*kinds, "entry_into_force"], [*choices, ANY]
    if agreement.status in ENDED and not ENDINGS.intersection(kinds):
        kinds, choices = [*kinds, "termination"], [*choices, ANY]
    for days in product(*choices):
        dated = list(zip(kinds, days, strict=True))
        yield (
            [day for kind, day in dated if kind in BEGINNINGS],
            [day for kind, day in dated if kind in ENDINGS],
        )


def in_force(beginnings, endings, day):
    begun = bool(beginnings) and min(beginnings) <= day
    return begun and (not endings or day <= min(endings))


def found(verb, day):
    condition = verb(AgreementMilestone.objects.all(), day)
    return set(Agreement.objects.filter(condition).values_list("pk", flat=True))


@given(st.lists(agreements, min_size=6, max_size=6))
@settings(derandomize=True, database=None, deadline=None, max_examples=15)
def test_possible_is_some_assignment_of_days_and_certain_is_every_one(drawn):
    with transaction.atomic():
        made = [
            AgreementFactory(
                status=status,
                milestones=[AgreementMilestoneFactory.build(kind=kind, date=edtf)
                            for kind, edtf in rows],
            )
            for status, rows in drawn
        ]  # fmt: skip
        for day in DAYS:
            truths = {each.pk: [in_force(*world, day) for world in worlds(each)] for each in made}
            possible, certain = found(possibly_in_force, day), found(certainly_in_force, day)
            assert possible == {number for number, truth in truths.items() if any(truth)}
            assert certain == {number for number, truth in truths.items() if all(truth)}
            assert certain <= possible
        transaction.set_rollback(True)


@pytest.mark.parametrize(
    ("status", "rows", "possible", "certain"),
    [
        ("unknown", [("entry_into_force", "2024-02-28")], True, True),
        ("unknown", [("entry_into_force", "2024-03-01")], True, True),
        ("unknown", [("entry_into_force", "2024-03-02")], False, False),
        ("unknown", [("provisional_application", "2024-03")], True, False),
        ("unknown", [("entry_into_force", "")], True, False),
        ("unknown", [("entry_into_force", "2020"), ("expiry", "2024-03-01")], True, True),
        ("unknown", [("entry_into_force", "2020"), ("termination", "2024-02-29")], False, False),
        ("unknown", [("entry_into_force", "2020"), ("completion", "2024")], True, False),
        ("unknown", [("entry_into_force", "2020"), ("expiry", "")], True, False),
        ("unknown", [("entry_into_force", "2020"), ("suspension", "2021")], True, True),
        ("in_force", [("signature", "2020")], True, False),
        ("signed", [("signature", "2020")], False, False),
        ("terminated", [("entry_into_force", "2020")], True, False),
        ("in_force", [("expiry", "2023")], False, False),
    ],
)
def test_first_of_march_2024(status, rows, possible, certain):
    made = AgreementFactory(
        status=status,
        milestones=[AgreementMilestoneFactory.build(kind=kind, date=edtf) for kind, edtf in rows],
    )
    day = date(2024, 3, 1)

    assert (made.pk in found(possibly_in_force, day)) == possible
    assert (made.pk in found(certainly_in_force, day)) == certain
