"""Decisions link what is on record, and draft what is not, once."""

import pytest

from records.ingest import findings as f
from records.models import Organization
from records.services.deciding.finals import (
    AgreementFinal,
    OrganizationFinal,
    RelationFinal,
    SubjectFinal,
)
from records.services.deciding.proposing import propose
from tests.factories import AgreementFactory, ClaimFactory, OrganizationFactory, WeaponSystemFactory
from tests.services.deciding.decisions import accepted, decided
from tests.services.deciding.findings import at, full, kinds, reading_of

pytestmark = pytest.mark.django_db


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


def test_speaker_speaks_for_an_organization_of_the_text(editor):
    ministry = OrganizationFactory()
    found = f.OrganizationFinding(
        name="x", candidates=(f.Candidate(number=ministry.pk, name="x"),), **at("Example Arms")
    )
    speaker = f.SpeakerFinding(name="Ann Sample", organization=0, **at("Ann Sample"))
    reading = reading_of(f.Findings(organizations=(found,), speaker=speaker, **kinds()))
    assert decided(reading, editor).claim.said_by == ministry


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
