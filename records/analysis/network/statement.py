"""The two statements behind a network: its nodes and edges, and the roles in it."""

from collections.abc import Collection
from typing import NamedTuple

from records.analysis.actors import Level, country_key, organization_key
from records.analysis.network.selection import Selection
from records.analysis.steps import Steps, marks
from records.querysets.statements import NUMBERS, as_parameter


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


def network_rows(
    selection: Selection, repeated: Collection[int], *, nodes: int, edges: int
) -> list[Found]:
    """Find the heaviest nodes, the edges among them, and how much there is; one query.

    `repeated` are the numbers of claims that do not count.
    """
    steps = Steps(selection.agreements.db)
    steps.select("chosen_agreement(id)", selection.agreements, "pk")
    steps.select("chosen_claim(id)", selection.claims, "pk")
    steps.add("repeated(claim)", NUMBERS[steps.vendor], as_parameter(repeated, steps.vendor))
    steps.add("counted(id)", _COUNTED)
    steps.add("actor(organization, number)", _actors(selection.level, steps.vendor))
    _add_parties(steps, selection.roles, "organization")
    steps.add("subject(claim, actor, organization)", _subjects(selection.level, steps.vendor))
    steps.add("side(of_claim, record, actor, organizations)", _SIDES)
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
    steps.add("shown(actor)", NUMBERS[steps.vendor], as_parameter(actors, steps.vendor))
    steps.add("actor(organization, number)", _actors(selection.level, steps.vendor, _SHOWN))
    _add_parties(steps, selection.roles, "role")
    return [RoleCount._make(row) for row in steps.rows(_ROLES)]


def _actors(level: Level, vendor: str, condition: str = "") -> str:
    key = organization_key(level, vendor, "organization")
    every = f"SELECT organization.id, {key} FROM records_organization organization"  # noqa: S608
    return every + condition.format(key=key)


def _add_parties(steps: Steps, roles: tuple[str, ...], column: str) -> None:
    """Add the parties that count, and of each its organization or its role."""
    source = {"organization": "party.organization_id", "role": "party.role"}[column]
    condition = f" AND party.role IN ({marks(roles)})" if roles else ""
    steps.add(
        f"party(agreement, actor, {column})",
        f"SELECT DISTINCT party.agreement_id, actor.number, {source} "  # noqa: S608
        "FROM records_agreementparty party "
        "JOIN actor ON actor.organization = party.organization_id "
        f"WHERE party.agreement_id IN (SELECT id FROM chosen_agreement){condition}",
        *roles,
    )


def _subjects(level: Level, vendor: str) -> str:
    """Write the actors that a claim is about: organizations, by country their countries too."""
    if level == Level.ORGANIZATION:
        return _ORGANIZATIONS
    countries = _COUNTRIES.format(key=country_key(vendor, "link.country"))
    return f"{_ORGANIZATIONS} UNION ALL {countries}"


_SHOWN = " WHERE {key} IN (SELECT actor FROM shown)"

_COUNTED = "SELECT id FROM chosen_claim WHERE id NOT IN (SELECT claim FROM repeated)"

_ORGANIZATIONS = """
    SELECT link.claim_id, actor.number, link.organization_id FROM records_claimorganization link
    JOIN actor ON actor.organization = link.organization_id
    WHERE link.claim_id IN (SELECT id FROM counted)
"""

_COUNTRIES = """
    SELECT link.claim_id, {key}, NULL FROM records_claimcountry link
    WHERE link.claim_id IN (SELECT id FROM counted)
"""

_SIDES = """
    SELECT 0, agreement, actor, COUNT(*) FROM party GROUP BY agreement, actor
    UNION ALL
    SELECT 1, claim, actor, COUNT(organization) FROM subject GROUP BY claim, actor
"""

_EDGES = """
    SELECT source, target, SUM(1 - of_claim), SUM(of_claim),
        MIN(CASE of_claim WHEN 0 THEN earliest END), MAX(CASE of_claim WHEN 0 THEN latest END),
        MIN(CASE of_claim WHEN 1 THEN earliest END), MAX(CASE of_claim WHEN 1 THEN latest END)
    FROM (
        SELECT one.actor AS source, other.actor AS target, 0 AS of_claim,
            agreement.signed_earliest AS earliest, agreement.signed_latest AS latest
        FROM side one
        JOIN side other ON other.record = one.record AND other.of_claim = 0
            AND other.actor > one.actor
        JOIN records_agreement agreement ON agreement.id = one.record
        WHERE one.of_claim = 0
        UNION ALL
        SELECT one.actor, other.actor, 1, claim.occurred_earliest, claim.occurred_latest
        FROM side one
        JOIN side other ON other.record = one.record AND other.of_claim = 1
            AND other.actor > one.actor
        JOIN records_claim claim ON claim.id = one.record
        WHERE one.of_claim = 1
    ) meeting
    GROUP BY source, target
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
