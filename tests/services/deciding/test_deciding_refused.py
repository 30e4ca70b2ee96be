"""Decisions that are refused, and what is said of each."""

from dataclasses import replace

import pytest

from records.ingest import findings as f
from records.models import Claim, Organization
from records.services.deciding.deciding import Answer, decide
from records.services.deciding.errors import DecidingError
from records.services.deciding.finals import (
    CountryFinal,
    DateFinal,
    KindFinal,
    NewOrganization,
    OrganizationFinal,
    SpeakerFinal,
    WeaponSystemFinal,
)
from records.services.errors import NotPermittedError, ReviewError, StaleRevisionError
from records.services.review import publish
from tests.factories import CategoryFactory, ClaimFactory, UserFactory
from tests.services.deciding.decisions import accepted, by, decided, refused
from tests.services.deciding.findings import TEXT, at, full, kinds, reading_of

pytestmark = pytest.mark.django_db


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


@pytest.mark.parametrize("reason", ["x" * 1001, "a\x00b"])
def test_bad_reason_is_an_error_of_the_whole_once(finland, editor, reason):
    reading = reading_of(full())
    answer = Answer(decisions=accepted(reading), expected_revision=reading.claim.revision)
    authorship = replace(by(editor), reason=reason)
    with pytest.raises(DecidingError) as caught:
        decide(reading=reading, answer=answer, authorship=authorship)
    assert caught.value.errors.keys() == {""}
    assert Organization.objects.filter(name="Example Arms").count() == 0
