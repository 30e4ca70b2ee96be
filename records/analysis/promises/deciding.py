"""Claims that decide promises, revise them, or are restated by them."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from records.analysis.promises.columns import CLAIM, within
from records.analysis.promises.selecting import PROMISES
from records.enums import FACTS, RESTATING, ClaimRelationKind, Modality, ReviewStatus
from records.models import Claim, ClaimRelation
from records.values.period import Period

TELLING = (ClaimRelationKind.UPDATES, ClaimRelationKind.CORRECTS, ClaimRelationKind.NARROWS)
"""Relations of claims that tell what came of a promise, when they are facts."""

_DECIDING = (*TELLING, ClaimRelationKind.CONTRADICTS)
_DECISIVE = (*FACTS, Modality.DENIAL)


@dataclass(frozen=True, slots=True)
class Beside:
    """A published claim and how it stands to the promise."""

    relation: ClaimRelationKind
    claim: Claim

    @property
    def tells(self) -> bool:
        """Whether it tells that what was promised came about, wholly or in part."""
        return self.relation in TELLING and self.claim.modality in FACTS

    @property
    def date(self) -> Period | None:
        """The days on which what it claims can have happened."""
        claim = self.claim
        if claim.occurred_earliest is None and claim.occurred_latest is None:
            return None
        return Period(claim.occurred_earliest, claim.occurred_latest)


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around one claim with promises, each list in the order of claims.

    `later` would decide or revise it, but certainly happened after the day asked about.
    """

    decided_by: list[Beside] = field(default_factory=list)
    revised_by: list[Beside] = field(default_factory=list)
    restates: list[Beside] = field(default_factory=list)
    later: list[Beside] = field(default_factory=list)

    @property
    def told(self) -> list[Period | None]:
        """The dates of the claims that tell that it came about."""
        return [each.date for each in self.decided_by if each.tells]


def read_around(claims: Collection[int], on: date) -> dict[int, Around]:
    """Read the published claims around claims with promises, as of a day: one query.

    Claims that nothing stands around are left out.
    """
    towards = Q(other__in=claims, kind__in=(*_DECIDING, ClaimRelationKind.RETRACTS))
    restating = Q(claim__in=claims, kind__in=RESTATING, other__review_status=ReviewStatus.PUBLISHED)
    rows = ClaimRelation.objects.standing().filter(towards | restating)
    read = rows.select_related("claim", "other").only(
        "kind", *within("claim", CLAIM), *within("other", CLAIM)
    )
    return _sorted_in(read, on)


def _sorted_in(rows: Iterable[ClaimRelation], on: date) -> dict[int, Around]:
    found: dict[int, Around] = defaultdict(Around)
    for row in rows:
        kind = ClaimRelationKind(row.kind)
        if kind in RESTATING:
            found[row.claim_id].restates.append(Beside(kind, row.other))
            continue
        decides = kind == ClaimRelationKind.RETRACTS or row.claim.modality in _DECISIVE
        if decides or (kind in TELLING and row.claim.modality in PROMISES):
            around, first = found[row.other_id], row.claim.occurred_earliest
            told = around.decided_by if decides else around.revised_by
            (around.later if first and first > on else told).append(Beside(kind, row.claim))
    for around in found.values():
        for each in (around.decided_by, around.revised_by, around.restates):
            each.sort(key=lambda related: (related.claim.pk, related.relation))
    return found
