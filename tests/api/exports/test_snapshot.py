"""A file shows one moment, whatever is written while it is sent."""

import json

import pytest

from records.models import Organization
from tests.api.exports.crowd import PATH, crowd
from tests.api.exports.reading import read_csv, read_jsonl
from tests.factories import OrganizationFactory

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.behind_the_service]


@pytest.mark.parametrize(("form", "read"), [("jsonl", read_jsonl), ("csv", read_csv)])
def test_rows_written_meanwhile_are_not_in_the_file(client, form, read):
    last = crowd(510)
    before = Organization.objects.count()
    Organization.objects.filter(pk=last).update(document=None)
    pieces = iter(client.get(PATH, {"format": form, "ordering": "id"}))
    first = next(pieces)
    assert f"ORG-{last}".encode() not in first
    Organization.objects.filter(pk=last).update(name="Renamed", document=None)
    OrganizationFactory(name="Late")
    _, found = read(first + b"".join(pieces))
    assert len(found) == before
    assert (found[-1]["id"], found[-1]["name"]) == (f"ORG-{last}", "A")


def test_header_is_of_the_same_moment_as_the_rows(client):
    crowd(510)
    pieces = iter(client.get(PATH, {"format": "jsonl"}))
    header = json.loads(next(pieces).splitlines()[0])["accord_export"]
    OrganizationFactory(name="Late")
    list(pieces)
    last = client.get("/api/v1/changes/").json()["last"]
    assert header["register"]["sequence"] == last - 1


def test_error_before_the_first_piece_is_a_problem(client):
    organization = OrganizationFactory()
    Organization.objects.filter(pk=organization.pk).update(document="{}")
    client.raise_request_exception = False
    response = client.get(PATH, {"format": "csv"})
    assert (response.status_code, response.json()["code"]) == (500, "server_error")
