"""`/api/v1/measures/series/`: figures over time."""

import csv
from decimal import Decimal

import pytest
from django.test import Client

from tests.factories import (
    CategoryFactory,
    CitationFactory,
    ClaimFactory,
    ClaimRelationFactory,
    MeasureFactory,
    OrganizationFactory,
    SourceFactory,
    UserFactory,
    WeaponSystemFactory,
)
from tests.support.briefs import brief

pytestmark = pytest.mark.django_db

PATH = "/api/v1/measures/series/"
NOTHING = {
    "denied": 0, "replaced": 0, "restatements": 0, "without_value": 0, "undated": 0,
    "beyond_limit": 0, "not_read": 0,
}  # fmt: skip


def measure(value=10, period="2024", **columns):
    return MeasureFactory.build(
        value=None if value is None else Decimal(value),
        period=period,
        **{"metric": "production_output", "object_words": "drones"} | columns,
    )


def claim(*measures, about, **columns):
    return ClaimFactory(organizations=[about], measures=measures, **columns)


def asked(client, **query):
    return client.get(PATH, {"metric": "production_output"} | query).json()


def points(answer):
    return [
        [(point["claim"]["id"], point["value"]) for point in line["points"]]
        for line in answer["results"]
    ]


def test_whole_answer(client, maker):
    speaker = OrganizationFactory(name="Ministry", kind="ministry", country="UA")
    source = SourceFactory(reliability="B", origin_group="one")
    made = claim(
        measure(1200, qualifier="about", precision=Decimal(100), unit_code="C62"),
        about=maker,
        said_by=speaker,
        speaker_name="Jane Doe",
        credibility="2",
        modality="official_statement",
        citations=[CitationFactory.build(source=source)],
    )
    organization = brief(maker)

    assert asked(client) == {
        "limit": 1000,
        "lines": {"count": 1, "whole": 1, "cut": 0},
        "left_out": NOTHING,
        "relative": [],
        "results": [{
            "subject": {"agreements": [], "organizations": [organization], "countries": []},
            "metric": "production_output",
            "weapon_system": None,
            "category": None,
            "words": "drones",
            "unit_code": "C62",
            "unit_words": None,
            "currency": None,
            "temporal_mode": "actual",
            "firmness": "fact",
            "period_length": None,
            "basis": "period",
            "span": {"grain": "year", "since": None},
            "point_count": 1,
            "points": [{
                "claim": brief(made),
                "position": 0,
                "object_words": "drones",
                "mode": "absolute",
                "qualifier": "about",
                "value": "1200",
                "value_min": None,
                "value_max": None,
                "period": {
                    "edtf": "2024", "earliest": "2024-01-01", "latest": "2024-12-31",
                    "words": None, "unresolved": None,
                },
                "basis": "period",
                "modality": "official_statement",
                "credibility": "2",
                "said_by": brief(speaker),
                "speaker_name": "Jane Doe",
                "sources": [
                    {"id": source.public_id, "reliability": "B", "origin_group": "one"}
                ],
                "min": "1150",
                "max": "1250",
                "replaced_by": None,
                "repeats": None,
            }],
        }],
    }  # fmt: skip


def test_relative_figure_finds_its_baseline_in_another_claim(client, maker):
    before = claim(measure(100, "2023", unit_code="C62"), about=maker)
    after = claim(
        measure(50, "2024", mode="percent_change", baseline_period="2023"), about=maker
    )  # fmt: skip
    answer = asked(client)

    assert points(answer) == [[(before.public_id, "100")]]
    (relative,) = answer["relative"]
    assert (relative["claim"]["id"], relative["value"]) == (after.public_id, "50")
    assert relative["baseline_period"]["edtf"] == "2023"
    assert relative["derived"] == {
        "target": "result",
        "min": "150",
        "max": "150",
        "unit_code": "C62",
        "currency": None,
        "start": {"claim": brief(before), "position": 0},
        "reason": None,
    }


@pytest.mark.parametrize(
    ("words", "derived", "reason"),
    [("launchers", "15", None), ("Launchers", "15", None), ("batteries", None, "not_comparable")],
)
def test_difference_starts_from_a_figure_in_its_own_words_alone(
    client, maker, words, derived, reason
):
    start = measure(10, "2023", unit_words="launchers")
    more = {"mode": "difference", "baseline_period": "2023", "unit_words": words}
    beside = claim(start, measure(5, **more), about=maker)
    apart = claim(measure(5, **more), about=maker)

    def told(answer):
        return answer["derived"]["max"], answer["derived"]["reason"], answer["derived"]["unit_code"]

    assert [told(each) for each in asked(client)["relative"]] == [(derived, reason, None)] * 2
    for each in (beside, apart):
        figure = client.get(f"/api/v1/claims/{each.public_id}/").json()["measures"][-1]
        alone = (None, "baseline_unknown", None)
        assert told(figure) == ((derived, reason, None) if each is beside else alone)


