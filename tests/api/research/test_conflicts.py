"""`/api/v1/conflicts/`: claims that cannot both hold."""

import csv
from decimal import Decimal

import pytest
from django.test import Client

from tests.factories import (
    AgreementFactory,
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

PATH = "/api/v1/conflicts/"
NOTHING = {
    "denied": 0, "without_value": 0, "undated": 0, "beyond_limit": 0, "more_pairs": False,
    "not_read": 0,
}  # fmt: skip
EMPTY = {"limit": 200, "left_out": NOTHING, "results": []}


def measure(value, period="2024", **columns):
    return MeasureFactory.build(
        **{"metric": "production_output", "object_words": "drones"} | columns,
        value=Decimal(value),
        period=period,
    )


def claim(*measures, about, relation=None, **columns):
    kind, other = relation or (None, None)
    rows = [ClaimRelationFactory.build(kind=kind, other=other)] if kind else []
    return ClaimFactory(organizations=[about], measures=measures, relations=rows, **columns)


def asked(client, **query):
    return client.get(PATH, query).json()


def pairs(answer):
    return [
        (
            pair["one"]["claim"],
            pair["other"]["claim"],
            pair["basis"],
            pair["certainty"],
            pair["resolution"] and (pair["resolution"]["kind"], pair["resolution"]["claim"]["id"]),
        )
        for group in answer["results"]
        for pair in group["pairs"]
    ]


def test_whole_answer(client, maker):
    source, copy = (SourceFactory(origin_group="one") for _ in range(2))
    one, other = (
        claim(
            measure(value, unit_code="C62"),
            about=maker,
            citations=[CitationFactory.build(source=cited)],
        )
        for value, cited in ((100, source), (110, copy))
    )
    shown = {
        number: {
            "claim": brief(made),
            "position": 0,
            "object_words": "drones",
            "mode": "absolute",
            "qualifier": "exact",
            "value": number,
            "value_min": None,
            "value_max": None,
            "period": {
                "edtf": "2024", "earliest": "2024-01-01", "latest": "2024-12-31",
                "words": None, "unresolved": None,
            },
            "basis": "period",
            "modality": "reported",
            "credibility": "6",
            "said_by": None,
            "speaker_name": None,
            "sources": [{"id": cited.public_id, "reliability": "F", "origin_group": "one"}],
            "min": number,
            "max": number,
            "replaced_by": None,
        }
        for number, made, cited in (("100", one, source), ("110", other, copy))
    }  # fmt: skip
    organization = brief(maker)

    assert asked(client) == EMPTY | {
        "results": [{
            "subject": {"agreements": [], "organizations": [organization], "countries": []},
            "measured": {
                "metric": "production_output", "weapon_system": None, "category": None,
                "words": "drones", "unit_code": "C62", "unit_words": None, "currency": None,
                "temporal_mode": "actual", "firmness": "fact", "period_length": None,
            },
            "pair_count": 1,
            "open_count": 1,
            "origin_groups": 1,
            "figures": [shown["100"], shown["110"]],
            "claims": [],
            "pairs": [{
                "one": {"claim": one.public_id, "position": 0},
                "other": {"claim": other.public_id, "position": 0},
                "basis": "same_period",
                "certainty": "certain",
                "resolution": None,
            }],
        }]
    }  # fmt: skip


def test_every_basis(client, maker):
    month = claim(measure(20, "2024-01"), about=maker)
    year = claim(measure(10, "2024"), about=maker)
    staff = [
        claim(measure(value, period, metric="personnel"), about=maker)
        for value, period in ((5, "2024"), (6, "2024-12/2025-02"))
    ]
    marked = claim(about=maker)
    marking = claim(about=maker, relation=("contradicts", marked))

    found = {
        (month.public_id, year.public_id, "part_exceeds_whole", "certain", None),
        (staff[0].public_id, staff[1].public_id, "overlapping_period", "possible", None),
        (marked.public_id, marking.public_id, "marked", "certain", None),
    }
    assert set(pairs(asked(client))) == found
    for each in found:
        assert pairs(asked(client, basis=each[2])) == [each]
    assert set(pairs(asked(client, metric="personnel"))) == {
        each for each in found if each[2] == "overlapping_period"
    }
    (group,) = asked(client, basis="marked")["results"]
    assert group["measured"] is None
    assert [each["claim"]["id"] for each in group["claims"]] == [
        marked.public_id, marking.public_id,
    ]  # fmt: skip


def test_correction_resolves_its_pair_and_those_of_what_it_corrects(client, maker):
    wrong = claim(measure(100), about=maker)
    right = claim(measure(90), about=maker, relation=("corrects", wrong))
    later = claim(measure(95, "2024-01/2025-01"), about=maker)
    by = ("corrects", right.public_id)
    expected = [
        (wrong.public_id, right.public_id, "same_period", "certain", by),
        (wrong.public_id, later.public_id, "part_exceeds_whole", "certain", by),
    ]
    assert pairs(asked(client)) == expected
    assert pairs(asked(client, resolution="resolved")) == expected
    assert asked(client, resolution="open") == EMPTY
    assert asked(client)["results"][0]["open_count"] == 0


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        # Counts since one day are for the days up to their claims'.
        (("1000", "2022-02-24/..", "2022-06-01"), ("5000", "2022-02-24/..", "2024-06-01"), None),
        (("1000", "2022-02-24/..", "2022-06-01"), ("3000", "2023", "2024-06-01"), None),
        (("1000", "2022-02-24/..", "2022-06-01"), ("900", "2022-02-24/..", "2022-06-01"),
         ("same_period", "certain")),
        (("1000", "2022-02-24/..", "2022-06-01"), ("900", "2022-02-24/..", "2022-07-01"),
         ("part_exceeds_whole", "certain")),
        (("1000", "2022-02-24/..", "2022-06"), ("900", "2022-02-24/..", "2022-07"),
         ("part_exceeds_whole", "possible")),
        (("1000", "2022-02-24/..", "2022-06-01~"), ("900", "2022-02-24/..", "2022-07-01"),
         ("part_exceeds_whole", "possible")),
        # Undated claims leave them open.
        (("1000", "2022-02-24/..", ""), ("900", "2022-02-24/..", ""), ("same_period", "possible")),
        (("1000", "2022-02-24/..", "2021"), ("900", "2022-02-24/..", ""),
         ("same_period", "possible")),
        (("1000", "../2022-06-01", ""), ("900", "../2022-06-01", ""), ("same_period", "possible")),
    ],
)  # fmt: skip
def test_count_since_a_day_ends_with_its_claim(client, maker, one, other, expected):
    for value, period, occurred in (one, other):
        figure = measure(value, period, metric="equipment_losses")
        claim(figure, about=maker, occurred=occurred)
    found = [(basis, certainty) for _, _, basis, certainty, _ in pairs(asked(client))]
    assert found == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("of_claim", "of_measure"),
    [({"modality": "plan"}, {}), ({}, {"temporal_mode": "plan"})],
)
def test_plan_since_a_day_stays_open(client, maker, of_claim, of_measure):
    for value, occurred in (("1000", "2022-06-01"), ("5000", "2024-06-01")):
        claim(
            measure(value, "2022-02-24/..", **of_measure),
            about=maker, occurred=occurred, **of_claim,
        )  # fmt: skip
    assert [each[2:4] for each in pairs(asked(client))] == [("same_period", "possible")]


