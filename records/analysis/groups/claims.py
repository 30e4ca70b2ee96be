"""What claims are grouped by."""

from collections.abc import Sequence

from django.db.models import F, FilteredRelation, Q

from records.analysis.groups.catalogue import (
    KEYS,
    ORGANIZATION,
    SOURCE,
    category_of_claims,
    labels_of,
)
from records.analysis.groups.expressions import quarter_of, stated
from records.analysis.groups.keys import Key, column, linked
from records.enums import PartyRole, ReviewStatus
from records.models import Claim
from records.values.codes import COUNTRY_NAMES

BY = (
    "kind",
    "modality",
    "country",
    "organization",
    "weapon_system",
    "category",
    "year",
    "quarter",
    "role",
    "source",
    "reliability",
)
MAX_DEPTH = 5

_THROUGH = {
    "public_agreement": FilteredRelation(
        "agreement_links__agreement",
        condition=Q(agreement_links__agreement__review_status=ReviewStatus.PUBLISHED),
    )
}
_PARTY = "public_agreement__parties"
_ROLE = Key(
    (F(f"{_PARTY}__role"),), labels_of(PartyRole.choices),
    several=True, repeats=True, partial=True, through=_THROUGH,
)  # fmt: skip
_OF_PARTY = {
    "country": Key((stated(f"{_PARTY}__organization__country"),), COUNTRY_NAMES, several=True),
    "organization": Key((F(f"{_PARTY}__organization_id"),), ORGANIZATION, several=True),
}
"""Keys that are read from the party whose role is the other key."""


def keys_of(by: Sequence[str], depth: int) -> list[Key]:
    """Give the keys by their names, categories at a depth from 1.

    With `role`, `country` and `organization` are those of the party that has the role in an
    agreement that the claim is about; without it they are those that the claim itself is about.
    """
    keys: dict[str, Key] = {
        **KEYS[Claim],
        "category": category_of_claims(depth),
        "quarter": column(quarter_of("occurred")),
        "role": _ROLE,
        "source": linked("citations__source_id", SOURCE, repeats=True),
        **(_OF_PARTY if "role" in by else {}),
    }
    return [keys[name] for name in by]
