"""The public shape of each record, whole: full and minimal."""

import json
from datetime import UTC, datetime
from decimal import Decimal

import pytest
import time_machine

from records.models.relations import record_models
from records.representations.rendering import SERIALIZERS
from tests.factories import (
    AgreementAreaFactory,
    AgreementEvidenceFactory,
    AgreementFactory,
    AgreementItemFactory,
    AgreementMilestoneFactory,
    AgreementPartyFactory,
    AgreementRelationFactory,
    CategoryFactory,
    CitationFactory,
    ClaimFactory,
    ClaimRelationFactory,
    MeasureFactory,
    OrganizationEvidenceFactory,
    OrganizationFactory,
    OrganizationIdentifierFactory,
    OrganizationNameFactory,
    SourceFactory,
    StateFactory,
    WeaponSystemEvidenceFactory,
    WeaponSystemFactory,
    WeaponSystemIdentifierFactory,
    WeaponSystemNameFactory,
)

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("_noon"),
]

NOON = "2025-04-04T12:00:00Z"
TAIL = {"review_status": "published", "revision": 1, "created_at": NOON, "updated_at": NOON}


@pytest.fixture
def _noon():
    with time_machine.travel(datetime(2025, 4, 4, 12, tzinfo=UTC), tick=False):
        yield


def document(record):
    """Read the stored document as what it holds."""
    return json.loads(type(record).objects.get(pk=record.pk).document)


def head(record, collection):
    return {"id": record.public_id, "url": f"/api/v1/{collection}/{record.public_id}/"}


def organization(record, **shown):
    return head(record, "organizations") | {
        "name": record.name, "kind": record.kind, "country": None,
    } | shown  # fmt: skip


def weapon_system(record, **shown):
    return head(record, "weapon-systems") | {
        "name": record.designation, "category": "artillery.towed",
    } | shown  # fmt: skip


def named(record, collection, name):
    return head(record, collection) | {"name": name, "kind": record.kind}


def evidence(claim, field, row=None, stance="supports", quote=None):
    return {
        "claim": named(claim, "claims", claim.text),
        "field": field,
        "row": row,
        "stance": stance,
        "quote": quote,
    }


def dated(edtf=None, earliest=None, latest=None, words=None, unresolved=None):
    return {
        "edtf": edtf,
        "earliest": earliest,
        "latest": latest,
        "words": words,
        "unresolved": unresolved,
    }


FEBRUARY = ("2024-02", "2024-02-01", "2024-02-29")
NO_MEASURE = {
    "metric": None,
    "weapon_system": None,
    "category": None,
    "object_words": None,
    "mode": None,
    "qualifier": "exact",
    "value": None,
    "value_min": None,
    "value_max": None,
    "precision": None,
    "unit_code": None,
    "unit_words": None,
    "currency": None,
    "period": None,
    "period_length": None,
    "baseline_period": None,
    "superlative": None,
    "temporal_mode": "actual",
    "due": None,
    "outcome": None,
    "derived": None,
}


def test_organization_in_full():
    claim = ClaimFactory(text="BAE stands for BAE Systems.")
    parent = StateFactory(country="GB", name="United Kingdom")
    made = OrganizationFactory(
        name="BAE Systems",
        kind="company",
        country="GB",
        parent=parent,
        website="https://www.baesystems.com",
        founded="1999-11",
        dissolved="2030~/..",
        names=[
            OrganizationNameFactory.build(text="BAE", kind="acronym", language="en"),
            OrganizationNameFactory.build(text="БАЕ Системз", kind="transliteration"),
        ],
        identifiers=[
            OrganizationIdentifierFactory.build(scheme="lei", value="8SVCSVKSGDWMW2QHOH83"),
        ],
        evidence=[
            OrganizationEvidenceFactory.build(claim=claim, field="names", row="BAE/en/acronym"),
            OrganizationEvidenceFactory.build(claim=claim, field="names", quote="Its names."),
        ],
    )

    assert document(made) == {
        **head(made, "organizations"),
        "name": "BAE Systems",
        "names": [
            {"text": "BAE", "language": "en", "kind": "acronym"},
            {"text": "БАЕ Системз", "language": None, "kind": "transliteration"},
        ],
        "identifiers": [{"scheme": "lei", "value": "8SVCSVKSGDWMW2QHOH83"}],
        "kind": "company",
        "country": "GB",
        "parent": organization(parent, country="GB"),
        "website": "https://www.baesystems.com",
        "founded": dated("1999-11", "1999-11-01", "1999-11-30"),
        "dissolved": dated("2030~/..", "2030-01-01", None),
        "evidence": [
            evidence(claim, "names", "BAE/en/acronym"),
            evidence(claim, "names", quote="Its names."),
        ],
        **TAIL,
    }


