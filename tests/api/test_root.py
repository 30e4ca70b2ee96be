"""The start of the API leads to everything else."""

import pytest

from records.api.urls import RESEARCH, router

ROOT = "/api/v1/"


def links(client):
    return {link["name"]: link for link in client.get(ROOT).json()["links"]}


def test_root_is_answered_whole(client):
    response = client.get(ROOT)
    assert (response.status_code, response.headers["Content-Type"]) == (200, "application/json")
    assert response.json() == {
        "links": [
            {
                "name": "agreements",
                "url": "/api/v1/agreements/",
                "description": "Agreements, contracts, memoranda and aid packages, with their "
                "parties and milestones.",
            },
            {
                "name": "organizations",
                "url": "/api/v1/organizations/",
                "description": "States, ministries, companies and all other actors, with their "
                "names and identifiers.",
            },
            {
                "name": "weapon-systems",
                "url": "/api/v1/weapon-systems/",
                "description": "Named types and families of weapons and equipment, with their "
                "makers and categories.",
            },
            {
                "name": "claims",
                "url": "/api/v1/claims/",
                "description": "Sourced statements, verbatim, with what they are about and their "
                "figures.",
            },
            {
                "name": "sources",
                "url": "/api/v1/sources/",
                "description": "The publications that claims cite, with their grade of "
                "reliability.",
            },
            {
                "name": "search",
                "url": "/api/v1/search/?q=L119",
                "description": "Records of all types by words, in any script; `q` on each list "
                "does the same for one.",
            },
            {
                "name": "autocomplete",
                "url": "/api/v1/autocomplete/?q=ministr",
                "description": "Names that begin with what is typed, with what they name.",
            },
            {
                "name": "changes",
                "url": "/api/v1/changes/",
                "description": "Every change of a public record, numbered without gaps, for "
                "mirrors to follow.",
            },
            {
                "name": "coverage",
                "url": "/api/v1/coverage/",
                "description": "What claims do not bear out yet: fields without evidence, single "
                "sources, disputes.",
            },
            {
                "name": "ladder",
                "url": "/api/v1/ladder/",
                "description": (
                    "How far agreements have come, from announced to delivered, and since when "
                    "they wait."
                ),
            },
            {
                "name": "ladder-summary",
                "url": "/api/v1/ladder/summary/",
                "description": "How many agreements have come to each step, how many wait there, "
                "and for how long.",
            },
            {
                "name": "roles",
                "url": "/api/v1/agreements/roles/?row=funder&column=performer",
                "description": "Who has one role in agreements for whom in another: who pays for "
                "whom.",
            },
            {
                "name": "groups",
                "url": "/api/v1/claims/groups/",
                "description": "Claims counted by one or two features, and their figures summed, "
                "nothing twice.",
            },
            {
                "name": "series",
                "url": "/api/v1/measures/series/?metric=production_output",
                "description": "Figures of one metric over time, in lines that join only what can "
                "be compared.",
            },
            {
                "name": "conflicts",
                "url": "/api/v1/conflicts/",
                "description": "Claims whose figures cannot both hold, with what settles them.",
            },
            {
                "name": "promises",
                "url": "/api/v1/promises/",
                "description": (
                    "Plans, commitments, targets and forecasts: when they are due, and what "
                    "became of them."
                ),
            },
            {
                "name": "promises-summary",
                "url": "/api/v1/promises/summary/",
                "description": "How many promises were kept, by who made them or what they are "
                "about.",
            },
            {
                "name": "network",
                "url": "/api/v1/network/",
                "description": "Who has to do with whom: countries or organizations that meet in "
                "agreements and claims.",
            },
            {
                "name": "categories",
                "url": "/api/v1/categories/",
                "description": "The tree of weapon categories and its crosswalk to UNROCA, SIPRI "
                "and the EU list.",
            },
            {
                "name": "vocabularies",
                "url": "/api/v1/vocabularies/",
                "description": "Every closed list of codes, with the label and the definition of "
                "each code.",
            },
            {
                "name": "schema",
                "url": "/api/v1/schema/",
                "description": "This API in OpenAPI 3.1, as JSON or, for `Accept: "
                "application/yaml`, as YAML.",
            },
            {
                "name": "docs",
                "url": "/api/docs/",
                "description": "Documentation to try requests in, for a browser.",
            },
            {
                "name": "reference",
                "url": "/api/redoc/",
                "description": "Documentation to read, for a browser.",
            },
        ]
    }


def test_root_links_to_every_collection(client):
    collections = {prefix: f"{ROOT}{prefix}/" for prefix, _, _ in router.registry}
    shown = links(client)
    assert {name: shown[name]["url"] for name in collections} == collections


@pytest.mark.django_db
def test_every_link_leads_somewhere(client):
    for link in links(client).values():
        assert client.get(link["url"]).status_code == 200, link


def test_every_question_is_linked(client):
    linked = {link["url"].partition("?")[0] for link in links(client).values()}
    assert {f"{ROOT}{address}" for address in RESEARCH} <= linked


def test_root_asks_the_database_nothing(client):
    # Without the database fixture any query fails.
    assert client.get(ROOT).status_code == 200


def test_root_is_not_sent_again(client):
    etag = client.get(ROOT).headers["ETag"]
    response = client.get(ROOT, headers={"If-None-Match": etag})
    assert (response.status_code, response.content) == (304, b"")


def test_root_refuses_parameters(client):
    response = client.get(f"{ROOT}?format=json")
    assert (response.status_code, response.json()["errors"]) == (
        400,
        [
            {
                "pointer": "?format",
                "code": "unknown_parameter",
                "detail": "There is no parameter 'format'; none is taken here.",
            }
        ],
    )
