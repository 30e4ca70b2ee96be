"""The two statements behind a network: its nodes and edges, and the roles in it."""

from collections.abc import Collection
from typing import Any, NamedTuple

from records.analysis.actors import Level, country_key, organization_key
from records.analysis.network.selection import Selection
from records.analysis.represented import add_represented
from records.analysis.steps import Steps, marks
from records.querysets.statements import AMONG, as_parameter


class Found(NamedTuple):
    """A node, an edge, or in a scope of `COUNTS` a number of things.

    A node's `source` is its actor, and its `agreements` and `claims` are summed over its edges. A
    count stands in `degree`. Days are in ISO 8601.
    """

    scope: str
    source: int
    target: int
    degree: int
    agreements: int
    claims: int
    internal_agreements: int
    internal_claims: int
    signed_since: str | None
    signed_until: str | None
    occurred_since: str | None
    occurred_until: str | None


class RoleCount(NamedTuple):
    """In how many agreements an actor has a role, or in an edge two actors have two roles.

    The target of a node is 0.
    """

    source: int
    target: int
    source_role: str
    target_role: str
    agreements: int


def network_rows(selection: Selection, *, nodes: int, edges: int) -> list[Found]:
    """Find the heaviest nodes, the edges among them, and how much there is; one query."""
    steps = Steps(selection.agreements.db)
    bounds = ("signed_earliest", "signed_latest"), ("occurred_earliest", "occurred_latest")
    steps.select("chosen_agreement(id, earliest, latest)", selection.agreements, "pk", *bounds[0])
    steps.select("chosen_claim(id, earliest, latest)", selection.claims, "pk", *bounds[1])
    if selection.guarded and not selection.claims.query.is_empty():
        add_represented(steps, "chosen_claim")
    else:
        steps.add("represented(claim, replaced)", "SELECT id, 0 FROM chosen_claim WHERE 1 = 0")
    parties, parameters = _parties(selection, steps.vendor)
    steps.add("party(agreement, actor, organization)", parties, *parameters)
    steps.add("subject(claim, actor, organization)", _subjects(selection.level, steps.vendor))
    steps.add("side(of_claim, record, actor, organizations, earliest, latest)", _SIDES)
    steps.add(
        "edge(source, target, agreements, claims, "
        "signed_since, signed_until, occurred_since, occurred_until)",
        _EDGES,
    )
    steps.add("node(actor, degree, agreements, claims, of_agreements, of_claims)", _NODES)
    steps.add("kept(actor, degree, agreements, claims, of_agreements, of_claims)", _KEPT, nodes)
    return [Found._make(row) for row in steps.rows(_NETWORK, edges)]


def role_rows(selection: Selection, actors: Collection[int]) -> list[RoleCount]:
    """Count the roles of actors, and the pairs of roles of each two of them; one query."""
    steps = Steps(selection.agreements.db)
    steps.select("chosen_agreement(id)", selection.agreements, "pk")
    parties, parameters = _parties(selection, steps.vendor, "party.role")
    steps.add("every_party(agreement, actor, role)", parties, *parameters)
    among = AMONG[steps.vendor]
    steps.add(
        "party(agreement, actor, role)",
        f"SELECT DISTINCT agreement, actor, role FROM every_party WHERE actor {among}",  # noqa: S608
        as_parameter(actors, steps.vendor),
    )
    return [RoleCount._make(row) for row in steps.rows(_ROLES)]


def _parties(
    selection: Selection, vendor: str, column: str = "party.organization_id"
) -> tuple[str, tuple[Any, ...]]:
    key = organization_key(selection.level, vendor, "organization")
    roles = selection.roles
    return (
        f"SELECT party.agreement_id, {key}, {column} FROM records_agreementparty party "  # noqa: S608
        "JOIN chosen_agreement ON chosen_agreement.id = party.agreement_id "
        "JOIN records_organization organization ON organization.id = party.organization_id"
        + (f" WHERE party.role IN ({marks(roles)})" if roles else ""),
        roles,
    )


def _subjects(level: Level, vendor: str) -> str:
    """Write the actors that a claim is about: organizations, by country their countries too."""
    counted = (
        "JOIN chosen_claim ON chosen_claim.id = link.claim_id "
        "LEFT JOIN represented ON represented.claim = link.claim_id "
    )
    organizations = (
        f"SELECT link.claim_id, {organization_key(level, vendor, 'organization')}, "  # noqa: S608
        f"link.organization_id FROM records_claimorganization link {counted}"
        "JOIN records_organization organization ON organization.id = link.organization_id "
        "WHERE represented.claim IS NULL"
    )
    if level == Level.ORGANIZATION:
        return organizations
    return (
        f"{organizations} UNION ALL "  # noqa: S608
        f"SELECT link.claim_id, {country_key(vendor, 'link.country')}, NULL "
        f"FROM records_claimcountry link {counted}WHERE represented.claim IS NULL"
    )


