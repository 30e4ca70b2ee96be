"""`/api/v1/claims/groups/`: claims counted and their figures summed by what they have in common."""

import pytest
from django.test import Client

from tests.factories import (
    AgreementFactory,
    AgreementPartyFactory,
    AgreementRelationFactory,
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

pytestmark = pytest.mark.django_db

PATH = "/api/v1/claims/groups/"
NO_SUMS = dict.fromkeys((
    "replaced_figures", "restated_figures", "running_totals", "parts", "denied", "unusable",
))  # fmt: skip


def groups(client, **query):
    response = client.get(PATH, query)
    assert response.status_code == 200, response.json()
    return response.json()


def counts(client, **query):
    return [
        (*(key["value"] for key in group["keys"]), group["count"])
        for group in groups(client, **query)["results"]
    ]


def key(by, value, name=None, url=None):
    return {"by": by, "value": value, "name": name, "url": url}


def lost(value, **columns):
    return MeasureFactory.build(
        metric="equipment_losses", value=value, unit_code="C62", **columns
    )  # fmt: skip


def test_claims_are_counted_by_kind_and_country(client):
    opposed = ClaimFactory(kind="aid", countries=["UA", "GB"], measures=[lost(3)])
    share = MeasureFactory.build(mode="share", value=40)
    ClaimFactory(
        kind="aid",
        countries=["UA"],
        measures=[share],
        relations=[ClaimRelationFactory.build(kind="contradicts", other=opposed)],
    )
    ClaimFactory(kind="order")
    ClaimFactory(kind="order", review_status="draft", countries=["UA"])

    def group(*keys, **counts):
        return {"keys": list(keys), **counts, "sums": None}

    aid, order = key("kind", "aid", "Aid"), key("kind", "order", "Order")
    ukraine, britain = key("country", "UA", "Ukraine"), key("country", "GB", "United Kingdom")
    assert groups(client, by="kind,country") == {
        "total": 3,
        "several": ["country"],
        "double_counting": "guarded",
        "sums": "not_asked",
        "left_out": {"restatements": 0, "replaced": 0, **NO_SUMS, "groups": 0},
        "results": [
            group(aid, ukraine, count=2, without_value=0, relative_only=1, disputed=2),
            group(aid, britain, count=1, without_value=0, relative_only=0, disputed=1),
            group(
                order, key("country", None), count=1, without_value=1, relative_only=0, disputed=0
            ),
        ],
    }


def test_figures_are_summed_as_intervals_by_unit(client):
    ClaimFactory(measures=[lost(10, precision=10, qualifier="about"), lost(5)])
    ClaimFactory(measures=[lost("0.1"), lost(7, temporal_mode="forecast")])
    ClaimFactory(measures=[lost(2, qualifier="at_least", object_words="tanks")])
    money = MeasureFactory.build(metric="equipment_losses", value="0.2", currency="EUR")
    ClaimFactory(modality="denial", measures=[money])
    ClaimFactory(measures=[MeasureFactory.build(metric="funding", value=9, currency="EUR")])
    pounds = MeasureFactory.build(metric="equipment_losses", value="0.2", currency="GBP")
    ClaimFactory(measures=[pounds, MeasureFactory.build(metric="funding", value=9)])

    found = groups(client, by="kind", measure_metric="equipment_losses")

    def total(mode, figures, low, high, **unit):
        return {
            "metric": "equipment_losses", "temporal_mode": mode, "firmness": "fact",
            "unit_code": None, "currency": None, "unit_words": None, **unit, "figures": figures,
            "speakers": 0, "sum_min": low, "sum_max": high,
            "period": {"earliest": None, "latest": None}, "reaches_outside": 0,
        }  # fmt: skip

    (group,) = found["results"]
    assert (found["sums"], found["total"], group["count"]) == ("given", 5, 5)
    assert found["left_out"]["denied"] == 1
    assert group["sums"] == [
        total("actual", 1, "0.2", "0.2", currency="GBP"),
        total("actual", 4, "12.1", None, unit_code="C62"),
        total("forecast", 1, "7", "7", unit_code="C62"),
    ]


def test_restatements_and_replaced_claims_count_once(client):
    first = ClaimFactory(kind="aid")
    for kind in ("duplicates", "derives_from", "corroborates"):
        ClaimFactory(kind="order", relations=[ClaimRelationFactory.build(kind=kind, other=first)])
    for kind in ("corrects", "updates", "narrows", "retracts"):
        old = ClaimFactory(kind="order")
        ClaimFactory(kind="aid", relations=[ClaimRelationFactory.build(kind=kind, other=old)])

    guarded = groups(client)
    assert [(group["keys"], group["count"]) for group in guarded["results"]] == [
        ([key("kind", "aid", "Aid")], 5)
    ]
    assert guarded["left_out"] == {"restatements": 3, "replaced": 4, **NO_SUMS, "groups": 0}
    assert counts(client, double_counting="counted") == [("order", 7), ("aid", 5)]
    assert counts(client, kind="order") == [("order", 7)]


def test_daily_totals_of_one_speaker_count_once(client):
    staff, other = OrganizationFactory(), OrganizationFactory()
    for day, value in (("01", 100), ("02", 120), ("03", 150)):
        period = f"2022-02-24/2022-03-{day}"
        for speaker in (staff, other):
            ClaimFactory(
                said_by=speaker,
                occurred=f"2022-03-{day}",
                measures=[lost(value, period=period, object_words="Tanks")],
            )
    query = {"measure_metric": "equipment_losses", "by": "year"}

    def figures(found):
        (group,) = found["results"]
        return group["count"], [(each["figures"], each["sum_max"]) for each in group["sums"]]

    guarded = groups(client, **query)
    assert figures(guarded) == (6, [(2, "300")])
    assert guarded["left_out"]["running_totals"] == 4
    assert figures(groups(client, **query, double_counting="counted")) == (6, [(6, "740")])


def sums(client, **query):
    found = groups(client, measure_metric="equipment_losses", **query)
    return [[(each["figures"], each["sum_max"]) for each in group["sums"]]
            for group in found["results"]]  # fmt: skip


def test_what_is_only_possible_is_not_added_to_facts(client):
    for modality, value in (
        ("reported", 10), ("official_statement", 5), ("possibility", 1000), ("plan", 300),
    ):  # fmt: skip
        ClaimFactory(modality=modality, measures=[lost(value)])
    (group,) = groups(client, measure_metric="equipment_losses")["results"]
    assert [(each["firmness"], each["figures"], each["sum_max"]) for each in group["sums"]] == [
        ("fact", 2, "15"), ("plan", 1, "300"), ("possibility", 1, "1000"),
    ]  # fmt: skip


def test_speakers_of_a_sum_are_counted(client):
    buyer, user = OrganizationFactory(), OrganizationFactory()
    first = ClaimFactory(said_by=buyer, measures=[lost(40)])
    ClaimFactory(said_by=buyer, measures=[lost(1)])
    ClaimFactory(said_by=user, measures=[lost(40)])
    ClaimFactory(speaker_name="A. Speaker", measures=[lost(2)])
    ClaimFactory(measures=[lost(3)])
    ClaimFactory(said_by=user, measures=[lost(40)], relations=after("corroborates", first))
    (group,) = groups(client, measure_metric="equipment_losses")["results"]
    assert [(each["figures"], each["speakers"], each["sum_max"]) for each in group["sums"]] == [
        (5, 3, "86")
    ]


def test_one_thing_that_is_named_in_two_ways_counts_once(client):
    staff, truck = OrganizationFactory(), CategoryFactory()
    for day, value, words in (("01", 1701, "military auto"), ("02", 1755, "vehicles, fuel tanks")):
        figure = lost(value, category=truck, period=f"2022-02-24/2022-05-{day}", object_words=words)
        ClaimFactory(said_by=staff, measures=[figure])
    assert sums(client) == [[(1, "1755")]]

    # Words that one claim tells figures apart by mean different things.
    trucks = [
        lost(value, category=truck, period="2022-02-24/2022-05-03", object_words=words)
        for value, words in ((100, "trucks"), (60, "fuel tanks"))
    ]
    ClaimFactory(said_by=staff, measures=trucks)
    assert sums(client) == [[(3, "1915")]]


def test_counts_since_a_day_are_running_totals(client):
    speaker, about = OrganizationFactory(), OrganizationFactory()
    for occurred, value in (("2022-06-01", 1000), ("2024-06-01", 5000), ("2023-06-01", 3000)):
        ClaimFactory(
            said_by=speaker,
            organizations=[about],
            occurred=occurred,
            measures=[lost(value, period="2022-02-24/..")],
        )
    assert sums(client) == [[(1, "5000")]]


def test_totals_since_before_a_year_say_so(client):
    staff = OrganizationFactory()
    for day, value in (("2022-12-31", 3029), ("2023-06-30", 4030), ("2023-12-31", 5977)):
        figures = [lost(value, period=f"2022-02-24/{day}")]
        ClaimFactory(said_by=staff, occurred=day, measures=figures)
    ClaimFactory(occurred="2023-03", measures=[lost(3)])

    def shown(by):
        found = groups(client, by=by, measure_metric="equipment_losses")["results"]
        return {
            group["keys"][0]["value"]: (
                each["sum_max"], each["period"]["earliest"], each["period"]["latest"],
                each["reaches_outside"],
            )
            for group in found for each in group["sums"]
        }  # fmt: skip

    assert shown("year") == {
        "2022": ("3029", "2022-02-24", "2022-12-31", 0),
        "2023": ("5980", "2022-02-24", "2023-12-31", 1),
    }
    assert shown("quarter") == {
        "2022-Q4": ("3029", "2022-02-24", "2022-12-31", 1),
        "2023-Q1": ("3", "2023-03-01", "2023-03-31", 0),
        "2023-Q2": ("4030", "2022-02-24", "2023-06-30", 1),
        "2023-Q4": ("5977", "2022-02-24", "2023-12-31", 1),
    }
    assert shown("kind") == {"other": ("5980", "2022-02-24", "2023-12-31", 0)}


def test_report_entered_late_does_not_win_over_a_newer_one(client):
    speaker, about = OrganizationFactory(), OrganizationFactory()
    for occurred, value in (("2024-03-01", 220), ("2024-02-01", 200), ("", 190)):
        ClaimFactory(
            said_by=speaker,
            organizations=[about],
            occurred=occurred,
            measures=[lost(value, period="2024-01")],
        )
    assert sums(client) == [[(1, "220")]]


def test_figures_left_out_do_not_depend_on_the_groups_shown(client):
    speaker, framework = OrganizationFactory(), AgreementFactory()
    contract = AgreementFactory(
        relations=[AgreementRelationFactory.build(kind="implements", other=framework)]
    )
    for kind in ("aid", "order"):
        for end in ("01", "02", "03"):
            figure = lost(10, period=f"2024-01-01/2024-01-{end}")
            ClaimFactory(kind=kind, said_by=speaker, measures=[figure])
        for agreement in (framework, contract):
            ClaimFactory(kind=kind, agreements=[agreement], measures=[lost(7)])

    def left_out(limit):
        found = groups(client, measure_metric="equipment_losses", limit=limit)
        return found["left_out"]["running_totals"], found["left_out"]["parts"]

    assert left_out(100) == left_out(1) == (4, 2)


def after(kind, other):
    return [ClaimRelationFactory.build(kind=kind, other=other)]


def test_update_for_another_period_adds_up(client):
    june = ClaimFactory(kind="delivery", measures=[lost(10, period="2024-06")])
    july = ClaimFactory(
        kind="delivery", measures=[lost(12, period="2024-07")], relations=after("updates", june)
    )
    query = {"by": "kind", "measure_metric": "equipment_losses"}
    (group,) = groups(client, **query)["results"]
    assert (group["count"], sums(client)) == (1, [[(2, "22")]])

    # A longer period has the former one's in it, whoever tells it.
    ClaimFactory(
        kind="aid", measures=[lost(25, period="2024")], relations=after("updates", july)
    )  # fmt: skip
    assert sums(client) == [[(1, "25")], [(1, "10")]]
    assert counts(client, **query) == [("aid", 1), ("delivery", 0)]
    left_out = groups(client, **query)["left_out"]
    assert (left_out["replaced"], left_out["replaced_figures"]) == (2, 1)


def test_update_of_a_level_takes_its_place(client):
    def staff(value, period):
        return [MeasureFactory.build(metric="personnel", value=value, period=period)]

    june = ClaimFactory(measures=staff(100, "2024-06"))
    ClaimFactory(measures=staff(110, "2024-07"), relations=after("updates", june))
    found = groups(client, measure_metric="personnel")
    assert [each["sum_max"] for each in found["results"][0]["sums"]] == ["110"]


def test_correction_of_one_figure_leaves_the_others(client):
    categories = [CategoryFactory() for _ in range(3)]
    wrong = ClaimFactory(measures=[lost(10, category=each, period="2024") for each in categories])
    right = ClaimFactory(
        measures=[lost(7, category=categories[0], period="2024")],
        relations=after("corrects", wrong),
    )
    ClaimFactory(
        measures=[lost(7, category=categories[0], period="2024"), lost(1, period="2024")],
        relations=after("duplicates", right),
    )
    assert sums(client) == [[(4, "28")]]
    left_out = groups(client, measure_metric="equipment_losses")["left_out"]
    assert (left_out["replaced"], left_out["restatements"]) == (1, 1)
    assert (left_out["replaced_figures"], left_out["restated_figures"]) == (1, 1)


def test_figure_that_a_claim_outside_of_the_selection_corrects_is_not_summed(client):
    wrong = ClaimFactory(kind="losses", measures=[lost(5181, period="2022-10-12")])
    ClaimFactory(
        kind="order",
        measures=[lost(5156, period="2022-10-12")],
        relations=after("corrects", wrong),
    )
    found = groups(client, measure_metric="equipment_losses", kind="losses")
    assert found["results"][0]["sums"] == []
    assert (found["total"], found["left_out"]["replaced_figures"]) == (1, 1)


def test_contradiction_that_was_retracted_disputes_nothing(client):
    claim = ClaimFactory(kind="aid")
    opposing = ClaimFactory(kind="order", relations=after("contradicts", claim))

    def disputed():
        return [group["disputed"] for group in groups(client, double_counting="counted")["results"]]

    assert disputed() == [1, 1]
    ClaimFactory(kind="other", relations=after("retracts", opposing))
    assert disputed() == [0, 0, 0]


def test_figures_of_contracts_inside_a_framework_count_once(client):
    framework = AgreementFactory()
    contract = AgreementFactory(
        relations=[AgreementRelationFactory.build(kind="implements", other=framework)]
    )
    part = AgreementFactory(
        relations=[AgreementRelationFactory.build(kind="subcontract_of", other=contract)]
    )
    for agreement, value in ((framework, 100), (contract, 60), (part, 20)):
        figure = MeasureFactory.build(metric="contract_value", value=value, currency="EUR")
        ClaimFactory(agreements=[agreement], measures=[figure])
    query = {"measure_metric": "contract_value"}

    def total(**more):
        (group,) = groups(client, **query, **more)["results"]
        return [(each["figures"], each["sum_min"]) for each in group["sums"]]

    assert total() == [(1, "100")]
    assert groups(client, **query)["left_out"]["parts"] == 2
    assert total(double_counting="counted") == [(3, "180")]
    assert total(agreement=f"{contract.public_id},{part.public_id}") == [(1, "60")]


def test_figures_of_agreements_inside_each_other_count_once(client):
    older, newer = AgreementFactory(), AgreementFactory()
    AgreementRelationFactory(agreement=older, kind="implements", other=newer)
    AgreementRelationFactory(agreement=newer, kind="amends", other=older)
    for agreement, value in ((older, 10), (newer, 20)):
        figure = MeasureFactory.build(metric="contract_value", value=value, currency="EUR")
        ClaimFactory(agreements=[agreement], measures=[figure])

    found = groups(client, measure_metric="contract_value")
    assert [(each["figures"], each["sum_min"]) for each in found["results"][0]["sums"]] == [
        (1, "10")
    ]
    assert found["left_out"]["parts"] == 1


def test_role_and_organization_come_from_one_party(client):
    britain, maker = OrganizationFactory(country="GB"), OrganizationFactory(country="PL")
    alliance = OrganizationFactory()
    parties = [
        AgreementPartyFactory.build(organization=britain, role="funder"),
        AgreementPartyFactory.build(organization=maker, role="performer"),
        AgreementPartyFactory.build(organization=alliance, role="performer"),
    ]
    withdrawn = AgreementFactory(
        parties=[AgreementPartyFactory.build(organization=maker, role="funder")]
    )
    ClaimFactory(agreements=[AgreementFactory(parties=parties), withdrawn], countries=["UA"])
    ClaimFactory(agreements=[withdrawn])
    type(withdrawn).objects.filter(pk=withdrawn.pk).update(review_status="retracted")

    assert counts(client, by="role,country") == [
        ("funder", "GB", 1), ("performer", "PL", 1), ("performer", None, 1), (None, None, 1),
    ]  # fmt: skip
    assert counts(client, by="organization,role") == [
        (britain.public_id, "funder", 1), (maker.public_id, "performer", 1),
        (alliance.public_id, "performer", 1), (None, None, 1),
    ]  # fmt: skip
    assert counts(client, by="role") == [("funder", 1), ("performer", 1), (None, 1)]
    assert counts(client, by="country") == [("UA", 1), (None, 1)]


def test_categories_are_counted_at_a_depth(client):
    for code in ("uas", "uas.one_way_attack"):
        CategoryFactory(code=code, name=code.upper())
    small = CategoryFactory(code="uas.one_way_attack.small")
    glider = WeaponSystemFactory(category=small)
    ClaimFactory(weapon_systems=[glider], categories=[CategoryFactory(code="uas.one_way_attack")])
    ClaimFactory(categories=[small])
    ClaimFactory()

    assert counts(client, by="category") == [("uas", 2), (None, 1)]
    assert counts(client, by="category", depth=2) == [("uas.one_way_attack", 2), (None, 1)]
    assert counts(client, by="category", depth=3) == [
        ("uas.one_way_attack.small", 2), ("uas.one_way_attack", 1), (None, 1),
    ]  # fmt: skip
    (first, _) = groups(client, by="category")["results"]
    assert first["keys"] == [key("category", "uas", "UAS")]


def test_figure_is_summed_with_what_it_counts_alone(client):
    tank, uas, towed = (CategoryFactory(code=code) for code in ("tank", "uas", "artillery.towed"))
    CategoryFactory(code="artillery")
    other = CategoryFactory(code="vehicle")
    howitzer = WeaponSystemFactory(category=towed)
    ClaimFactory(
        categories=[tank, uas],
        weapon_systems=[howitzer],
        measures=[lost(5, category=tank), lost(7, category=uas), lost(100),
                  lost(3, weapon_system=howitzer), lost(40, category=other)],
    )  # fmt: skip

    def sums(by):
        found = groups(client, by=by, measure_metric="equipment_losses")
        totals = [(group["keys"][0]["value"], group["sums"][0]["sum_max"])
                  for group in found["results"]]  # fmt: skip
        return totals, [group["count"] for group in found["results"]]

    assert sums("category") == (
        [("artillery", "103"), ("tank", "105"), ("uas", "107"), (other.code, "40")], [1, 1, 1, 0],
    )  # fmt: skip
    assert sums("weapon_system") == ([(howitzer.public_id, "103"), (None, "52")], [1, 0])
    assert sums("kind") == ([("other", "155")], [1])


def test_figure_says_what_its_claim_does_not(client):
    tank = CategoryFactory(code="tank", name="Tank")
    ClaimFactory(measures=[lost(5, category=tank)])
    found = groups(client, by="category,kind", measure_metric="equipment_losses")
    kind = key("kind", "other", "Other")
    assert [
        (group["keys"], group["count"], [each["sum_max"] for each in group["sums"]])
        for group in found["results"]
    ] == [
        ([key("category", None), kind], 1, []),
        ([key("category", "tank", "Tank"), kind], 0, ["5"]),
    ]
    assert (found["total"], found["left_out"]["groups"]) == (1, 0)
    shortest = groups(client, by="category,kind", measure_metric="equipment_losses", limit=1)
    assert shortest["left_out"]["groups"] == 1


def test_dates_that_lie_in_no_year_or_quarter_are_imprecise(client):
    for occurred in ("2025-04-04", "2025-06", "2025", "2024-12/2025-01", "2025-01/..", ""):
        ClaimFactory(occurred=occurred)

    assert counts(client, by="year") == [("2025", 3), ("imprecise", 2), (None, 1)]
    assert counts(client, by="quarter") == [("imprecise", 3), ("2025-Q2", 2), (None, 1)]


def test_groups_beyond_the_limit_are_counted(client):
    for kind in ("aid", "aid", "order", "delivery"):
        ClaimFactory(kind=kind)

    found = groups(client, limit=2)

    assert [group["keys"][0]["value"] for group in found["results"]] == ["aid", "delivery"]
    assert (found["total"], found["left_out"]["groups"]) == (4, 1)


def test_table_has_a_row_for_each_sum(client):
    source = SourceFactory(title="=Gazette")
    ClaimFactory(
        citations=[CitationFactory.build(source=source)],
        measures=[lost(1, period="2024-02"), lost(2, temporal_mode="forecast")],
    )
    query = {"by": "source,kind", "measure_metric": "equipment_losses", "format": "csv"}

    text = client.get(PATH, query).content.decode()
    heading, *lines = [line for line in text.splitlines() if not line.startswith("#")]

    number = source.public_id
    url = f"/api/v1/sources/{number}/"
    group = f"source,{number},'=Gazette,{url},kind,other,Other,,1,0,0,0,equipment_losses"
    unit = "fact,C62,,"
    assert heading.split(",") == [
        *(f"{place}.{name}" for place in ("first", "second") for name in key("kind", None)),
        *("count", "without_value", "relative_only", "disputed", "sum.metric", "sum.temporal_mode"),
        *("sum.firmness", "sum.unit_code", "sum.currency", "sum.unit_words", "sum.figures"),
        *("sum.speakers", "sum.sum_min", "sum.sum_max"),
        *("sum.period.earliest", "sum.period.latest", "sum.reaches_outside"),
    ]
    assert lines == [
        f"{group},actual,{unit},1,0,1,1,2024-02-01,2024-02-29,0",
        f"{group},forecast,{unit},1,0,2,2,,,0",
    ]


def test_empty_register(client):
    assert groups(client, by="role,organization", measure_metric="funding") == {
        "total": 0,
        "several": ["role", "organization"],
        "double_counting": "guarded",
        "sums": "given",
        "left_out": {"restatements": 0, "replaced": 0, **dict.fromkeys(NO_SUMS, 0), "groups": 0},
        "results": [],
    }


def test_everybody_gets_the_same(client):
    ClaimFactory()
    ClaimFactory(review_status="draft")
    public = groups(client)
    for role in ("viewer", "editor", "reviewer"):
        desk = Client()
        desk.force_login(UserFactory(role=role))
        assert groups(desk) == public


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    ("query", "queries"),
    [
        ({}, 2),
        ({"double_counting": "counted"}, 1),
        ({"measure_metric": "equipment_losses"}, 8),
        ({"measure_metric": "equipment_losses", "double_counting": "counted"}, 3),
        ({"format": "csv"}, 3),
    ],
)
def test_query_count(client, count, query, queries, django_assert_num_queries):
    for _ in range(count):
        ClaimFactory(
            organizations=[OrganizationFactory()],
            agreements=[AgreementFactory()],
            measures=[lost(1)],
            relations=[ClaimRelationFactory.build(kind="duplicates")],
        )
    with django_assert_num_queries(queries):
        response = client.get(PATH, {"by": "organization,category", **query})
    assert response.status_code == 200


@pytest.mark.parametrize(
    ("query", "pointer", "code"),
    [
        ("by=kind,year,country", "?by", "too_many_values"),
        ("by=knd", "?by", "invalid_choice"),
        ("by=", "?by", "empty_value"),
        ("by!=kind", "?by!", "unknown_parameter"),
        ("depth=0", "?depth", "number_out_of_range"),
        ("limit=1001", "?limit", "number_out_of_range"),
        ("double_counting=no", "?double_counting", "invalid_choice"),
        ("double_counting=guarded&double_counting=counted", "?double_counting",
         "repeated_parameter"),
        ("measure_metric=weight", "?measure_metric", "invalid_choice"),
        ("review_status=draft", "?review_status", "unknown_parameter"),
        ("page_size=5", "?page_size", "unknown_parameter"),
        ("format=svg", "?format", "invalid_choice"),
    ],
)  # fmt: skip
def test_bad_query_is_refused(client, query, pointer, code):
    response = client.get(f"{PATH}?{query}")
    assert response.status_code == 400
    assert [(each["pointer"], each["code"]) for each in response.json()["errors"]] == [
        (pointer, code)
    ]


def test_it_is_only_read(client):
    assert client.post(PATH).status_code == 405
