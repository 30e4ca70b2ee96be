"""What every list of records keeps to, whatever it lists."""

import json

import pytest
from django.contrib.auth.models import Permission
from django.db.models import Count
from django.test import Client

from records.representations.rendering import render
from tests.factories import UserFactory
from tests.support.records import SUBJECTS
from tests.support.writing import store

pytestmark = pytest.mark.django_db


def documents(subject, records):
    """Fresh renders of records, as the API should show them."""
    found = render(subject.resource.model, [record.pk for record in records])
    return [json.loads(found[record.pk]) for record in records]


def others(subject, records):
    """Whatever the factories made beside the records themselves."""
    return subject.resource.model.objects.exclude(pk__in=[record.pk for record in records])


def only(client, subject, records, **query):
    """Ask for just these records."""
    ids = ",".join(record.public_id for record in records)
    return client.get(subject.path, {"id": ids, "ordering": "id", **query})


@pytest.mark.parametrize("count", [1, 3])
def test_list_fresh(client, subject, count, django_assert_num_queries):
    records = [subject.make() for _ in range(count)]
    with django_assert_num_queries(1):
        response = only(client, subject, records)
    assert response.json() == {"next": None, "results": documents(subject, records)}


@pytest.mark.parametrize("count", [1, 3])
def test_list_stale(client, subject, count, django_assert_num_queries):
    records = [subject.make() for _ in range(count)]
    subject.resource.model.objects.update(document=None)
    with django_assert_num_queries(2):
        response = only(client, subject, records)
    assert response.json() == {"next": None, "results": documents(subject, records)}


@pytest.mark.parametrize("count", [1, 3])
def test_list_with_fields(client, subject, count, django_assert_num_queries):
    records = [subject.make() for _ in range(count)]
    with django_assert_num_queries(1):
        response = only(client, subject, records, fields="revision,id")
    assert response.json() == {
        "next": None,
        "results": [{"id": record.public_id, "revision": 1} for record in records],
    }


@pytest.mark.parametrize("count", [1, 3])
def test_list_with_omit(client, subject, count, django_assert_num_queries):
    records = [subject.make() for _ in range(count)]
    with django_assert_num_queries(1):
        response = only(client, subject, records, omit="created_at,updated_at")
    expected = documents(subject, records)
    for document in expected:
        del document["created_at"], document["updated_at"]
    assert response.json() == {"next": None, "results": expected}


@pytest.mark.parametrize("stale", [False, True])
@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    "subject", [each for each in SUBJECTS if each.resource.expansions], ids=str
)
def test_list_with_every_expansion(client, subject, count, stale, django_assert_num_queries):
    expansions = subject.resource.expansions
    records = [subject.make() for _ in range(count)]
    targets = {target for target in expansions.values() if target is not subject.resource.model}
    if stale:
        for target in targets:
            target.objects.update(document=None)
    rendered = sum(target in targets for target in expansions.values()) if stale else 0
    with django_assert_num_queries(1 + len(expansions) + rendered):
        response = only(client, subject, records, expand=",".join(expansions))
    expected = documents(subject, records)
    for path, target in expansions.items():
        for holder, key in _places(expected, path.split(".")):
            number = int(holder[key]["id"].partition("-")[2])
            holder[key] = json.loads(render(target, [number])[number])
    assert response.json() == {"next": None, "results": expected}


def _places(documents, path):
    *way, last = path
    for name in way:
        documents = [row for document in documents for row in document[name]]
    for document in documents:
        if isinstance(document[last], list):
            yield from ((document[last], index) for index in range(len(document[last])))
        else:
            yield document, last


def test_list_empty(client, subject, django_assert_num_queries):
    with django_assert_num_queries(1):
        response = client.get(subject.path)
    assert response.json() == {"next": None, "results": []}


def test_list_with_count(client, subject, django_assert_num_queries):
    records = [subject.make() for _ in range(3)]
    with django_assert_num_queries(2):
        response = only(client, subject, records, count="true", page_size=1)
    body = response.json()
    assert (body["count"], body["results"]) == (3, documents(subject, records[:1]))


