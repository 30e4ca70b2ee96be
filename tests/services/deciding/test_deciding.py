"""Decisions become a claim, with drafts of what it names."""

from dataclasses import replace
from decimal import Decimal

import pytest

from records.enums import Channel
from records.ingest import findings as f
from records.models import Agreement, Change, Claim, Organization, Reading, WeaponSystem
from records.services.authorship import Authorship
from records.services.deciding.deciding import Answer, decide
from records.services.deciding.errors import DecidingError
from records.services.deciding.finals import (
    AgreementFinal,
    CategoryFinal,
    CountryFinal,
    DateFinal,
    KindFinal,
    NewOrganization,
    OrganizationFinal,
    RelationFinal,
    SpeakerFinal,
    SubjectFinal,
    WeaponSystemFinal,
)
from records.services.deciding.proposing import propose
from records.services.errors import NotPermittedError, ReviewError, StaleRevisionError
from records.services.review import publish
from tests.factories import (
    AgreementFactory,
    CategoryFactory,
    ClaimFactory,
    OrganizationFactory,
    StateFactory,
    UserFactory,
    WeaponSystemFactory,
)
from tests.services.deciding.findings import TEXT, at, full, kinds, reading_of
from tests.support.writing import store

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(db):
    return UserFactory(role="editor")


@pytest.fixture
def finland(db):
    CategoryFactory(code="artillery")
    return StateFactory(name="Finland", country="FI")


def by(user):
    return Authorship(channel=Channel.ADMIN, actor=user, reason="Compared with the digest.")


def accepted(reading):
    return {key: proposal.final for key, proposal in propose(reading).items()}


def decided(reading, user, decisions=None, **more):
    answer = Answer(
        decisions=decisions or accepted(reading),
        expected_revision=more.pop("revision", reading.claim.revision),
        **more,
    )
    return decide(reading=reading, answer=answer, authorship=by(user))


def refused(reading, user, decisions=None, **more):
    """Decide, be refused, and see that nothing was stored."""
    before = Change.objects.count()
    with pytest.raises(DecidingError) as caught:
        decided(reading, user, decisions, **more)
    assert Change.objects.count() == before
    assert Reading.objects.get(pk=reading.pk).decided_at is None
    return {
        proposal: {field: [message for each in found for message in each.messages]
                   for field, found in fields.items()}
        for proposal, fields in caught.value.errors.items()
    }  # fmt: skip


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


def test_known_names_are_linked_and_one_of_several_is_chosen(editor):
    one, other = OrganizationFactory(), OrganizationFactory()
    candidates = tuple(f.Candidate(number=each.pk, name=each.name) for each in (one, other))
    several = f.OrganizationFinding(name="Arms", candidates=candidates, **at("Example Arms"))
    only = f.WeaponSystemFinding(
        name="Model 7",
        candidates=(f.Candidate(number=WeaponSystemFactory().pk, name="Model 7"),),
        **at("Model 7"),
    )
    reading = reading_of(f.Findings(organizations=(several,), weapon_systems=(only,), **kinds()))
    proposals = propose(reading)
    assert proposals["organizations.0"].final is None
    choice = OrganizationFinal(words="Example Arms", organization=other.pk)
    claim = decided(reading, editor, accepted(reading) | {"organizations.0": choice}).claim
    assert list(claim.organizations.all()) == [other]
    assert claim.weapon_systems.count() == 1
    reading.refresh_from_db()
    assert [each["decision"] for each in reading.decisions] == ["accepted"] * 4


def test_name_that_stands_twice_is_created_and_linked_once(editor):
    twice = tuple(f.OrganizationFinding(name=name, **at("Example Arms"))
                  for name in ("Example Arms", "EXAMPLE ARMS"))  # fmt: skip
    reading = reading_of(f.Findings(organizations=twice, **kinds()))
    claim = decided(reading, editor).claim
    assert Organization.objects.filter(name__iexact="example arms").count() == 1
    assert claim.organizations.count() == 1


