"""`/api/v1/ladder/` and `/api/v1/agreements/{id}/ladder/`: how far agreements have come."""

import pytest
import time_machine
from django.test import Client

from records.analysis.ladder.rungs import EXPECTED
from records.enums import AgreementKind, Rung
from records.services import review
from records.services.merging import merge_records
from tests.factories import (
    AgreementFactory,
    AgreementMilestoneFactory,
    ClaimFactory,
    ClaimRelationFactory,
    MeasureFactory,
    UserFactory,
)
from tests.support.briefs import brief
from tests.support.writing import AUTHORSHIP

pytestmark = pytest.mark.django_db

PATH = "/api/v1/ladder/"
ON = "2025-04-04"


def milestone(kind, date="", claim=None):
    return AgreementMilestoneFactory.build(kind=kind, date=date, claim=claim)


def agreement(*milestones, **columns):
    return AgreementFactory(**({"kind": "procurement_contract"} | columns), milestones=milestones)


def told(client, made, **query):
    response = client.get(f"/api/v1/agreements/{made.public_id}/ladder/", {"on": ON} | query)
    assert response.status_code == 200, response.content
    return response.json()


def listed(client, **query):
    response = client.get(PATH, {"on": ON} | query)
    assert response.status_code == 200, response.content
    return response.json()["results"]


def ids(client, **query):
    return [each["agreement"]["id"] for each in listed(client, **query)]


def dated(edtf, earliest, latest):
    return {"edtf": edtf, "earliest": earliest, "latest": latest}


def rung(name, reached="no", *, expected=True, date=None, steps=()):
    return {
        "rung": name, "expected": expected, "reached": reached, "date": date, "steps": list(steps),
    }  # fmt: skip


def reached(ladder):
    return {each["rung"]: each["reached"] for each in ladder["results"]
            if each["reached"] != "no"}  # fmt: skip


def test_ladder_of_an_agreement(client):
    source = ClaimFactory(kind="agreement_event")
    made = agreement(
        milestone("announcement", "2023"), milestone("signature", "2024-01-31", source)
    )
    order = ClaimFactory(kind="delivery", occurred="2025-02", agreements=[made])
    signed, delivered = (
        dated("2024-01-31", *["2024-01-31"] * 2),
        dated("2025-02", "2025-02-01", "2025-02-28"),
    )

    assert told(client, made) == {
        "on": ON,
        "agreement": brief(made),
        "status": "unknown",
        "state": "delivering",
        "last": "delivered",
        "since": delivered,
        "awaited": "delivered",
        "waited": {"min": 35, "max": 62},
        "total": {"start": "announced", "end": "delivered", "days": {"min": 398, "max": 789}},
        "left_out": {"not_factual": 0, "withdrawn": 0, "later": 0},
        "lags": [
            {"start": "announced", "end": "signed", "days": {"min": 31, "max": 395}},
            {"start": "signed", "end": "delivered", "days": {"min": 367, "max": 394}},
        ],
        "results": [
            rung(
                "announced", "yes", date=dated("2023", "2023-01-01", "2023-12-31"),
                steps=[{"told_by": "milestone", "kind": "announcement", "claim": None,
                        "date": dated("2023", "2023-01-01", "2023-12-31")}],
            ),
            rung(
                "signed", "yes", date=signed,
                steps=[{"told_by": "milestone", "kind": "signature", "date": signed,
                        "claim": brief(source)}],
            ),
            rung("in_force", expected=False),
            rung("contracted", expected=False),
            rung("funded"),
            rung("produced"),
            rung(
                "delivered", "yes", date=delivered,
                steps=[{"told_by": "claim", "kind": "delivery", "date": delivered,
                        "claim": brief(order)}],
            ),
        ],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "rung_"),
    [
        ("announcement", "announced"),
        ("signature", "signed"),
        ("provisional_application", "in_force"),
        ("entry_into_force", "in_force"),
        ("contracting", "contracted"),
        ("funding", "funded"),
        ("production_start", "produced"),
        ("first_delivery", "delivered"),
        ("delivery", "delivered"),
    ],
)
def test_milestone_reaches_a_rung(client, kind, rung_):
    assert reached(told(client, agreement(milestone(kind)))) == {rung_: "yes"}


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("order", {"contracted": "yes"}),
        ("financing", {"funded": "yes"}),
        ("production_output", {"produced": "yes"}),
        ("delivery", {"delivered": "yes"}),
        ("agreement_event", {}),
        ("aid", {}),
    ],
)
def test_claim_reaches_a_rung_by_its_kind(client, kind, expected):
    made = agreement()
    ClaimFactory(kind=kind, agreements=[made])

    assert reached(told(client, made)) == expected


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("unknown", ""),
        ("announced", "announced"),
        ("under_negotiation", "announced"),
        ("initialled", "announced"),
        ("signed", "announced signed"),
        ("provisionally_applied", "announced signed in_force"),
        ("in_force", "announced signed in_force"),
        ("suspended", "announced signed in_force"),
        ("expired", "announced signed in_force"),
        ("terminated", "announced signed in_force"),
        ("superseded", "announced signed in_force"),
        ("cancelled", "announced"),
    ],
)
def test_status_implies_rungs_without_dates(client, status, expected):
    found = told(client, agreement(status=status))

    assert reached(found) == dict.fromkeys(expected.split(), "implied")
    assert (found["since"], found["waited"]) == (None, None)


