"""The curated digest as records, line by line, and that nobody's edits are lost."""

import json

import pytest

from records.models import Agreement, Claim, Organization, Source, WeaponSystem
from records.models.relations import record_models
from records.services.demo import load_demo
from records.services.loading.shapes import FILES
from tests.support.writing import store

pytestmark = pytest.mark.django_db

UNRESOLVED = "anchor_unknown"
MINISTRY = "Ministry of Strategic Industries of Ukraine"


def document(record):
    return json.loads(record.document)


def names(rows):
    return [row["name"] for row in rows]


def measures(digest, line, *fields):
    found = document(digest.claim(line))["measures"]
    return [tuple(measure[field] for field in fields) for measure in found]


def parties(agreement):
    return [(party["organization"]["name"], party["role"]) for party in agreement["parties"]]


def agreement_of(digest, line):
    (brief,) = document(digest.claim(line))["agreements"]
    return document(Agreement.objects.get(pk=brief["id"].removeprefix("AGR-")))


@pytest.mark.parametrize("line", range(1, 21))
def test_every_line_is_a_public_claim(digest, line):
    claim = document(digest.claim(line))
    assert claim["text"] == digest.sentence(line)
    assert (claim["language"], claim["credibility"]) == ("en", "6")
    assert (claim["review_status"], claim["revision"]) == ("published", 1)
    (citation,) = claim["citations"]
    assert citation["source"]["name"] == "News digest retrieved 2025-04-04"
    assert (citation["locator"], citation["quote"]) == (f"line {line}", None)


ABOUT = {
    1: ("production_output reported", ["Ukraine", "Russia"], ["Shahed-131", "Shahed-136"],
        ["uas.one_way_attack", "uas"], ["UA", "RU"]),
    2: ("commemoration reported", ["Ukrposhta", MINISTRY], [],
        ["uas", "artillery", "armored_vehicle"], ["UA"]),
    3: ("consultation reported", ["Ukraine"], [], [], ["UA"]),
    4: ("agreement_event reported", ["United Kingdom", "BAE Systems", "Ukraine"], ["L119"],
        ["artillery.towed"], ["GB", "UA"]),
    5: ("agreement_event reported", ["Ukraine", "United Kingdom"], [], [], ["UA", "GB"]),
    6: ("capability reported", ["Ukrzaliznytsia"], [], ["other.rail", "other.medical"], ["UA"]),
    7: ("consultation reported", ["Ukraine"], [], [], ["UA"]),
    8: ("consultation reported",
        [MINISTRY, "Ministry of Defence of the United Kingdom", "BAE Systems"], ["L119"],
        ["artillery.towed"], ["UA", "GB"]),
    9: ("assessment possibility", ["Ukraine"], [], ["uas"], ["UA"]),
    10: ("training plan", [], [], ["uas"], ["UA"]),
    11: ("trade_or_logistics_volume official_statement", ["Ukrzaliznytsia"], [], [], ["UA"]),
    12: ("intent possibility", ["Ukraine"], ["BMP"],
         ["armored_vehicle.infantry_fighting_vehicle", "armored_vehicle.armored_personnel_carrier",
          "artillery.towed"], ["UA", "DE", "GB"]),
    13: ("production_output official_statement", ["Ukraine"], [], [], ["UA"]),
    14: ("intent plan", ["Ukraine"], [], ["ugv"], ["UA"]),
    15: ("agreement_event reported", [MINISTRY, "Helsing GmbH"], [],
         ["software.artificial_intelligence", "uas"], ["UA", "DE"]),
    16: ("policy_or_organization reported", ["Ukraine Deal Team"], [], [], ["UA", "US"]),
    17: ("facility plan", ["Rheinmetall"], [],
         ["ammunition.artillery_shell.cal_155mm", "ammunition"], ["UA"]),
    18: ("production_output reported", ["Ukraine"], [], ["uas"], ["UA"]),
    19: ("production_output reported", ["Ukraine"], [], ["uas", "ammunition"], ["UA", "RU"]),
    20: ("losses reported", ["Ukraine", "Russia"], [],
         ["tank", "armored_vehicle", "other.truck", "uas"], ["UA", "RU"]),
}  # fmt: skip


@pytest.mark.parametrize("line", ABOUT)
def test_line_is_about(digest, line):
    claim = document(digest.claim(line))
    assert (
        f"{claim['kind']} {claim['modality']}",
        names(claim["organizations"]),
        names(claim["weapon_systems"]),
        claim["categories"],
        claim["countries"],
    ) == ABOUT[line]