def test_figures_of_different_things_do_not_conflict(client, maker):
    other = OrganizationFactory()
    agreement = AgreementFactory()
    claim(measure(1), about=maker)
    claim(measure(2, object_words="shells"), about=maker)
    claim(measure(3, currency="EUR"), about=maker)
    claim(measure(4, temporal_mode="plan"), about=maker)
    claim(measure(5), about=maker, modality="commitment")
    claim(measure(6), about=other)
    claim(measure(7), about=maker, agreements=[agreement])
    claim(measure(8), about=maker, modality="denial")
    claim(measure(9, "2023"), about=maker)
    claim(measure(10, mode="ratio"), about=maker)

    assert asked(client) == EMPTY | {"left_out": NOTHING | {"denied": 1}}


def test_figures_that_claims_tell_apart_by_words_do_not_conflict(client, maker):
    system = WeaponSystemFactory()
    for value in (1, 2):
        claim(
            measure(value, object_words="destroyed", weapon_system=system),
            measure(value + 4, f"2024-0{value}", object_words="captured", weapon_system=system),
            measure(value, f"2024-0{value}", object_words="destroyed", weapon_system=system),
            about=maker,
        )
    found = asked(client)
    assert [(group["measured"]["words"], group["pair_count"]) for group in found["results"]] == [
        (None, 1)
    ]