@pytest.mark.parametrize(
    "modality", ["plan", "commitment", "target", "forecast", "possibility", "conditional", "denial"]
)
def test_what_is_no_fact_reaches_no_rung(client, modality):
    event = ClaimFactory(modality=modality)
    made = agreement(milestone("funding", "2024", event))
    ClaimFactory(kind="delivery", modality=modality, agreements=[made])

    found = told(client, made)
    assert reached(found) == {}
    assert found["left_out"] == {"not_factual": 2, "withdrawn": 0, "later": 0}


@pytest.mark.parametrize(
    ("relation", "expected"),
    [("corrects", 0), ("retracts", 0), ("updates", 1), ("narrows", 1), ("contradicts", 1)],
)
def test_claim_that_was_taken_back_reaches_no_rung(client, relation, expected):
    made = agreement()
    claim = ClaimFactory(kind="delivery", agreements=[made])
    ClaimFactory(relations=[ClaimRelationFactory.build(kind=relation, other=claim)])

    found = told(client, made)
    assert len(reached(found)) == expected
    assert found["left_out"]["withdrawn"] == 1 - expected


def test_claim_whose_correction_was_retracted_reaches_its_rung(client):
    made = agreement()
    claim = ClaimFactory(kind="delivery", agreements=[made])
    correction = ClaimFactory(relations=[ClaimRelationFactory.build(kind="corrects", other=claim)])
    ClaimFactory(relations=[ClaimRelationFactory.build(kind="retracts", other=correction)])

    found = told(client, made)
    assert (reached(found), found["left_out"]["withdrawn"]) == ({"delivered": "yes"}, 0)


def test_what_certainly_comes_later_does_not_count(client):
    made = agreement(
        milestone("signature", "2025-04-04"),
        milestone("funding", "2025-04-05"),
        milestone("delivery", "2025"),
    )
    found = told(client, made)

    assert reached(found) == {"signed": "yes", "delivered": "yes"}
    assert found["left_out"]["later"] == 1


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2020-01-01", {"announced": "implied"}),
        ("2024-05-01", {"announced": "implied", "signed": "yes"}),
        ("2024-08-01", {"announced": "implied", "signed": "yes", "in_force": "yes"}),
    ],
)
@pytest.mark.parametrize(("status", "state"), [("in_force", "complete"), ("expired", "ended")])
def test_status_of_now_does_not_count_before_its_milestones(client, status, state, on, expected):
    made = agreement(
        milestone("signature", "2024-05-01"),
        milestone("entry_into_force", "2024-08-01"),
        kind="framework_agreement",
        status=status,
    )
    if "in_force" not in expected:
        state = "waiting"

    found = told(client, made, on=on)
    assert (reached(found), found["state"]) == (expected, state)
    assert found["left_out"]["later"] == 3 - len(expected)
    states = client.get(f"{PATH}summary/", {"on": on}).json()["states"]
    assert states[state] == sum(states.values()) == 1


