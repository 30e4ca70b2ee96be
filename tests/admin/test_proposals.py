"""Proposals at the desk: decided on one by one, and stored as decided."""

import pytest

from records.ingest import findings as f
from records.models import Agreement, Change, Claim, Organization
from tests.admin.sheets import address, filled
from tests.factories import (
    AgreementFactory,
    CategoryFactory,
    ClaimFactory,
    OrganizationFactory,
    WeaponSystemFactory,
)
from tests.services.deciding.findings import at, full, kinds, reading_of

pytestmark = pytest.mark.django_db


def test_everything_is_accepted_and_submitted(editor, finland):
    reading, other = reading_of(full()), reading_of(f.Findings(**kinds()))
    answer = editor.post(
        address(reading), filled(editor.get(address(reading))) | {"step": "submit"}
    )
    assert answer.url == address(other)
    claim = Claim.objects.get(pk=reading.claim_id)
    assert claim.review_status == "in_review"
    assert claim.speaker_name == "Ann Sample"
    assert [each.name for each in claim.organizations.order_by("pk")] == ["Finland", "Example Arms"]
    assert claim.agreements.get().review_status == "in_review"
    change = Change.objects.latest("sequence")
    assert (change.action, change.reason, change.channel) == ("submitted", "A test.", "admin")
    page = editor.get(answer.url).content.decode()
    assert f"{claim.public_id}: in review. Created: ORG-" in page


def test_each_kind_is_changed(editor, finland):
    CategoryFactory(code="missile")
    arms, system = OrganizationFactory(), WeaponSystemFactory()
    subject = f.SubjectFinding(**at("Minister"))
    reading = reading_of(full(subjects=(subject,)), earlier=ClaimFactory(), similarity=90)
    ids = (
        "kind", "modality", "countries_0", "organizations_0", "weapon_systems_0", "categories_0",
        "measures_0", "measures_1", "dates_0", "speaker", "agreement", "subjects_0", "earlier",
    )  # fmt: skip
    data = filled(editor.get(address(reading)), **dict.fromkeys(ids, "change")) | {
        "p-kind-kind": "order",
        "p-modality-modality": "reported",
        "p-countries-0-country": "sweden",
        "p-organizations-0-organization": arms.pk,
        "p-weapon_systems-0-weapon_system": system.pk,
        "p-categories-0-category": "missile",
        "p-measures-0-value": "9500000000",
        "p-measures-1-metric": "delivered_quantity",
        "p-measures-1-qualifier": "about",
        "p-dates-0-edtf": "Feb 2022",
        "p-dates-0-use": "due",
        "p-speaker-name": "Ann B. Sample",
        "p-speaker-organization": arms.pk,
        "p-agreement-title": "The howitzer contract",
        "p-agreement-value_amount": "9500000000",
        "p-agreement-party-0-role": "",
        "p-agreement-party-2-role": "funder",
        "p-agreement-party-2-organization": finland.pk,
        "p-subjects-0-organization": finland.pk,
        "p-earlier-kind": "corrects",
    }
    assert editor.post(address(reading), data).status_code == 302
    claim, agreement = Claim.objects.get(pk=reading.claim_id), Agreement.objects.get()
    assert (claim.kind, claim.modality, claim.occurred, claim.due) == (
        "order", "reported", "", "2022-02",
    )  # fmt: skip
    assert (claim.speaker_name, claim.said_by) == ("Ann B. Sample", arms)
    assert list(claim.country_links.values_list("country", flat=True)) == ["SE"]
    assert list(claim.weapon_systems.all()) == [system]
    figures = [(each.value, each.precision is None) for each in claim.measures.all()]
    assert figures == [(9_500_000_000, True), (64, False)]
    assert set(claim.organizations.all()) == {arms, finland}
    assert list(claim.relations.values_list("kind", flat=True)) == ["corrects"]
    assert agreement.title == "The howitzer contract"
    assert list(agreement.parties.values_list("organization", "role")) == [
        (arms.pk, "supplier"), (finland.pk, "funder"),
    ]  # fmt: skip
    reading.refresh_from_db()
    assert {each["decision"] for each in reading.decisions} == {"changed"}
    assert Organization.objects.filter(name="Example Arms").count() == 0


def test_dropped_proposals_leave_no_trace_on_the_claim(editor, finland):
    reading = reading_of(full())
    sheet = editor.get(address(reading)).context["sheet"]
    ids = [key.replace(".", "_") for key in sheet.forms if key not in {"kind", "modality"}]
    data = filled(editor.get(address(reading)), **dict.fromkeys(ids, "drop"))
    data |= {"p-dates-0-edtf": "no date at all", "p-measures-0-value": "x"}
    assert editor.post(address(reading), data).status_code == 302
    claim = Claim.objects.get(pk=reading.claim_id)
    assert (claim.speaker_name, claim.occurred, claim.measures.count()) == ("", "", 0)
    assert (claim.country_links.count(), claim.agreements.count()) == (0, 0)
    reading.refresh_from_db()
    assert (reading.labels["countries"], reading.labels["agreement"]) == ([], None)


