"""Evidence goes with what it is about when records are merged."""

import pytest

from records.services.merging import merge_records
from tests.factories import (
    AgreementEvidenceFactory,
    AgreementFactory,
    AgreementItemFactory,
    AgreementPartyFactory,
    AgreementRelationFactory,
    ClaimFactory,
    OrganizationEvidenceFactory,
    OrganizationFactory,
    OrganizationIdentifierFactory,
    OrganizationNameFactory,
    WeaponSystemEvidenceFactory,
    WeaponSystemFactory,
    WeaponSystemManufacturerFactory,
)
from tests.support.writing import AUTHORSHIP

pytestmark = pytest.mark.django_db


def merge(survivor, merged, **choices):
    merge_records(survivor=survivor, merged=merged, choices=choices, authorship=AUTHORSHIP)


def about(record):
    return [(row.field, row.row) for row in record.evidence.all()]


def test_evidence_about_a_row_follows_what_the_row_names():
    survivor, merged = OrganizationFactory(), OrganizationFactory()
    old, new = merged.public_id, survivor.public_id
    agreement = AgreementFactory(
        parties=[AgreementPartyFactory.build(organization=merged, role="host")],
        items=[AgreementItemFactory.build(words=old)],
        evidence=[
            AgreementEvidenceFactory.build(field="parties", row=f"{old}/host"),
            AgreementEvidenceFactory.build(field="items", row=f"supply/{old}"),
        ],
    )
    system = WeaponSystemFactory(
        manufacturer_links=[WeaponSystemManufacturerFactory.build(organization=merged)],
        evidence=[WeaponSystemEvidenceFactory.build(field="manufacturers", row=old)],
    )

    merge(survivor, merged)

    assert about(agreement) == [("parties", f"{new}/host"), ("items", f"supply/{old}")]
    assert about(system) == [("manufacturers", new)]


def test_survivor_takes_the_evidence_of_both():
    both = ClaimFactory()
    survivor = OrganizationFactory(
        country="UA",
        evidence=[OrganizationEvidenceFactory.build(field="country", claim=both)],
    )
    merged = OrganizationFactory(
        country="UA",
        names=[OrganizationNameFactory.build(text="Plant")],
        identifiers=[OrganizationIdentifierFactory.build(value="Q1")],
        evidence=[
            OrganizationEvidenceFactory.build(field="country", claim=both),
            OrganizationEvidenceFactory.build(field="country"),
            OrganizationEvidenceFactory.build(field="names", row="Plant/short"),
            OrganizationEvidenceFactory.build(field="identifiers", row="wikidata/Q1"),
        ],
    )

    merge(survivor, merged)

    assert about(survivor) == [
        ("country", ""),
        ("country", ""),
        ("names", "Plant/short"),
        ("identifiers", "wikidata/Q1"),
    ]


@pytest.mark.parametrize(("side", "left"), [("survivor", 0), ("merged", 1)])
def test_evidence_about_a_value_that_was_not_chosen_is_dropped(side, left):
    claims = ClaimFactory(), ClaimFactory()
    one, other = (
        OrganizationFactory(
            kind=kind, evidence=[OrganizationEvidenceFactory.build(field="kind", claim=claim)]
        )
        for kind, claim in zip(("agency", "ministry"), claims, strict=True)
    )

    merge(one, other, kind=side)

    assert [row.claim for row in one.evidence.all()] == [claims[left]]


def test_evidence_about_a_relation_to_itself_is_dropped():
    merged = AgreementFactory()
    survivor = AgreementFactory(
        relations=[AgreementRelationFactory.build(kind="amends", other=merged)],
        evidence=[
            AgreementEvidenceFactory.build(field="relations", row=f"amends/{merged.public_id}")
        ],
    )

    merge(survivor, merged)

    assert about(survivor) == []


def test_claims_of_evidence_are_merged():
    survivor, merged = ClaimFactory(), ClaimFactory()
    organization = OrganizationFactory(
        evidence=[
            OrganizationEvidenceFactory.build(claim=survivor),
            OrganizationEvidenceFactory.build(claim=merged, quote="The same."),
            OrganizationEvidenceFactory.build(claim=merged, field="kind"),
        ]
    )

    merge(survivor, merged)

    assert [(row.claim, row.field) for row in organization.evidence.all()] == [
        (survivor, "name"),
        (survivor, "kind"),
    ]