@pytest.mark.parametrize(
    ("line", "said_by", "name", "title"),
    [
        (11, "Ukrzaliznytsia", None, None),
        *(
            (line, MINISTRY, "Oleksandr Kamyshyn",
             "Minister of Strategic Industries")
            for line in (12, 13)
        ),
        (14, MINISTRY, None,
         "Minister of Strategic Industries of Ukraine"),
    ],
)  # fmt: skip
def test_line_has_its_speaker(digest, line, said_by, name, title):
    claim = document(digest.claim(line))
    assert claim["said_by"]["name"] == said_by
    assert (claim["speaker_name"], claim["speaker_title"]) == (name, title)


def test_only_four_lines_have_a_speaker(digest):
    assert Claim.objects.exclude(said_by=None).count() == 4
    assert Claim.objects.exclude(speaker_name="").count() == 2


def test_dates_are_as_precise_as_the_words(digest):
    dates = {
        line: (date["edtf"], date["unresolved"])
        for line in range(1, 21)
        if (date := document(digest.claim(line))["occurred"])
    }
    assert dates == {
        1: ("2024", None),
        3: (None, UNRESOLVED),
        11: ("2024-02", None),
        13: ("2023", None),
        18: (None, UNRESOLVED),
        20: (None, UNRESOLVED),
    }


def test_plans_and_possibilities_have_their_due_period(digest):
    this_year, in_2024 = (document(digest.claim(line))["due"] for line in (12, 14))
    assert this_year == {"edtf": None, "earliest": None, "latest": None, "words": "This year",
                         "unresolved": UNRESOLVED}  # fmt: skip
    assert in_2024 == {"edtf": "2024", "earliest": "2024-01-01", "latest": "2024-12-31",
                       "words": "in 2024", "unresolved": None}  # fmt: skip
    assert document(digest.claim(17))["due"] is None
    outcomes = Claim.objects.exclude(outcome="").values_list("outcome", flat=True)
    assert list(outcomes) == ["unknown"] * 4


def test_line_1_is_a_ratio_without_an_absolute(digest):
    (measure,) = document(digest.claim(1))["measures"]
    assert (measure["metric"], measure["mode"]) == ("production_output", "ratio")
    assert (measure["qualifier"], measure["value"]) == ("about", "1")
    assert measure["category"] == "uas.one_way_attack"
    assert measure["period"]["edtf"] == "2024"
    assert measure["baseline_period"]["words"] == "Russia"
    assert measure["derived"]["reason"] == "baseline_unknown"


def test_line_2_counts_six_postage_stamps(digest):
    fields = ("metric", "mode", "qualifier", "value", "unit_code", "unit_words")
    assert measures(digest, 2, *fields) == [
        ("issued_quantity", "absolute", "exact", "6", "C62", "postage stamps")
    ]


def test_line_4_is_the_agreement_to_repair_l119(digest):
    agreement = agreement_of(digest, 4)
    assert (agreement["kind"], agreement["status"]) == ("maintenance_contract", "signed")
    assert parties(agreement) == [
        ("United Kingdom", "signatory"),
        ("BAE Systems", "signatory"),
        ("BAE Systems", "performer"),
        ("United Kingdom", "funder"),
        ("Ukraine", "host"),
        ("Ukraine", "beneficiary"),
    ]
    (item,) = agreement["items"]
    assert (item["weapon_system"]["name"], item["activity"]) == ("L119", "maintenance_repair")
    (milestone,) = agreement["milestones"]
    assert (milestone["kind"], milestone["date"]) == ("signature", None)
    assert milestone["claim"]["id"] == "CLM-4"
    assert agreement["place"] == "UA"


def test_line_5_is_a_framework_agreement(digest):
    agreement = agreement_of(digest, 5)
    assert (agreement["kind"], agreement["status"]) == ("framework_agreement", "signed")
    assert parties(agreement) == [("Ukraine", "signatory"), ("United Kingdom", "signatory")]
    assert agreement["milestones"][0]["claim"]["id"] == "CLM-5"


def test_line_8_is_about_a_possible_co_production(digest):
    agreement = agreement_of(digest, 8)
    assert (agreement["kind"], agreement["status"]) == ("co_production", "under_negotiation")
    assert parties(agreement) == [("BAE Systems", "manufacturer"), ("Ukraine", "host")]
    (item,) = agreement["items"]
    assert (item["weapon_system"]["name"], item["activity"]) == ("L119", "co_production")
    assert agreement["milestones"] == []
    assert str(WeaponSystem.objects.get(designation="L119").caliber_mm) == "105.00"


def test_line_10_plans_for_seven_regions(digest):
    assert measures(digest, 10, "metric", "value", "temporal_mode", "outcome") == [
        ("regions", "7", "plan", "unknown")
    ]


