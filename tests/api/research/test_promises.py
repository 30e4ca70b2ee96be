"""`/api/v1/promises/`: what was promised, and whether it happened."""

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
from tests.support.briefs import brief

pytestmark = pytest.mark.django_db

PATH = "/api/v1/promises/"


def bounds(edtf, earliest, latest):
    return {
        "edtf": edtf, "earliest": earliest, "latest": latest, "words": None, "unresolved": None,
    }  # fmt: skip


def promise(**columns):
    return ClaimFactory(**({"modality": "commitment", "kind": "aid"} | columns))


def deciding(claim, relation="updates", **columns):
    relation = ClaimRelationFactory.build(kind=relation, other=claim)
    return ClaimFactory(**({"relations": [relation]} | columns))


def found(client, **query):
    response = client.get(PATH, {"on": "2025-04-04"} | query)
    assert response.status_code == 200, response.content
    return response.json()["results"]


def ids(client, **query):
    return [each["claim"]["id"] for each in found(client, **query)]


def test_promise_that_came_true(client):
    speaker, maker = OrganizationFactory(), OrganizationFactory()
    made = promise(
        said_by=speaker, speaker_name="A. Speaker", organizations=[maker], due="2024",
        due_words="next year", outcome="late",
    )  # fmt: skip
    news = deciding(made, occurred="2025-02", modality="reported", kind="delivery")

    assert client.get(PATH, {"on": "2025-04-04"}).json() == {
        "on": "2025-04-04",
        "next": None,
        "left_out": {"figures": 0, "later": 0},
        "results": [
            {
                "claim": brief(made),
                "figure": None,
                "stated_as": "commitment",
                "said_by": {
                    "id": speaker.public_id,
                    "url": f"/api/v1/organizations/{speaker.public_id}/",
                    "name": speaker.name,
                    "kind": "company",
                    "country": None,
                },
                "speaker_name": "A. Speaker",
                "about": [
                    {
                        "id": maker.public_id,
                        "url": f"/api/v1/organizations/{maker.public_id}/",
                        "name": maker.name,
                        "kind": "company",
                        "country": None,
                    }
                ],
                "due": bounds("2024", "2024-01-01", "2024-12-31") | {"words": "next year"},
                "due_basis": "own",
                "outcome": "late",
                "outcome_basis": "recorded",
                "overdue": "no",
                "lateness": {"min": 32, "max": 424},
                "lateness_gap": None,
                "doubt": None,
                "decided_by": [
                    {
                        "relation": "updates",
                        "claim": brief(news),
                        "modality": "reported",
                        "occurred": bounds("2025-02", "2025-02-01", "2025-02-28"),
                        "tells": True,
                    }
                ],
                "revised_by": [],
                "restates": [],
            }
        ],
    }


def test_figure_is_a_promise_due_with_its_period(client):
    made = ClaimFactory(
        modality="official_statement",
        measures=[
            MeasureFactory.build(value=5),
            MeasureFactory.build(value=7, temporal_mode="forecast", period="2025"),
        ],
    )
    (only,) = found(client)

    assert only["claim"] == brief(made)
    assert (only["figure"]["position"], only["figure"]["value"]) == (1, "7")
    assert (only["stated_as"], only["due_basis"]) == ("forecast", "period")
    assert only["due"] == bounds("2025", "2025-01-01", "2025-12-31")
    assert (only["outcome"], only["overdue"]) == ("open", "possibly")


def test_figure_that_repeats_its_claim_is_not_listed_twice(client):
    same = {"due": "2026", "outcome": "open"}
    figures = [
        MeasureFactory.build(temporal_mode="plan", **same),
        MeasureFactory.build(temporal_mode="plan"),
        MeasureFactory.build(temporal_mode="plan", due="2027"),
        MeasureFactory.build(temporal_mode="actual", due="2028"),
    ]
    made = promise(modality="plan", measures=figures, **same)

    rows = [(each["claim"]["id"], each["figure"] and each["figure"]["position"])
            for each in found(client)]  # fmt: skip
    assert rows == [(made.public_id, None), (made.public_id, 2)]


def test_claim_without_date_and_outcome_leaves_the_promise_to_its_figures(client):
    promise(
        modality="plan",
        measures=[
            MeasureFactory.build(temporal_mode="plan", due=due) for due in ("2025-06", "2025-12")
        ],
    )
    assert [each["figure"]["due"] if "due" in each["figure"] else each["due"]["edtf"]
            for each in found(client)] == ["2025-06", "2025-12"]  # fmt: skip


