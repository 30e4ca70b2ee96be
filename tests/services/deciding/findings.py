"""Readings of one sentence, with findings as the finders give them."""

from decimal import Decimal

from records.enums import (
    AgreementKind,
    AgreementStatus,
    Channel,
    ClaimKind,
    MeasureMode,
    Modality,
    OrganizationKind,
    PartyRole,
    Qualifier,
)
from records.ingest import findings as f
from records.ingest.documents import to_document
from records.services.authorship import Authorship
from records.services.deciding.deciding import Answer, decide
from records.services.deciding.proposing import propose
from tests.factories import ClaimFactory, ReadingFactory, UserFactory

TEXT = (
    "Finland and Example Arms signed a $9.4 billion contract for 64 Model 7 howitzers on Thursday, "
    "Minister Ann Sample said."
)


def at(words, text=TEXT, confidence=0.9, rule="test.rule"):
    """Say where words of the text stand."""
    start = text.index(words)
    return {"start": start, "end": start + len(words), "rule": rule, "confidence": confidence}


def kinds(text=TEXT):
    whole = {"start": 0, "end": len(text), "rule": "default", "confidence": 0.5}
    return {
        "kind": f.KindFinding(kind=ClaimKind.AGREEMENT_EVENT, **whole),
        "modality": f.ModalityFinding(modality=Modality.OFFICIAL_STATEMENT, **whole),
    }


def full(**more):
    """Everything that the sentence says, with nobody in the register but the state."""
    howitzers = at("64 Model 7 howitzers")
    values = {
        "countries": (f.CountryFinding(country="FI", **at("Finland")),),
        "organizations": (
            f.OrganizationFinding(
                name="Example Arms", kind=OrganizationKind.COMPANY, **at("Example Arms")
            ),
        ),
        "weapon_systems": (
            f.WeaponSystemFinding(name="Model 7", category="artillery", **at("Model 7")),
        ),
        "categories": (f.CategoryFinding(category="artillery", **at("howitzers")),),
        "measures": (
            f.MeasureFinding(
                mode=MeasureMode.ABSOLUTE, qualifier=Qualifier.EXACT, value=Decimal(9400000000),
                precision=Decimal(100_000_000), currency="USD", **at("$9.4 billion"),
            ),
            f.MeasureFinding(
                mode=MeasureMode.ABSOLUTE, qualifier=Qualifier.EXACT, value=Decimal(64),
                precision=Decimal(1), unit="howitzer", unit_words="Model 7 howitzers", **howitzers,
            ),
        ),
        "dates": (f.DateFinding(edtf="2022-02-10", **at("on Thursday")),),
        "speaker": f.SpeakerFinding(name="Ann Sample", title="Minister", **at("Ann Sample")),
        "agreement": f.AgreementFinding(
            kind=AgreementKind.PROCUREMENT_CONTRACT,
            status=AgreementStatus.SIGNED,
            parties=(
                f.PartyFinding(role=PartyRole.BUYER, country="FI", **at("Finland")),
                f.PartyFinding(role=PartyRole.SUPPLIER, organization=0, **at("Example Arms")),
            ),
            **at("signed"),
        ),
    }  # fmt: skip
    return f.Findings(**(kinds() | values | more))


def reading_of(findings, text=TEXT, **columns):
    """Store a draft with a reading of its text."""
    columns = {"published": "2022-02-11"} | columns
    if "claim" not in columns:
        columns["claim"] = ClaimFactory(text=text, review_status="draft")
    return ReadingFactory(findings=to_document(findings), **columns)


def decide_on(findings, *, drop=(), add=(), **columns):
    """Store a reading and what an editor decided on it."""
    reading = reading_of(findings, **columns)
    decisions = {key: None if key in drop else proposal.final
                 for key, proposal in propose(reading).items()}  # fmt: skip
    answer = Answer(decisions=decisions, additions=add, expected_revision=reading.claim.revision)
    editor = UserFactory(role="editor")
    authorship = Authorship(channel=Channel.ADMIN, actor=editor, reason="A test.")
    return decide(reading=reading, answer=answer, authorship=authorship)