def test_organization_at_its_least():
    made = OrganizationFactory(name="Ukrposhta", kind="state_owned_enterprise")

    assert document(made) == {
        **head(made, "organizations"),
        "name": "Ukrposhta",
        "names": [],
        "identifiers": [],
        "kind": "state_owned_enterprise",
        "country": None,
        "parent": None,
        "website": None,
        "founded": None,
        "dissolved": None,
        "evidence": [],
        **TAIL,
    }


def test_weapon_system_in_full():
    family = WeaponSystemFactory(
        designation="L118", category=CategoryFactory(code="artillery.towed")
    )
    maker = OrganizationFactory(name="BAE Systems", country="GB")
    claim = ClaimFactory(text="BAE Systems makes it.")
    made = WeaponSystemFactory(
        designation="L119",
        category=CategoryFactory(code="artillery.towed"),
        variant_of=family,
        origin="GB",
        caliber_mm=Decimal(105),
        development_status="production",
        manufacturers=[maker],
        names=[WeaponSystemNameFactory.build(text="Light Gun", kind="short", language="en")],
        identifiers=[WeaponSystemIdentifierFactory.build(scheme="wikidata", value="Q1799134")],
        evidence=[
            WeaponSystemEvidenceFactory.build(
                claim=claim, field="manufacturers", row=maker.public_id
            )
        ],
    )

    assert document(made) == {
        **head(made, "weapon-systems"),
        "designation": "L119",
        "names": [{"text": "Light Gun", "language": "en", "kind": "short"}],
        "identifiers": [{"scheme": "wikidata", "value": "Q1799134"}],
        "category": "artillery.towed",
        "variant_of": weapon_system(family),
        "origin": "GB",
        "manufacturers": [organization(maker, country="GB")],
        "caliber_mm": "105",
        "development_status": "production",
        "evidence": [evidence(claim, "manufacturers", maker.public_id)],
        **TAIL,
    }


def test_weapon_system_at_its_least():
    made = WeaponSystemFactory(designation="L118", category=CategoryFactory(code="artillery"))

    assert document(made) == {
        **head(made, "weapon-systems"),
        "designation": "L118",
        "names": [],
        "identifiers": [],
        "category": "artillery",
        "variant_of": None,
        "origin": None,
        "manufacturers": [],
        "caliber_mm": None,
        "development_status": "unknown",
        "evidence": [],
        **TAIL,
    }


def test_source_in_full():
    made = SourceFactory(
        title="Defense cooperation digest",
        publisher="Ministry of Defence",
        kind="digest",
        url="https://example.org/digest",
        archived_url="https://archive.example.org/digest",
        published="2024-04",
        retrieved="2025-04-04",
        language="en-GB",
        sha256="ab" * 32,
        reliability="B",
        origin_group="press-release-7",
    )

    assert document(made) == {
        **head(made, "sources"),
        "title": "Defense cooperation digest",
        "publisher": "Ministry of Defence",
        "kind": "digest",
        "original_url": "https://example.org/digest",
        "archived_url": "https://archive.example.org/digest",
        "published": dated("2024-04", "2024-04-01", "2024-04-30"),
        "retrieved": dated("2025-04-04", "2025-04-04", "2025-04-04"),
        "language": "en-GB",
        "sha256": "ab" * 32,
        "reliability": "B",
        "origin_group": "press-release-7",
        **TAIL,
    }


def test_source_at_its_least():
    made = SourceFactory(title="Digest")

    assert document(made) == {
        **head(made, "sources"),
        "title": "Digest",
        "publisher": None,
        "kind": "newspaper",
        "original_url": None,
        "archived_url": None,
        "published": None,
        "retrieved": None,
        "language": None,
        "sha256": None,
        "reliability": "F",
        "origin_group": None,
        **TAIL,
    }


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


