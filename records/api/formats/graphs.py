"""Networks as files for programs that draw and measure graphs, such as Gephi.

Everything is a typed attribute of nodes and edges; edges have no direction.
"""

import re
from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import SubElement

from records.api.formats.preamble import Preamble
from records.api.formats.renderers import Format

Dicts = Iterable[Mapping[str, Any]]

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class GraphMl(Format):
    """The exchange format that most programs for graphs read."""

    media_type = "application/graphml+xml"
    format = "graphml"
    description = (
        "The network as GraphML: nodes and undirected edges with typed attributes, and in the "
        "graph's `about` what was asked, when, and what is left out."
    )


class Gexf(Format):
    """The format of Gephi."""

    media_type = "application/gexf+xml"
    format = "gexf"
    description = (
        "The network as GEXF 1.2: nodes and undirected edges with typed attributes, and in "
        "`description` what was asked, when, and what is left out."
    )


def graphml(nodes: Dicts, edges: Dicts, preamble: Preamble) -> bytes:
    """Write GraphML of nodes and edges as the API shows them, and what is to be said of them."""
    written = BytesIO()
    graph = _graph(nodes, edges)
    graph.graph["about"] = _about(preamble)
    _networkx().write_graphml_xml(graph, written, named_key_ids=True)
    return written.getvalue()


def gexf(nodes: Dicts, edges: Dicts, preamble: Preamble) -> bytes:
    """Write GEXF of nodes and edges as the API shows them, and what is to be said of them."""
    writer = _networkx().readwrite.gexf.GEXFWriter(_graph(nodes, edges), version="1.2draft")
    head = writer.xml.find("meta")
    head.find("creator").text = "Accord"
    SubElement(head, "description").text = _about(preamble)
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def _networkx() -> Any:
    import networkx as nx  # inline import: slow, and for two formats only

    return nx


def _graph(nodes: Dicts, edges: Dicts) -> Any:
    graph = _networkx().Graph()
    for node in nodes:
        graph.add_node(node["id"], **_node(node))
    for edge in edges:
        graph.add_edge(edge["source"], edge["target"], **_edge(edge))
    return graph


def _node(node: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "label": _text(node["name"]),
        "kind": node["kind"],
        "country": node["country"] or "",
        "url": node["url"],
        "degree": node["degree"],
        "weight": node["weight"],
        "agreements": node["agreements"],
        "claims": node["claims"],
        "internal_agreements": node["internal"]["agreements"],
        "internal_claims": node["internal"]["claims"],
        "roles": "; ".join(f"{each['role']} {each['agreements']}" for each in node["roles"]),
    }


def _edge(edge: Mapping[str, Any]) -> dict[str, Any]:
    source, target = edge["source"], edge["target"]
    return {
        "weight": edge["weight"],
        "agreements": edge["agreements"],
        "claims": edge["claims"],
        "signed_since": edge["signed"]["since"] or "",
        "signed_until": edge["signed"]["until"] or "",
        "occurred_since": edge["occurred"]["since"] or "",
        "occurred_until": edge["occurred"]["until"] or "",
        "roles": "; ".join(
            f"{source} {each['source_role']}, {target} {each['target_role']}: {each['agreements']}"
            for each in edge["roles"]
        ),
    }


def _about(preamble: Preamble) -> str:
    return _text("\n".join(preamble.lines()))


def _text(value: str) -> str:
    """Leave out what XML cannot hold, not even escaped."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", value)
