"""Decisions become a claim, with drafts of what it names."""

from decimal import Decimal

import pytest

from records.ingest import findings as f
from records.models import Agreement, Change, Organization, Reading, WeaponSystem
from records.services.deciding.finals import CategoryFinal, CountryFinal
from tests.factories import CategoryFactory, ClaimFactory, StateFactory
from tests.services.deciding.decisions import accepted, decided
from tests.services.deciding.findings import TEXT, at, full, kinds, reading_of
from tests.support.writing import store

pytestmark = pytest.mark.django_db


def test_everything_is_accepted(finland, editor):
    reading = reading_of(full())
    result = decided(reading, editor)
    arms, model = Organization.objects.get(name="Example Arms"), WeaponSystem.objects.get()
    agreement, claim = Agreement.objects.get(), result.claim
    assert [each.public_id for each in result.created] == [
        arms.public_id, model.public_id, agreement.public_id,
    ]  # fmt: skip
    assert (claim.kind, claim.modality, claim.revision, claim.review_status) == (
        "agreement_event", "official_statement", 2, "draft",
    )  # fmt: skip
    assert (claim.speaker_name, claim.speaker_title) == ("Ann Sample", "Minister")
    assert (claim.occurred, claim.occurred_words) == ("2022-02-10", "on Thursday")
    assert list(claim.country_links.values_list("country", flat=True)) == ["FI"]
    assert list(claim.organizations.order_by("pk")) == [finland, arms]
    assert list(claim.weapon_systems.all()) == [model]
    assert list(claim.categories.values_list("pk", flat=True)) == ["artillery"]
    assert list(claim.agreements.all()) == [agreement]
    assert list(claim.measures.values_list("metric", "value", "unit_words", "currency")) == [
        ("contract_value", Decimal(9400000000), "", "USD"),
        ("ordered_quantity", Decimal(64), "Model 7 howitzers", ""),
    ]
    assert claim.citations.count() == 1


def test_agreement_is_drafted_with_parties_items_milestone_and_evidence(finland, editor):
    reading = reading_of(full())
    decided(reading, editor)
    agreement = Agreement.objects.get()
    assert (agreement.title, agreement.kind, agreement.status, agreement.review_status) == (
        "Procurement contract: Finland and Example Arms, 2022-02", "procurement_contract",
        "signed", "draft",
    )  # fmt: skip
    assert (agreement.value_amount, agreement.value_currency) == (Decimal(9400000000), "USD")
    assert agreement.signed == "2022-02-10"
    assert list(agreement.parties.values_list("organization__name", "role")) == [
        ("Finland", "buyer"), ("Example Arms", "supplier"),
    ]  # fmt: skip
    items = agreement.items.values_list("weapon_system__designation", "activity", "quantity")
    assert list(items) == [("Model 7", "supply", Decimal(64))]
    assert list(agreement.milestones.values_list("kind", "date", "claim")) == [
        ("signature", "2022-02-10", reading.claim_id)
    ]
    assert list(agreement.evidence.values_list("field", "stance", "claim")) == [
        (field, "supports", reading.claim_id)
        for field in ("kind", "status", "parties", "items", "value", "milestones")
    ]