def test_relative_figure_without_baseline_says_why(client, maker):
    claim(measure(50, mode="percent_change", baseline_period="2023"), about=maker)
    answer = asked(client)

    assert answer["results"] == []
    assert answer["relative"][0]["derived"] == {
        "target": None, "min": None, "max": None, "unit_code": None, "currency": None,
        "start": None, "reason": "baseline_unknown",
    }  # fmt: skip


def test_derived_figure_longer_than_the_usual_digits(client, maker):
    claim(
        measure(10**23, "2023"),
        measure(10**23, "2024", mode="ratio", baseline_period="2023"),
        about=maker,
    )
    (relative,) = asked(client)["relative"]
    assert relative["derived"]["min"] == relative["derived"]["max"] == str(10**46)


def test_correction_shows_in_place_of_what_it_corrects(client, maker):
    wrong = claim(measure(100), measure(7, object_words="boats"), about=maker)
    right = claim(
        measure(110),
        about=maker,
        kind="correction",
        relations=[ClaimRelationFactory.build(kind="corrects", other=wrong)],
    )
    answer = asked(client)
    assert points(answer) == [[(wrong.public_id, "7")], [(right.public_id, "110")]]
    assert answer["left_out"] == NOTHING | {"replaced": 1}

    both = asked(client, replaced="include")
    assert both["left_out"] == NOTHING
    ((first, second), _) = (line["points"] for line in both["results"])
    assert first["replaced_by"] == {
        "claim": brief(right), "kind": "corrects",
    }  # fmt: skip
    assert second["replaced_by"] is None


def test_correction_outside_the_selection_replaces_too(client, maker):
    wrong = claim(measure(100), about=maker)
    claim(
        measure(110),
        about=maker,
        kind="correction",
        relations=[ClaimRelationFactory.build(kind="corrects", other=wrong)],
    )
    answer = asked(client, kind="other", organization=maker.public_id)
    assert (answer["results"], answer["left_out"]["replaced"]) == ([], 1)


def test_restatement_is_shown_when_asked_for(client, maker):
    first = claim(measure(100), about=maker)
    copy = claim(
        measure(100),
        about=maker,
        relations=[ClaimRelationFactory.build(kind="duplicates", other=first)],
    )
    answer = asked(client)
    assert points(answer) == [[(first.public_id, "100")]]
    assert answer["left_out"] == NOTHING | {"restatements": 1}

    ((_, second),) = (line["points"] for line in asked(client, restatements="include")["results"])
    assert second["claim"]["id"] == copy.public_id
    assert second["repeats"] == {
        "claim": brief(first), "position": 0,
    }  # fmt: skip


def test_claims_that_repeat_each_other_show_once(client, maker):
    first, second = (claim(measure(100), about=maker) for _ in range(2))
    ClaimRelationFactory(claim=first, kind="duplicates", other=second)
    ClaimRelationFactory(claim=second, kind="duplicates", other=first)
    answer = asked(client)
    assert points(answer) == [[(first.public_id, "100")]]
    assert answer["left_out"] == NOTHING | {"restatements": 1}


def test_correction_of_the_currency_replaces_the_one_figure(client, maker):
    wrong = claim(measure(100, currency="USD"), about=maker)
    right = claim(
        measure(100, currency="EUR"),
        about=maker,
        relations=[ClaimRelationFactory.build(kind="corrects", other=wrong)],
    )
    assert points(asked(client)) == [[(right.public_id, "100")]]


def test_update_for_another_period_replaces_nothing(client, maker):
    before = claim(measure(100, "2023"), about=maker)
    after = claim(
        measure(110, "2024"),
        about=maker,
        relations=[ClaimRelationFactory.build(kind="updates", other=before)],
    )
    assert points(asked(client)) == [[(before.public_id, "100"), (after.public_id, "110")]]


