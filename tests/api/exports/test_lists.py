"""Whole lists as files: the same records as the pages have, in the same order."""

import csv
import json

import pytest
import time_machine

from records.representations.rendering import render
from tests.api.exports.reading import body_of, read_csv, read_jsonl, read_xlsx
from tests.factories import ClaimFactory, OrganizationFactory

pytestmark = pytest.mark.django_db

NOW = "2025-04-04T12:00:00Z"
FILES = {"csv": read_csv, "jsonl": read_jsonl, "xlsx": read_xlsx}
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture(params=FILES)
def form(request):
    """Each format of a file in turn."""
    return request.param


def fetch(client, path, form, **query):
    return FILES[form](body_of(client.get(path, {**query, "format": form})))


def problem(response):
    body = response.json()
    return response.status_code, [(each["pointer"], each["code"]) for each in body["errors"]]


@pytest.mark.parametrize("count", [1, 3])
def test_jsonl_has_every_document_of_the_list(client, subject, count, django_assert_num_queries):
    records = [subject.make() for _ in range(count)]
    expected = client.get(subject.path, {"page_size": 500}).json()["results"]
    with django_assert_num_queries(2):
        _, found = fetch(client, subject.path, "jsonl")
    assert found == expected
    assert {record.public_id for record in records} <= {each["id"] for each in found}


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("count", [1, 3])
def test_table_has_every_record_of_the_list(
    client, subject, form, count, django_assert_num_queries
):
    for _ in range(count):
        subject.make()
    expected = client.get(subject.path, {"page_size": 500}).json()["results"]
    with django_assert_num_queries(2):
        _, found = fetch(client, subject.path, form)
    assert [row["id"] for row in found] == [each["id"] for each in expected]
    assert [row["revision"] for row in found] == ["1"] * len(expected)


def test_stale_documents_are_rendered(client, subject, form, django_assert_num_queries):
    record = subject.make()
    subject.resource.model.objects.update(document=None)
    with django_assert_num_queries(3):
        _, found = fetch(client, subject.path, form, id=record.public_id)
    expected = json.loads(render(type(record), [record.pk])[record.pk])
    assert found[0]["id"] == expected["id"]
    assert form != "jsonl" or found == [expected]


def test_filters_and_ordering_are_those_of_the_list(client, form):
    for name in "BCA":
        OrganizationFactory(name=name, kind="company")
    OrganizationFactory(kind="ministry")
    _, found = fetch(client, "/api/v1/organizations/", form, kind="company", ordering="-name")
    assert [each["name"] for each in found] == ["C", "B", "A"]


def test_fields_choose_columns(client, subject, form):
    subject.make()
    _, found = fetch(client, subject.path, form, fields="revision,id", ordering="id")
    assert [list(each) for each in found] == [["id", "revision"]] * len(found)


def test_jsonl_expands(client):
    organization = OrganizationFactory(parent=OrganizationFactory())
    _, found = fetch(
        client, "/api/v1/organizations/", "jsonl", id=organization.public_id, expand="parent"
    )
    parent = json.loads(render(type(organization), [organization.parent_id]).popitem()[1])
    assert found[0]["parent"] == parent


def test_header_says_what_was_asked_and_of_which_state(client):
    with time_machine.travel(NOW, tick=False):
        ClaimFactory()
        jsonl = client.get("/api/v1/claims/?kind=aid&format=jsonl")
        csv = client.get("/api/v1/claims/?kind=aid&format=csv")
        last = client.get("/api/v1/changes/").json()["last"]
        xlsx = client.get("/api/v1/claims/?kind=aid&format=xlsx")
    assert read_jsonl(body_of(jsonl))[0] == {
        "version": "1",
        "query": "/api/v1/claims/?kind=aid&format=jsonl",
        "generated_at": NOW,
        "register": {"sequence": last, "changed_at": NOW},
    }
    assert read_csv(body_of(csv))[0] == [
        "# Accord, API version 1",
        "# query: /api/v1/claims/?kind=aid&format=csv",
        f"# generated_at: {NOW}",
        f"# register: sequence={last}, changed_at={NOW}",
    ]
    assert read_xlsx(body_of(xlsx))[0] == {
        "version": "1",
        "query": "/api/v1/claims/?kind=aid&format=xlsx",
        "generated_at": NOW,
        "register.sequence": last,
        "register.changed_at": NOW,
    }


def test_empty_register(client, subject, form):
    header, found = fetch(client, subject.path, form)
    assert found == []
    if form == "jsonl":
        assert header["register"] == {"sequence": 0, "changed_at": None}


@pytest.mark.parametrize(
    ("form", "media_type"),
    [
        ("csv", "text/csv; charset=utf-8"),
        ("jsonl", "application/jsonl"),
        ("xlsx", XLSX),
    ],
)
def test_headers(client, form, media_type):
    with time_machine.travel(NOW, tick=False):
        response = client.get("/api/v1/weapon-systems/", {"format": form})
    response.getvalue()  # or a file would stay open
    headers = response.headers
    assert headers["Content-Type"] == media_type
    assert headers["Content-Disposition"] == (
        f'attachment; filename="accord-weapon-systems-2025-04-04T12-00-00Z.{form}"'
    )
    assert headers["Cache-Control"] == "no-store"
    assert {each.strip() for each in headers["Vary"].split(",")} >= {"Accept", "Authorization"}
    assert "ETag" not in headers
    assert ("Content-Length" in headers) == (form == "xlsx")