def test_figures_that_have_only_one_side_in_common_do_not_conflict(client):
    ukraine, britain, germany = (
        OrganizationFactory(country=country, kind="state") for country in ("UA", "GB", "DE")
    )
    first, second = (AgreementFactory() for _ in range(2))
    for value, about in (
        (100, {"organizations": [ukraine, britain]}),
        (200, {"organizations": [ukraine, germany]}),
        (300, {"organizations": [ukraine]}),
        (400, {"countries": ["UA", "GB"]}),
        (500, {"countries": ["UA", "DE"]}),
        (600, {"agreements": [first], "organizations": [ukraine]}),
        (700, {"agreements": [first, second], "organizations": [ukraine]}),
    ):
        ClaimFactory(measures=[measure(value, metric="delivered_quantity")], **about)
    assert asked(client) == EMPTY


def test_pair_that_shares_two_subjects_is_found_once(client, maker):
    both = [maker, OrganizationFactory()]
    for value in (1, 2):
        ClaimFactory(organizations=both, measures=[measure(value)])
    (group,) = asked(client)["results"]
    assert group["pair_count"] == 1
    assert [each["id"] for each in group["subject"]["organizations"]] == [
        each.public_id for each in both
    ]


@pytest.mark.parametrize("qualifier", ["about", "order_of_magnitude"])
def test_conflict_of_an_approximate_figure_is_possible(client, maker, qualifier):
    rough, large, small = (
        claim(measure(value, period, qualifier=said), about=maker)
        for value, period, said in (
            (100, "2024", qualifier), (900, "2024", "exact"), (2, "2023/2024", "exact"),
        )
    )  # fmt: skip
    assert sorted(pairs(asked(client))) == [
        (rough.public_id, large.public_id, "same_period", "possible", None),
        (rough.public_id, small.public_id, "part_exceeds_whole", "possible", None),
        (large.public_id, small.public_id, "part_exceeds_whole", "certain", None),
    ]


def test_limit_counts_what_is_beyond(client, maker):
    for value in range(3):
        claim(measure(value), about=maker)
    answer = asked(client, limit=2)
    (group,) = answer["results"]
    assert (group["pair_count"], len(group["pairs"])) == (3, 2)
    assert answer["left_out"] == NOTHING | {"beyond_limit": 1}


def test_both_claims_match_the_filters(client, maker):
    for value, kind in ((1, "delivery"), (2, "order")):
        claim(measure(value), about=maker, kind=kind)
    assert len(pairs(asked(client))) == 1
    assert asked(client, kind="order") == EMPTY


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({"measure_object": "uas"}, ["drones"]),
        ({"measure_object!": "uas"}, []),
        ({"measure_value_min": "5"}, ["shells"]),
        ({"measure_metric": "production_output"}, ["drones", "shells"]),
        ({"measure_mode": "share"}, []),
    ],
)
def test_both_figures_match_the_filters_by_measure(client, maker, query, words):
    uas, shell = CategoryFactory(code="uas"), CategoryFactory(code="ammunition")
    for value in (1, 2):
        claim(
            measure(value, category=uas),
            measure(value + 4, category=shell, object_words="shells"),
            measure(value, metric="personnel", mode="share", object_words="women"),
            about=maker,
        )
    answer = asked(client, **query)
    assert [
        [figure["object_words"] for figure in group["figures"]] for group in answer["results"]
    ] == [[word] * 2 for word in words]


