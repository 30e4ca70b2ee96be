"""Proposals that say the same at several places of a sentence, which are decided on once."""

from collections.abc import Mapping
from dataclasses import replace

from records.services.deciding.finals import Final, OrganizationFinal, WeaponSystemFinal
from records.services.deciding.proposing import Proposal

_ONCE = frozenset({"countries", "organizations", "weapon_systems", "categories"})
"""Groups in which the claim names each thing once, however often the sentence does."""


def leaders(proposals: Mapping[str, Proposal]) -> dict[str, str]:
    """Map each proposal to the first one that proposes the same, itself if it is the first."""
    first: dict[Final, str] = {}
    return {
        key: first.setdefault(_bare(each.final), key) if each.final and each.group in _ONCE else key
        for key, each in proposals.items()
    }


def followed(proposal: Proposal, decided: Final | None) -> Final | None:
    """Decide on a proposal as on the one that it follows, for its own words."""
    own = proposal.final
    if isinstance(own, OrganizationFinal) and isinstance(decided, OrganizationFinal):
        return replace(decided, words=own.words)
    if isinstance(own, WeaponSystemFinal) and isinstance(decided, WeaponSystemFinal):
        return replace(decided, words=own.words)
    return decided


def _bare(final: Final) -> Final:
    if isinstance(final, OrganizationFinal | WeaponSystemFinal):
        return replace(final, words="")
    return final
