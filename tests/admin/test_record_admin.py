"""The lists of the desk, and what its forms have in common."""

import re

import pytest

from tests.admin.forms import address
from tests.factories import (
    AgreementFactory,
    AgreementItemFactory,
    CategoryFactory,
    ClaimFactory,
    OrganizationFactory,
    SourceFactory,
    WeaponSystemFactory,
)

pytestmark = pytest.mark.django_db

# session, user, permissions (2), rows; where there is a category filter, the tree.
LIST_QUERIES = {
    "agreements": 5,
    "organizations": 4,
    "weapon-systems": 5,
    "claims": 5,
    "sources": 4,
}


@pytest.mark.behind_the_service
@pytest.mark.parametrize("count", [1, 3])
def test_changelist_query_count(editor, subject, count, django_assert_num_queries):
    records = [subject.make() for _ in range(count)]
    model = subject.resource.model
    model.objects.exclude(pk__in=[record.pk for record in records]).update(review_status="draft")
    with django_assert_num_queries(LIST_QUERIES[str(subject)]):
        page = editor.get(address(model, "changelist"), {"review_status__exact": "published"})
    found = re.findall(r"field-public_id.*?>([A-Z]{3}-\d+)<", page.content.decode(), re.DOTALL)
    assert found == [record.public_id for record in reversed(records)]


@pytest.mark.parametrize(
    ("name", "parameters"),
    [
        ("claims", {"in_category": "artillery"}),
        ("claims", {"in_country": "UA"}),
        ("claims", {"kind__exact": "other", "modality__exact": "reported"}),
        ("agreements", {"in_category": "artillery", "in_country": "UA"}),
        ("weapon-systems", {"in_category": "artillery", "in_country": "UA"}),
        ("organizations", {"in_country": "UA", "kind__exact": "company"}),
        ("sources", {"kind__exact": "newspaper", "reliability__exact": "F"}),
    ],
)
def test_filters_keep_what_they_say(editor, name, parameters):
    category = CategoryFactory(code="artillery.towed")
    CategoryFactory(code="artillery")
    found = {
        "claims": lambda: ClaimFactory(categories=[category], countries=["UA"]),
        "agreements": lambda: AgreementFactory(
            place="UA", items=[AgreementItemFactory.build(category=category)]
        ),
        "weapon-systems": lambda: WeaponSystemFactory(category=category, origin="UA"),
        "organizations": lambda: OrganizationFactory(country="UA"),
        "sources": SourceFactory,
    }[name]()
    {
        "claims": lambda: ClaimFactory(kind="denial"),
        "agreements": AgreementFactory,
        "weapon-systems": WeaponSystemFactory,
        "organizations": OrganizationFactory,
        "sources": lambda: SourceFactory(kind="wire"),
    }[name]()
    page = editor.get(address(type(found), "changelist"), parameters)
    assert [each.pk for each in page.context["cl"].result_list] == [found.pk]


def test_search_finds_by_folded_name(editor, subject):
    record = subject.make()
    page = editor.get(address(type(record), "changelist"), {"q": str(record).upper()})
    assert [found.pk for found in page.context["cl"].result_list] == [record.pk]


def test_search_finds_by_id(editor, subject):
    record, _ = subject.make(), subject.make()
    page = editor.get(address(type(record), "changelist"), {"q": f" {record.public_id.lower()}"})
    assert [found.pk for found in page.context["cl"].result_list] == [record.pk]


def test_form_shows_the_record_and_where_it_stands(editor, subject):
    record = subject.make()
    body = editor.get(address(type(record), "change", record.pk)).content.decode()
    assert str(record) in body
    assert f'data-copy="{record.public_id}"' in body
    assert f'href="{subject.path}{record.public_id}/"' in body


def test_anonymous_is_sent_to_the_login(client, subject):
    response = client.get(address(subject.resource.model, "changelist"))
    assert (response.status_code, response.url.partition("?")[0]) == (302, "/admin/login/")