def test_one_of_several_candidates_is_picked(editor):
    one, other = OrganizationFactory(country="GB"), OrganizationFactory(country="FI")
    candidates = tuple(f.Candidate(number=each.pk, name="Arms") for each in (one, other))
    found = f.OrganizationFinding(name="Arms", candidates=candidates, **at("Example Arms"))
    reading = reading_of(f.Findings(organizations=(found,), **kinds()))
    page = editor.get(address(reading))
    assert f"{other.name} · FI · {other.public_id}" in page.content.decode()
    editor.post(address(reading), filled(page, organizations_0=f"pick-{other.pk}"))
    assert list(Claim.objects.get(pk=reading.claim_id).organizations.all()) == [other]
    forged = filled(page, organizations_0="pick-999")
    assert editor.post(address(reading), forged).status_code == 200


@pytest.mark.parametrize("verdict", ["create", "drop", "change"])
def test_what_stands_twice_is_decided_on_once(editor, verdict):
    other = OrganizationFactory(name="Other")
    text = "Example Arms of Finland and the Finnish Example Arms signed."
    second = {"start": text.rindex("Example"), "end": text.rindex(" signed")}
    arms = [f.OrganizationFinding(name="Example Arms", kind="company", **place)
            for place in (at("Example Arms", text), at("Finland", text) | second)]  # fmt: skip
    countries = [f.CountryFinding(country="FI", **at(words, text))
                 for words in ("Finland", "Finnish")]  # fmt: skip
    findings = f.Findings(organizations=tuple(arms), countries=tuple(countries), **kinds(text))
    reading = reading_of(findings, text=text)
    page = editor.get(address(reading))
    assert [card.proposal.id for card in page.context["sheet"].cards] == [
        "kind", "modality", "countries.0", "organizations.0",
    ]  # fmt: skip
    assert page.content.decode().count('data-proposal="p-countries-0"') == 2
    data = filled(page, organizations_0=verdict)
    data |= {"p-organizations-0-organization": other.pk}
    assert editor.post(address(reading), data).status_code == 302
    reading.refresh_from_db()
    verdicts = {each["id"]: each["decision"] for each in reading.decisions}
    assert verdicts["organizations.0"] == verdicts["organizations.1"]
    assert verdicts["countries.0"] == verdicts["countries.1"] == "accepted"
    claim = Claim.objects.get(pk=reading.claim_id)
    assert [each.name for each in claim.organizations.all()] == {
        "create": ["Example Arms"], "drop": [], "change": ["Other"],
    }[verdict]  # fmt: skip


def test_what_was_missed_is_added_and_labelled(editor):
    CategoryFactory(code="artillery")
    system, agreement = WeaponSystemFactory(), AgreementFactory()
    reading = reading_of(f.Findings(**kinds()))
    data = filled(editor.get(address(reading))) | {
        "added-countries-0-country": "FI",
        "added-countries-3-country": "Sweden",
        "added-organizations-1-words": "Example Arms",
        "added-organizations-1-new_name": "Example Arms plc",
        "added-organizations-1-new_kind": "company",
        "added-weapon_systems-0-words": "Model 7",
        "added-weapon_systems-0-weapon_system": system.pk,
        "added-categories-0-category": "artillery",
        "added-measures-0-words": "64 Model 7 howitzers",
        "added-measures-0-metric": "ordered_quantity",
        "added-measures-0-mode": "absolute",
        "added-measures-0-qualifier": "exact",
        "added-measures-0-value": "64",
        "added-measures-0-unit": "howitzer",
        "added-measures-0-temporal_mode": "actual",
        "added-dates-0-words": "Thursday",
        "added-dates-0-edtf": "2022-02-10",
        "added-speaker-0-name": "Ann Sample",
        "added-agreement-0-agreement": agreement.pk,
        "added-agreement-0-kind": "loan",
        "added-agreement-0-status": "signed",
    }
    assert editor.post(address(reading), data).status_code == 302
    reading.refresh_from_db()
    labels = reading.labels
    assert (labels["countries"], labels["organizations"]) == (["FI", "SE"], ["Example Arms"])
    assert (labels["weapon_systems"], labels["categories"]) == (["Model 7"], ["artillery"])
    assert (labels["agreement"], labels["speaker"]) == ("loan", "Ann Sample")
    assert labels["dates"] == [{"surface": "Thursday", "edtf": "2022-02-10"}]
    assert [row["value"] for row in labels["measures"]] == [64]
    claim = Claim.objects.get(pk=reading.claim_id)
    assert (claim.organizations.get().name, claim.agreements.get()) == (
        "Example Arms plc", agreement,
    )  # fmt: skip
