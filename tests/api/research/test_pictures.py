"""Answers as pictures: what is in them, how they are served, and that they leak nothing."""

from xml.etree import ElementTree as ET

import pytest
from django.test import Client

from tests.factories import (
    AgreementFactory,
    AgreementPartyFactory,
    OrganizationFactory,
    UserFactory,
)
from tests.pictures.svg import texts, titles

pytestmark = pytest.mark.django_db

ROLES = "/api/v1/agreements/roles/"
PATHS = [ROLES]


def drawn(client, path, **query):
    response = client.get(path, {**query, "format": "svg"})
    assert response.status_code == 200, response.content
    return ET.fromstring(response.content)


def agreed(payer, maker, **columns):
    return AgreementFactory(
        parties=[AgreementPartyFactory.build(organization=payer, role="funder"),
                 AgreementPartyFactory.build(organization=maker, role="performer")],
        **columns,
    )  # fmt: skip


@pytest.fixture
def payer():
    return OrganizationFactory(country="GB", kind="ministry", name="Payer")


@pytest.fixture
def maker():
    return OrganizationFactory(country="UA", kind="company", name="Maker")


@pytest.mark.parametrize("path", PATHS)
def test_picture_has_its_own_media_type_and_may_run_nothing(client, path):
    response = client.get(f"{path}?format=svg")
    assert response.headers["Content-Type"] == "image/svg+xml"
    assert response.headers["Content-Security-Policy"] == (
        "default-src 'none'; style-src 'unsafe-inline'"
    )
    assert response.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", PATHS)
def test_picture_is_validated_like_json(client, path):
    response = client.get(path, {"format": "svg"})
    assert response.headers["Cache-Control"] == client.get(path).headers["Cache-Control"]
    etag = response.headers["ETag"]
    again = client.get(path, {"format": "svg"}, headers={"If-None-Match": etag})
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", etag)


@pytest.mark.parametrize("path", PATHS)
def test_picture_by_header(client, path):
    response = client.get(path, headers={"Accept": "image/svg+xml"})
    assert response.headers["Content-Type"] == "image/svg+xml"


@pytest.mark.parametrize("path", PATHS)
def test_picture_of_an_empty_register_is_a_sentence(client, path):
    assert len(titles(drawn(client, path))) == 0


@pytest.mark.parametrize("path", PATHS)
def test_picture_refuses_what_json_refuses(client, path):
    answers = [client.get(f"{path}?nothing=1{more}") for more in ("", "&format=svg")]
    assert [answer.status_code for answer in answers] == [400, 400]
    assert answers[0].json()["errors"] == answers[1].json()["errors"]


@pytest.mark.parametrize("role", ["viewer", "editor", "reviewer", "admin"])
def test_picture_is_the_same_for_everybody(client, payer, maker, role):
    agreed(payer, maker)
    somebody = Client()
    somebody.force_login(UserFactory(role=role))
    answers = [each.get(ROLES, {"format": "svg"}).content for each in (client, somebody)]
    assert answers[0] == answers[1]


def test_picture_says_which_request_it_answers(client):
    found = " ".join(texts(drawn(client, ROLES, host="UA,PL")))
    assert f"Asked for: {ROLES}?host=UA,PL" in found


def test_matrix_counts_and_names_what_the_answer_does(client, payer, maker):
    agreed(payer, maker, value_amount="2500000", value_currency="GBP")
    agreed(payer, maker)
    agreed(payer, maker, review_status="draft")
    root = drawn(client, ROLES)
    (title,) = titles(root)
    assert title == (
        "Funder: United Kingdom. Performer: Ukraine. 2 agreements. "
        "Values: 2,500,000 GBP in 1 agreement."
    )
    assert {"United Kingdom", "Ukraine", "2", "Funder ↓", "Performer →"} <= set(texts(root))
    assert "2 agreements in all" in " ".join(texts(root))


def test_matrix_keeps_actors_of_one_name_apart(client, payer, maker):
    other = OrganizationFactory(country="GB", kind="ministry", name="Payer", identifiers=[])
    agreed(payer, maker)
    agreed(other, maker)
    assert len(titles(drawn(client, ROLES, at="organization"))) == 2


def test_matrix_says_who_is_missing(client, payer):
    AgreementFactory(parties=[AgreementPartyFactory.build(organization=payer, role="funder")])
    root = drawn(client, ROLES)
    assert titles(root)[0].startswith("Funder: United Kingdom. Performer: not named.")


@pytest.mark.parametrize("rows", [1, 3])
def test_matrix_takes_as_many_queries_as_the_answer(client, maker, rows,
                                                    django_assert_num_queries):  # fmt: skip
    for _ in range(rows):
        agreed(OrganizationFactory(), maker)
    with django_assert_num_queries(2):
        client.get(ROLES, {"format": "svg", "at": "organization"})
