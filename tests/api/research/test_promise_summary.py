"""`/api/v1/promises/summary/`: who keeps promises, and which are kept."""

import pytest
import time_machine
from django.test import Client

from tests.factories import (
    ClaimFactory,
    ClaimRelationFactory,
    MeasureFactory,
    OrganizationFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

PATH = "/api/v1/promises/summary/"
NO_OUTCOMES = {"open": 0, "kept": 0, "late": 0, "partly": 0, "missed": 0, "unknown": 0}
NOT_OVERDUE = {"yes": 0, "possibly": 0, "no": 0, "unknown": 0}
NOT_LATE = {
    "count": 0, "unbounded": 0, "sum_min": 0, "sum_max": 0, "median_min": None, "median_max": None,
}  # fmt: skip


def promise(*came_about, **columns):
    made = ClaimFactory(
        **({"modality": "commitment", "kind": "aid", "due": "2024-12-31"} | columns)
    )
    for occurred in came_about:
        relation = ClaimRelationFactory.build(kind="updates", other=made)
        ClaimFactory(relations=[relation], occurred=occurred)
    return made


def summed(client, **query):
    response = client.get(PATH, {"on": "2025-04-04"} | query)
    assert response.status_code == 200, response.content
    return response.json()


def groups(client, **query):
    return [(each["group"] and each["group"]["id"], each["promises"])
            for each in summed(client, **query)["results"]]  # fmt: skip


def test_promises_by_actor(client):
    speaker, maker, other = (OrganizationFactory() for _ in range(3))
    promise("2025-01-02", said_by=speaker, organizations=[maker], outcome="late")
    promise("2024-12-30", "2025-01-05", said_by=speaker, outcome="late")
    promise("2025/..", said_by=speaker, outcome="partly")
    promise(organizations=[maker, other], due="2026")
    promise(due="")

    answer = summed(client)
    by_actor = {each["group"] and each["group"]["id"]: each for each in answer["results"]}
    assert list(by_actor) == [speaker.public_id, maker.public_id, other.public_id, None]
    assert by_actor[speaker.public_id] == {
        "group": {"id": speaker.public_id, "name": speaker.name},
        "promises": 3,
        "outcomes": NO_OUTCOMES | {"late": 2, "partly": 1},
        "overdue": NOT_OVERDUE | {"no": 3},
        "lateness": {
            "count": 2, "unbounded": 1, "sum_min": 1, "sum_max": 7, "median_min": "0.5",
            "median_max": "3.5",
        },
    }  # fmt: skip
    assert by_actor[maker.public_id] == {
        "group": {"id": maker.public_id, "name": maker.name},
        "promises": 1,
        "outcomes": NO_OUTCOMES | {"open": 1},
        "overdue": NOT_OVERDUE | {"no": 1},
        "lateness": NOT_LATE,
    }
    assert {name: value for name, value in answer.items() if name != "results"} == {
        "on": "2025-04-04",
        "by": "actor",
        "limit": 100,
        "total": {
            "promises": 5,
            "outcomes": NO_OUTCOMES | {"open": 1, "late": 2, "partly": 1, "unknown": 1},
            "overdue": NOT_OVERDUE | {"no": 4, "unknown": 1},
            "lateness": by_actor[speaker.public_id]["lateness"],
        },
        "left_out": {"groups": 0, "restatements": 0, "later": 0},
    }


def test_promises_by_other_things(client):
    promise(kind="aid", countries=["UA", "PL"])
    promise(kind="delivery", modality="plan")
    figure = MeasureFactory.build(temporal_mode="target", period="2026")
    ClaimFactory(kind="delivery", measures=[figure], countries=["UA"])

    assert groups(client, by="kind") == [("delivery", 2), ("aid", 1)]
    assert groups(client, by="modality") == [("commitment", 1), ("plan", 1), ("target", 1)]
    assert groups(client, by="country") == [("UA", 2), ("PL", 1), (None, 1)]
    names = [each["group"]["name"] for each in summed(client, by="kind")["results"]]
    assert names == ["Delivery", "Aid"]


@pytest.mark.parametrize("kind", ["duplicates", "derives_from", "corroborates"])
def test_promise_that_is_restated_counts_once(client, kind):
    made = promise()
    copy = promise(
        kind="order",
        relations=[ClaimRelationFactory.build(kind=kind, other=made)],
        measures=[MeasureFactory.build(temporal_mode="plan", due="2026")],
    )
    ClaimRelationFactory(claim=made, kind=kind, other=copy)

    assert (groups(client, by="kind"), summed(client)["left_out"]["restatements"]) == (
        [("aid", 1)], 2,
    )  # fmt: skip
    assert groups(client, by="kind", double_counting="counted") == [("order", 2), ("aid", 1)]
    assert groups(client, by="kind", kind="order") == [("order", 2)]


def test_one_of_promises_that_restate_each_other_in_a_circle_counts(client):
    first, second, third = promise(kind="aid"), promise(kind="order"), promise(kind="order")
    for claim, other in ((first, second), (second, third), (third, first)):
        ClaimRelationFactory(claim=claim, kind="corroborates", other=other)

    assert groups(client, by="kind") == [("aid", 1)]
    assert summed(client)["left_out"]["restatements"] == 2


def test_what_a_retracted_claim_says_does_not_count(client):
    made = promise(outcome="late")
    copy = promise(relations=[ClaimRelationFactory.build(kind="duplicates", other=made)])
    update = ClaimFactory(
        occurred="2025", relations=[ClaimRelationFactory.build(kind="updates", other=made)]
    )
    for each in (copy, update):
        ClaimFactory(relations=[ClaimRelationFactory.build(kind="retracts", other=each)])

    total = summed(client)["total"]
    assert (total["promises"], total["lateness"]) == (2, NOT_LATE)


@pytest.mark.parametrize("kind", ["updates", "contradicts", "corrects"])
def test_promise_that_does_not_restate_another_counts(client, kind):
    promise(relations=[ClaimRelationFactory.build(kind=kind, other=promise())])

    assert groups(client, by="kind") == [("aid", 2)]


def test_restatement_of_what_is_no_promise_counts(client):
    fact = ClaimFactory(measures=[MeasureFactory.build()])
    promise(relations=[ClaimRelationFactory.build(kind="derives_from", other=fact)])

    assert groups(client, by="kind") == [("aid", 1)]


def test_filters_choose(client):
    promise(kind="aid", outcome="kept")
    promise(kind="order", due="2026")

    assert groups(client, by="kind", kind="order") == [("order", 1)]
    assert groups(client, by="kind", outcome="kept") == [("aid", 1)]
    assert groups(client, by="kind", overdue="yes,possibly") == []


def test_groups_beyond_the_limit_are_left_out(client):
    for kind in ("aid", "order", "order", "delivery"):
        promise(kind=kind)

    answer = summed(client, by="kind", limit=2)
    assert [each["group"]["id"] for each in answer["results"]] == ["order", "aid"]
    assert (answer["left_out"]["groups"], answer["total"]["promises"]) == (1, 4)


def test_empty_register(client):
    answer = summed(client)
    assert (answer["results"], answer["total"]["promises"]) == ([], 0)


def test_today_is_the_day_unless_another_is_asked_for(client):
    promise()
    with time_machine.travel("2025-01-01T12:00:00Z", tick=False):
        answer = client.get(PATH).json()

    assert (answer["on"], answer["total"]["overdue"]) == ("2025-01-01", NOT_OVERDUE | {"yes": 1})


@pytest.mark.parametrize("role", ["viewer", "editor", "reviewer", "admin", ""])
def test_drafts_count_for_nobody(client, role):
    promise(review_status="draft")
    made = promise(outcome="late")
    ClaimFactory(
        review_status="draft", occurred="2025",
        relations=[ClaimRelationFactory.build(kind="updates", other=made)],
    )  # fmt: skip
    somebody = Client()
    somebody.force_login(UserFactory(**({"role": role} if role else {})))

    answer = summed(somebody)
    assert answer == summed(client)
    assert (answer["total"]["promises"], answer["total"]["lateness"]) == (1, NOT_LATE)


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("by", "queries"), [("actor", 10), ("kind", 9)])
def test_query_count(client, count, by, queries, django_assert_num_queries):
    for _ in range(count):
        promise("2025", said_by=OrganizationFactory(), outcome="late",
                measures=[MeasureFactory.build(temporal_mode="plan", due="2026")])  # fmt: skip

    with django_assert_num_queries(queries):
        assert summed(client, by=by)["total"]["promises"] == 2 * count


@pytest.mark.parametrize(
    ("query", "pointer", "code"),
    [
        ("by=speaker", "?by", "invalid_choice"),
        ("by=kind,actor", "?by", "invalid_choice"),
        ("double_counting=no", "?double_counting", "invalid_choice"),
        ("limit=1001", "?limit", "number_out_of_range"),
        ("cursor=abc", "?cursor", "unknown_parameter"),
        ("review_status=draft", "?review_status", "unknown_parameter"),
    ],
)
def test_bad_query_is_refused(client, query, pointer, code):
    response = client.get(f"{PATH}?{query}")

    assert response.status_code == 400
    assert [(each["pointer"], each["code"]) for each in response.json()["errors"]] == [
        (pointer, code)
    ]


def test_table_has_the_same_rows(client):
    promise(kind="aid")
    lines = client.get(PATH, {"format": "csv", "by": "kind", "on": "2025-04-04"}).content
    heading, row, end = lines.decode().splitlines()[-3:]

    assert heading.startswith("group.id,group.name,promises,outcomes.open,outcomes.kept,")
    assert row == "aid,Aid,1,0,0,0,0,0,1,1,0,0,0,0,0,0,0,,"
    assert end.startswith("# end: rows=1,")