def test_planned_milestone_to_come_leaves_the_status(client):
    event = ClaimFactory(modality="plan")
    made = agreement(milestone("entry_into_force", "2030", event), status="in_force")

    assert reached(told(client, made)) == dict.fromkeys(
        ("announced", "signed", "in_force"), "implied"
    )


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["2024-06-01", "2024-03"], dated("2024-03", "2024-03-01", "2024-03-31")),
        (["2024", "2024-03-05"], dated("2024-01-01/2024-03-05", "2024-01-01", "2024-03-05")),
        (["2024/..", "2024-03-05"], dated("2024-01-01/2024-03-05", "2024-01-01", "2024-03-05")),
        (["../2023", "2024"], dated("../2023", None, "2023-12-31")),
        (["2024/..", "2023/.."], dated("2023/..", "2023-01-01", None)),
        (["", "2024"], dated("2024", "2024-01-01", "2024-12-31")),
        (["", ""], None),
    ],
)
def test_rung_is_dated_by_the_first_of_its_milestones(client, dates, expected):
    made = agreement(*[milestone("delivery", date) for date in dates])
    ClaimFactory(kind="delivery", occurred="2020", agreements=[made])

    date = told(client, made)["results"][-1]["date"]
    assert date == (expected or dated("2020", "2020-01-01", "2020-12-31"))


def test_later_rung_that_was_reached_first_has_a_lag_below_zero(client):
    found = told(client, agreement(milestone("signature", "2024-05-01"),
                                   milestone("delivery", "2024-04-01")))  # fmt: skip
    assert found["lags"] == [
        {"start": "signed", "end": "delivered", "days": {"min": -30, "max": -30}}
    ]


@pytest.mark.parametrize(
    ("columns", "kinds", "expected"),
    [
        ({}, [], ("not_begun", None, "announced")),
        ({}, ["announcement"], ("waiting", "announced", "signed")),
        ({}, ["signature"], ("waiting", "signed", "funded")),
        ({}, ["delivery"], ("complete", "delivered", None)),
        ({}, ["first_delivery"], ("delivering", "delivered", "delivered")),
        ({}, ["first_delivery", "delivery"], ("complete", "delivered", None)),
        ({}, ["first_delivery", "completion"], ("ended", "delivered", None)),
        ({"status": "terminated"}, ["first_delivery"], ("ended", "delivered", None)),
        ({"kind": "joint_declaration"}, ["first_delivery"], ("complete", "delivered", None)),
        ({}, ["signature", "completion"], ("ended", "signed", None)),
        ({"status": "terminated"}, ["signature"], ("ended", "signed", None)),
        ({"status": "cancelled"}, [], ("ended", "announced", None)),
        ({"status": "suspended"}, [], ("waiting", "signed", "funded")),
        ({"kind": "donation"}, ["signature"], ("waiting", "signed", "delivered")),
        (
            {"kind": "sale_notification"},
            ["announcement", "production_start"],
            ("waiting", "announced", "delivered"),
        ),
        ({"kind": "joint_declaration"}, ["signature"], ("complete", "signed", None)),
        ({"kind": "framework_agreement"}, ["signature"], ("waiting", "signed", "in_force")),
        ({"kind": "donation"}, ["announcement"], ("waiting", "announced", "delivered")),
    ],
)
def test_state_of_an_agreement(client, columns, kinds, expected):
    made = agreement(*[milestone(kind) for kind in kinds], **columns)

    found = told(client, made)
    state, last, awaited = expected
    assert (found["state"], found["last"], found["awaited"]) == (state, last, awaited)
    assert ids(client, state=state) == [made.public_id]
    assert ids(client, state="waiting" if state == "ended" else "ended") == []
    assert ids(client, last=",".join(Rung.values)) == ([made.public_id] if last else [])


def test_every_kind_has_rungs_in_order():
    assert set(EXPECTED) == set(AgreementKind)
    order = list(Rung)
    for rungs in EXPECTED.values():
        assert list(rungs) == sorted(set(rungs), key=order.index)


def test_days_waited(client):
    made = agreement(milestone("signature", "2025"))
    longer = agreement(milestone("signature", "2024"))

    assert told(client, made)["waited"] == {"min": 0, "max": 93}
    assert told(client, longer, on="2025-01-31")["waited"] == {"min": 31, "max": 396}
    assert ids(client, waited_min=94) == [longer.public_id]
    assert ids(client, waited_min=95) == []


