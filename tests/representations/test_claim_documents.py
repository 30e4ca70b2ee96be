"""Claims as the public sees them, in full and at their least."""

from decimal import Decimal

import pytest

from tests.factories import (
    AgreementFactory,
    CategoryFactory,
    CitationFactory,
    ClaimFactory,
    ClaimRelationFactory,
    MeasureFactory,
    OrganizationFactory,
    SourceFactory,
    WeaponSystemFactory,
)
from tests.representations.shown import (
    TAIL,
    dated,
    document,
    head,
    named,
    organization,
    weapon_system,
)

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("_noon"),
]

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
