"""Draws who has to do with whom."""

from collections.abc import Mapping

from records.analysis.actors import Actor
from records.analysis.network.graph import Edge, Network, Node
from records.enums import PartyRole
from records.pictures import network as drawing
from records.pictures.numbers import agreements, counted
from records.pictures.picture import Picture

_OF = ("agreement or claim", "agreements and claims")
_ROLES = 3
"""Pairs of roles that a line tells, the most frequent ones."""


def network_picture(found: Network, actors: Mapping[int, Actor]) -> Picture:
    """Draw the heaviest nodes and the edges among them."""
    of = _OF if any(edge.claims for edge in found.edges) else ("agreement", "agreements")
    nodes = [_node(node, actors[node.actor]) for node in found.nodes]
    ties = [_tie(edge, of) for edge in found.edges]
    countries = sum(not actors[node.actor].number for node in found.nodes)
    title = "Countries that have to do with each other" if countries else (
        "Organizations that have to do with each other"
    )  # fmt: skip
    return drawing.network(title, nodes, ties, of=of, notes=_notes(found))


def _node(node: Node, actor: Actor) -> drawing.Node:
    within = node.internal_agreements + node.internal_claims
    words = f"Among its own organizations: {counted(within, *_OF)}." if within else ""
    return drawing.Node(str(node.actor), actor.name, node.agreements + node.claims, words)


def _tie(edge: Edge, of: tuple[str, str]) -> drawing.Tie:
    both = f"{agreements(edge.agreements)}, {counted(edge.claims, 'claim')}."
    parts = both if of == _OF else ""
    return drawing.Tie(
        str(edge.source), str(edge.target), edge.agreements + edge.claims, edge.agreements,
        f"{parts} {_roles(edge)}",
    )  # fmt: skip


def _roles(edge: Edge) -> str:
    """Tell the roles of both sides, the side that is named first on the left."""
    told = [f"{PartyRole(one).label.lower()} and {PartyRole(other).label.lower()} in {number}"
            for (one, other), number in list(edge.roles.items())[:_ROLES]]  # fmt: skip
    return f"As {'; '.join(told)}." if told else ""


def _notes(found: Network) -> list[str]:
    """Say what a line is, and what is beyond the limit that was asked for."""
    about = ", and claims about both" if any(edge.claims for edge in found.edges) else ""
    notes = [f"Lines: agreements that both are parties of{about}."]
    beyond = found.counts["nodes"] - len(found.nodes)
    if beyond:
        notes.append(f"Beyond the limit asked for: {counted(beyond, 'more name')}.")
    unpaired = found.counts["agreements"] - found.counts["paired_agreements"]
    if unpaired:
        notes.append(f"Left out: {agreements(unpaired)} of fewer than two.")
    return notes