def test_decisions_and_labels_are_kept(finland, editor):
    reading = reading_of(full())
    decisions = accepted(reading)
    decisions |= {"countries.0": None, "categories.0": CategoryFinal(category="artillery.towed")}
    CategoryFactory(code="artillery.towed")
    decided(reading, editor, decisions, additions=[CountryFinal(country="SE")])
    reading.refresh_from_db()
    found = {each["id"]: (each["decision"], each["final"]) for each in reading.decisions}
    assert found["kind"] == ("accepted", {"kind": "agreement_event"})
    assert found["countries.0"] == ("dropped", None)
    assert found["categories.0"] == ("changed", {"category": "artillery.towed"})
    assert found["added.0"] == ("added", {"country": "SE"})
    assert found["measures.1"][1]["value"] == "64"
    assert found["organizations.0"] == ("accepted", {
        "words": "Example Arms", "organization": None,
        "new": {"name": "Example Arms", "kind": "company", "country": ""},
    })  # fmt: skip
    assert (reading.decided_by, reading.decided_at is None) == (editor, False)
    measure = {"mode": "absolute", "qualifier": "exact", "value_min": None, "value_max": None,
               "direction": None}  # fmt: skip
    assert reading.labels == {
        "text": TEXT,
        "date": "2022-02-11",
        "countries": ["SE"],
        "organizations": ["Example Arms"],
        "weapon_systems": ["Model 7"],
        "categories": ["artillery"],
        "agreement": "procurement_contract",
        "agreement_status": "signed",
        "modality": "official_statement",
        "speaker": "Ann Sample",
        "measures": [
            {"surface": "$9.4 billion", "value": 9400000000, "unit": None, "currency": "USD"}
            | measure,
            {"surface": "64 Model 7 howitzers", "value": 64, "unit": "howitzer", "currency": None}
            | measure,
        ],
        "dates": [{"surface": "on Thursday", "edtf": "2022-02-10"}],
    }


def test_log_has_person_and_reason_of_everything(finland, editor):
    reading = reading_of(full())
    last = Change.objects.latest("sequence").sequence
    decided(reading, editor, submit=True)
    made = Change.objects.filter(sequence__gt=last).order_by("sequence")
    assert [(each.record_type, each.action) for each in made] == [
        ("ORG", "created"), ("WPN", "created"), ("AGR", "created"), ("CLM", "changed"),
        ("ORG", "submitted"), ("WPN", "submitted"), ("AGR", "submitted"), ("CLM", "submitted"),
    ]  # fmt: skip
    assert {(each.actor, each.reason) for each in made} == {(editor, "Compared with the digest.")}


def test_what_somebody_entered_before_stays(editor):
    state = StateFactory(country="SE")
    claim = ClaimFactory(text=TEXT, review_status="draft", countries=["SE"], organizations=[state])
    reading = reading_of(f.Findings(
        countries=(f.CountryFinding(country="FI", **at("Finland")),), **kinds()
    ), claim=claim)  # fmt: skip
    claim = decided(reading, editor).claim
    assert list(claim.country_links.values_list("country", flat=True)) == ["SE", "FI"]
    assert list(claim.organizations.all()) == [state]


@pytest.mark.parametrize(
    ("mode", "value", "stored"),
    [("percent_change", "30", "-30"), ("difference", "5", "-5"), ("ratio", "3", "0.333333"),
     ("absolute", "5", "5")],
)  # fmt: skip
def test_fall_is_below_zero_on_the_claim_and_positive_in_labels(editor, mode, value, stored):
    measure = f.MeasureFinding(
        mode=mode and f.MeasureMode(mode), qualifier=f.Qualifier.EXACT, value=Decimal(value),
        unit="howitzer", direction="decrease", **at("64 Model 7 howitzers"),
    )  # fmt: skip
    reading = reading_of(f.Findings(measures=(measure,), **kinds()))
    assert decided(reading, editor).claim.measures.get().value == Decimal(stored)
    reading.refresh_from_db()
    assert reading.labels["measures"][0]["value"] == int(value)
    assert reading.labels["measures"][0]["direction"] == "decrease"


def test_state_that_is_gone_is_a_label_only(editor):
    found = f.CountryFinding(country="SU", **at("Finland"))
    reading = reading_of(f.Findings(countries=(found,), **kinds()))
    assert decided(reading, editor).claim.country_links.count() == 0
    reading.refresh_from_db()
    assert reading.labels["countries"] == ["SU"]


def test_words_are_those_that_were_read_when_the_claim_was_edited(finland, editor):
    reading = reading_of(full())
    reading.claim.text = "Short."
    store(record=reading.claim, owned={})
    claim = decided(Reading.objects.get(pk=reading.pk), editor).claim
    reading.refresh_from_db()
    assert claim.text == "Short."
    assert claim.occurred_words == "on Thursday"
    assert Agreement.objects.get().items.get().words == "Model 7"
    assert reading.labels["text"] == TEXT
    assert reading.labels["organizations"] == ["Example Arms"]