_SIDES = """
    SELECT 0, party.agreement, party.actor, COUNT(DISTINCT party.organization),
        chosen_agreement.earliest, chosen_agreement.latest
    FROM party JOIN chosen_agreement ON chosen_agreement.id = party.agreement
    GROUP BY party.agreement, party.actor, chosen_agreement.earliest, chosen_agreement.latest
    UNION ALL
    SELECT 1, subject.claim, subject.actor, COUNT(DISTINCT subject.organization),
        chosen_claim.earliest, chosen_claim.latest
    FROM subject JOIN chosen_claim ON chosen_claim.id = subject.claim
    GROUP BY subject.claim, subject.actor, chosen_claim.earliest, chosen_claim.latest
"""

_EDGES = """
    SELECT one.actor, other.actor, SUM(1 - one.of_claim), SUM(one.of_claim),
        MIN(CASE one.of_claim WHEN 0 THEN one.earliest END),
        MAX(CASE one.of_claim WHEN 0 THEN one.latest END),
        MIN(CASE one.of_claim WHEN 1 THEN one.earliest END),
        MAX(CASE one.of_claim WHEN 1 THEN one.latest END)
    FROM side one JOIN side other
        ON other.record = one.record AND other.of_claim = one.of_claim AND other.actor > one.actor
    GROUP BY one.actor, other.actor
"""

_NODES = """
    SELECT actor, SUM(degree), SUM(agreements), SUM(claims), SUM(of_agreements), SUM(of_claims)
    FROM (
        SELECT source AS actor, 1 AS degree, agreements, claims, 0 AS of_agreements, 0 AS of_claims
        FROM edge
        UNION ALL
        SELECT target, 1, agreements, claims, 0, 0 FROM edge
        UNION ALL
        SELECT actor, 0, 0, 0, 1 - of_claim, of_claim FROM side WHERE organizations > 1
    ) ends
    GROUP BY actor
"""

_KEPT = """
    SELECT actor, degree, agreements, claims, of_agreements, of_claims FROM node
    ORDER BY agreements + claims DESC, of_agreements + of_claims DESC, actor LIMIT %s
"""

_NETWORK = """
    SELECT 'node', actor, 0, degree, agreements, claims, of_agreements, of_claims,
        NULL, NULL, NULL, NULL
    FROM kept
    UNION ALL
    SELECT 'edge', source, target, 0, agreements, claims, 0, 0,
        CAST(signed_since AS text), CAST(signed_until AS text),
        CAST(occurred_since AS text), CAST(occurred_until AS text)
    FROM (
        SELECT edge.* FROM edge
        JOIN kept one ON one.actor = edge.source JOIN kept other ON other.actor = edge.target
        ORDER BY edge.agreements + edge.claims DESC, edge.source, edge.target LIMIT %s
    ) heaviest
    UNION ALL
    SELECT 'nodes', 0, 0, COUNT(*), 0, 0, 0, 0, NULL, NULL, NULL, NULL FROM node
    UNION ALL
    SELECT 'edges', 0, 0, COUNT(*), 0, 0, 0, 0, NULL, NULL, NULL, NULL FROM edge
    UNION ALL
    SELECT 'agreements', 0, 0, COUNT(*), 0, 0, 0, 0, NULL, NULL, NULL, NULL FROM chosen_agreement
    UNION ALL
    SELECT 'claims', 0, 0, COUNT(*), 0, 0, 0, 0, NULL, NULL, NULL, NULL FROM chosen_claim
    UNION ALL
    SELECT CASE replaced WHEN 1 THEN 'replaced' ELSE 'restated' END, 0, 0, COUNT(*), 0, 0, 0, 0,
        NULL, NULL, NULL, NULL
    FROM represented GROUP BY replaced
    UNION ALL
    SELECT CASE of_claim WHEN 1 THEN 'paired_claims' ELSE 'paired_agreements' END, 0, 0, COUNT(*),
        0, 0, 0, 0, NULL, NULL, NULL, NULL
    FROM (
        SELECT of_claim FROM side GROUP BY of_claim, record
        HAVING COUNT(*) > 1 OR MAX(organizations) > 1
    ) paired
    GROUP BY of_claim
"""

_ROLES = """
    SELECT actor, 0, role, '', COUNT(*) FROM party GROUP BY actor, role
    UNION ALL
    SELECT one.actor, other.actor, one.role, other.role, COUNT(*)
    FROM party one JOIN party other
        ON other.agreement = one.agreement AND other.actor > one.actor
    GROUP BY one.actor, other.actor, one.role, other.role
"""