def test_list_as_anonymous_hides_drafts(client, subject):
    record = subject.make()
    subject.resource.model.objects.update(review_status="draft")
    response = only(client, subject, [record], count="true")
    assert response.json() == {"count": 0, "next": None, "results": []}
    assert client.get(f"{subject.path}{record.public_id}/").status_code == 404


def test_list_as_viewer_shows_drafts(viewer, subject):
    record = subject.make()
    subject.resource.model.objects.update(review_status="draft", document=None)
    body = only(viewer, subject, [record], review_status="draft", count="true").json()
    block = {"editorial": {"review_status": "draft", "notes": None}}
    expected = [document | block for document in documents(subject, [record])]
    assert (body["count"], body["results"]) == (1, expected)
    detail = viewer.get(f"{subject.path}{record.public_id}/")
    assert (detail.status_code, [detail.json()]) == (200, expected)
    assert detail.headers["Cache-Control"] == "private, no-cache"


def test_review_status_filter_as_anonymous(client, subject):
    response = client.get(subject.path, {"review_status": "published"})
    assert (response.status_code, response.json()["code"]) == (403, "permission_denied")


def test_expanded_record_that_is_hidden_stays_brief(client, subject):
    for path, target in subject.resource.expansions.items():
        if target is subject.resource.model:
            continue
        record = subject.make()
        target.objects.update(review_status="draft")
        response = only(client, subject, [record], expand=path)
        assert response.json()["results"] == documents(subject, [record])
        target.objects.update(review_status="published")


def test_expansion_shows_drafts_of_the_types_only_that_the_client_may_view(subject):
    user = UserFactory()
    codename = f"view_{subject.resource.model._meta.model_name}"
    user.user_permissions.add(Permission.objects.get(codename=codename))
    client = Client()
    client.force_login(user)
    for path, target in subject.resource.expansions.items():
        record = subject.make()
        subject.resource.model.objects.update(review_status="draft", document=None)
        target.objects.update(review_status="draft", document=None)
        (brief,) = documents(subject, [record])
        brief["editorial"] = {"review_status": "draft", "notes": None}
        detail = client.get(f"{subject.path}{record.public_id}/", {"expand": path}).json()
        listed = only(client, subject, [record], expand=path).json()["results"]
        assert listed == [detail]
        assert (detail == brief) is (target is not subject.resource.model)


def test_detail_fresh_and_stale(client, subject, django_assert_num_queries):
    record = subject.make()
    path = f"{subject.path}{record.public_id}/"
    with django_assert_num_queries(1):
        response = client.get(path)
    assert response.json() == documents(subject, [record])[0]
    subject.resource.model.objects.update(document=None)
    with django_assert_num_queries(2):
        assert client.get(path).content == response.content


def test_detail_etag_starts_with_the_revision(client, subject):
    record = subject.make()
    path = f"{subject.path}{record.public_id}/"
    first = client.get(path)
    assert first.headers["ETag"].startswith('"1-')
    assert first.headers["Cache-Control"] == "public, no-cache"
    assert "Authorization" in first.headers["Vary"]
    assert client.get(path, headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
    store(record=record, owned={})
    second = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert (second.status_code, second.headers["ETag"][:3]) == (200, '"2-')


def test_list_etag_answers_304_until_something_changes(client, subject):
    record = subject.make()
    etag = client.get(subject.path).headers["ETag"]
    again = client.get(subject.path, headers={"If-None-Match": etag})
    assert (again.status_code, again.content) == (304, b"")
    store(record=record, owned={})
    assert client.get(subject.path, headers={"If-None-Match": etag}).status_code == 200


def test_head_has_the_headers_of_get(client, subject):
    subject.make()
    get, head = client.get(subject.path), client.head(subject.path)
    assert (head.status_code, head.headers["ETag"]) == (200, get.headers["ETag"])


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_method_that_a_list_does_not_have_is_refused(client, subject, method):
    response = getattr(client, method)(subject.path)
    assert (response.status_code, response.json()["code"]) == (405, "method_not_allowed")


def test_count_ignores_the_page(client, subject):
    for _ in range(3):
        subject.make()
    total = subject.resource.model.objects.aggregate(n=Count("*"))["n"]
    assert client.get(subject.path, {"count": "true", "page_size": 2}).json()["count"] == total
