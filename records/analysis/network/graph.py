"""The network of countries or organizations: its nodes, and how often each two meet.

Two actors meet in an agreement that has both as parties, and in a claim that is about both; who
said a claim is no link. Two organizations of one country that meet are no edge by country: they
are counted at its node as internal. By country a claim is also about the countries that it names.

Everything is paired and grouped by the database: along the indexes of parties by agreement and of
links by claim, or over the whole register in one pass over both.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from records.analysis.groups.guard import Repeated, repeated
from records.analysis.network.selection import Selection
from records.analysis.network.statement import Found, RoleCount, network_rows, role_rows

Key = TypeVar("Key", str, tuple[str, str])

MAX_EDGES = 10_000
"""The most edges that are shown, the heaviest ones."""


@dataclass(frozen=True, slots=True)
class Node:
    """An actor with its place in the whole network, before any limit.

    `degree` counts the actors that it meets; `agreements` and `claims` are summed over its edges,
    so that an agreement of three counts twice for each. `roles` counts agreements by role.
    """

    actor: int
    degree: int
    agreements: int
    claims: int
    internal_agreements: int
    internal_claims: int
    roles: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Span:
    """The first and the last day that the records of an edge can mean, in ISO 8601.

    Open and unknown dates say nothing; null where none says anything.
    """

    since: str | None
    until: str | None


@dataclass(frozen=True, slots=True)
class Edge:
    """Two actors, the one with the smaller number first, and what they meet in.

    `roles` counts agreements by the role of the one and the role of the other.
    """

    source: int
    target: int
    agreements: int
    claims: int
    signed: Span
    occurred: Span
    roles: dict[tuple[str, str], int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Network:
    """The heaviest nodes and the edges among them, and how many there are of everything.

    `counts` has the numbers of all `nodes` and `edges`, of the `agreements` and `claims` that
    match, of `restated` and `replaced` claims that are left out, and of `paired_agreements` and
    `paired_claims` in which two organizations, or two actors, meet.
    """

    nodes: list[Node]
    edges: list[Edge]
    counts: Mapping[str, int]


def network(selection: Selection, limit: int) -> Network:
    """Find the network of a selection with at most `limit` nodes.

    Two queries, and one for claims that are repeated.
    """
    twice = repeated(selection.claims) if selection.guarded else Repeated(frozenset(), frozenset())
    left_out = twice.restatements | twice.replaced
    found: dict[str, list[Found]] = defaultdict(list)
    for row in network_rows(selection, left_out, nodes=limit, edges=MAX_EDGES):
        found[row.scope].append(row)
    kept = [row.source for row in found["node"]]
    node_roles, edge_roles = _roles(role_rows(selection, kept))
    nodes = [_node(row, node_roles[row.source]) for row in found.pop("node", ())]
    edges = [_edge(row, edge_roles[row.source, row.target]) for row in found.pop("edge", ())]
    counts = {scope: int(row.degree) for scope, rows in found.items() for row in rows}
    counts |= {"restated": len(twice.restatements), "replaced": len(twice.replaced)}
    return Network(
        sorted(nodes, key=_node_place),
        sorted(edges, key=_edge_place),
        defaultdict(int, counts),
    )


def _roles(
    rows: list[RoleCount],
) -> tuple[dict[int, dict[str, int]], dict[tuple[int, int], dict[tuple[str, str], int]]]:
    nodes: dict[int, dict[str, int]] = defaultdict(dict)
    edges: dict[tuple[int, int], dict[tuple[str, str], int]] = defaultdict(dict)
    for row in rows:
        if row.target_role:
            edges[row.source, row.target][row.source_role, row.target_role] = row.agreements
        else:
            nodes[row.source][row.source_role] = row.agreements
    return nodes, edges


def _node(row: Found, roles: dict[str, int]) -> Node:
    internal = int(row.internal_agreements), int(row.internal_claims)
    return Node(
        row.source, int(row.degree), int(row.agreements), int(row.claims), *internal, _sorted(roles)
    )


def _edge(row: Found, roles: dict[tuple[str, str], int]) -> Edge:
    return Edge(
        row.source,
        row.target,
        int(row.agreements),
        int(row.claims),
        Span(row.signed_since, row.signed_until),
        Span(row.occurred_since, row.occurred_until),
        _sorted(roles),
    )


def _sorted(counts: dict[Key, int]) -> dict[Key, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _node_place(node: Node) -> tuple[int, int, int]:
    internal = node.internal_agreements + node.internal_claims
    return -node.agreements - node.claims, -internal, node.actor


def _edge_place(edge: Edge) -> tuple[int, int, int]:
    return -edge.agreements - edge.claims, edge.source, edge.target
