"""What every question over many records takes and how it answers, tried on the matrix of roles."""

from hashlib import sha256

import pytest
import time_machine
from django.test import Client

from records.api.urls import RESEARCH
from tests.api.test_schema import schema
from tests.factories import (
    AgreementFactory,
    AgreementPartyFactory,
    ClaimFactory,
    MeasureFactory,
    OrganizationFactory,
    UserFactory,
    WeaponSystemFactory,
)
from tests.support.writing import store

pytestmark = pytest.mark.django_db

PATH = "/api/v1/agreements/roles/"
NOW = "2025-04-04T12:00:00Z"


@pytest.fixture
def paid_for():
    with time_machine.travel(NOW, tick=False):
        payer, maker = (
            OrganizationFactory(kind="state", country=country) for country in ("GB", "UA")
        )
        return AgreementFactory(
            parties=[
                AgreementPartyFactory.build(organization=payer, role="funder"),
                AgreementPartyFactory.build(organization=maker, role="performer"),
            ]
        )


def errors(response):
    assert response.status_code == 400
    return [(each["pointer"], each["code"], each["detail"]) for each in response.json()["errors"]]


def test_format_by_parameter(client, paid_for):
    with time_machine.travel(NOW, tick=False):
        response = client.get(f"{PATH}?format=csv")
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert response.content.decode().splitlines()[:4] == [
        "# Accord, API version 1",
        f"# query: {PATH}?format=csv",
        "# generated_at: 2025-04-04T12:00:00Z",
        "# register: sequence=3, changed_at=2025-04-04T12:00:00Z",
    ]
    content, _, end = response.content.rpartition(b"# end: ")
    assert end.decode() == f"rows=1, sha256={sha256(content).hexdigest()}\r\n"


def test_format_by_header(client, paid_for):
    response = client.get(PATH, headers={"Accept": "text/csv, application/json;q=0.5"})
    assert response.headers["Content-Type"].startswith("text/csv")


def test_parameter_goes_before_the_header(client, paid_for):
    response = client.get(f"{PATH}?format=json", headers={"Accept": "text/csv"})
    assert response.headers["Content-Type"] == "application/json"


def test_header_without_an_offered_format(client):
    response = client.get(PATH, headers={"Accept": "image/png"})
    assert (response.status_code, response.json()["code"]) == (406, "not_acceptable")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (
            "format=cvs",
            ("?format", "invalid_choice", "'cvs' is not a format of this answer; write csv."),
        ),
        (
            "format=csv&format=json",
            ("?format", "repeated_parameter", "Give this parameter once."),
        ),
        (
            "row=fundr",
            (
                "?row",
                "invalid_choice",
                "'fundr' is not an accepted value. Nearest: funder.",
            ),
        ),
        (
            "rwo=funder",
            ("?rwo", "unknown_parameter", "There is no parameter 'rwo'; did you mean row?"),
        ),
    ],
)
def test_query_that_is_wrong(client, query, expected):
    (found,) = errors(client.get(f"{PATH}?{query}"))
    assert found == expected


def test_review_status_is_none_of_the_parameters(client):
    parameters = schema()["paths"][PATH]["get"]["parameters"]
    offered = ", ".join(sorted(each["name"] for each in parameters if each["name"][-1] != "!"))
    assert errors(client.get(f"{PATH}?review_status=draft")) == [
        (
            "?review_status",
            "unknown_parameter",
            f"There is no parameter 'review_status'; did you mean {offered}?",
        )
    ]


def test_everything_that_is_wrong_is_named_at_once(client):
    found = errors(client.get(f"{PATH}?row=x&rwo=x&host=XX"))
    assert {pointer for pointer, _, _ in found} == {"?row", "?rwo", "?host"}


def test_filters_of_the_resource_choose_what_counts(client, paid_for):
    (cell,) = client.get(f"{PATH}?funder=GB").json()["results"]
    assert (cell["row"]["id"], cell["column"]["id"], cell["agreements"]) == ("GB", "UA", 1)
    assert client.get(f"{PATH}?funder=DE").json()["results"] == []


@pytest.mark.parametrize("path", [PATH, "/api/v1/agreements/"])
@pytest.mark.parametrize("asked", [{}, {"format": "csv"}, {"format": "wrong"}])
def test_options_are_told_as_json_in_whatever_format(client, path, asked):
    response = client.options(path, query_params=asked, headers={"Accept": "image/png"})
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/json"
    assert "name" in response.json()


def questions():
    return [
        pytest.param(path, item["get"]["parameters"], id=path)
        for path, item in schema()["paths"].items()
        if path.removeprefix("/api/v1/") in RESEARCH
    ]


def asked_alone(parameters):
    """Ask for each parameter by itself, beside those that must be there."""
    needed = {each["name"]: written(each["example"]) for each in parameters if each.get("required")}
    for each in parameters:
        yield needed | {each["name"]: written(each["example"])}


def written(example):
    return str(example).lower() if isinstance(example, bool) else example


def test_every_question_is_tried():
    assert {param.id.removeprefix("/api/v1/") for param in questions()} == set(RESEARCH)


@pytest.mark.parametrize(("path", "parameters"), questions())
def test_every_parameter_is_answered(client, path, parameters):
    for query in asked_alone([each for each in parameters if each["name"] != "cursor"]):
        response = client.get(path, query)
        assert response.status_code in {200, 400}, query
        if response.status_code == 400:
            codes = {each["code"] for each in response.json()["errors"]}
            assert codes <= {"currency_missing", "unknown_category"}, query


def drafts():
    """Store drafts of which each question would have something to say if they were public."""
    payer, maker = (
        OrganizationFactory(name=f"Ministry of {country}", kind="ministry", country=country,
                            review_status="draft")
        for country in ("GB", "UA")
    )  # fmt: skip
    parties = [
        AgreementPartyFactory.build(organization=organization, role=role)
        for organization, role in ((payer, "funder"), (maker, "performer"))
    ]
    gun = WeaponSystemFactory(designation="L119 of a draft", review_status="draft")
    agreement = AgreementFactory(title="Draft", parties=parties, review_status="draft")
    promises = [
        ClaimFactory(
            text=f"They will make {value} guns.", modality="commitment", due="2024",
            organizations=[maker], review_status="draft",
            measures=[MeasureFactory.build(metric="production_output", object_words="guns",
                                           value=value, period="2024")],
        )
        for value in (5, 7)
    ]  # fmt: skip
    return [payer, maker, gun, agreement, *promises]


@pytest.mark.parametrize(("path", "parameters"), questions())
def test_everybody_gets_the_same_without_drafts(client, digest, path, parameters):
    (query, *_) = asked_alone(parameters)
    with time_machine.travel(NOW, tick=False):
        public = client.get(path, query)
        made = drafts()
        for role in (None, "viewer", "editor", "reviewer", "admin"):
            somebody = Client()
            somebody.force_login(UserFactory(**({"role": role} if role else {})))
            assert somebody.get(path, query).content == public.content, role
        for record in made:
            record.review_status = "published"
            store(record=record, owned={})
        known = client.get(path, query)
    assert (public.status_code, known.status_code) == (200, 200)
    assert known.content != public.content


@pytest.mark.parametrize("path", [f"/api/v1/{path}" for path in RESEARCH])
def test_question_is_only_read(client, path):
    assert client.post(path).status_code == 405