def test_update_of_a_count_since_the_same_day_restates_it(client, maker):
    before = claim(measure(100, "2022-02-24/.."), about=maker, occurred="2022-06-01")
    after = claim(
        measure(110, "2022-02-24/.."),
        about=maker,
        occurred="2022-07-01",
        relations=[ClaimRelationFactory.build(kind="updates", other=before)],
    )
    assert points(asked(client)) == [[(after.public_id, "110")]]
    assert points(asked(client, replaced="include")) == [
        [(before.public_id, "100"), (after.public_id, "110")]
    ]


def test_correction_that_was_retracted_replaces_nothing(client, maker):
    wrong = claim(measure(100), about=maker)
    right = claim(
        measure(110),
        about=maker,
        relations=[ClaimRelationFactory.build(kind="corrects", other=wrong)],
    )
    claim(about=maker, relations=[ClaimRelationFactory.build(kind="retracts", other=right)])
    assert points(asked(client)) == [[(wrong.public_id, "100")]]


def test_first_week_of_a_growing_count_is_on_its_line(client, maker):
    days = [claim(measure(day, f"2024-02-24/2024-03-0{day}"), about=maker) for day in (1, 2, 3)]
    (line,) = asked(client)["results"]
    assert line["span"] == {"grain": "since", "since": "2024-02-24"}
    assert [point["claim"]["id"] for point in line["points"]] == [each.public_id for each in days]


def test_count_since_a_day_stands_on_the_day_of_its_claim(client, maker):
    for value, occurred in ((5000, "2024-06-01"), (1000, "2022-03-02"), (900, "2022-03-01")):
        claim(measure(value, "2022-02-24/.."), about=maker, occurred=occurred)
    (line,) = asked(client)["results"]
    assert line["span"] == {"grain": "since", "since": "2022-02-24"}
    assert [(point["value"], point["period"]["edtf"], point["period"]["latest"])
            for point in line["points"]] == [
        ("900", "2022-02-24/..", "2022-03-01"),
        ("1000", "2022-02-24/..", "2022-03-02"),
        ("5000", "2022-02-24/..", "2024-06-01"),
    ]  # fmt: skip


def test_periods_of_different_sorts_are_on_different_lines(client, maker):
    for value, period in ((1, "2024-01"), (2, "2024-02"), (12, "2023"), (14, "2024")):
        claim(measure(value, period), about=maker)
    claim(measure(5, "", metric="personnel"), about=maker, occurred="2024-03")
    claim(measure(6, "2023", metric="personnel"), about=maker)
    spans = [line["span"]["grain"] for line in asked(client)["results"]]
    assert sorted(spans) == ["month", "year"]
    (level,) = asked(client, metric="personnel")["results"]
    assert [(level["span"], level["basis"])] == [(None, None)]
    assert [point["basis"] for point in level["points"]] == ["period", "occurred"]


def test_figures_that_are_no_points_are_counted(client, maker):
    claim(measure(), about=maker, modality="denial")
    claim(measure(None), about=maker)
    claim(measure(period=""), about=maker)
    assert asked(client)["left_out"] == NOTHING | {
        "denied": 1, "without_value": 1, "undated": 1,
    }  # fmt: skip


def test_limit_counts_what_is_beyond(client, maker):
    made = [claim(measure(value, f"202{value}"), about=maker) for value in range(4)]
    answer = asked(client, limit=3)
    assert points(answer) == [[(each.public_id, str(value)) for value, each in enumerate(made[:3])]]
    assert answer["results"][0]["point_count"] == 4
    assert answer["lines"] == {"count": 1, "whole": 0, "cut": 1}
    assert answer["left_out"] == NOTHING | {"beyond_limit": 1}


def test_lines_are_whole_as_long_as_they_fit(client, maker):
    for words, count in (("a", 4), ("b", 3), ("c", 2), ("d", 1)):
        for value in range(count):
            claim(measure(value, f"202{value}", object_words=words), about=maker)

    def shown(limit):
        answer = asked(client, limit=limit)
        counts = [(line["words"], len(line["points"]), line["point_count"])
                  for line in answer["results"]]  # fmt: skip
        return counts, answer["lines"]["whole"], answer["left_out"]["beyond_limit"]

    a, b, c, d = (("a", 4, 4), ("b", 3, 3), ("c", 2, 2), ("d", 1, 1))
    assert shown(1) == ([("a", 1, 4)], 0, 9)
    assert shown(4) == shown(6) == ([a], 1, 6)
    assert shown(7) == shown(8) == ([a, b], 2, 3)
    assert shown(9) == ([a, b, c], 3, 1)
    assert shown(10) == ([a, b, c, d], 4, 0)


