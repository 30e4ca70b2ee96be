"""The first page of the desk."""

from datetime import UTC, datetime

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from records.models import Claim, Organization
from tests.factories import ClaimFactory, OrganizationFactory, UserFactory

pytestmark = pytest.mark.django_db


def month_before(count):
    """Return the first moment of the month that came so many months before this one."""
    now = timezone.now()
    months = now.year * 12 + now.month - 1 - count
    return datetime(months // 12, months % 12 + 1, 1, tzinfo=UTC)


def created(record, moment):
    type(record).objects.filter(pk=record.pk).update(created_at=moment)


def bars(page):
    return [(row["added"], row["percent"]) for row in page.context["months"]]


@pytest.mark.behind_the_service
def test_chart_counts_by_month_of_creation(editor):
    created(OrganizationFactory(), month_before(0))
    created(OrganizationFactory(), month_before(2))
    created(ClaimFactory(), month_before(2))
    created(ClaimFactory(), month_before(11))
    created(ClaimFactory(), month_before(12))
    OrganizationFactory(name="Changed today")
    Organization.objects.filter(name="Changed today").update(created_at=month_before(2))

    page = editor.get("/admin/")
    # A claim's factory makes a source too, which was created in this month.
    sources = Claim.objects.count()
    longest = 1 + sources
    assert bars(page) == [
        (1, round(100 / longest, 1)),
        *[(0, 0.0)] * 8,
        (3, round(300 / longest, 1)),
        (0, 0.0),
        (longest, 100.0),
    ]
    months = [row["month"] for row in page.context["months"]]
    assert months == [month_before(count) for count in range(11, -1, -1)]
    body = page.content.decode()
    assert f'<time datetime="{months[0]:%Y-%m}">{months[0]:%b %Y}</time>' in body


def test_chart_of_an_empty_register_has_no_bars(editor):
    assert bars(editor.get("/admin/")) == [(0, 0.0)] * 12


def test_states_are_counted_and_lead_to_their_lists(editor):
    OrganizationFactory(review_status="draft")
    OrganizationFactory(review_status="draft")
    OrganizationFactory()
    page = editor.get("/admin/")
    rows = {row["title"]: row for row in page.context["states"]["rows"]}
    counts = {title: [count for _, count in row["cells"]] for title, row in rows.items()}
    assert counts == {
        "Claims": [0, 0, 0, 0, 0, 0, 0],
        "Agreements": [0, 0, 0, 0, 0, 0, 0],
        "Organizations": [2, 0, 0, 1, 0, 0, 0],
        "Weapon systems": [0, 0, 0, 0, 0, 0, 0],
        "Sources": [0, 0, 0, 0, 0, 0, 0],
    }
    address, _ = rows["Organizations"]["cells"][0]
    assert address == "/admin/records/organization/?review_status__exact=draft"
    assert len(editor.get(address).context["cl"].result_list) == 2
    address, _ = rows["Organizations"]["cells"][1]
    assert address == "/admin/records/organization/review/"


def test_latest_changes_come_first(editor):
    records = [OrganizationFactory(name=f"Name {number}") for number in range(12)]
    page = editor.get("/admin/")
    assert [record.pk for record, _ in page.context["latest"]] == [
        record.pk for record in reversed(records[2:])
    ]


def test_somebody_without_permissions_sees_no_counts_and_no_records():
    record = OrganizationFactory(name="Nobody's business")
    client = Client()
    client.force_login(UserFactory(is_staff=True))
    cache.clear()
    page = client.get("/admin/")
    assert (page.context["states"]["rows"], page.context["latest"]) == ([], [])
    assert bars(page) == [(0, 0.0)] * 12
    assert record.name not in page.content.decode()