@pytest.mark.parametrize("status", ["in_force", "suspended", "provisionally_applied"])
def test_waits_since_what_is_dated_whatever_the_status_implies(client, status):
    made = agreement(milestone("signature", "2020-01-05"), status=status)
    query = {"waited_min": 30, "on": "2025-01-01"}

    (only,) = listed(client, **query)
    assert (only["last"], only["rungs"]["in_force"]["reached"]) == ("signed", "implied")
    assert only["since"] == dated("2020-01-05", "2020-01-05", "2020-01-05")
    assert (only["awaited"], only["waited"]) == ("funded", {"min": 1823, "max": 1823})
    assert told(client, made, on="2025-01-01")["waited"] == only["waited"]


def test_partial_delivery_does_not_complete_an_agreement(client):
    made = agreement(milestone("signature", "2024-01-01"))
    partial = MeasureFactory.build(value=2)
    ClaimFactory(kind="delivery", occurred="2025-01-04", agreements=[made], measures=[partial])

    (only,) = listed(client, waited_min=90, state="delivering")
    assert (only["state"], only["last"], only["awaited"]) == ("delivering", *["delivered"] * 2)
    assert only["waited"] == {"min": 90, "max": 90}
    assert [only["rungs"][each]["reached"] for each in ("funded", "produced")] == ["no", "no"]
    counts = client.get(f"{PATH}summary/", {"on": ON}).json()
    assert (counts["states"]["delivering"], counts["results"][-1]["waiting"]) == (1, 1)


def test_dated_rung_that_none_expects_is_the_last(client):
    made = agreement(milestone("signature", "2020"), milestone("entry_into_force", "2021"))

    assert told(client, made)["last"] == "in_force"


def test_list_is_in_brief(client):
    made = agreement(milestone("signature", "2024"), status="signed")
    nothing = {"expected": True, "reached": "no", "date": None}
    signed = dated("2024", "2024-01-01", "2024-12-31")

    assert listed(client) == [
        {
            "agreement": brief(made),
            "status": "signed",
            "state": "waiting",
            "last": "signed",
            "since": signed,
            "awaited": "funded",
            "waited": {"min": 94, "max": 459},
            "total": None,
            "left_out": {"not_factual": 0, "withdrawn": 0, "later": 0},
            "rungs": {
                "announced": nothing | {"reached": "implied"},
                "signed": nothing | {"reached": "yes", "date": signed},
                "in_force": nothing | {"expected": False},
                "contracted": nothing | {"expected": False},
                "funded": nothing,
                "produced": nothing,
                "delivered": nothing,
            },
        }
    ]


@pytest.mark.parametrize("query", [{}, {"state": "waiting"}])
def test_pages_hold_every_agreement_once(client, query):
    made = [agreement(milestone("signature")) for _ in range(5)]
    agreement(milestone("signature"), kind="joint_declaration", review_status="draft")

    for size in (1, 2, 5):
        found, path, parameters = [], PATH, query | {"page_size": size}
        while path:
            page = client.get(path, parameters).json()
            assert 0 < len(page["results"]) <= size
            found += [each["agreement"]["id"] for each in page["results"]]
            path, parameters = page["next"], {}
        assert found == [each.public_id for each in made]


def test_filters_of_agreements_choose(client):
    one, other = agreement(kind="loan"), agreement(kind="donation")

    assert ids(client, kind="donation") == [other.public_id]
    assert ids(client, **{"kind!": "donation"}) == [one.public_id]


def test_today_is_the_day_unless_another_is_asked_for(client):
    made = agreement(milestone("signature", "2025-04-03"))
    with time_machine.travel("2025-04-05T12:00:00Z", tick=False):
        one = client.get(f"/api/v1/agreements/{made.public_id}/ladder/").json()
        (other,) = client.get(PATH).json()["results"]

    assert one["on"] == "2025-04-05"
    assert one["waited"] == other["waited"] == {"min": 2, "max": 2}


@pytest.mark.parametrize("role", ["viewer", "editor", "reviewer", "admin", ""])
def test_drafts_are_told_to_nobody(client, role):
    draft = agreement(review_status="draft")
    made = agreement()
    ClaimFactory(kind="delivery", agreements=[made], review_status="draft")
    somebody = Client()
    somebody.force_login(UserFactory(**({"role": role} if role else {})))

    for each in (somebody, client):
        path = f"/api/v1/agreements/{draft.public_id}/ladder/"
        assert each.get(path).json()["code"] == "not_found"
        assert reached(told(each, made)) == {}
        assert ids(each) == [made.public_id]


