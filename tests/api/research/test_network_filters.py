"""Networks take the filters of agreements and of claims, and mean the same by them."""

import pytest
from django.http import QueryDict

from records.api.filters import FILTERS
from records.enums import PartyRole
from records.models import Agreement, Claim
from tests.api.filters import test_agreement, test_claim
from tests.api.filters.support import written

pytestmark = pytest.mark.django_db

PATH = "/api/v1/network/"
RENAMED = {
    Agreement: {
        "id": "agreement_id",
        "kind": "agreement_kind",
        "related_to": "agreement_related_to",
    },
    Claim: {
        "id": "claim_id",
        "kind": "claim_kind",
        "related_to": "claim_related_to",
        "country": "claim_country",
    },
}
FURTHER = {
    Agreement: [f"{role}=GB" for role in PartyRole.values],
    Claim: ["due_before=2025-06"],
}


def queries(model, matches):
    """List the queries that the list is tried with, one for each set of parameters."""
    asked = [*dict(matches), *FURTHER[model]]
    kept = {frozenset(written(query)): query for query in reversed(asked)}
    return [query for names, query in kept.items()
            if names and not any("review_status" in name for name in names)]  # fmt: skip


QUERIES = {
    Agreement: queries(Agreement, test_agreement.MATCHES),
    Claim: queries(Claim, test_claim.MATCHES),
}


def name_of(parameter):
    return parameter.removesuffix("!")


def renamed(query, names):
    """Write a query of a list as one of networks."""
    asked = QueryDict(mutable=True)
    for parameter, values in query.lists():
        name = name_of(parameter)
        asked.setlist(names.get(name, name) + parameter.removeprefix(name), values)
    return asked


def network_of(client, side, query):
    response = client.get(f"{PATH}?of={side}&at=organization&{query.urlencode()}")
    assert response.status_code == 200, (query, response.content)
    return response.json()


@pytest.mark.parametrize("model", QUERIES)
def test_every_filter_of_the_resource_is_tried(model):
    tried = {name_of(name) for query in QUERIES[model] for name in written(query)}
    assert tried == set(FILTERS[model].base_filters) - {"review_status"}


@pytest.mark.parametrize(
    ("model", "collection", "build_world"),
    [
        (Agreement, "agreements", test_agreement.build_world),
        (Claim, "claims", test_claim.build_world),
    ],
)
def test_filters_choose_what_the_list_finds(client, model, collection, build_world):
    world = build_world()
    key = RENAMED[model]["id"]
    for each in QUERIES[model]:
        query = written(world.fill(each))
        listed = client.get(f"/api/v1/{collection}/?page_size=500&{query.urlencode()}").json()
        numbers = ",".join(each["id"] for each in listed["results"])
        found = network_of(client, collection, renamed(query, RENAMED[model]))
        if numbers:
            assert found == network_of(client, collection, QueryDict(f"{key}={numbers}")), each
        else:
            assert found["total"][collection] == 0, each


@pytest.mark.parametrize("model", QUERIES)
def test_filters_of_one_leave_the_other_as_it_is(client, model):
    world = {Agreement: test_agreement, Claim: test_claim}[model].build_world()
    other = {Agreement: "claims", Claim: "agreements"}[model]
    whole = client.get(PATH).json()["total"][other]
    alike = {*FILTERS[Agreement].base_filters} & {*FILTERS[Claim].base_filters}
    alike -= {*RENAMED[model]}
    for each in QUERIES[model]:
        query = renamed(written(world.fill(each)), RENAMED[model])
        if not {"organization", *alike} & {name_of(name) for name in query}:
            assert network_of_both(client, query)["total"][other] == whole, each


def network_of_both(client, query):
    return client.get(f"{PATH}?{query.urlencode()}").json()