@pytest.mark.parametrize("modality", ["possibility", "conditional", "denial", "reported"])
def test_what_is_not_promised_is_not_listed(client, modality):
    figure = MeasureFactory.build(temporal_mode="actual" if modality == "reported" else "plan")
    ClaimFactory(modality=modality, measures=[figure], due="2024")

    assert found(client) == []


@pytest.mark.parametrize(
    ("columns", "outcome", "basis", "overdue"),
    [
        ({"due": "2025-04-03"}, "unknown", "dates", "yes"),
        ({"due": "2025-04-04"}, "open", "dates", "no"),
        ({"due": "2025-04"}, "open", "dates", "possibly"),
        ({"due": "2024/.."}, "open", "dates", "possibly"),
        ({"due": "../2026"}, "open", "dates", "possibly"),
        ({"due": "2026"}, "open", "dates", "no"),
        ({}, "unknown", "dates", "unknown"),
        ({"due_words": "soon", "due_unresolved": "ambiguous"}, "unknown", "dates", "unknown"),
        ({"due": "2024", "outcome": "open"}, "open", "recorded", "yes"),
        ({"due": "2024", "outcome": "kept"}, "kept", "recorded", "no"),
        ({"outcome": "missed"}, "missed", "recorded", "no"),
    ],
)
def test_outcome_on_a_day(client, columns, outcome, basis, overdue):
    promise(**columns)

    (only,) = found(client)
    assert (only["outcome"], only["outcome_basis"], only["overdue"]) == (outcome, basis, overdue)
    assert len(found(client, outcome=outcome, overdue=overdue)) == 1
    assert found(client, outcome="partly") == []
    others = {"yes", "possibly", "no", "unknown"} - {overdue}
    assert found(client, overdue=",".join(sorted(others))) == []


def test_today_is_the_day_unless_another_is_asked_for(client):
    promise(due="2025-04-03")
    with time_machine.travel("2025-04-03T12:00:00Z", tick=False):
        today = client.get(PATH).json()

    assert (today["on"], today["results"][0]["overdue"]) == ("2025-04-03", "no")


@pytest.mark.parametrize(
    ("kind", "modality", "place", "tells"),
    [
        ("updates", "reported", "decided_by", True),
        ("corrects", "official_statement", "decided_by", True),
        ("narrows", "reported", "decided_by", True),
        ("updates", "denial", "decided_by", False),
        ("contradicts", "reported", "decided_by", False),
        ("retracts", "plan", "decided_by", False),
        ("updates", "plan", "revised_by", False),
        ("narrows", "target", "revised_by", False),
        ("updates", "possibility", None, False),
        ("contradicts", "forecast", None, False),
        ("corroborates", "reported", None, False),
        ("derives_from", "reported", None, False),
        ("duplicates", "reported", None, False),
    ],
)
def test_claims_that_decide_or_revise(client, kind, modality, place, tells):
    made = promise(due="2024", outcome="late")
    other = deciding(made, kind, modality=modality, occurred="2025-01-01")
    deciding(made, kind, modality=modality, review_status="draft")

    mine = next(each for each in found(client) if each["claim"] == brief(made))
    expected = [
        {
            "relation": kind,
            "claim": brief(other),
            "modality": modality,
            "occurred": bounds("2025-01-01", "2025-01-01", "2025-01-01"),
            "tells": tells,
        }
    ]
    assert mine["decided_by"] == (expected if place == "decided_by" else [])
    assert mine["revised_by"] == (expected if place == "revised_by" else [])
    assert mine["lateness"] == ({"min": 1, "max": 366} if tells else None)
    assert mine["lateness_gap"] == (None if tells else "undecided")


def test_what_a_retracted_claim_says_does_not_count(client):
    made = promise(due="2024", outcome="late")
    copy = deciding(made, "duplicates", modality="plan")
    for each in (deciding(made, modality="reported", occurred="2025-01-01"), copy):
        deciding(each, "retracts")

    told = {each["claim"]["id"]: each for each in found(client)}
    first = told[made.public_id]
    assert (first["decided_by"], first["lateness_gap"]) == ([], "undecided")
    assert told[copy.public_id]["restates"] == []


