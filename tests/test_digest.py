"""Every sentence of the digest is found by asking for what it says, never by its id."""

import pytest

from records.services.verification import verify_log

pytestmark = pytest.mark.django_db

CLAIM_QUESTIONS = {
    1: "kind=production_output&weapon_system={Shahed-131}&country=RU&measure_mode=ratio"
    "&category=uas.one_way_attack&occurred_after=2024&occurred_before=2024&date_match=certain",
    2: "organization={Ukrposhta}&measure_metric=issued_quantity&measure_value_min=6"
    "&measure_value_max=6",
    3: "kind=consultation&organization={Ukraine}&country!=GB&locator=line 3",
    4: "kind=agreement_event&organization={BAE Systems}&weapon_system={L119}",
    5: "kind=agreement_event&organization={United Kingdom}&category!=artillery",
    6: "organization={Ukrzaliznytsia}&category=other.medical",
    7: "kind=consultation&organization={Ukraine}&locator=line 7",
    8: "kind=consultation&weapon_system={L119}&organization={BAE Systems}&country=UA",
    9: "kind=assessment&modality=possibility&category=uas",
    10: "kind=training&modality=plan&measure_metric=regions&measure_value_min=7",
    11: "said_by={Ukrzaliznytsia}&measure_metric=cargo_volume&measure_unit=TNE"
    "&measure_value_min=14000000&occurred_after=2024-02&occurred_before=2024-02",
    12: "modality=possibility&speaker=kamyshyn&country=DE&category=armored_vehicle",
    13: "speaker=Oleksandr Kamyshyn&measure_mode=ratio&measure_value_min=6",
    14: "modality=plan&category=ugv&due_after=2024-01-01&due_before=2024-12-31&date_match=certain",
    15: "organization={Helsing GmbH}&category=software.artificial_intelligence",
    16: "organization={Ukraine Deal Team}&country=US&measure_metric=projects&measure_value_min=3",
    17: "kind=facility&modality=plan&organization={Rheinmetall}&category=ammunition",
    18: "measure_metric=production_output&measure_mode=ratio&measure_value_min=10"
    "&measure_object=uas",
    19: "kind=production_output&category=ammunition&country=UA",
    20: "kind=losses&measure_metric=personnel_losses&measure_value_min=87&measure_value_max=87",
}


@pytest.fixture
def ask(client, digest):
    """Ask a list a question in which `{name}` stands for the id of the thing named."""

    def ask(collection, question):
        query = {}
        for part in question.split("&"):
            name, _, value = part.partition("=")
            query[name] = _id(client, value[1:-1]) if value.startswith("{") else value
        body = client.get(f"/api/v1/{collection}/", query).json()
        assert body["next"] is None
        return body["results"]

    return ask


def _id(client, name):
    found = [
        record["id"]
        for collection in ("organizations", "weapon-systems")
        for record in client.get(f"/api/v1/{collection}/", {"name": name}).json()["results"]
        if name in (record.get("name"), record.get("designation"))
    ]
    assert len(found) == 1, name
    return found[0]


@pytest.mark.parametrize("line", range(1, 21))
def test_claim_is_found_by_what_it_says(ask, digest, line):
    (claim,) = ask("claims", CLAIM_QUESTIONS[line])
    assert claim["text"] == digest.sentence(line)
    (citation,) = claim["citations"]
    assert (citation["locator"], citation["source"]["kind"]) == (f"line {line}", "digest")


def parties(agreement):
    return {(party["organization"]["name"], party["role"]) for party in agreement["parties"]}


def test_repair_agreement_is_found_by_its_roles(ask):
    question = "funder=GB&performer={BAE Systems}&host=UA&activity=maintenance_repair"
    (agreement,) = ask("agreements", f"{question}&weapon_system={{L119}}&beneficiary=UA")
    assert parties(agreement) == {
        ("United Kingdom", "signatory"),
        ("BAE Systems", "signatory"),
        ("BAE Systems", "performer"),
        ("United Kingdom", "funder"),
        ("Ukraine", "host"),
        ("Ukraine", "beneficiary"),
    }
    assert [(item["weapon_system"]["name"], item["activity"]) for item in agreement["items"]] == [
        ("L119", "maintenance_repair")
    ]


def test_framework_agreement_is_found_by_its_parties(ask):
    (agreement,) = ask("agreements", "kind=framework_agreement&between=GB,UA")
    assert parties(agreement) == {("United Kingdom", "signatory"), ("Ukraine", "signatory")}


def test_memorandum_is_found_by_its_signatories(ask):
    question = "kind=memorandum_of_understanding&signatory={Helsing GmbH}&between=UA,DE"
    (agreement,) = ask("agreements", question)
    assert [item["category"] for item in agreement["items"]] == [
        "software.artificial_intelligence",
        "uas",
    ]


def test_planned_plant_is_found_as_a_joint_venture(ask):
    question = "kind=joint_venture&status=announced&manufacturer=DE&host=UA"
    (agreement,) = ask("agreements", f"{question}&category=ammunition.artillery_shell")
    assert agreement["milestones"] == []


def test_possible_production_is_found_under_negotiation(ask):
    question = "status=under_negotiation&activity=co_production&place=UA&weapon_system={L119}"
    (agreement,) = ask("agreements", question)
    assert agreement["kind"] == "co_production"


def measures(ask, line, *names):
    (claim,) = ask("claims", CLAIM_QUESTIONS[line])
    return [tuple(measure[name] for name in names) for measure in claim["measures"]]


def test_cargo_of_the_year_before_is_derived(ask):
    absolute, change = measures(ask, 11, "mode", "value", "superlative", "derived")
    assert absolute == ("absolute", "14500000", "record", None)
    assert change == (
        "percent_change",
        "30",
        None,
        {
            "target": "baseline",
            "min": "11072796.934865",
            "max": "11235521.235522",
            "unit_code": "TNE",
            "currency": None,
            "inputs": [0],
            "reason": None,
        },
    )


def test_tenfold_has_no_absolute_counterpart(ask):
    ((mode, value, length, period, derived),) = measures(
        ask, 18, "mode", "value", "period_length", "period", "derived"
    )
    assert (mode, value, length, period["unresolved"]) == ("ratio", "10", "P6M", "anchor_unknown")
    assert (derived["min"], derived["max"], derived["reason"]) == (None, None, "baseline_unknown")


def test_output_and_potential_are_two_ratios(ask):
    assert measures(ask, 13, "value", "temporal_mode") == [("3", "actual"), ("6", "forecast")]


def test_losses_are_four_measures_of_a_week_that_is_not_known(ask):
    found = measures(ask, 20, "value", "category", "period")
    assert [(value, category) for value, category, _ in found] == [
        ("26", "tank"),
        ("54", "armored_vehicle"),
        ("85", "other.truck"),
        ("87", None),
    ]
    assert {period["unresolved"] for _, _, period in found} == {"anchor_unknown"}
    assert {period["edtf"] for _, _, period in found} == {None}


def test_log_and_records_agree(digest):
    assert list(verify_log()) == []