def test_parameters_that_exclude_each_other_find_nothing(client, maker):
    for value in (1, 2):
        claim(measure(value), measure(value, metric="personnel"), about=maker)
    both = {"metric": "production_output", "measure_metric": "personnel"}
    assert asked(client, **both) == EMPTY


def test_marked_claims_have_one_measure_that_matches(client, maker):
    uas = CategoryFactory(code="uas")
    first = claim(measure(1, category=uas), about=maker)
    claim(
        measure(1, "2023", category=uas),
        measure(5, metric="personnel"),
        about=maker,
        relation=("contradicts", first),
    )
    assert len(pairs(asked(client, metric="production_output", measure_object="uas"))) == 1
    assert asked(client, metric="personnel", measure_object="uas") == EMPTY


def test_empty_register(client):
    assert asked(client) == EMPTY


@pytest.mark.parametrize("role", [None, "viewer", "editor", "reviewer", "admin"])
def test_every_role_gets_the_same_without_drafts(client, maker, role):
    claim(measure(1), about=maker)
    claim(measure(2), about=maker, review_status="draft")
    somebody = Client()
    somebody.force_login(UserFactory(role=role) if role else UserFactory())
    assert asked(somebody) == asked(client) == EMPTY


@pytest.mark.parametrize("count", [1, 3])
def test_query_count(client, maker, count, django_assert_num_queries):
    for number in range(count):
        system = WeaponSystemFactory()
        first = claim(measure(number, weapon_system=system), about=maker)
        claim(measure(90, weapon_system=system), about=maker, relation=("contradicts", first))
        claim(measure(80, weapon_system=system), about=maker, relation=("corrects", first))
    # figures, marks, which of them match, subjects, relations, figures that replace; then claims,
    # organizations, weapon systems and sources
    with django_assert_num_queries(10):
        asked(client)
    with django_assert_num_queries(11):  # and which figures match
        asked(client, measure_mode="absolute")


def test_table_has_a_row_for_each_pair(client, maker):
    one, other = (claim(measure(value), about=maker) for value in (1, 2))
    marking = claim(about=maker, relation=("contradicts", one))
    lines = client.get(f"{PATH}?format=csv").content.decode().splitlines()
    wanted = ("group", "subject", "one.claim", "one.max", "other.claim", "other.max", "basis")
    shown = [
        tuple(row[name] for name in wanted)
        for row in csv.DictReader(line for line in lines if line[0] != "#")
    ]
    assert shown == [
        ("1", maker.public_id, one.public_id, "", marking.public_id, "", "marked"),
        ("2", maker.public_id, one.public_id, "1", other.public_id, "2", "same_period"),
    ]


@pytest.mark.parametrize(
    ("query", "pointer", "code"),
    [
        ("metric=drones", "?metric", "invalid_choice"),
        ("basis=same", "?basis", "invalid_choice"),
        ("resolution=none", "?resolution", "invalid_choice"),
        ("resolution=open&resolution=open", "?resolution", "repeated_parameter"),
        ("limit=0", "?limit", "number_out_of_range"),
        ("limit=2001", "?limit", "number_out_of_range"),
        ("review_status=draft", "?review_status", "unknown_parameter"),
        ("measure_unit=euro", "?measure_unit", "invalid_unit"),
    ],
)
def test_bad_query_is_refused(client, query, pointer, code):
    response = client.get(f"{PATH}?{query}")
    assert response.status_code == 400
    assert [(each["pointer"], each["code"]) for each in response.json()["errors"]] == [
        (pointer, code)
    ]
