"""The one statement behind the matrix of two roles."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.db.models import QuerySet

from records.analysis.actors import Level, organization_key
from records.analysis.steps import Steps, marks
from records.enums import PART_OF, ReviewStatus

COUNTS = ("cells", "selected")


class Value(NamedTuple):
    """Agreements of one group that have the same value; or, in a scope of `COUNTS`, a count."""

    scope: str
    row: int
    column: int
    currency: str
    amount: str | None
    repeated: bool | None
    agreements: int


def matrix_values(  # noqa: PLR0913 what a matrix is asked for
    agreements: "QuerySet[Any]",
    rows: Sequence[str],
    columns: Sequence[str],
    level: Level,
    *,
    limit: int,
    guarded: bool,
) -> list[Value]:
    """Count the agreements of each group by their value; one query."""
    steps = Steps(agreements.db)
    columns_read = ("pk", "value_currency", "value_amount")
    steps.select("selected(id, currency, amount)", agreements, *columns_read)
    for name, roles in (("row_party", rows), ("column_party", columns)):
        steps.add(f"{name}(id, agreement, actor)", _parties(level, steps.vendor, roles), *roles)
    steps.add("cell(agreement, row_actor, column_actor)", _CELLS)
    steps.add("top(row_actor, column_actor)", _TOP, limit)
    link = (*PART_OF, ReviewStatus.PUBLISHED)
    steps.add("chain(agreement, other)", _CHAIN.format(marks=marks(PART_OF)), *link, *link)
    steps.add("inside(agreement, other)", _INSIDE)
    steps.add("member(scope, row_actor, column_actor, agreement)", _MEMBERS)
    steps.add("repeated(scope, row_actor, column_actor, agreement)", _REPEATED)
    return [Value._make(row) for row in steps.rows(_VALUES, guarded)]


def _parties(level: Level, vendor: str, roles: Sequence[str]) -> str:
    key = organization_key(level, vendor, "organization")
    return (
        f"SELECT party.id, party.agreement_id, {key} FROM records_agreementparty party "  # noqa: S608
        "JOIN selected ON selected.id = party.agreement_id "
        "JOIN records_organization organization ON organization.id = party.organization_id "
        f"WHERE party.role IN ({marks(list(roles))})"
    )


_CELLS = """
    SELECT one.agreement, one.actor, COALESCE(other.actor, 0)
    FROM row_party one LEFT JOIN column_party other
        ON other.agreement = one.agreement AND other.id <> one.id
    UNION
    SELECT other.agreement, COALESCE(one.actor, 0), other.actor
    FROM column_party other LEFT JOIN row_party one
        ON one.agreement = other.agreement AND one.id <> other.id
"""

_TOP = """
    SELECT row_actor, column_actor FROM cell
    GROUP BY row_actor, column_actor
    ORDER BY COUNT(*) DESC,
        CASE row_actor WHEN 0 THEN 1 ELSE 0 END, row_actor,
        CASE column_actor WHEN 0 THEN 1 ELSE 0 END, column_actor
    LIMIT %s
"""

_CHAIN = """
    SELECT relation.agreement_id, relation.other_id FROM records_agreementrelation relation
    JOIN selected ON selected.id = relation.agreement_id
    JOIN records_agreement holder ON holder.id = relation.other_id
    WHERE relation.kind IN ({marks}) AND holder.review_status = %s
    UNION
    SELECT chain.agreement, relation.other_id FROM chain
    JOIN records_agreementrelation relation ON relation.agreement_id = chain.other
    JOIN records_agreement holder ON holder.id = relation.other_id
    WHERE relation.kind IN ({marks}) AND holder.review_status = %s
"""

# An agreement is never inside itself; of two that are inside each other the newer one is.
_INSIDE = """
    SELECT chain.agreement, chain.other FROM chain
    LEFT JOIN chain back ON back.agreement = chain.other AND back.other = chain.agreement
    WHERE chain.agreement <> chain.other
        AND (back.agreement IS NULL OR chain.agreement > chain.other)
"""

_MEMBERS = """
    SELECT 'cell', cell.row_actor, cell.column_actor, cell.agreement FROM cell
    JOIN top ON top.row_actor = cell.row_actor AND top.column_actor = cell.column_actor
    UNION
    SELECT 'row', row_actor, 0, agreement FROM cell
    WHERE row_actor IN (SELECT row_actor FROM top)
    UNION
    SELECT 'column', 0, column_actor, agreement FROM cell
    WHERE column_actor IN (SELECT column_actor FROM top)
    UNION
    SELECT 'total', 0, 0, agreement FROM cell
"""

_REPEATED = """
    SELECT DISTINCT member.scope, member.row_actor, member.column_actor, member.agreement
    FROM inside
    JOIN member ON member.agreement = inside.agreement
    JOIN member holder ON holder.agreement = inside.other AND holder.scope = member.scope
        AND holder.row_actor = member.row_actor AND holder.column_actor = member.column_actor
    JOIN selected own ON own.id = inside.agreement
    JOIN selected others ON others.id = inside.other AND others.currency = own.currency
    WHERE own.currency <> ''
"""

_VALUES = """
    SELECT member.scope, member.row_actor, member.column_actor, selected.currency,
        CAST(selected.amount AS text), repeated.agreement IS NOT NULL AND %s AS guarded, COUNT(*)
    FROM member
    JOIN selected ON selected.id = member.agreement
    LEFT JOIN repeated ON repeated.scope = member.scope
        AND repeated.row_actor = member.row_actor AND repeated.column_actor = member.column_actor
        AND repeated.agreement = member.agreement
    GROUP BY 1, 2, 3, 4, 5, 6
    UNION ALL
    SELECT 'cells', 0, 0, '', NULL, NULL,
        (SELECT COUNT(*) FROM (SELECT DISTINCT row_actor, column_actor FROM cell) every)
    UNION ALL
    SELECT 'selected', 0, 0, '', NULL, NULL, (SELECT COUNT(*) FROM selected)
"""
