"""Agreements as the public sees them, in full and at their least."""

from decimal import Decimal

import pytest

from tests.factories import (
    AgreementAreaFactory,
    AgreementEvidenceFactory,
    AgreementFactory,
    AgreementItemFactory,
    AgreementMilestoneFactory,
    AgreementPartyFactory,
    AgreementRelationFactory,
    CategoryFactory,
    ClaimFactory,
    OrganizationFactory,
    StateFactory,
    WeaponSystemFactory,
)
from tests.representations.shown import (
    TAIL,
    dated,
    document,
    evidence,
    head,
    named,
    organization,
    weapon_system,
)

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("_noon"),
]


def test_agreement_in_full():
    kingdom = StateFactory(country="GB", name="United Kingdom")
    maker = OrganizationFactory(name="BAE Systems", country="GB")
    gun = WeaponSystemFactory(designation="L119", category=CategoryFactory(code="artillery.towed"))
    claim = ClaimFactory(text="They have signed.", kind="agreement_event")
    frame = AgreementFactory(title="Framework", kind="framework_agreement")
    made = AgreementFactory(
        title="Repair of L119 guns",
        kind="maintenance_contract",
        status="signed",
        summary="BAE Systems repairs L119 guns in Ukraine.",
        value_amount=Decimal("1500000.50"),
        value_currency="GBP",
        place="UA",
        areas=[
            AgreementAreaFactory.build(area="maintenance"),
            AgreementAreaFactory.build(area="industrial_production"),
        ],
        parties=[
            AgreementPartyFactory.build(
                organization=kingdom, role="funder", signatory_name="A. Person",
                signatory_title="Minister",
            ),
            AgreementPartyFactory.build(organization=maker, role="performer"),
        ],
        items=[
            AgreementItemFactory.build(
                weapon_system=gun, words="", activity="maintenance_repair", quantity=Decimal(50),
                unit="guns",
            ),
            AgreementItemFactory.build(
                category=gun.category, words="light guns", activity="training"
            ),
        ],
        milestones=[
            AgreementMilestoneFactory.build(kind="signature", date="2024-03-28", claim=claim),
            AgreementMilestoneFactory.build(kind="entry_into_force"),
        ],
        relations=[AgreementRelationFactory.build(kind="implements", other=frame)],
        evidence=[
            AgreementEvidenceFactory.build(claim=claim, field="value", stance="contradicts"),
            AgreementEvidenceFactory.build(
                claim=claim, field="parties", row=f"{maker.public_id}/performer"
            ),
        ],
    )  # fmt: skip

    assert document(made) == {
        **head(made, "agreements"),
        "title": "Repair of L119 guns",
        "kind": "maintenance_contract",
        "status": "signed",
        "areas": ["maintenance", "industrial_production"],
        "summary": "BAE Systems repairs L119 guns in Ukraine.",
        "parties": [
            {
                "organization": organization(kingdom, country="GB"),
                "role": "funder",
                "signatory_name": "A. Person",
                "signatory_title": "Minister",
            },
            {
                "organization": organization(maker, country="GB"),
                "role": "performer",
                "signatory_name": None,
                "signatory_title": None,
            },
        ],
        "items": [
            {
                "weapon_system": weapon_system(gun),
                "category": None,
                "words": None,
                "activity": "maintenance_repair",
                "quantity": "50",
                "unit": "guns",
            },
            {
                "weapon_system": None,
                "category": "artillery.towed",
                "words": "light guns",
                "activity": "training",
                "quantity": None,
                "unit": None,
            },
        ],
        "value": {"amount": "1500000.5", "currency": "GBP"},
        "place": "UA",
        "milestones": [
            {
                "kind": "signature",
                "date": dated("2024-03-28", "2024-03-28", "2024-03-28"),
                "claim": named(claim, "claims", "They have signed."),
            },
            {"kind": "entry_into_force", "date": None, "claim": None},
        ],
        "relations": [{"kind": "implements", "agreement": named(frame, "agreements", "Framework")}],
        "evidence": [
            evidence(claim, "value", stance="contradicts"),
            evidence(claim, "parties", f"{maker.public_id}/performer"),
        ],
        **TAIL,
    }


def test_agreement_at_its_least():
    made = AgreementFactory(title="Framework", kind="framework_agreement")

    assert document(made) == {
        **head(made, "agreements"),
        "title": "Framework",
        "kind": "framework_agreement",
        "status": "unknown",
        "areas": [],
        "summary": None,
        "parties": [],
        "items": [],
        "value": None,
        "place": None,
        "milestones": [],
        "relations": [],
        "evidence": [],
        **TAIL,
    }