def test_claim_in_full():
    speaker = OrganizationFactory(
        name="Ukrzaliznytsia", kind="state_owned_enterprise", country="UA"
    )
    source = SourceFactory(title="Digest", kind="digest")
    agreement = AgreementFactory(title="Framework", kind="framework_agreement")
    gun = WeaponSystemFactory(designation="L119", category=CategoryFactory(code="artillery.towed"))
    earlier = ClaimFactory(text="Earlier.", kind="other")
    made = ClaimFactory(
        text="14.5 million tons were carried in February 2024, a record, 30% up on a year before.",
        language="en",
        kind="trade_or_logistics_volume",
        modality="official_statement",
        said_by=speaker,
        speaker_name="A. Person",
        speaker_title="Chief executive",
        occurred="2024-02",
        occurred_words="in February 2024",
        due_words="soon",
        due_unresolved="ambiguous",
        outcome="open",
        credibility="2",
        agreements=[agreement],
        organizations=[speaker],
        weapon_systems=[gun],
        categories=[gun.category],
        countries=["UA", "GB"],
        measures=[
            MeasureFactory.build(
                metric="cargo_volume", object_words="cargo", qualifier="about",
                value=Decimal(14500000), precision=Decimal(100000), unit_code="TNE",
                unit_words="tons", period="2024-02", period_words="February 2024",
                superlative="record",
            ),
            MeasureFactory.build(
                metric="cargo_volume", object_words="cargo", mode="percent_change",
                value=Decimal(30), precision=Decimal(1), period="2024-02",
                baseline_period="2023-02", baseline_words="a year before",
            ),
            MeasureFactory.build(
                metric="funding", value=None, value_min=Decimal("1.5"), value_max=Decimal(2),
                qualifier="between", currency="EUR", weapon_system=gun, category=gun.category,
                period_length="P6M", period_unresolved="anchor_unknown", temporal_mode="target",
                due="2025", outcome="open",
            ),
        ],
        citations=[
            CitationFactory.build(source=source, locator="line 11", quote="14.5 million tons"),
        ],
        relations=[ClaimRelationFactory.build(kind="updates", other=earlier)],
    )  # fmt: skip

    assert document(made) == {
        **head(made, "claims"),
        "text": made.text,
        "language": "en",
        "kind": "trade_or_logistics_volume",
        "modality": "official_statement",
        "said_by": organization(speaker, country="UA"),
        "speaker_name": "A. Person",
        "speaker_title": "Chief executive",
        "occurred": dated(*FEBRUARY, words="in February 2024"),
        "due": dated(words="soon", unresolved="ambiguous"),
        "outcome": "open",
        "credibility": "2",
        "agreements": [named(agreement, "agreements", "Framework")],
        "organizations": [organization(speaker, country="UA")],
        "weapon_systems": [weapon_system(gun)],
        "categories": ["artillery.towed"],
        "countries": ["UA", "GB"],
        "measures": [
            NO_MEASURE
            | {
                "metric": "cargo_volume",
                "object_words": "cargo",
                "mode": "absolute",
                "qualifier": "about",
                "value": "14500000",
                "precision": "100000",
                "unit_code": "TNE",
                "unit_words": "tons",
                "period": dated(*FEBRUARY, words="February 2024"),
                "superlative": "record",
            },
            NO_MEASURE
            | {
                "metric": "cargo_volume",
                "object_words": "cargo",
                "mode": "percent_change",
                "value": "30",
                "precision": "1",
                "period": dated(*FEBRUARY),
                "baseline_period": dated(
                    "2023-02", "2023-02-01", "2023-02-28", words="a year before"
                ),
                "derived": {
                    "target": "baseline",
                    "min": "11072796.934865",
                    "max": "11235521.235522",
                    "unit_code": "TNE",
                    "currency": None,
                    "inputs": [0],
                    "reason": None,
                },
            },
            NO_MEASURE
            | {
                "metric": "funding",
                "weapon_system": weapon_system(gun),
                "category": "artillery.towed",
                "mode": "absolute",
                "qualifier": "between",
                "value_min": "1.5",
                "value_max": "2",
                "currency": "EUR",
                "period": dated(unresolved="anchor_unknown"),
                "period_length": "P6M",
                "temporal_mode": "target",
                "due": dated("2025", "2025-01-01", "2025-12-31"),
                "outcome": "open",
            },
        ],
        "citations": [
            {
                "source": named(source, "sources", "Digest"),
                "locator": "line 11",
                "quote": "14.5 million tons",
            }
        ],
        "relations": [{"kind": "updates", "claim": named(earlier, "claims", "Earlier.")}],
        **TAIL,
    }


def test_claim_at_its_least():
    source = SourceFactory(title="Digest", kind="digest")
    made = ClaimFactory(
        text="They met.",
        kind="consultation",
        citations=[CitationFactory.build(source=source, locator="")],
    )

    assert document(made) == {
        **head(made, "claims"),
        "text": "They met.",
        "language": "en",
        "kind": "consultation",
        "modality": "reported",
        "said_by": None,
        "speaker_name": None,
        "speaker_title": None,
        "occurred": None,
        "due": None,
        "outcome": None,
        "credibility": "6",
        "agreements": [],
        "organizations": [],
        "weapon_systems": [],
        "categories": [],
        "countries": [],
        "measures": [],
        "citations": [
            {"source": named(source, "sources", "Digest"), "locator": None, "quote": None}
        ],
        "relations": [],
        **TAIL,
    }


def test_every_record_has_a_renderer():
    assert SERIALIZERS.keys() == set(record_models())


@pytest.mark.parametrize("model", SERIALIZERS, ids=lambda model: model.__name__)
def test_no_field_hides_another(model):
    """A field named twice is shown once, and one of the two is lost."""
    fields = SERIALIZERS[model].Meta.fields

    assert len(fields) == len(set(fields))