def test_what_somebody_entered_before_stays(editor):
    state = StateFactory(country="SE")
    claim = ClaimFactory(text=TEXT, review_status="draft", countries=["SE"], organizations=[state])
    reading = reading_of(f.Findings(
        countries=(f.CountryFinding(country="FI", **at("Finland")),), **kinds()
    ), claim=claim)  # fmt: skip
    claim = decided(reading, editor).claim
    assert list(claim.country_links.values_list("country", flat=True)) == ["SE", "FI"]
    assert list(claim.organizations.all()) == [state]


def test_speaker_speaks_for_an_organization_of_the_text(editor):
    ministry = OrganizationFactory()
    found = f.OrganizationFinding(
        name="x", candidates=(f.Candidate(number=ministry.pk, name="x"),), **at("Example Arms")
    )
    speaker = f.SpeakerFinding(name="Ann Sample", organization=0, **at("Ann Sample"))
    reading = reading_of(f.Findings(organizations=(found,), speaker=speaker, **kinds()))
    assert decided(reading, editor).claim.said_by == ministry


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


def test_earlier_claim_is_said_to_be_updated(editor):
    earlier = ClaimFactory()
    reading = reading_of(f.Findings(**kinds()), earlier=earlier, similarity=90)
    claim = decided(reading, editor).claim
    assert list(claim.relations.values_list("kind", "other")) == [("updates", earlier.pk)]


@pytest.mark.parametrize("kind", [None, "corrects"])
def test_earlier_claim_is_related_as_decided(editor, kind):
    reading = reading_of(f.Findings(**kinds()), earlier=ClaimFactory(), similarity=90)
    final = RelationFinal(kind=kind) if kind else None
    claim = decided(reading, editor, accepted(reading) | {"earlier": final}).claim
    assert list(claim.relations.values_list("kind", flat=True)) == ([kind] if kind else [])


def test_subject_means_somebody_or_stays_open(editor):
    company = OrganizationFactory()
    subjects = tuple(f.SubjectFinding(**at(words)) for words in ("Finland", "Minister"))
    reading = reading_of(f.Findings(subjects=subjects, **kinds()))
    decisions = accepted(reading) | {"subjects.1": SubjectFinal(organization=company.pk)}
    assert list(decided(reading, editor, decisions).claim.organizations.all()) == [company]


def test_existing_agreement_is_linked(finland, editor):
    agreement = AgreementFactory()
    reading = reading_of(full())
    final = AgreementFinal(kind="loan", status="in_force", agreement=agreement.pk)
    claim = decided(reading, editor, accepted(reading) | {"agreement": final}).claim
    assert list(claim.agreements.all()) == [agreement]
    reading.refresh_from_db()
    assert (reading.labels["agreement"], reading.labels["agreement_status"]) == ("loan", "in_force")


def test_nothing_is_left_undecided_or_invented(finland, editor):
    reading = reading_of(full())
    decisions = accepted(reading) | {"kind": None, "dates.7": None}
    del decisions["measures.0"]
    assert refused(reading, editor, decisions) == {
        "": {"__all__": ["There is no proposal “dates.7”."]},
        "kind": {"__all__": ["No claim is without it: accept or change it."]},
        "measures.0": {"__all__": ["Not decided on yet."]},
    }


def test_errors_stand_beside_their_proposals(finland, editor):
    reading = reading_of(full())
    decisions = accepted(reading)
    decisions["agreement"] = None
    decisions["organizations.0"] = OrganizationFinal(words="x", organization=999)
    decisions["countries.0"] = CountryFinal(country="XX")
    decisions["measures.1"] = replace(decisions["measures.1"], qualifier="between")
    decisions["dates.0"] = DateFinal(words="x", edtf="2022-13", use="due")
    decisions["speaker"] = SpeakerFinal(name="x\0", organization=998)
    decisions["kind"] = KindFinal(kind="gossip")
    errors = refused(reading, editor, decisions)
    assert errors["organizations.0"] == {"organization": ["There is no organization ORG-999."]}
    assert list(errors["countries.0"]) == ["country"]
    assert errors["measures.1"] == {"__all__": ["“between” needs value_min and value_max."]}
    assert list(errors["dates.0"]) == ["edtf"]
    assert set(errors["speaker"]) == {"name", "organization"}
    assert list(errors["kind"]) == ["kind"]
    assert len(errors) == 6