def test_ladder_of_an_agreement_that_does_not_answer_itself(client):
    survivor, merged, retracted = agreement(), agreement(), agreement()
    merge_records(survivor=survivor, merged=merged, choices={}, authorship=AUTHORSHIP)
    review.retract(record=retracted, authorship=AUTHORSHIP)

    def answer(public_id):
        return client.get(f"/api/v1/agreements/{public_id}/ladder/?on={ON}")

    moved = answer(merged.public_id)
    assert (moved.status_code, moved.headers["Location"]) == (
        308,
        f"/api/v1/agreements/{survivor.public_id}/ladder/?on={ON}",
    )
    gone, missing, malformed = map(answer, [retracted.public_id, "AGR-999999", "AGR-x"])
    assert (gone.status_code, gone.json()["code"]) == (410, "retracted")
    assert (missing.status_code, missing.json()["code"]) == (404, "not_found")
    assert (malformed.status_code, malformed.json()["code"]) == (404, "not_found")


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("query", "number"), [({}, 4), ({"last": "delivered"}, 3)])
def test_query_count_of_the_list(client, count, query, number, django_assert_num_queries):
    for _ in range(count):
        made = agreement(milestone("signature", "", ClaimFactory()))
        ClaimFactory(kind="delivery", agreements=[made])

    with django_assert_num_queries(number):
        assert len(listed(client, **query)) == count


@pytest.mark.parametrize("count", [1, 3])
def test_query_count_of_one(client, count, django_assert_num_queries):
    made = agreement(*[milestone("delivery", "", ClaimFactory()) for _ in range(count)])
    for _ in range(count):
        ClaimFactory(kind="delivery", agreements=[made])

    with django_assert_num_queries(4):
        assert len(told(client, made)["results"][-1]["steps"]) == 2 * count


@pytest.mark.parametrize(
    ("query", "pointer", "code"),
    [
        ("on=now", "?on", "invalid_day"),
        ("state=stalled", "?state", "invalid_choice"),
        ("last=sign", "?last", "invalid_choice"),
        ("waited_min=P6M", "?waited_min", "number_out_of_range"),
        ("page_size=0", "?page_size", "number_out_of_range"),
        ("cursor=abc", "?cursor", "invalid_cursor"),
        ("review_status=draft", "?review_status", "unknown_parameter"),
        ("status=nosuch", "?status", "invalid_choice"),
    ],
)
def test_bad_query_is_refused(client, query, pointer, code):
    response = client.get(f"{PATH}?{query}")

    assert response.status_code == 400
    assert [(each["pointer"], each["code"]) for each in response.json()["errors"]] == [
        (pointer, code)
    ]


@pytest.mark.parametrize(
    ("query", "pointer", "code"),
    [
        ("on=2025-02-30", "?on", "no_such_date"),
        ("state=waiting", "?state", "unknown_parameter"),
        ("format=xml", "?format", "invalid_choice"),
    ],
)
def test_bad_query_of_one_is_refused(client, query, pointer, code):
    response = client.get(f"/api/v1/agreements/{agreement().public_id}/ladder/?{query}")

    assert response.status_code == 400
    assert [(each["pointer"], each["code"]) for each in response.json()["errors"]] == [
        (pointer, code)
    ]


def test_tables_have_the_same_rows(client):
    made = agreement(milestone("signature", "2024"))
    listing = client.get(PATH, {"format": "csv"}).getvalue().decode().splitlines()
    one = client.get(f"/api/v1/agreements/{made.public_id}/ladder/", {"format": "csv"})
    rungs = one.content.decode().splitlines()

    assert "rungs.signed.date.latest" in listing[-3]
    assert listing[-1].startswith("# end: rows=1, sha256=")
    assert rungs[-9].startswith("rung,expected,reached,date.edtf,date.earliest,")
    assert [line.partition(",")[0] for line in rungs[-8:-1]] == Rung.values
    assert rungs[-1].startswith("# end: rows=7, sha256=")
