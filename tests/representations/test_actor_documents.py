"""Organizations, weapon systems and sources as the public sees them, in full and at their least."""

from decimal import Decimal

import pytest

from tests.factories import (
    CategoryFactory,
    ClaimFactory,
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
from tests.representations.shown import (
    TAIL,
    dated,
    document,
    evidence,
    head,
    organization,
    weapon_system,
)

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("_noon"),
]


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