@pytest.mark.parametrize(
    ("columns", "outcome"),
    [({}, "unknown"), ({"outcome": "unknown"}, "unknown"), ({"outcome": "open"}, "open")],
)
def test_report_of_progress_makes_no_lateness(client, columns, outcome):
    made = promise(modality="plan", due="2023", **columns)
    progress = deciding(made, modality="reported", occurred="2024-06")

    (only,) = found(client)
    assert (only["outcome"], only["overdue"]) == (outcome, "yes")
    assert (only["lateness"], only["lateness_gap"]) == (None, "undecided")
    assert [each["claim"] for each in only["decided_by"]] == [brief(progress)]
    total = client.get(f"{PATH}summary/", {"on": "2025-04-04"}).json()["total"]
    assert (total["outcomes"][outcome], total["lateness"]["count"]) == (1, 0)


@pytest.mark.parametrize(
    ("relation", "modality"),
    [("updates", "reported"), ("contradicts", "denial"), ("narrows", "plan"), ("retracts", "plan")],
)
def test_what_certainly_happened_later_is_left_out(client, relation, modality):
    made = promise(due="2023-01", outcome="late")
    deciding(made, relation, modality=modality, occurred="2024-06")

    def around(on):
        body = client.get(PATH, {"on": on, "kind": "aid"}).json()
        (only,) = body["results"]
        told = len(only["decided_by"] + only["revised_by"])
        return told, body["left_out"]["later"], only["lateness"] is not None

    tells = modality == "reported"
    assert around("2023-02-01") == (0, 1, False)
    assert around("2024-06-01") == (1, 0, tells)
    summed = client.get(f"{PATH}summary/", {"on": "2023-02-01", "kind": "aid"}).json()
    assert summed["left_out"]["later"] == tells
    assert summed["total"]["lateness"]["count"] == 0


def test_figures_that_are_promised_with_their_claim_are_counted(client):
    plans = [MeasureFactory.build(temporal_mode="plan", due=due) for due in ("", "", "2027")]
    promise(modality="plan", due="2026", measures=[*plans, MeasureFactory.build()])
    ClaimFactory(modality="reported", measures=[MeasureFactory.build(temporal_mode="plan")])

    body = client.get(PATH, {"on": "2025-04-04"}).json()
    assert (len(body["results"]), body["left_out"]) == (3, {"figures": 2, "later": 0})


def test_restated_promise_is_named(client):
    made = promise(due="2024")
    copy = promise(relations=[ClaimRelationFactory.build(kind="duplicates", other=made)])

    mine = next(each for each in found(client) if each["claim"] == brief(copy))
    assert [(each["relation"], each["claim"]) for each in mine["restates"]] == [
        ("duplicates", brief(made))
    ]


@pytest.mark.parametrize(
    ("columns", "occurred", "gap"),
    [
        ({"due": "2024", "outcome": "missed"}, "2025", "missed"),
        ({"outcome": "kept"}, "2025", "due_unknown"),
        ({"due": "2024", "outcome": "kept"}, "", "decision_undated"),
    ],
)
def test_lateness_that_is_not_known(client, columns, occurred, gap):
    deciding(promise(**columns), occurred=occurred)

    (only,) = found(client)
    assert (only["lateness"], only["lateness_gap"]) == (None, gap)


@pytest.mark.parametrize(
    ("outcome", "occurred", "doubt"),
    [
        ("kept", "2025-01-01", "certainly_late"),
        ("kept", "2024", None),
        ("late", "2023-12-31", "certainly_in_time"),
        ("late", "2024-06", None),
        ("partly", "2026", None),
    ],
)
def test_dates_that_contradict_the_record(client, outcome, occurred, doubt):
    deciding(promise(due="2024", outcome=outcome), occurred=occurred)

    (only,) = found(client)
    assert (only["outcome"], only["doubt"]) == (outcome, doubt)


def test_pages_hold_every_promise_once(client):
    made = [
        promise(
            modality="plan", due=due, outcome="open",
            measures=[MeasureFactory.build(temporal_mode="plan", due=each) for each in figures],
        )
        for due, figures in [("2024", ["2025", "2025"]), ("", ["2024", ""]), ("2024/..", ["2023"])]
    ]  # fmt: skip
    first, second, third = (claim.public_id for claim in made)
    expected = [
        (third, 0), (third, None), (first, None), (second, 0), (first, 0), (first, 1),
        (second, None),
    ]  # fmt: skip

    for size in (1, 2, 3, 7):
        rows, path = [], f"{PATH}?page_size={size}&modality=plan"
        while path:
            page = client.get(path).json()
            assert 0 < len(page["results"]) <= size
            rows += page["results"]
            path = page["next"]
        assert [
            (each["claim"]["id"], each["figure"] and each["figure"]["position"]) for each in rows
        ] == expected