def test_line_11_is_two_measures_and_a_derived_baseline(digest):
    volume, change = document(digest.claim(11))["measures"]
    assert (volume["value"], volume["precision"], volume["unit_code"]) == (
        "14500000", "100000", "TNE",
    )  # fmt: skip
    assert (volume["superlative"], volume["period"]["edtf"]) == ("record", "2024-02")
    assert (change["mode"], change["value"], change["precision"]) == ("percent_change", "30", "1")
    assert (change["period"]["edtf"], change["baseline_period"]["edtf"]) == ("2024-02", "2023-02")
    assert change["derived"] == {
        "target": "baseline",
        "min": "11072796.934865",
        "max": "11235521.235522",
        "unit_code": "TNE",
        "currency": None,
        "inputs": [0],
        "reason": None,
    }


def test_line_13_is_two_ratios(digest):
    fields = ("metric", "mode", "value", "temporal_mode")
    assert measures(digest, 13, *fields) == [
        ("production_output", "ratio", "3", "actual"),
        ("production_potential", "ratio", "6", "forecast"),
    ]
    periods = [
        (measure["period"]["edtf"], measure["baseline_period"]["edtf"])
        for measure in document(digest.claim(13))["measures"]
    ]
    assert periods == [("2023", "2022"), ("2024", "2023")]


def test_line_15_is_a_memorandum(digest):
    agreement = agreement_of(digest, 15)
    assert (agreement["kind"], agreement["status"]) == ("memorandum_of_understanding", "signed")
    assert [
        (party["organization"]["name"], party["signatory_name"], party["signatory_title"])
        for party in agreement["parties"]
    ] == [
        (
            MINISTRY,
            None,
            "Minister of Strategic Industries of Ukraine",
        ),
        ("Helsing GmbH", None, "CEO"),
    ]
    assert [item["category"] for item in agreement["items"]] == [
        "software.artificial_intelligence",
        "uas",
    ]


def test_line_16_is_a_working_group_with_three_projects(digest):
    team = digest.organization("Ukraine Deal Team")
    assert (team.kind, team.country) == ("working_group", "")
    assert measures(digest, 16, "metric", "value", "unit_words") == [("projects", "3", "projects")]


def test_line_17_is_a_planned_joint_venture(digest):
    agreement = agreement_of(digest, 17)
    assert (agreement["kind"], agreement["status"]) == ("joint_venture", "announced")
    assert parties(agreement) == [("Rheinmetall", "manufacturer"), ("Ukraine", "host")]
    assert [(item["category"], item["activity"]) for item in agreement["items"]] == [
        ("ammunition.artillery_shell.cal_155mm", "production"),
        ("ammunition", "production"),
    ]


def test_line_18_is_tenfold_with_an_unknown_baseline(digest):
    (measure,) = document(digest.claim(18))["measures"]
    assert (measure["mode"], measure["value"], measure["period_length"]) == ("ratio", "10", "P6M")
    assert measure["period"]["words"] == "Over the past six months"
    assert measure["period"]["unresolved"] == UNRESOLVED
    assert measure["derived"]["reason"] == "baseline_unknown"


def test_line_20_is_four_measures_of_an_unresolved_week(digest):
    assert measures(digest, 20, "metric", "category", "object_words", "value", "unit_code") == [
        ("equipment_losses", "tank", "Russian tanks", "26", "C62"),
        ("equipment_losses", "armored_vehicle", "armored vehicles", "54", "C62"),
        ("equipment_losses", "other.truck", "trucks", "85", "C62"),
        ("personnel_losses", None, "Russian soldiers", "87", "C62"),
    ]
    for measure in document(digest.claim(20))["measures"]:
        assert measure["period"] == {
            "edtf": None,
            "earliest": None,
            "latest": None,
            "words": "Over the past week",
            "unresolved": UNRESOLVED,
        }
        assert measure["period_length"] == "P1W"


def everything():
    return [list(model.objects.order_by("pk").values()) for model in record_models()]


def test_second_load_changes_nothing(digest):
    before = everything()
    loaded = load_demo()
    assert set(loaded.created.values()) == {0}
    assert list(loaded.present.values()) == [1, 8, 4, 5, 20]
    assert everything() == before


def test_edited_records_stay_as_they_are(digest):
    edits = {Source: "title", Organization: "name", WeaponSystem: "designation",
             Agreement: "title", Claim: "text"}  # fmt: skip
    assert edits.keys() == FILES.keys()
    for model, column in edits.items():
        record = model.objects.order_by("-pk")[0]
        setattr(record, column, "Edited")
        store(record=record, owned={})
    before = everything()
    assert set(load_demo().created.values()) == {0}
    assert everything() == before
