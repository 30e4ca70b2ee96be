"""Records at the editors' desk: looked at, not yet edited."""

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from tests.support.records import SUBJECTS

pytestmark = pytest.mark.django_db


@pytest.fixture(params=SUBJECTS, ids=str)
def subject(request):
    return request.param


@pytest.fixture
def desk(db):
    client = Client()
    client.force_login(User.objects.create_superuser("admin"))
    return client


def address(subject, action, *args):
    return reverse(f"admin:records_{subject.resource.model._meta.model_name}_{action}", args=args)


@pytest.mark.parametrize("count", [1, 3])
def test_changelist_query_count(desk, subject, count, django_assert_num_queries):
    records = [subject.make() for _ in range(count)]
    subject.resource.model.objects.exclude(pk__in=[record.pk for record in records]).update(
        review_status="draft"
    )
    with django_assert_num_queries(4):  # session, user, count, rows
        page = desk.get(address(subject, "changelist"), {"review_status__exact": "published"})
    shown = re.findall(r'class="field-public_id">.*?>([A-Z]{3}-\d+)<', page.content.decode())
    assert shown == [record.public_id for record in reversed(records)]


def test_detail_shows_the_record_and_its_rows(desk, subject):
    record = subject.make()
    page = desk.get(address(subject, "change", record.pk))
    assert page.status_code == 200
    assert str(record) in page.content.decode()


def test_nobody_writes_at_the_desk_yet(desk, subject):
    record = subject.make()
    assert desk.get(address(subject, "add")).status_code == 403
    assert desk.post(address(subject, "change", record.pk), {}).status_code == 403
    assert desk.post(address(subject, "delete", record.pk), {"post": "yes"}).status_code == 403
    assert subject.resource.model.objects.get(pk=record.pk).revision == 1


def test_search_finds_by_folded_name(desk, subject):
    record = subject.make()
    page = desk.get(address(subject, "changelist"), {"q": str(record).upper()})
    assert record.public_id in page.content.decode()


def test_anonymous_is_sent_to_the_login(client, subject):
    response = client.get(address(subject, "changelist"))
    assert (response.status_code, response.url.partition("?")[0]) == (302, "/admin/login/")