def test_figures_are_chosen_by_what_is_counted(client, maker):
    def counted(**query):
        lines = asked(client, **query)["results"]
        return [line["category"] or line["weapon_system"] for line in lines]

    system = WeaponSystemFactory(category=CategoryFactory(code="uas.quad"))
    CategoryFactory(code="uas")
    claim(measure(category=CategoryFactory(code="uas.fixed")), about=maker)
    claim(measure(category=CategoryFactory(code="uasx")), about=maker)
    claim(measure(weapon_system=system), about=maker)
    shown = {
        "id": system.public_id, "url": f"/api/v1/weapon-systems/{system.public_id}/",
        "name": system.designation, "category": "uas.quad",
    }  # fmt: skip

    assert counted(category="uas") == ["uas.fixed", shown]
    assert counted(weapon_system=system.public_id) == [shown]


def test_figures_are_chosen_by_unit_mode_and_words(client, maker):
    claim(measure(1, currency="EUR", object_words="Dépôts of Shells"), about=maker)
    claim(measure(2, currency="USD"), about=maker)
    claim(measure(3, mode="ratio"), about=maker)

    def values(**query):
        answer = asked(client, **query)
        of_lines = [point["value"] for line in answer["results"] for point in line["points"]]
        return of_lines, [each["value"] for each in answer["relative"]]

    assert values(unit="USD") == (["2"], ["3"])
    assert values(mode="ratio") == ([], ["3"])
    assert values(mode="absolute") == (["1", "2"], [])
    assert values(object_words="depots of") == (["1"], [])
    assert values(temporal_mode="plan") == ([], [])


def test_figures_match_the_filters_by_measure_themselves(client, maker):
    claim(
        measure(100, category=CategoryFactory(code="tank")),
        measure(7, category=CategoryFactory(code="aircraft"), currency="EUR"),
        measure(3, metric="personnel"),
        about=maker,
    )

    def values(**query):
        return [point["value"] for line in asked(client, **query)["results"]
                for point in line["points"]]  # fmt: skip

    assert values() == ["100", "7"]
    assert values(measure_object="tank") == ["100"]
    assert values(measure_value_max="10") == values(measure_unit="EUR") == ["7"]
    assert values(**{"measure_object!": "tank,aircraft"}) == []
    assert values(category="tank", measure_object="aircraft") == []
    assert values(measure_metric="personnel") == []
    assert values(metric="personnel", measure_metric="personnel") == ["3"]


def test_relative_figure_that_a_filter_chooses_keeps_its_start(client, maker):
    claim(
        measure(100, "2023", unit_code="C62"),
        measure(50, mode="percent_change", baseline_period="2023"),
        about=maker,
    )
    answer = asked(client, measure_mode="percent_change")
    assert answer["results"] == []
    (relative,) = answer["relative"]
    assert (relative["value"], relative["derived"]["max"]) == ("50", "150")


def test_figures_are_chosen_by_the_days_they_are_for(client, maker):
    since = "2022-02-24/2022-10-1"
    for value, period, occurred in (
        (1, "2021", "2022-10-12"),
        (2, f"{since}1", "2022-10-11"),
        (3, f"{since}2", "2022-10-13"),
        (4, f"{since}3", "2022-10-13"),
        (5, "2022-02-24/..", "2022-10-14"),
        (6, "", "2022-10-12"),
        (7, "", ""),
    ):
        claim(measure(value, period), about=maker, occurred=occurred)

    def values(**query):
        answer = asked(client, **query)
        assert answer["left_out"] == NOTHING
        return sorted(int(point["value"]) for line in answer["results"] for point in line["points"])

    assert values(period_after="2022-10-12") == [3, 4, 5, 6]
    assert values(period_after="2022-10-12", period_before="2022-10") == [3, 4, 5, 6]
    assert values(period_before="2022-10-12") == [1, 2, 3, 4, 5, 6]
    assert values(period_before="2022-10-12", date_match="certain") == [1, 2, 3, 6]
    assert values(period_after="2022-02-25", date_match="certain") == [6]
    assert values(period_before="2022-01", period_after="2021-12") == [1]
    assert values(period_after="2022-10-12", occurred_before="2022-10-12") == [6]


def test_figure_of_the_days_asked_for_starts_from_another(client, maker):
    claim(measure(100, "2023"), about=maker)
    claim(measure(50, mode="percent_change", baseline_period="2023"), about=maker)
    answer = asked(client, period_after="2024")
    assert answer["results"] == []
    assert [each["derived"]["max"] for each in answer["relative"]] == ["150"]


