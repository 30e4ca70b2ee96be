"""Who pays for whom: the answer as a whole, who may ask, and what is refused."""

import csv

import pytest

from tests.support.agreements import agreed
from tests.support.briefs import brief

pytestmark = pytest.mark.django_db

PATH = "/api/v1/agreements/roles/"


def country(code, name):
    return {
        "id": code,
        "url": f"/api/v1/organizations/?country={code}",
        "name": name,
        "kind": "country",
        "country": code,
    }


GB, UA = country("GB", "United Kingdom"), country("UA", "Ukraine")


def worth(currency, amount, agreements):
    return [{"currency": currency, "sum": amount, "agreements": agreements}]


def counted(agreements, values=(), without=0, repeated=0):
    return {
        "agreements": agreements,
        "values": list(values),
        "without_value": without,
        "repeated_value": repeated,
    }


def test_answer_by_country(client, payer, maker, alliance):
    agreed((payer, "funder"), (maker, "performer"), value_amount="1.5", value_currency="GBP")
    agreed((payer, "funder"), (alliance, "funder"), (maker, "performer"))
    agreed((payer, "funder"))
    agreed((payer, "signatory"))

    assert client.get(PATH).json() == {
        "row": ["funder"],
        "column": ["performer"],
        "at": "country",
        "double_counting": "guarded",
        "limit": 100,
        "total": counted(3, worth("GBP", "1.5", 1), without=2),
        "rows": [
            {"actor": GB, **counted(3, worth("GBP", "1.5", 1), without=2)},
            {"actor": brief(alliance), **counted(1, without=1)},
        ],
        "columns": [
            {"actor": UA, **counted(2, worth("GBP", "1.5", 1), without=1)},
            {"actor": None, **counted(1, without=1)},
        ],
        "left_out": {"cells": 0, "agreements": 1, "repeated_values": 0},
        "results": [
            {"row": GB, "column": UA, **counted(2, worth("GBP", "1.5", 1), without=1)},
            {"row": GB, "column": None, **counted(1, without=1)},
            {"row": brief(alliance), "column": UA, **counted(1, without=1)},
        ],
    }


def test_answer_by_organization_and_several_roles(client, payer, maker):
    agreed((payer, "donor"), (maker, "performer"))

    body = client.get(f"{PATH}?row=funder,donor&at=organization&limit=1").json()

    assert body["row"] == ["funder", "donor"]
    assert body["results"] == [
        {"row": brief(payer), "column": brief(maker), **counted(1, without=1)}
    ]


def test_limit_keeps_the_largest_cells(client, payer, maker, alliance):
    agreed((payer, "funder"), (maker, "performer"))
    agreed((payer, "funder"), (maker, "performer"))
    agreed((alliance, "funder"), (maker, "performer"))

    body = client.get(f"{PATH}?limit=1").json()

    assert [(cell["row"]["id"], cell["agreements"]) for cell in body["results"]] == [("GB", 2)]
    assert (body["left_out"]["cells"], body["columns"][0]["agreements"]) == (1, 3)


def test_table_has_a_line_for_each_cell(client, payer, maker):
    agreed((payer, "funder"), (maker, "performer"), value_amount="2", value_currency="GBP")

    text = client.get(f"{PATH}?format=csv").content.decode()

    (line,) = csv.DictReader(line for line in text.splitlines() if not line.startswith("# "))
    assert line == {
        **{f"row.{name}": value for name, value in GB.items() if name != "url"},
        **{f"column.{name}": value for name, value in UA.items() if name != "url"},
        "agreements": "1",
        "values.currency": "GBP",
        "values.sum": "2",
        "values.agreements": "1",
        "without_value": "0",
        "repeated_value": "0",
    }


def test_drafts_do_not_count_whoever_asks(client, viewer, payer, maker):
    agreed((payer, "funder"), (maker, "performer"), review_status="draft")
    assert client.get(PATH).json() == viewer.get(PATH).json()
    assert viewer.get(PATH).json()["results"] == []


def test_empty_register(client):
    body = client.get(PATH).json()
    assert (body["total"], body["rows"], body["results"]) == (counted(0), [], [])


@pytest.mark.parametrize("count", [1, 3])
def test_answer_takes_two_queries(client, payer, maker, count, django_assert_num_queries):
    for _ in range(count):
        agreed((payer, "funder"), (maker, "performer"))
    with django_assert_num_queries(2):
        client.get(f"{PATH}?at=organization")


@pytest.mark.parametrize(
    ("query", "pointer", "code"),
    [
        ("row=payer", "?row", "invalid_choice"),
        ("row=", "?row", "empty_value"),
        ("column=performer,x", "?column", "invalid_choice"),
        ("at=continent", "?at", "invalid_choice"),
        ("at=country&at=country", "?at", "repeated_parameter"),
        ("double_counting=yes", "?double_counting", "invalid_choice"),
        ("limit=0", "?limit", "number_out_of_range"),
        ("limit=1001", "?limit", "number_out_of_range"),
        ("page_size=5", "?page_size", "unknown_parameter"),
        ("value_min=5", "?value_min", "currency_missing"),
    ],
)
def test_query_that_is_wrong(client, query, pointer, code):
    response = client.get(f"{PATH}?{query}")
    assert response.status_code == 400
    assert [(each["pointer"], each["code"]) for each in response.json()["errors"]] == [
        (pointer, code)
    ]
