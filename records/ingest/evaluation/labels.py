"""Puts labels and findings in one form, in which those that agree are equal."""

import re
from collections.abc import Callable, Hashable, Iterable
from decimal import Decimal
from typing import TypeAlias

from records.ingest.evaluation.gold import Labels
from records.ingest.findings import Finding, Findings

Values: TypeAlias = Iterable[Hashable]

_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_POSSESSIVE = re.compile("['\u2019]s?$")


def plain(surface: str) -> str:
    """Drop a leading article, a possessive and a plural s: spans that differ in these agree."""
    bare = _POSSESSIVE.sub("", _ARTICLE.sub("", " ".join(surface.split())))
    return bare.removesuffix("s")


def head(unit: str) -> str:
    """Return the noun that is counted: “fighter jet” and “jet” agree."""
    return re.split(r"[\s-]+", unit.strip().lower())[-1]


def _surface(text: str, found: Finding) -> str:
    return plain(text[found.start : found.end])


def _figure(value: Decimal | None) -> Decimal | None:
    return None if value is None else value.normalize()


def _one(value: str) -> Values:
    return [value] if value else []


OF_LABELS: dict[str, Callable[[Labels], Values]] = {
    "countries": lambda gold: gold.countries,
    "organizations": lambda gold: {plain(name) for name in gold.organizations},
    "weapon_systems": lambda gold: {plain(name) for name in gold.weapon_systems},
    "categories": lambda gold: gold.categories,
    "agreement": lambda gold: _one("yes" if gold.agreement else ""),
    "agreement_kind": lambda gold: _one(gold.agreement),
    "agreement_status": lambda gold: _one(gold.agreement_status),
    "modality": lambda gold: _one(gold.modality),
    "speaker": lambda gold: _one(plain(gold.speaker)),
    "measures": lambda gold: [
        (
            row.mode,
            row.qualifier,
            _figure(row.value),
            _figure(row.value_min),
            _figure(row.value_max),
            row.currency or head(row.unit),
        )
        for row in gold.measures
    ],
    "dates": lambda gold: [row.edtf or plain(row.surface) for row in gold.dates],
}
"""What a person labelled, by label."""

OF_FINDINGS: dict[str, Callable[[str, Findings], Values]] = {
    "countries": lambda _, found: {row.country for row in found.countries},
    "organizations": lambda text, found: {_surface(text, row) for row in found.organizations},
    "weapon_systems": lambda text, found: {_surface(text, row) for row in found.weapon_systems},
    "categories": lambda _, found: {row.category.split(".")[0] for row in found.categories},
    "agreement": lambda _, found: _one("yes" if found.agreement else ""),
    "agreement_kind": lambda _, found: _one(found.agreement.kind if found.agreement else ""),
    "agreement_status": lambda _, found: _one(found.agreement.status if found.agreement else ""),
    "modality": lambda _, found: _one(found.modality.modality),
    "speaker": lambda _, found: _one(plain(found.speaker.name) if found.speaker else ""),
    "measures": lambda _, found: [
        (
            row.mode.value,
            row.qualifier.value,
            _figure(row.value),
            _figure(row.value_min),
            _figure(row.value_max),
            row.currency or head(row.unit),
        )
        for row in found.measures
    ],
    "dates": lambda text, found: [row.edtf or _surface(text, row) for row in found.dates],
}
"""What was found, by label: the same names in the same order."""