def test_drafts_do_not_count(client, maker):
    claim(measure(), about=maker, review_status="draft")
    none = {"count": 0, "whole": 0, "cut": 0}
    assert asked(client) == {
        "limit": 1000, "lines": none, "left_out": NOTHING, "relative": [], "results": [],
    }  # fmt: skip


@pytest.mark.parametrize("role", [None, "viewer", "editor", "reviewer", "admin"])
def test_every_role_gets_the_same(client, maker, role):
    claim(measure(), about=maker)
    claim(measure(), about=maker, review_status="draft")
    somebody = Client()
    somebody.force_login(UserFactory(role=role) if role else UserFactory())
    assert asked(somebody) == asked(client)


@pytest.mark.parametrize("count", [1, 3])
def test_query_count(client, maker, count, django_assert_num_queries):
    for number in range(count):
        first = claim(
            measure(weapon_system=WeaponSystemFactory()), about=maker, said_by=OrganizationFactory()
        )
        claim(
            measure(number, mode="ratio"),
            about=OrganizationFactory(),
            relations=[ClaimRelationFactory.build(kind="corrects", other=first)],
        )
    # figures, subjects, relations, figures that replace; then claims, organizations, weapon
    # systems and sources
    with django_assert_num_queries(8):
        asked(client)
    with django_assert_num_queries(9):  # and which figures match
        asked(client, measure_metric="production_output")


def test_table_has_the_points_and_the_relative_figures(client, maker):
    made = claim(measure(100), measure(2, mode="ratio", baseline_period="2023"), about=maker)
    lines = client.get(f"{PATH}?metric=production_output&format=csv").content.decode()
    shown = list(csv.DictReader(line for line in lines.splitlines() if line[0] != "#"))
    wanted = ("line", "point_count", "subject", "claim.id", "value", "min", "span.grain",
              "derived.max")  # fmt: skip
    assert [tuple(row[name] for name in wanted) for row in shown] == [
        ("1", "1", maker.public_id, made.public_id, "100", "100", "year", ""),
        ("", "", maker.public_id, made.public_id, "2", "", "", "50"),
    ]


def test_table_says_whether_a_line_is_cut(client, maker):
    for value in range(3):
        claim(measure(value, f"202{value}"), about=maker)
    query = {"metric": "production_output", "format": "csv"}

    def told(**limit):
        lines = client.get(PATH, query | limit).content.decode().splitlines()
        row = next(csv.DictReader(line for line in lines if line[0] != "#"))
        return [line for line in lines if line.startswith("# lines")], row["point_count"]

    assert told() == (["# lines: count=1, whole=1, cut=0"], "3")
    assert told(limit=2) == (["# lines: count=1, whole=0, cut=1"], "3")


@pytest.mark.parametrize(
    ("query", "pointer", "code"),
    [
        ("", "?metric", "parameter_missing"),
        ("metric=drones", "?metric", "invalid_choice"),
        ("metric=funding&metric=personnel", "?metric", "repeated_parameter"),
        ("metric=funding&category=uaz", "?category", "unknown_category"),
        ("metric=funding&weapon_system=ORG-1", "?weapon_system", "wrong_record_type"),
        ("metric=funding&unit=euro", "?unit", "invalid_unit"),
        ("metric=funding&object_words=%CC%81", "?object_words", "empty_value"),
        ("metric=funding&period_after=today", "?period_after", "invalid_edtf"),
        ("metric=funding&period_after=../2024", "?period_after", "open_date"),
        ("metric=funding&period_after=2024&period_before=2023", "?period_after", "range_reversed"),
        ("metric=funding&period_after!=2024", "?period_after!", "unknown_parameter"),
        ("metric=funding&replaced=yes", "?replaced", "invalid_choice"),
        ("metric=funding&limit=0", "?limit", "number_out_of_range"),
        ("metric=funding&limit=5001", "?limit", "number_out_of_range"),
        ("metric=funding&review_status=draft", "?review_status", "unknown_parameter"),
        ("metric=funding&category!=uas", "?category!", "unknown_parameter"),
    ],
)
def test_bad_query_is_refused(client, query, pointer, code):
    response = client.get(f"{PATH}?{query}")
    assert response.status_code == 400
    assert [(each["pointer"], each["code"]) for each in response.json()["errors"]] == [
        (pointer, code)
    ]