def test_errors_of_new_records_stand_beside_their_proposals(finland, editor):
    reading = reading_of(full())
    decisions = accepted(reading)
    new = NewOrganization(name="", kind="guild", country="XX")
    decisions["organizations.0"] = OrganizationFinal(words="x", new=new)
    decisions["weapon_systems.0"] = WeaponSystemFinal(words="x")
    errors = refused(reading, editor, decisions)
    assert {key: set(fields) for key, fields in errors.items()} == {
        "organizations.0": {"name", "kind", "country"},
        "weapon_systems.0": {"weapon_system"},
    }


def test_party_that_was_dropped_is_asked_for(finland, editor):
    reading = reading_of(full())
    errors = refused(reading, editor, accepted(reading) | {"organizations.0": None})
    assert errors == {"agreement": {"parties.1.organization": [
        "The organization was dropped above: choose one here, or none."
    ]}}  # fmt: skip


def test_party_of_a_country_without_a_state_is_asked_for(editor):
    CategoryFactory(code="artillery")
    reading = reading_of(full())
    errors = refused(reading, editor)
    assert errors == {"agreement": {"parties.0.organization": ["Choose the organization."]}}


def test_two_dates_of_one_thing_are_refused(editor):
    dates = tuple(f.DateFinding(edtf=edtf, **at("Thursday")) for edtf in ("2022", "2023"))
    reading = reading_of(f.Findings(dates=dates, **kinds()))
    decisions = accepted(reading)
    assert [decisions[f"dates.{place}"].use for place in range(2)] == ["occurred", "other"]
    decisions["dates.1"] = replace(decisions["dates.1"], use="occurred")
    message = "Another proposal says this of the claim already: keep one."
    assert refused(reading, editor, decisions)["dates.1"]["edtf"] == [message]


def test_second_person_is_refused(finland, editor):
    reading = reading_of(full())
    decided(reading, editor)
    with pytest.raises(StaleRevisionError):
        decided(reading, UserFactory(role="editor"), revision=1)
    with pytest.raises(DecidingError, match="have been decided on"):
        decided(reading, editor, revision=2)
    assert Organization.objects.filter(name="Example Arms").count() == 1


def test_claim_that_is_reviewed_already_has_its_proposals_closed(editor):
    claim = ClaimFactory(text=TEXT, review_status="in_review")
    reading = reading_of(f.Findings(**kinds()), claim=claim)
    errors = refused(reading, editor)
    assert errors == {"": {"__all__": [
        f"The proposals for {claim.public_id} are closed: it is in review."
    ]}}  # fmt: skip


@pytest.mark.parametrize("role", ["viewer", ""])
def test_who_may_not_write_claims_may_not_decide(role):
    reading = reading_of(f.Findings(**kinds()))
    with pytest.raises(NotPermittedError):
        decided(reading, UserFactory(role=role))
    assert Claim.objects.get().revision == 1


def test_who_decided_and_submitted_does_not_publish(finland):
    person = UserFactory(role="reviewer")
    claim = decided(reading_of(f.Findings(**kinds())), person, submit=True).claim
    with pytest.raises(ReviewError) as caught:
        publish(record=claim, authorship=by(person))
    assert caught.value.code == "own_work"
    publish(record=claim, authorship=by(UserFactory(role="reviewer")))
    assert Claim.objects.get().review_status == "published"


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


@pytest.mark.parametrize("reason", ["x" * 1001, "a\x00b"])
def test_bad_reason_is_an_error_of_the_whole_once(finland, editor, reason):
    reading = reading_of(full())
    answer = Answer(decisions=accepted(reading), expected_revision=reading.claim.revision)
    authorship = replace(by(editor), reason=reason)
    with pytest.raises(DecidingError) as caught:
        decide(reading=reading, answer=answer, authorship=authorship)
    assert caught.value.errors.keys() == {""}
    assert Organization.objects.filter(name="Example Arms").count() == 0
