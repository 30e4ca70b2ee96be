"""Findings are written down and read back exactly."""

import json
from dataclasses import fields
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from records.enums import (
    AgreementKind,
    AgreementStatus,
    ClaimKind,
    MeasureMode,
    Modality,
    OrganizationKind,
    PartyRole,
    Qualifier,
    Unresolved,
)
from records.ingest.documents import from_document, to_document
from records.ingest.findings import (
    AgreementFinding,
    Candidate,
    DateFinding,
    Findings,
    KindFinding,
    MeasureFinding,
    ModalityFinding,
    OrganizationFinding,
    PartyFinding,
    SpeakerFinding,
    WeaponSystemFinding,
)
from records.values.public_ids import MAX_NUMBER

AT = {"start": 0, "end": 4, "rule": "a.rule", "confidence": 0.5}
WRITTEN = {"start": 0, "end": 4, "rule": "a.rule", "confidence": 0.5}

st.register_type_strategy(float, st.floats(0, 1))
st.register_type_strategy(Decimal, st.decimals(allow_nan=False, allow_infinity=False, places=4))
st.register_type_strategy(int, st.integers(1, MAX_NUMBER))


@given(st.from_type(Findings))
def test_findings_are_read_back_as_they_were(findings):
    document = json.loads(json.dumps(to_document(findings)))
    assert from_document(document) == findings


def test_document_of_findings_is_written_in_full():
    findings = Findings(
        kind=KindFinding(kind=ClaimKind.ORDER, **AT),
        modality=ModalityFinding(modality=Modality.PLAN, **AT),
        organizations=(
            OrganizationFinding(
                name="Northern Works", candidates=(Candidate(number=7, name="Northern Works AS"),),
                kind=OrganizationKind.COMPANY, country="NO", **AT,
            ),
        ),
        weapon_systems=(
            WeaponSystemFinding(name="K-1", candidates=(Candidate(number=3, name="K-1"),), **AT),
        ),
        measures=(
            MeasureFinding(
                mode=MeasureMode.ABSOLUTE, qualifier=Qualifier.ABOUT, value=Decimal("1.5E+7"),
                unit="tank", **AT,
            ),
        ),
        dates=(DateFinding(edtf="", unresolved=Unresolved.ANCHOR_UNKNOWN, **AT),),
        speaker=SpeakerFinding(title="minister", organization=0, **AT),
        agreement=AgreementFinding(
            kind=AgreementKind.SALE_NOTIFICATION, status=AgreementStatus.SIGNED,
            parties=(PartyFinding(role=PartyRole.SUPPLIER, organization=0, **AT),), **AT,
        ),
    )  # fmt: skip
    assert to_document(findings) == {
        "kind": {"id": "kind", **WRITTEN, "kind": "order"},
        "modality": {"id": "modality", **WRITTEN, "modality": "plan"},
        "countries": [],
        "organizations": [
            {
                "id": "organizations.0", **WRITTEN, "name": "Northern Works",
                "candidates": [{"id": "ORG-7", "name": "Northern Works AS"}],
                "kind": "company", "country": "NO", "why_open": "",
            },
        ],
        "weapon_systems": [
            {
                "id": "weapon_systems.0", **WRITTEN, "name": "K-1",
                "candidates": [{"id": "WPN-3", "name": "K-1"}], "category": "",
            },
        ],
        "categories": [],
        "measures": [
            {
                "id": "measures.0", **WRITTEN, "mode": "absolute", "qualifier": "about",
                "value": "15000000", "value_min": None, "value_max": None, "precision": None,
                "unit": "tank", "unit_words": "", "currency": "", "direction": "",
                "superlative": None,
            },
        ],
        "dates": [{"id": "dates.0", **WRITTEN, "edtf": "", "unresolved": "anchor_unknown"}],
        "speaker": {
            "id": "speaker", **WRITTEN, "name": "", "title": "minister",
            "organization": "organizations.0", "country": "",
        },
        "agreement": {
            "id": "agreement", **WRITTEN, "kind": "sale_notification", "status": "signed",
            "parties": [
                {
                    "id": "agreement.parties.0", **WRITTEN, "role": "supplier", "country": "",
                    "organization": "organizations.0",
                },
            ],
        },
        "subjects": [],
    }  # fmt: skip


def test_document_from_before_a_field_existed_gives_its_default():
    findings = Findings(
        kind=KindFinding(kind=ClaimKind.ORDER, **AT),
        modality=ModalityFinding(modality=Modality.PLAN, **AT),
    )
    required = {"kind", "modality"}
    optional = {each.name for each in fields(Findings)} - required
    document = {name: value for name, value in to_document(findings).items()
                if name not in optional}  # fmt: skip
    assert from_document(document) == findings