def test_filters_of_claims_choose(client):
    one, other = promise(kind="aid", due="2024"), promise(kind="delivery", due="2026")

    assert ids(client, kind="delivery") == [other.public_id]
    assert ids(client, due_before="2025") == [one.public_id]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"due_before": "2024-12"}, {"figure", "own"}),
        ({"due_after": "2024", "due_before": "2024"}, {"figure", "own"}),
        ({"due_before": "2024-06"}, {"figure", "own"}),
        ({"due_before": "2024-06", "date_match": "certain"}, set()),
        ({"due_before": "2024", "date_match": "certain"}, {"figure", "own"}),
        ({"due_after": "2025"}, {"claim"}),
        ({"due_after": "2024-02", "date_match": "certain"}, {"claim"}),
        ({"due_after": "2027"}, set()),
    ],
)
def test_due_dates_are_those_of_the_promise(client, query, expected):
    forecast = MeasureFactory.build(temporal_mode="forecast", period="2024")
    plan = MeasureFactory.build(temporal_mode="plan", due="2024")
    made = {
        "figure": ClaimFactory(modality="reported", measures=[forecast], occurred="2030"),
        "own": promise(modality="plan", measures=[plan]),
        "claim": promise(due="2026"),
    }
    promise()

    assert ids(client, **query) == [made[each].public_id for each in sorted(expected)]
    total = client.get(f"{PATH}summary/", {"on": "2025-04-04"} | query).json()["total"]
    assert total["promises"] == len(expected)


def test_drafts_are_never_told(client):
    draft = promise(review_status="draft")
    deciding(draft, review_status="draft")
    reviewer = Client()
    reviewer.force_login(UserFactory(role="reviewer"))

    assert found(client) == found(reviewer) == []


@pytest.mark.parametrize("role", ["viewer", "editor", "reviewer", "admin", ""])
def test_everybody_is_told_the_same(client, role):
    deciding(promise(due="2024"))
    somebody = Client()
    somebody.force_login(UserFactory(**({"role": role} if role else {})))

    assert found(somebody) == found(client) != []


@pytest.mark.parametrize("count", [1, 3])
def test_query_count(client, count, django_assert_num_queries):
    for _ in range(count):
        figure = MeasureFactory.build(temporal_mode="plan", due="2030")
        deciding(
            promise(modality="plan", due="2024", measures=[figure], said_by=OrganizationFactory())
        )

    with django_assert_num_queries(7):
        assert len(found(client)) == 2 * count


@pytest.mark.parametrize(
    ("query", "pointer", "code"),
    [
        ("on=yesterday", "?on", "invalid_day"),
        ("on=2025-02-30", "?on", "no_such_date"),
        ("outcome=done", "?outcome", "invalid_choice"),
        ("outcome!=open", "?outcome!", "unknown_parameter"),
        ("overdue=maybe", "?overdue", "invalid_choice"),
        ("due_after=soon", "?due_after", "invalid_edtf"),
        ("due_before=2024/..", "?due_before", "open_date"),
        ("due_after=2025&due_before=2024", "?due_after", "range_reversed"),
        ("due_after!=2025", "?due_after!", "unknown_parameter"),
        ("due_before=2024&due_before=2025", "?due_before", "repeated_parameter"),
        ("date_match=maybe", "?date_match", "invalid_choice"),
        ("page_size=0", "?page_size", "number_out_of_range"),
        ("page_size=501", "?page_size", "number_out_of_range"),
        ("cursor=abc", "?cursor", "invalid_cursor"),
        ("cursor=WzEsMiwzXQ", "?cursor", "invalid_cursor"),
        ("cursor=WyIyMDI0LTAyLTMwIiwxLDFd", "?cursor", "invalid_cursor"),
        ("review_status=draft", "?review_status", "unknown_parameter"),
        ("page=2", "?page", "unknown_parameter"),
    ],
)
def test_bad_query_is_refused(client, query, pointer, code):
    response = client.get(f"{PATH}?{query}")

    assert response.status_code == 400
    assert [(each["pointer"], each["code"]) for each in response.json()["errors"]] == [
        (pointer, code)
    ]


def test_table_has_the_same_rows(client):
    deciding(promise(due="2024", outcome="kept"), occurred="2023")
    lines = client.get(PATH, {"format": "csv"}).getvalue().decode().splitlines()

    heading, row, end = lines[-3:]
    assert heading.startswith("claim.id,claim.name,claim.kind,figure.position,")
    assert "due.latest,due.words" in heading
    assert ",2024-12-31," in row
    assert end.startswith("# end: rows=1,")
