"""Where the API begins."""

from functools import cache
from typing import Any

import orjson
from django.http import HttpResponse
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.viewsets import ViewSet

from records.api.conditional import json_answer
from records.api.query import refuse_parameters
from records.api.query_string import validated_query
from records.api.schema.operation import Operation
from records.representations.links import API_ROOT

LINKS = {
    "agreements": (
        f"{API_ROOT}/agreements/",
        "Agreements, contracts, memoranda and aid packages, with their parties and milestones.",
    ),
    "organizations": (
        f"{API_ROOT}/organizations/",
        "States, ministries, companies and all other actors, with their names and identifiers.",
    ),
    "weapon-systems": (
        f"{API_ROOT}/weapon-systems/",
        "Named types and families of weapons and equipment, with their makers and categories.",
    ),
    "claims": (
        f"{API_ROOT}/claims/",
        "Sourced statements, verbatim, with what they are about and their figures.",
    ),
    "sources": (
        f"{API_ROOT}/sources/",
        "The publications that claims cite, with their grade of reliability.",
    ),
    "search": (
        f"{API_ROOT}/search/?q=L119",
        "Records of all types by words, in any script; `q` on each list does the same for one.",
    ),
    "autocomplete": (
        f"{API_ROOT}/autocomplete/?q=ministr",
        "Names that begin with what is typed, with what they name.",
    ),
    "changes": (
        f"{API_ROOT}/changes/",
        "Every change of a public record, numbered without gaps, for mirrors to follow.",
    ),
    "coverage": (
        f"{API_ROOT}/coverage/",
        "What claims do not bear out yet: fields without evidence, single sources, disputes.",
    ),
    "ladder": (
        f"{API_ROOT}/ladder/",
        "How far agreements have come, from announced to delivered, and since when they wait.",
    ),
    "ladder-summary": (
        f"{API_ROOT}/ladder/summary/",
        "How many agreements have come to each step, how many wait there, and for how long.",
    ),
    "roles": (
        f"{API_ROOT}/agreements/roles/?row=funder&column=performer",
        "Who has one role in agreements for whom in another: who pays for whom.",
    ),
    "groups": (
        f"{API_ROOT}/claims/groups/",
        "Claims counted by one or two features, and their figures summed, nothing twice.",
    ),
    "series": (
        f"{API_ROOT}/measures/series/?metric=production_output",
        "Figures of one metric over time, in lines that join only what can be compared.",
    ),
    "conflicts": (
        f"{API_ROOT}/conflicts/",
        "Claims whose figures cannot both hold, with what settles them.",
    ),
    "promises": (
        f"{API_ROOT}/promises/",
        "Plans, commitments, targets and forecasts: when they are due, and what became of them.",
    ),
    "promises-summary": (
        f"{API_ROOT}/promises/summary/",
        "How many promises were kept, by who made them or what they are about.",
    ),
    "network": (
        f"{API_ROOT}/network/",
        "Who has to do with whom: countries or organizations that meet in agreements and claims.",
    ),
    "categories": (
        f"{API_ROOT}/categories/",
        "The tree of weapon categories and its crosswalk to UNROCA, SIPRI and the EU list.",
    ),
    "vocabularies": (
        f"{API_ROOT}/vocabularies/",
        "Every closed list of codes, with the label and the definition of each code.",
    ),
    "schema": (
        f"{API_ROOT}/schema/",
        "This API in OpenAPI 3.1, as JSON or, for `Accept: application/yaml`, as YAML.",
    ),
    "docs": ("/api/docs/", "Documentation to try requests in, for a browser."),
    "reference": ("/api/redoc/", "Documentation to read, for a browser."),
}
"""Path and description of everything that a client can start from, by name."""


class LinkSerializer(serializers.Serializer[Any]):
    """Something to start from."""

    name = serializers.CharField(help_text="Name of the collection or page.")
    url = serializers.SerializerMethodField(help_text="Path, from the root of the host.")
    description = serializers.CharField(help_text="What is found there.")

    @extend_schema_field({"type": "string", "format": "uri-reference"})
    def get_url(self, link: dict[str, str]) -> str:
        """Path of the collection or page."""
        return link["url"]


class RootSerializer(serializers.Serializer[Any]):
    """What the API offers."""

    links = LinkSerializer(many=True)


class RootViewSet(ViewSet):
    """The start of the API."""

    tag = "root"

    def operation(self, action: str) -> Operation:  # noqa: ARG002 there is one action only
        """Describe the action for the schema."""
        return Operation(
            id="getRoot",
            summary="Get the start of the API",
            description="A link to every collection, to the schema and to the documentation.",
            answer=lambda resolve: resolve(RootSerializer),
        )

    def list(self, request: Request) -> HttpResponse:
        """Answer with the links."""
        refuse_parameters(validated_query(request))
        return json_answer(request, _body())


@cache
def _body() -> bytes:
    links = [
        {"name": name, "url": url, "description": description}
        for name, (url, description) in LINKS.items()
    ]
    return orjson.dumps(RootSerializer().to_representation({"links": links}))