def test_head_reads_nothing(client, form, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = client.head("/api/v1/claims/", {"format": form})
    assert response.status_code == 200
    assert "Content-Disposition" in response.headers
    assert "Content-Length" not in response.headers
    assert response.getvalue() == b""


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("text/csv", "text/csv"),
        ("application/jsonl, text/csv;q=0.5", "application/jsonl"),
        ("text/csv;q=0.5, application/json", "application/json"),
        (XLSX, XLSX),
        ("*/*", "application/json"),
        ("*/*, application/json;q=0", "text/csv"),
        ("text/*", "text/csv"),
        ("text/csv; charset=utf-8; header=present", "text/csv"),
        ("application/json; charset=utf-8", "application/json"),
        ("text/*;q=0.9, text/csv;q=0.1, application/json;q=0.5", "application/json"),
    ],
)
def test_format_by_header(client, accept, media_type):
    response = client.get("/api/v1/claims/", headers={"Accept": accept})
    response.getvalue()  # or a file would stay open
    assert response.headers["Content-Type"].partition(";")[0] == media_type


@pytest.mark.parametrize("accept", ["image/png", "application/json;q=0", "text/csv; x*=bogus''%41"])
def test_header_without_an_offered_format(client, accept):
    response = client.get("/api/v1/claims/", headers={"Accept": accept})
    assert (response.status_code, response.json()["code"]) == (406, "not_acceptable")


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_no_cell_of_the_query_is_a_formula(client, delimiter):
    path = f"/api/v1/organizations/?format=csv&name=x{delimiter}=1{delimiter}%20-2"
    lines = client.get(path).getvalue().decode().splitlines()
    cells = [cell.strip() for row in csv.reader(lines, delimiter=delimiter) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    escaped = f"%{ord(delimiter):X}"
    assert lines[1] == f"# query: {path}".replace(f"{delimiter}=", f"{escaped}=")


def test_pages_are_json_by_name_too(client):
    OrganizationFactory.create_batch(2)
    page = client.get("/api/v1/organizations/?format=json&page_size=1").json()
    following = client.get(page["next"]).json()
    assert [len(each["results"]) for each in (page, following)] == [1, 1]


@pytest.mark.parametrize(
    ("query", "pointer", "code"),
    [
        ("format=cvs", "?format", "invalid_choice"),
        ("format=csv&format=csv", "?format", "repeated_parameter"),
        ("format=csv&page_size=10", "?page_size", "not_with_format"),
        ("format=csv&cursor=abc", "?cursor", "not_with_format"),
        ("format=jsonl&count=true", "?count", "not_with_format"),
        ("format=jsonl&known_at=2025-04-04T12:00:00Z", "?known_at", "not_with_format"),
        ("format=csv&expand=said_by", "?expand", "not_with_format"),
        ("format=xlsx&expand=said_by", "?expand", "not_with_format"),
        ("format=csv&facets=kind", "?facets", "not_with_format"),
        ("format=csv&kidn=aid", "?kidn", "unknown_parameter"),
        ("format=csv&kind=adi", "?kind", "invalid_choice"),
        ("format=csv&ordering=x", "?ordering", "unknown_ordering"),
        ("format=csv&fields=x", "?fields", "unknown_field"),
    ],
)
def test_what_a_file_cannot_be_asked_for(client, query, pointer, code):
    assert problem(client.get(f"/api/v1/claims/?{query}")) == (400, [(pointer, code)])


def test_one_record_has_no_format(client):
    claim = ClaimFactory()
    response = client.get(f"/api/v1/claims/{claim.public_id}/?format=csv")
    assert problem(response) == (400, [("?format", "unknown_parameter")])


def test_drafts_are_for_those_who_may_see_them(client, viewer, subject, form):
    record = subject.make()
    subject.resource.model.objects.update(review_status="draft", notes="Ask again.", document=None)
    asked = {"id": record.public_id}
    _, found = fetch(client, subject.path, form, **asked)
    assert found == []
    _, found = fetch(viewer, subject.path, form, review_status="draft", **asked)
    if form == "jsonl":
        assert found[0]["editorial"] == {"review_status": "draft", "notes": "Ask again."}
    else:
        block = ("editorial.review_status", "editorial.notes")
        assert [found[0][name] for name in block] == ["draft", "Ask again."]
    assert problem(client.get(subject.path, {"format": form, "review_status": "draft"}))[0] == 403


def test_public_columns_have_no_editorial_block(client, subject):
    subject.make()
    _, found = fetch(client, subject.path, "csv")
    assert not [name for name in found[0] if name.startswith("editorial")]
