"""A body of each resource that fills every member, with what its document must show."""

from tests.factories import (
    AgreementFactory,
    CategoryFactory,
    ClaimFactory,
    OrganizationFactory,
    SourceFactory,
    WeaponSystemFactory,
)


def _evidence(field):
    return {
        "claim": ClaimFactory().public_id,
        "field": field,
        "row": None,
        "stance": "contradicts",
        "quote": "The words.",
    }


def organization():
    return {
        "name": "Accord Works",
        "names": [{"text": "Works", "language": "en", "kind": "short"}],
        "identifiers": [{"scheme": "lei", "value": "5299001OU9CSE29O6S05"}],
        "kind": "company",
        "country": "DE",
        "parent": OrganizationFactory().public_id,
        "website": "https://works.example/",
        "founded": {"edtf": "1889"},
        "dissolved": {"edtf": "2020/.."},
        "evidence": [_evidence("name")],
    }


def weapon_system():
    return {
        "designation": "L119",
        "names": [{"text": "Light Gun", "language": "en", "kind": "short"}],
        "identifiers": [{"scheme": "wikidata", "value": "Q1"}],
        "category": CategoryFactory().code,
        "variant_of": WeaponSystemFactory().public_id,
        "origin": "GB",
        "manufacturers": [OrganizationFactory().public_id],
        "caliber_mm": "105",
        "development_status": "production",
        "evidence": [_evidence("designation")],
    }


def source():
    return {
        "title": "Report",
        "publisher": "Ministry",
        "kind": "official",
        "original_url": "https://ministry.example/report",
        "archived_url": "https://archive.example/report",
        "published": {"edtf": "2024-02"},
        "retrieved": {"edtf": "2024-03-01"},
        "language": "en",
        "sha256": "a" * 64,
        "reliability": "B",
        "origin_group": "report-1",
    }


def agreement():
    return {
        "title": "Repair of guns",
        "kind": "maintenance_contract",
        "status": "signed",
        "areas": ["maintenance", "logistics"],
        "summary": "Guns are repaired.",
        "parties": [
            {
                "organization": OrganizationFactory().public_id,
                "role": "signatory",
                "signatory_name": "A. Person",
                "signatory_title": "Director",
            }
        ],
        "items": [
            {
                "weapon_system": WeaponSystemFactory().public_id,
                "category": CategoryFactory().code,
                "words": "guns",
                "activity": "maintenance_repair",
                "quantity": "12.5",
                "unit": "guns",
            }
        ],
        "value": {"amount": "1000000.5", "currency": "EUR"},
        "place": "UA",
        "milestones": [
            {
                "kind": "signature",
                "date": {"edtf": "2024-02-29"},
                "claim": ClaimFactory().public_id,
            }
        ],
        "relations": [{"kind": "implements", "agreement": AgreementFactory().public_id}],
        "evidence": [_evidence("title")],
    }


def claim():
    return {
        "text": "Twenty-six tanks were destroyed.",
        "language": "en",
        "kind": "losses",
        "modality": "official_statement",
        "said_by": OrganizationFactory().public_id,
        "speaker_name": "A. Person",
        "speaker_title": "Minister",
        "occurred": {"edtf": "2024-02", "words": "in February", "unresolved": None},
        "due": {"edtf": None, "words": "soon", "unresolved": "ambiguous"},
        "outcome": "open",
        "credibility": "2",
        "agreements": [AgreementFactory().public_id],
        "organizations": [OrganizationFactory().public_id],
        "weapon_systems": [WeaponSystemFactory().public_id],
        "categories": [CategoryFactory().code],
        "countries": ["UA", "RU"],
        "measures": [
            {
                "metric": "equipment_losses",
                "weapon_system": WeaponSystemFactory().public_id,
                "category": CategoryFactory().code,
                "object_words": "tanks",
                "mode": "absolute",
                "qualifier": "between",
                "value": None,
                "value_min": "26",
                "value_max": "30",
                "precision": "1",
                "unit_code": "C62",
                "unit_words": "tanks",
                "currency": None,
                "period": {"edtf": "2024-02", "words": "in February", "unresolved": None},
                "period_length": "P1M",
                "baseline_period": None,
                "superlative": "largest",
                "temporal_mode": "forecast",
                "due": {"edtf": "2025"},
                "outcome": "open",
            }
        ],
        "citations": [{"source": SourceFactory().public_id, "locator": "p. 1", "quote": "Tanks."}],
        "relations": [{"kind": "updates", "claim": ClaimFactory().public_id}],
    }


def _noted(make):
    return lambda: make() | {"notes": "Check the date."}


BODIES = {
    "organizations": _noted(organization),
    "weapon-systems": _noted(weapon_system),
    "sources": _noted(source),
    "agreements": _noted(agreement),
    "claims": _noted(claim),
}


def shown(document):
    """Cut a document down to what a body holds: ids for brief records, written members of dates."""
    if isinstance(document, list):
        return [shown(each) for each in document]
    if not isinstance(document, dict):
        return document
    if "url" in document and "name" in document and len(document) <= 5:
        return document["id"]
    derived = {"derived", "earliest", "latest"}
    return {name: shown(value) for name, value in document.items() if name not in derived}
