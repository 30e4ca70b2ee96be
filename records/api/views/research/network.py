"""Who has to do with whom: countries or organizations that meet in agreements and claims."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse, QueryDict

from records.analysis.actors import Level, read_actors
from records.analysis.network.graph import Network, network
from records.analysis.network.selection import Selection
from records.api.errors import ErrorItem
from records.api.filters.actor_level import ActorLevel
from records.api.filters.double_counting import GUARDED, DoubleCounting
from records.api.filters.engine import NEGATION
from records.api.filters.network import (
    NETWORK_FILTERS,
    network_filter_names,
    network_records,
)
from records.api.filters.own import SomeOf, WholeNumber
from records.api.filters.parameters import parameter
from records.api.formats.graphs import Dicts, Gexf, GraphMl, gexf, graphml
from records.api.formats.preamble import Preamble
from records.api.formats.renderers import Csv, Format, Json, Svg
from records.api.schema.formats import format_parameter
from records.api.schema.operation import Operation
from records.api.schema.records import vocabulary
from records.api.serializers.network import (
    EdgeSerializer,
    NetworkSerializer,
    shown_edge,
    shown_node,
)
from records.api.views.research.base import Answer, Asked, ResearchViewSet
from records.enums import PartyRole
from records.models import Agreement, Claim
from records.pictures.contacts import network_picture

DEFAULT_LIMIT, MAX_LIMIT = 100, 1000
AGREEMENTS, CLAIMS = "agreements", "claims"


def _file(
    form: type[Format], write: Callable[[Dicts, Dicts, Preamble], bytes]
) -> Callable[[Preamble, Answer], HttpResponse]:
    def written(preamble: Preamble, answer: Answer) -> HttpResponse:
        return HttpResponse(
            write(answer.about["nodes"], answer.results, preamble),
            content_type=form.media_type,
            headers={
                "Cache-Control": "no-store",
                "Content-Disposition": f'attachment; filename="network.{form.format}"',
            },
        )

    return written


class NetworkViewSet(ResearchViewSet):
    """The network of countries or organizations."""

    tag = "network"
    renderer_classes = (Json, Csv, GraphMl, Gexf, Svg)
    writers = {GraphMl: _file(GraphMl, graphml), Gexf: _file(Gexf, gexf)}
    row = EdgeSerializer
    own = {
        "of": SomeOf(
            [AGREEMENTS, CLAIMS],
            most=2,
            default=[AGREEMENTS, CLAIMS],
            help_text="What makes edges; both when not given.",
        ),
        "at": ActorLevel(),
        "role": SomeOf(
            PartyRole,
            most=len(PartyRole),
            default=[],
            help_text="Of agreements, only parties in one of these roles count.",
        ),
        "double_counting": DoubleCounting(
            help_text="`guarded` leaves out claims that corroborate, duplicate or derive from "
            "another one that matches, and those that another one that matches corrects, updates, "
            "narrows or retracts; `counted` counts every claim.",
        ),
        "limit": WholeNumber(
            1, MAX_LIMIT, default=DEFAULT_LIMIT, help_text="Most nodes that are shown."
        ),
    }
    described = Operation(
        id="getNetwork",
        summary="See who has to do with whom",
        description=(
            "A network of countries or organizations that are parties of one agreement, or that "
            "one claim is about, over published agreements and claims; who said a claim is no "
            "link. Two organizations of one country that meet are no edge by country: their "
            "meetings are counted at its node as `internal`. By country a claim is also about the "
            "countries that it names. The heaviest nodes are kept, with the edges among them; "
            "`degree` and `weight` of a node are those in the whole network. Filters mean what "
            "they mean for agreements and for claims; those that only one of the two has narrow "
            "that one alone, and `of` leaves out the other. Names of filters by which the two mean "
            "something different begin with `agreement_` and `claim_`."
        ),
        answer=lambda resolve: resolve(NetworkSerializer),
    )

    def operation(self, action: str) -> Operation:  # noqa: ARG002 there is one action only
        """Describe the action for the schema."""
        own = [parameter(name, each, vocabulary) for name, each in self.own.items()]
        parameters = [
            *own,
            format_parameter(self.renderer_classes),
            *(
                parameter(name, each.described, vocabulary)
                for name, each in NETWORK_FILTERS.items()
            ),
        ]
        return replace(self.described, parameters=parameters, formats=self.renderer_classes)

    def filters(self) -> Collection[str]:
        """Name the filters, with negated forms."""
        return network_filter_names()

    def matching(self, query: QueryDict) -> tuple[QuerySet[Agreement], QuerySet[Claim]]:
        """Choose the published agreements and claims that match."""
        return network_records(query)

    def problems(self, own: Mapping[str, Any]) -> Iterable[ErrorItem]:
        """Refuse what would narrow records that make no edges."""
        for name, kind in _of_one():
            if kind not in own["of"] and self._is_given(name):
                detail = f"{name} only narrows {kind}; add {kind} to `of`, or leave {name} out."
                yield ErrorItem(f"?{name}", "narrows_nothing", detail)

    def answer(self, asked: Asked) -> Answer:
        """Find the network: two queries, and one each for repeated claims and for organizations."""
        own = asked.own
        agreements, claims = asked.records
        selection = Selection(
            agreements if AGREEMENTS in own["of"] else agreements.none(),
            claims if CLAIMS in own["of"] else claims.none(),
            Level(own["at"]),
            tuple(own["role"]),
            guarded=own["double_counting"] == GUARDED,
        )
        found = network(selection, own["limit"])
        actors = read_actors([node.actor for node in found.nodes])
        return Answer(
            [shown_edge(edge, actors[edge.source], actors[edge.target]) for edge in found.edges],
            {
                **own,
                **_counts(found),
                "nodes": [shown_node(node, actors[node.actor]) for node in found.nodes],
            },
            partial(network_picture, found, actors),
        )

    def _is_given(self, name: str) -> bool:
        return any(given.removesuffix(NEGATION) == name for given in self.request.query_params)


def _of_one() -> Iterator[tuple[str, str]]:
    """Name the parameters that narrow agreements or claims alone, with which of the two."""
    yield "role", AGREEMENTS
    for name, each in NETWORK_FILTERS.items():
        if not each.claims:
            yield name, AGREEMENTS
        elif not each.agreements:
            yield name, CLAIMS


def _counts(found: Network) -> dict[str, Any]:
    counts = found.counts
    represented = counts["restated"] + counts["replaced"]
    return {
        "total": {name: counts[name] for name in (AGREEMENTS, CLAIMS, "nodes", "edges")},
        "left_out": {
            "nodes": counts["nodes"] - len(found.nodes),
            "edges": counts["edges"] - len(found.edges),
            "agreements": counts["agreements"] - counts["paired_agreements"],
            "claims": counts["claims"] - counts["paired_claims"] - represented,
            "restated_claims": counts["restated"],
            "replaced_claims": counts["replaced"],
        },
    }
