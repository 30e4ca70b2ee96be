"""Documents of generated claims, built from the same plain values as their rows.

What the service renders is written here a second time, on purpose: it is many times faster, and
compared with the service's own rendering, byte for byte, before anything is measured.
"""

from datetime import date
from functools import lru_cache
from typing import Any

import orjson

from records.values.edtf import parse_edtf
from tests.benchmarks.facts import Facts, Figure
from tests.benchmarks.world import World

Json = dict[str, Any]

_NOT_DERIVED = {
    "target": None, "min": None, "max": None, "unit_code": None, "currency": None, "inputs": [],
    "reason": "baseline_unknown",
}  # fmt: skip


class Documents:
    """Builds documents; holds each related record's brief form as JSON that is spliced in."""

    def __init__(self, world: World) -> None:
        """Write each brief form once."""
        self.organizations = {
            number: _brief("organizations", "ORG", number, name=name, kind=kind, country=country)
            for number, (name, kind, country) in world.organizations.items()
        }
        self.weapon_systems = {
            number: _brief("weapon-systems", "WPN", number, name=name, category=category)
            for number, (name, category) in world.weapon_systems.items()
        }
        self.agreements = {
            number: _brief("agreements", "AGR", number, name=name, kind=kind)
            for number, (name, kind) in world.agreements.items()
        }
        self.sources = {
            number: _brief("sources", "SRC", number, name=name, kind=kind)
            for number, (name, kind) in world.sources.items()
        }

    def of(self, facts: Facts) -> str:
        """Build a claim's document."""
        written = facts.written.isoformat().replace("+00:00", "Z")
        content = {
            "id": f"CLM-{facts.number}",
            "url": f"/api/v1/claims/CLM-{facts.number}/",
            "text": facts.text,
            "language": "en",
            "kind": facts.kind,
            "modality": facts.modality,
            "said_by": self.organizations[facts.said_by] if facts.said_by else None,
            "speaker_name": facts.speaker[0] or None,
            "speaker_title": facts.speaker[1] or None,
            "occurred": _date(facts.occurred, facts.occurred_words, facts.occurred_unresolved),
            "due": _date(facts.due),
            "outcome": None,
            "credibility": facts.credibility,
            "agreements": [self.agreements[each] for each in facts.agreements],
            "organizations": [self.organizations[each] for each in facts.organizations],
            "weapon_systems": [self.weapon_systems[each] for each in facts.weapon_systems],
            "categories": [facts.category],
            "countries": facts.countries,
            "measures": [self._measure(figure) for figure in facts.figures],
            "citations": [
                {"source": self.sources[facts.source], "locator": facts.locator, "quote": None}
            ],
            "relations": _relations(facts),
            "review_status": "published",
            "revision": 1,
            "created_at": written,
            "updated_at": written,
        }
        return orjson.dumps(content).decode()

    def _measure(self, figure: Figure) -> Json:
        system = figure.weapon_system
        return {
            "metric": figure.metric,
            "weapon_system": self.weapon_systems[system] if system else None,
            "category": None,
            "object_words": None,
            "mode": figure.mode,
            "qualifier": "exact",
            "value": str(figure.value),
            "value_min": None,
            "value_max": None,
            "precision": None,
            "unit_code": figure.unit_code or None,
            "unit_words": None,
            "currency": None,
            "period": _date(figure.period),
            "period_length": None,
            "baseline_period": None,
            "superlative": None,
            "temporal_mode": "actual",
            "due": None,
            "outcome": None,
            "derived": None if figure.mode == "absolute" else _NOT_DERIVED,
        }


def _relations(facts: Facts) -> list[Json]:
    if not facts.relation:
        return []
    kind, other = facts.relation
    brief = _brief("claims", "CLM", other.number, name=other.text, kind=other.kind)
    return [{"kind": kind, "claim": brief}]


def _brief(collection: str, prefix: str, number: int, **shown: str) -> orjson.Fragment:
    head = {"id": f"{prefix}-{number}", "url": f"/api/v1/{collection}/{prefix}-{number}/"}
    return orjson.Fragment(
        orjson.dumps(head | {name: value or None for name, value in shown.items()})
    )


@lru_cache(maxsize=20_000)
def _date(edtf: str, words: str = "", unresolved: str = "") -> Json | None:
    if not (edtf or words or unresolved):
        return None
    parsed = parse_edtf(edtf) if edtf else None
    return {
        "edtf": edtf or None,
        "earliest": _iso(parsed.earliest) if parsed else None,
        "latest": _iso(parsed.latest) if parsed else None,
        "words": words or None,
        "unresolved": unresolved or None,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
