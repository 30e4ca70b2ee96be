"""`/api/v1/ladder/summary/`: how far many agreements have come together."""

import pytest

from records.enums import Rung
from tests.factories import AgreementFactory, AgreementMilestoneFactory, ClaimFactory

pytestmark = pytest.mark.django_db

PATH = "/api/v1/ladder/summary/"
NOTHING = {
    "count": 0, "unbounded": 0, "sum_min": 0, "sum_max": 0, "median_min": None, "median_max": None,
}  # fmt: skip


def agreement(*milestones, **columns):
    rows = [AgreementMilestoneFactory.build(kind=kind, date=date) for kind, date in milestones]
    return AgreementFactory(**({"kind": "donation"} | columns), milestones=rows)


def summed(client, **query):
    response = client.get(PATH, {"on": "2025-04-04"} | query)
    assert response.status_code == 200, response.content
    return response.json()


def rung(name, **counted):
    return {
        "rung": name, "expected": 0, "reached": 0, "implied": 0, "missing": 0, "waiting": 0,
        "waited": NOTHING, "lags": [],
    } | counted  # fmt: skip


def days(count, *bounds, unbounded=0):
    sums, medians = bounds[:2], bounds[2:]
    names = ("count", "unbounded", "sum_min", "sum_max", "median_min", "median_max")
    return dict(zip(names, (count, unbounded, *sums, *medians), strict=True))


def test_ladders_are_summed_up(client):
    agreement(("announcement", "2025-01-01"), ("delivery", "2025-01-31"))
    agreement(("announcement", "2025-01"), ("delivery", "2025-02-01"))
    agreement(("announcement", "2024/.."), ("delivery", "2025-02-01"))
    agreement(("announcement", "2025-04-01"))
    agreement(("announcement", ""))
    agreement(("signature", "2026"), kind="joint_declaration", status="cancelled")
    agreement(kind="joint_declaration")

    assert summed(client) == {
        "on": "2025-04-04",
        "agreements": 7,
        "states": {"not_begun": 1, "waiting": 2, "delivering": 0, "complete": 3, "ended": 1},
        "left_out": {"not_factual": 0, "withdrawn": 0, "later": 1},
        "results": [
            rung(
                "announced", expected=7, reached=5, implied=1, missing=1, waiting=2,
                waited=days(1, 3, 3, "3", "3"),
            ),
            rung("signed", expected=2, missing=2),
            rung("in_force"),
            rung("contracted"),
            rung("funded"),
            rung("produced"),
            rung(
                "delivered", expected=5, reached=3, missing=2,
                lags=[{"start": "announced", "days": days(2, 31, 61, "15.5", "30.5",
                                                          unbounded=1)}],
            ),
        ],
    }  # fmt: skip


def test_lags_are_told_apart_by_the_rung_before(client):
    agreement(("announcement", "2025-01-01"), ("delivery", "2025-01-02"))
    agreement(("signature", "2025-01-01"), ("delivery", "2025-01-05"))

    lags = summed(client)["results"][-1]["lags"]
    assert [(each["start"], each["days"]["sum_min"]) for each in lags] == [
        ("announced", 1),
        ("signed", 4),
    ]


def test_filters_of_agreements_choose(client):
    agreement(kind="donation")
    agreement(kind="loan", review_status="draft")
    agreement(kind="loan")

    assert summed(client, kind="loan")["agreements"] == 1
    assert summed(client)["agreements"] == 2


def test_empty_register(client):
    answer = summed(client)
    assert (answer["agreements"], answer["results"]) == (0, [rung(name) for name in Rung.values])


@pytest.mark.parametrize("count", [1, 3])
def test_query_count(client, count, django_assert_num_queries):
    for _ in range(count):
        ClaimFactory(kind="delivery", agreements=[agreement(("announcement", "2025-01-01"))])

    with django_assert_num_queries(3):
        assert summed(client)["results"][-1]["reached"] == count


@pytest.mark.parametrize(
    ("query", "pointer", "code"),
    [
        ("on=today", "?on", "invalid_day"),
        ("by=kind", "?by", "unknown_parameter"),
        ("review_status=draft", "?review_status", "unknown_parameter"),
        ("kind=nosuch", "?kind", "invalid_choice"),
    ],
)
def test_bad_query_is_refused(client, query, pointer, code):
    response = client.get(f"{PATH}?{query}")

    assert response.status_code == 400
    assert [(each["pointer"], each["code"]) for each in response.json()["errors"]] == [
        (pointer, code)
    ]


def test_table_has_a_row_for_each_rung(client):
    lines = client.get(PATH, {"format": "csv"}).content.decode().splitlines()

    assert lines[-9].startswith("rung,expected,reached,implied,missing,waiting,waited.count,")
    assert [line.partition(",")[0] for line in lines[-8:-1]] == Rung.values
    assert lines[-1].startswith("# end: rows=7,")
