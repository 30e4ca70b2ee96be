"""The first page of the desk."""

import re
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from records.admin.dashboard_progress import progress
from records.models import Claim, Organization
from tests.factories import (
    AgreementEvidenceFactory,
    AgreementFactory,
    AgreementMilestoneFactory,
    ClaimFactory,
    OrganizationEvidenceFactory,
    OrganizationFactory,
    UserFactory,
    WeaponSystemEvidenceFactory,
    WeaponSystemFactory,
)
from tests.pictures.svg import texts

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


def coverage_rows(page):
    rows = page.context["coverage"]["rows"]
    return {row["title"]: [count for _, count in row["cells"]] for row in rows}


def test_coverage_is_counted_and_leads_to_the_records(editor):
    bare = OrganizationFactory(country="", website="")
    lone, disputed = (
        OrganizationFactory(
            country="", website="",
            evidence=[OrganizationEvidenceFactory.build(field="name", stance=stance)],
        )
        for stance in ("supports", "contradicts")
    )  # fmt: skip
    OrganizationFactory(review_status="draft")
    page = editor.get("/admin/")
    assert coverage_rows(page) == {
        "Agreements": [0, 0, 0],
        "Organizations": [4, 1, 1],  # two of the first, the kinds of the others
        "Weapon systems": [0, 0, 0],
    }
    cells = page.context["coverage"]["rows"][1]["cells"]
    listed = [set(editor.get(address).context["cl"].result_list) for address, _ in cells]
    assert listed == [{bare, lone, disputed}, {lone}, {disputed}]
    for address, _ in cells:
        assert f'<a href="{address}">' in page.content.decode()


@pytest.mark.parametrize("model", ["agreement", "organization", "weaponsystem"])
@pytest.mark.parametrize("state", ["unsupported", "single_source", "disputed"])
def test_lists_are_narrowed_by_evidence(editor, model, state):
    makers = {
        "agreement": (AgreementFactory, AgreementEvidenceFactory),
        "organization": (OrganizationFactory, OrganizationEvidenceFactory),
        "weaponsystem": (WeaponSystemFactory, WeaponSystemEvidenceFactory),
    }
    make, evidence = makers[model]
    stance = "contradicts" if state == "disputed" else "supports"
    rows = [] if state == "unsupported" else [evidence.build(stance=stance)]
    record, _ = make(evidence=rows), make(evidence=rows, review_status="draft")
    page = editor.get(f"/admin/records/{model}/?evidence={state}")
    assert list(page.context["cl"].result_list) == [record]


def test_what_waits_longest_comes_first(editor):
    records = [OrganizationFactory(review_status="draft") for _ in range(4)]
    records += [ClaimFactory(review_status="in_review") for _ in range(2)]
    page = editor.get("/admin/")
    assert page.context["coverage"]["waiting"] == 6
    assert [row.public_id for row in page.context["coverage"]["oldest"]] == [
        record.public_id for record in records[:5]
    ]
    first = page.context["coverage"]["oldest"][0]
    assert editor.get(first.address).context["original"] == records[0]


def test_somebody_without_permissions_sees_nothing_of_coverage():
    OrganizationFactory(review_status="draft", name="Nobody's business")
    client = Client()
    client.force_login(UserFactory(is_staff=True))
    page = client.get("/admin/")
    assert (page.context["coverage"]["rows"], page.context["coverage"]["oldest"]) == ([], [])
    assert "Nobody&#x27;s business" not in page.content.decode()


def waiting(date, **columns):
    return AgreementFactory(
        kind="maintenance_contract",
        status="signed",
        milestones=[AgreementMilestoneFactory.build(kind="signature", date=date, claim=None)],
        **columns,
    )


def test_agreements_that_wait_longest_come_first(editor):
    waiting("2025-02-03", title="Newer")
    waiting("2024-01-02", title="Older")
    waiting("2020", title="Draft", review_status="draft")
    AgreementFactory(title="Complete", kind="memorandum_of_understanding", status="signed")
    with time_machine.travel("2025-03-05T12:00:00Z", tick=False):
        page = editor.get("/admin/")
    found = page.context["progress"]
    assert [(line.title, line.told) for line in found.agreements] == [
        ("Older", "Waiting for 428 days; next: funded"),
        ("Newer", "Waiting for 30 days; next: funded"),
    ]
    assert found.waiting == 2
    body = page.content.decode()
    assert all(f'<a href="{line.address}">' in body for line in found.agreements)
    picture = ET.fromstring(re.search("<svg[^>]*picture.*?</svg>", body, re.DOTALL)[0])
    assert [text for text in texts(picture) if text.endswith(("Older", "Newer"))] == [
        f"{line.public_id} {line.title}" for line in found.agreements
    ]


def test_promises_that_are_overdue_are_counted_and_listed(editor):
    oldest, other = (
        ClaimFactory(modality="plan", due=due, text=f"Due {due}.") for due in ("2023", "2024-05")
    )
    ClaimFactory(modality="plan", due="2023", outcome="kept")
    ClaimFactory(modality="plan", due="2023", review_status="draft", citations=[])
    ClaimFactory(modality="plan", due="2025-03")
    with time_machine.travel("2025-03-05T12:00:00Z", tick=False):
        found = editor.get("/admin/").context["progress"]
    assert found.overdue == 2
    assert [(line.public_id, line.title, line.told) for line in found.promises] == [
        (oldest.public_id, "Due 2023.", "Due 2023"),
        (other.public_id, "Due 2024-05.", "Due 2024-05"),
    ]
    assert editor.get(found.promises[0].address).context["original"] == oldest


def test_somebody_without_permissions_sees_nothing_of_progress():
    waiting("2024-01-02", title="Nobody's business")
    ClaimFactory(modality="plan", due="2023")
    client = Client()
    client.force_login(UserFactory(is_staff=True))
    assert client.get("/admin/").context["progress"] == (0, "", [], 0, [])


@pytest.mark.parametrize("count", [1, 3])
def test_progress_takes_the_same_queries(editor, count, django_assert_num_queries):
    for number in range(count):
        waiting(f"202{number}")
        ClaimFactory(modality="plan", due=f"202{number}")
    cache.clear()
    with django_assert_num_queries(11):
        progress()
