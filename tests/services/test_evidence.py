"""Evidence is about something that the record says, and stays so."""

import pytest
from django.core.exceptions import ValidationError

from records.enums import ReviewStatus
from records.models import Agreement, AgreementEvidence
from records.representations.facts import FACTS
from tests.factories import (
    AgreementAreaFactory,
    AgreementEvidenceFactory,
    AgreementFactory,
    AgreementMilestoneFactory,
    AgreementPartyFactory,
    ClaimFactory,
    OrganizationEvidenceFactory,
    OrganizationFactory,
    OrganizationNameFactory,
)
from tests.support.references import FACTORIES
from tests.support.writing import store

pytestmark = pytest.mark.django_db


def refused(record, **owned):
    """Return path, code and text of what a write is refused for."""
    with pytest.raises(ValidationError) as raised:
        store(record=record, owned=owned)
    return [
        (path, error.code, error.messages[0])
        for path, errors in raised.value.error_dict.items()
        for error in errors
    ]


@pytest.mark.parametrize(
    ("model", "field"),
    [(model, field) for model, fields in FACTS.items() for field in fields],
    ids=lambda each: each if isinstance(each, str) else each.__name__,
)
def test_evidence_is_about_every_field_that_says_something(model, field):
    row = FACTORIES[model._meta.get_field("evidence").related_model]

    stored = row(field=field)

    assert stored.field == field


def test_field_that_does_not_exist_is_refused():
    agreement = AgreementFactory()
    rows = [AgreementEvidenceFactory.build(), AgreementEvidenceFactory.build(field="parteis")]

    assert refused(agreement, evidence=rows) == [
        (
            "evidence.1.field",
            "unknown_field",
            (
                "Claims bear out no field 'parteis'; name one of title, kind, status, areas, "
                "summary, parties, items, value, place, milestones, relations."
            ),
        )
    ]


@pytest.mark.parametrize("field", ["id", "url", "review_status", "revision", "evidence"])
def test_field_that_states_no_fact_is_refused(field):
    rows = [AgreementEvidenceFactory.build(field=field)]

    ((path, code, _),) = refused(AgreementFactory(), evidence=rows)

    assert (path, code) == ("evidence.0.field", "unknown_field")


def test_row_that_does_not_exist_is_refused():
    party = AgreementPartyFactory.build(role="host")
    agreement = AgreementFactory(parties=[party])
    rows = [AgreementEvidenceFactory.build(field="parties", row="ORG-999/host")]

    assert refused(agreement, evidence=rows) == [
        (
            "evidence.0.row",
            "unknown_row",
            (
                "Parties have no row 'ORG-999/host'; name one of: "
                f"{party.organization.public_id}/host."
            ),
        )
    ]


def test_row_of_an_empty_list_is_refused():
    rows = [AgreementEvidenceFactory.build(field="areas", row="training")]

    assert refused(AgreementFactory(), evidence=rows) == [
        (
            "evidence.0.row",
            "unknown_row",
            "Areas have no row 'training'; name one of: there is none.",
        )
    ]


def test_row_of_a_plain_field_is_refused():
    rows = [AgreementEvidenceFactory.build(field="title", row="Title")]

    assert refused(AgreementFactory(), evidence=rows) == [
        ("evidence.0.row", "no_rows", "“title” is one value and has no rows; leave the row empty.")
    ]


def test_same_claim_about_the_same_is_refused():
    claim = ClaimFactory()
    rows = [AgreementEvidenceFactory.build(claim=claim, stance=stance)
            for stance in ("supports", "contradicts")]  # fmt: skip

    ((path, code, _),) = refused(AgreementFactory(), evidence=rows)

    assert (path, code) == ("evidence.1", "duplicate")


def test_row_that_evidence_names_is_not_taken_away():
    agreement = AgreementFactory(
        areas=[AgreementAreaFactory.build(area="procurement")],
        evidence=[AgreementEvidenceFactory.build(field="areas", row="procurement")],
    )
    before = Agreement.objects.values().get()

    ((path, code, _),) = refused(agreement, areas=[])

    assert (path, code) == ("evidence.0.row", "unknown_row")
    assert Agreement.objects.values().get() == before
    assert agreement.areas.count() == 1


def test_row_and_its_evidence_change_together():
    agreement = AgreementFactory(
        milestones=[AgreementMilestoneFactory.build(date="2024-02")],
        evidence=[AgreementEvidenceFactory.build(field="milestones", row="signature/2024-02")],
    )
    claim = agreement.evidence.get().claim

    store(
        record=agreement,
        owned={
            "milestones": [AgreementMilestoneFactory.build(date="2024-02-29")],
            "evidence": [
                AgreementEvidenceFactory.build(
                    claim=claim, field="milestones", row="signature/2024-02-29"
                )
            ],
        },
    )

    assert agreement.evidence.get().row == "signature/2024-02-29"


def test_evidence_survives_reordering():
    names = [OrganizationNameFactory.build(text=text) for text in ("One", "Two")]
    organization = OrganizationFactory(
        names=names, evidence=[OrganizationEvidenceFactory.build(field="names", row="Two/short")]
    )

    store(record=organization, owned={"names": names[::-1]})

    assert organization.evidence.get().row == "Two/short"


def test_reordered_evidence_keeps_its_keys():
    rows = [AgreementEvidenceFactory.build() for _ in range(2)]
    agreement = AgreementFactory(evidence=rows)
    numbers = {row.claim_id: row.pk for row in agreement.evidence.all()}

    store(record=agreement, owned={"evidence": rows[::-1]})

    assert [row.claim_id for row in agreement.evidence.all()] == [
        row.claim_id for row in rows[::-1]
    ]
    assert {row.claim_id: row.pk for row in AgreementEvidence.objects.all()} == numbers


def test_published_record_takes_no_draft_claim_as_evidence():
    draft = ClaimFactory(review_status=ReviewStatus.DRAFT)
    rows = [AgreementEvidenceFactory.build(claim=draft)]

    ((path, code, text),) = refused(AgreementFactory(), evidence=rows)

    assert (path, code) == ("__all__", "refers_to_unpublished")
    assert draft.public_id in text
