"""How well claims bear out a fact.

A claim goes back to the texts that its sources copy. Two claims confirm each other only when they
do not go back to one and the same text: copies of one press release are one voice (STANAG 2511).
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from records.enums import EvidenceStance, EvidenceState

Origins = frozenset[str]
"""The texts that a claim goes back to: groups of sources, or sources that stand alone."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one public claim says about a fact, and the texts that it goes back to."""

    stance: EvidenceStance
    origins: Origins


def origin_of(source: str, origin_group: str) -> str:
    """Name the text that a source goes back to: its group's, or its own when it has none.

    `source` is the public id of the source. The two kinds of name never meet.
    """
    return f"group {origin_group}" if origin_group else f"source {source}"


def independent(one: Origins, other: Origins) -> bool:
    """Tell whether two claims can be traced to two different texts."""
    return bool(one and other) and len(one | other) > 1


def state_of(said: Iterable[Said]) -> EvidenceState:
    """Judge a fact by what all public claims say about it."""
    every = list(said)
    if any(each.stance == EvidenceStance.CONTRADICTS for each in every):
        return EvidenceState.DISPUTED
    if not every:
        return EvidenceState.UNSUPPORTED
    traced = [each.origins for each in every if each.origins]
    return EvidenceState.SUPPORTED if _several(traced) else EvidenceState.SINGLE_SOURCE


def _several(origins: Collection[Origins]) -> bool:
    """Tell whether two of the claims are independent: two at all, and not all of one text."""
    return len(origins) > 1 and len(frozenset().union(*origins)) > 1
