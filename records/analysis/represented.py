"""Claims that another claim of the same selection stands for, so that a matter counts once.

A claim stands for those that corroborate, duplicate or derive from it, and for those that it
corrects, updates, narrows or retracts; and so on through any number of published claims. Of claims
that stand for each other in a circle the newest remains.
"""

from records.analysis.steps import Steps, marks
from records.enums import ClaimRelationKind, ReviewStatus

RESTATING = (
    ClaimRelationKind.CORROBORATES,
    ClaimRelationKind.DERIVES_FROM,
    ClaimRelationKind.DUPLICATES,
)
"""Relations of a claim to one that it says again."""

REPLACING = (
    ClaimRelationKind.CORRECTS,
    ClaimRelationKind.NARROWS,
    ClaimRelationKind.RETRACTS,
    ClaimRelationKind.UPDATES,
)
"""Relations of a claim to one whose place it takes."""


def add_represented(steps: Steps, chosen: str) -> None:
    """Add the step `represented(claim, replaced)` about the claims in the column `id` of a step.

    `replaced` is 1 for a claim whose place is taken by a published claim, and 0 for one that is
    only said again.
    """
    published = ReviewStatus.PUBLISHED
    restating, replacing = marks(RESTATING), marks(REPLACING)
    steps.add(
        "stands_for(claim, other, replaced)",
        _STANDS_FOR.format(restating=restating, replacing=replacing),
        *(published, published, *RESTATING),
        *(published, published, *REPLACING),
    )
    steps.add("standing(claim, other)", _STANDING.format(chosen=chosen))
    steps.add("represented(claim, replaced)", _REPRESENTED.format(chosen=chosen))


_STANDS_FOR = """
    SELECT relation.claim_id, relation.other_id, 0 FROM records_claimrelation relation
    JOIN records_claim newer ON newer.id = relation.claim_id AND newer.review_status = %s
    JOIN records_claim older ON older.id = relation.other_id AND older.review_status = %s
    WHERE relation.kind IN ({restating})
    UNION ALL
    SELECT relation.other_id, relation.claim_id, 1 FROM records_claimrelation relation
    JOIN records_claim newer ON newer.id = relation.claim_id AND newer.review_status = %s
    JOIN records_claim older ON older.id = relation.other_id AND older.review_status = %s
    WHERE relation.kind IN ({replacing})
"""

_STANDING = """
    SELECT stands_for.claim, stands_for.other FROM stands_for
    JOIN {chosen} ON {chosen}.id = stands_for.claim
    UNION
    SELECT standing.claim, stands_for.other FROM standing
    JOIN stands_for ON stands_for.claim = standing.other
"""

_REPRESENTED = """
    SELECT standing.claim, COALESCE(MAX(stands_for.replaced), 0) FROM standing
    JOIN {chosen} ON {chosen}.id = standing.other
    JOIN stands_for ON stands_for.claim = standing.claim
    LEFT JOIN standing back ON back.claim = standing.other AND back.other = standing.claim
    WHERE standing.claim <> standing.other
        AND (back.claim IS NULL OR standing.claim < standing.other)
    GROUP BY standing.claim
"""
