"""Networks: the answer as a whole, its files, what filters mean, and what is refused."""

import csv
from io import BytesIO

import defusedxml.ElementTree as Xml
import networkx as nx
import pytest
import time_machine

from tests.factories import (
    AgreementItemFactory,
    AgreementMilestoneFactory,
    CategoryFactory,
    ClaimFactory,
    ClaimRelationFactory,
    OrganizationFactory,
    WeaponSystemFactory,
)
from tests.support.agreements import agreed

pytestmark = pytest.mark.django_db

PATH = "/api/v1/network/"
NOW = "2025-04-04T12:00:00Z"


def signed(date):
    return {"milestones": [AgreementMilestoneFactory.build(kind="signature", date=date)]}


def ends(response):
    """Show edges in short: who, with how many agreements and claims."""
    assert response.status_code == 200, response.content
    return [
        (edge["source"], edge["target"], edge["agreements"], edge["claims"])
        for edge in response.json()["results"]
    ]


def test_answer_by_country(client, payer, maker, alliance):
    builder = OrganizationFactory(country="UA")
    agreed((payer, "funder"), (maker, "performer"), (builder, "performer"), **signed("2024-03"))
    ClaimFactory(organizations=[payer, alliance], countries=["GB", "UA"], occurred="2025")
    ClaimFactory(organizations=[payer])

    assert client.get(PATH).json() == {
        "of": ["agreements", "claims"],
        "at": "country",
        "role": [],
        "double_counting": "guarded",
        "limit": 100,
        "total": {"agreements": 1, "claims": 2, "nodes": 3, "edges": 3},
        "left_out": {
            "nodes": 0,
            "edges": 0,
            "agreements": 0,
            "claims": 1,
            "restated_claims": 0,
            "replaced_claims": 0,
        },
        "nodes": [
            {
                "id": "UA",
                "url": "/api/v1/organizations/?country=UA",
                "name": "Ukraine",
                "kind": "country",
                "country": "UA",
                "degree": 2,
                "weight": 3,
                "agreements": 1,
                "claims": 2,
                "internal": {"agreements": 1, "claims": 0},
                "roles": [{"role": "performer", "agreements": 1}],
            },
            {
                "id": "GB",
                "url": "/api/v1/organizations/?country=GB",
                "name": "United Kingdom",
                "kind": "country",
                "country": "GB",
                "degree": 2,
                "weight": 3,
                "agreements": 1,
                "claims": 2,
                "internal": {"agreements": 0, "claims": 0},
                "roles": [{"role": "funder", "agreements": 1}],
            },
            {
                "id": alliance.public_id,
                "url": f"/api/v1/organizations/{alliance.public_id}/",
                "name": "Alliance",
                "kind": "alliance",
                "country": None,
                "degree": 2,
                "weight": 2,
                "agreements": 0,
                "claims": 2,
                "internal": {"agreements": 0, "claims": 0},
                "roles": [],
            },
        ],
        "results": [
            {
                "source": "GB",
                "source_name": "United Kingdom",
                "target": "UA",
                "target_name": "Ukraine",
                "weight": 2,
                "agreements": 1,
                "claims": 1,
                "signed": {"since": "2024-03-01", "until": "2024-03-31"},
                "occurred": {"since": "2025-01-01", "until": "2025-12-31"},
                "roles": [{"source_role": "funder", "target_role": "performer", "agreements": 1}],
            },
            *(
                {
                    "source": code,
                    "source_name": name,
                    "target": alliance.public_id,
                    "target_name": "Alliance",
                    "weight": 1,
                    "agreements": 0,
                    "claims": 1,
                    "signed": {"since": None, "until": None},
                    "occurred": {"since": "2025-01-01", "until": "2025-12-31"},
                    "roles": [],
                }
                for code, name in (("GB", "United Kingdom"), ("UA", "Ukraine"))
            ),
        ],
    }


def test_answer_by_organization(client, payer, maker):
    agreed((payer, "funder"), (maker, "performer"))
    ClaimFactory(organizations=[payer, maker], countries=["PL"])
    expected = [(payer.public_id, maker.public_id, 1, 1)]
    assert ends(client.get(f"{PATH}?at=organization")) == expected


def test_chosen_records_make_edges(client, payer, maker):
    agreed((payer, "funder"), (maker, "performer"))
    ClaimFactory(organizations=[payer, maker])
    assert ends(client.get(f"{PATH}?of=agreements")) == [("GB", "UA", 1, 0)]
    assert ends(client.get(f"{PATH}?of=claims")) == [("GB", "UA", 0, 1)]


def test_chosen_roles_make_edges(client, payer, maker, alliance):
    agreed((payer, "signatory"), (maker, "signatory"), (alliance, "host"))
    assert ends(client.get(f"{PATH}?role=signatory")) == [("GB", "UA", 1, 0)]
    assert len(ends(client.get(PATH))) == 3


def test_limit_keeps_the_heaviest_nodes(client, payer, maker, alliance):
    agreed((payer, "funder"), (maker, "performer"))
    agreed((payer, "funder"), (maker, "performer"), (alliance, "host"))

    response = client.get(f"{PATH}?limit=2")

    assert ends(response) == [("GB", "UA", 2, 0)]
    left_out = response.json()["left_out"]
    assert (left_out["nodes"], left_out["edges"]) == (1, 2)


def test_restated_and_replaced_claims_count_once(client, payer, maker):
    first = ClaimFactory(organizations=[payer, maker])
    for kind in ("duplicates", "corrects"):
        relation = ClaimRelationFactory.build(kind=kind, other=first)
        ClaimFactory(organizations=[payer, maker], relations=[relation])

    response = client.get(PATH)

    assert ends(response) == [("GB", "UA", 0, 1)]
    left_out = response.json()["left_out"]
    assert (left_out["restated_claims"], left_out["replaced_claims"]) == (1, 1)
    assert ends(client.get(f"{PATH}?double_counting=counted")) == [("GB", "UA", 0, 3)]


@pytest.fixture
def named(payer, maker):
    """Store two agreements and two claims, and name what filters can ask for."""
    ministry = OrganizationFactory(country="GB")
    payer.parent = ministry
    payer.save()
    family = WeaponSystemFactory(category=CategoryFactory(code="artillery_x"))
    gun = WeaponSystemFactory(variant_of=family, category=family.category)
    agreed(
        (payer, "funder"), (maker, "performer"), **signed("2024-03"),
        items=[AgreementItemFactory.build(weapon_system=gun)],
    )  # fmt: skip
    agreed((payer, "funder"), (maker, "performer"), kind="procurement_contract", **signed("2024"))
    ClaimFactory(
        organizations=[payer, maker], weapon_systems=[gun], occurred="2025", kind="delivery"
    )
    ClaimFactory(countries=["GB", "PL"], occurred="2024")
    records = {"payer": payer, "ministry": ministry, "gun": gun, "family": family}
    return {name: each.public_id for name, each in records.items()}


@pytest.mark.parametrize(
    ("query", "agreements", "claims"),
    [
        ("country=GB", 2, 2),
        ("country=PL", 0, 1),
        ("country!=PL", 2, 1),
        ("country=GB&country=PL", 2, 2),
        ("country=GB&organization=PL", 0, 0),
        ("organization={payer}", 2, 1),
        ("organization!={payer}", 0, 1),
        ("organization={ministry}&include_children=true", 2, 1),
        ("organization={ministry}", 0, 0),
        ("weapon_system={gun}", 1, 1),
        ("weapon_system={family}&include_variants=true", 1, 1),
        ("category=artillery_x", 1, 1),
        ("signed_after=2024-06", 1, 2),
        ("occurred_before=2024-05", 2, 1),
        ("signed_before=2024-05&occurred_before=2024-05&date_match=certain", 1, 0),
        ("claim_country=GB", 2, 1),
        ("party={payer}", 2, 2),
        ("party=UA&organization=GB", 2, 1),
        ("said_by={payer}", 2, 0),
        ("agreement_kind=procurement_contract", 1, 2),
        ("claim_kind=delivery", 2, 1),
        ("agreement_kind!=procurement_contract&of=agreements", 1, 0),
    ],
)
def test_filters_mean_what_they_mean_elsewhere(client, named, query, agreements, claims):
    body = client.get(f"{PATH}?{query.format(**named)}").json()
    assert (body["total"]["agreements"], body["total"]["claims"]) == (agreements, claims)


def test_table_has_a_line_for_each_edge(client, payer, maker):
    agreed((payer, "funder"), (maker, "performer"), **signed("2024-03-04"))

    text = client.get(f"{PATH}?format=csv").content.decode()

    (line,) = csv.DictReader(line for line in text.splitlines() if not line.startswith("# "))
    assert line == {
        "source": "GB",
        "source_name": "United Kingdom",
        "target": "UA",
        "target_name": "Ukraine",
        "weight": "1",
        "agreements": "1",
        "claims": "0",
        "signed.since": "2024-03-04",
        "signed.until": "2024-03-04",
        "occurred.since": "",
        "occurred.until": "",
        "roles.source_role": "funder",
        "roles.target_role": "performer",
        "roles.agreements": "1",
    }


NODES = {
    "GB": {
        "label": "United Kingdom",
        "kind": "country",
        "country": "GB",
        "url": "/api/v1/organizations/?country=GB",
        "degree": 1,
        "weight": 2,
        "agreements": 1,
        "claims": 1,
        "internal_agreements": 0,
        "internal_claims": 0,
        "roles": "funder 1",
    },
    "UA": {
        "label": "Ukraine",
        "kind": "country",
        "country": "UA",
        "url": "/api/v1/organizations/?country=UA",
        "degree": 1,
        "weight": 2,
        "agreements": 1,
        "claims": 1,
        "internal_agreements": 0,
        "internal_claims": 0,
        "roles": "performer 1",
    },
}
EDGE = {
    "weight": 2,
    "agreements": 1,
    "claims": 1,
    "signed_since": "2024-03-01",
    "signed_until": "2024-03-31",
    "occurred_since": "",
    "occurred_until": "",
    "roles": "GB funder, UA performer: 1",
}
READERS = {"graphml": nx.read_graphml, "gexf": nx.read_gexf}


def file_of(client, form, query=""):
    with time_machine.travel(NOW, tick=False):
        response = client.get(f"{PATH}?format={form}{query}")
    assert response.status_code == 200
    assert response.headers["Content-Type"] == f"application/{form}+xml"
    assert response.headers["Content-Disposition"] == f'attachment; filename="network.{form}"'
    return response.content


@pytest.mark.parametrize("form", READERS)
def test_file_reads_back_as_the_same_network(client, payer, maker, form):
    agreed((payer, "funder"), (maker, "performer"), **signed("2024-03"))
    ClaimFactory(organizations=[payer, maker])

    graph = READERS[form](BytesIO(file_of(client, form)))

    assert not graph.is_directed()
    assert dict(graph.nodes(data=True)) == NODES
    ((source, target, edge),) = graph.edges(data=True)
    assert {source, target} == {"GB", "UA"}
    edge.pop("id", None)  # the number of the edge in a GEXF file
    assert edge == EDGE


@pytest.mark.parametrize("form", READERS)
def test_file_by_header(client, form):
    response = client.get(PATH, headers={"Accept": f"application/{form}+xml"})
    assert response.headers["Content-Type"] == f"application/{form}+xml"


@pytest.mark.parametrize("form", READERS)
def test_file_of_nothing_has_no_nodes(client, form):
    assert list(READERS[form](BytesIO(file_of(client, form)))) == []


@pytest.mark.parametrize("form", READERS)
def test_name_cannot_break_a_file(client, maker, form):
    name = 'A "B" <c> & d\ufffe\uffff]]> \U0001f600 \N{CYRILLIC CAPITAL LETTER YI}'
    odd = OrganizationFactory(country="", name=name)
    agreed((odd, "funder"), (maker, "performer"))

    graph = READERS[form](BytesIO(file_of(client, form, "&at=organization")))

    shown = name.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
    assert graph.nodes[odd.public_id]["label"] == shown


def test_graphml_says_what_was_asked_and_when(client):
    tree = Xml.fromstring(file_of(client, "graphml", "&country=UA"))
    graph = tree.find("{*}graph")
    assert graph.get("edgedefault") == "undirected"
    assert graph.findtext("{*}data") == (
        "Accord, API version 1\n"
        f"query: {PATH}?format=graphml&country=UA\n"
        "generated_at: 2025-04-04T12:00:00Z\n"
        "register: sequence=0, changed_at=null\n"
        "of: agreements, claims\n"
        "at: country\n"
        "double_counting: guarded\n"
        "limit: 100\n"
        "total: agreements=0, claims=0, nodes=0, edges=0\n"
        "left_out: nodes=0, edges=0, agreements=0, claims=0, restated_claims=0, replaced_claims=0"
    )


def test_graphml_types_its_attributes(client, payer, maker):
    agreed((payer, "funder"), (maker, "performer"))
    tree = Xml.fromstring(file_of(client, "graphml"))
    types = {
        (key.get("for"), key.get("attr.name")): key.get("attr.type")
        for key in tree.findall("{*}key")
    }
    assert types == {
        ("graph", "about"): "string",
        **{
            ("node", name): "string" if isinstance(value, str) else "long"
            for name, value in NODES["GB"].items()
        },
        **{
            ("edge", name): "string" if isinstance(value, str) else "long"
            for name, value in EDGE.items()
        },
    }


def test_gexf_has_the_structure_that_gephi_reads(client, payer, maker):
    agreed((payer, "funder"), (maker, "performer"))
    tree = Xml.fromstring(file_of(client, "gexf"))
    assert (tree.tag, tree.get("version")) == ("{http://www.gexf.net/1.2draft}gexf", "1.2")
    head, graph = tree
    assert (head.tag, head.get("lastmodifieddate")) == (
        "{http://www.gexf.net/1.2draft}meta", "2025-04-04",
    )  # fmt: skip
    assert head.findtext("{*}creator") == "Accord"
    assert "generated_at: 2025-04-04T12:00:00Z" in head.findtext("{*}description")
    assert graph.get("defaultedgetype") == "undirected"
    declared = {
        (group.get("class"), each.get("id"))
        for group in graph.findall("{*}attributes")
        for each in group
    }
    used = {
        (kind, each.get("for"))
        for kind in ("node", "edge")
        for each in graph.findall(f"{{*}}{kind}s/{{*}}{kind}/{{*}}attvalues/{{*}}attvalue")
    }
    assert used == declared
    nodes = [each.get("id") for each in graph.findall("{*}nodes/{*}node")]
    assert nodes == ["GB", "UA"]
    assert [(each.get("source"), each.get("target"), each.get("weight"))
            for each in graph.findall("{*}edges/{*}edge")] == [("GB", "UA", "1")]  # fmt: skip


def test_drafts_do_not_count_whoever_asks(client, viewer, payer, maker):
    agreed((payer, "funder"), (maker, "performer"), review_status="draft")
    ClaimFactory(organizations=[payer, maker], review_status="draft")
    assert client.get(PATH).json() == viewer.get(PATH).json()
    assert viewer.get(PATH).json()["total"] == {
        "agreements": 0, "claims": 0, "nodes": 0, "edges": 0,
    }  # fmt: skip


@pytest.mark.parametrize("count", [1, 3])
def test_answer_takes_four_queries(client, payer, maker, count, django_assert_num_queries):
    for _ in range(count):
        agreed((payer, "funder"), (maker, "performer"))
        ClaimFactory(organizations=[payer, maker])
    with django_assert_num_queries(4):
        client.get(f"{PATH}?at=organization")


@pytest.mark.parametrize(
    ("query", "pointer", "code"),
    [
        ("of=sources", "?of", "invalid_choice"),
        ("at=continent", "?at", "invalid_choice"),
        ("role=payer", "?role", "invalid_choice"),
        ("limit=1001", "?limit", "number_out_of_range"),
        ("country=XX", "?country", "invalid_country"),
        ("organization=AGR-1", "?organization", "wrong_record_type"),
        ("weapon_system=L119", "?weapon_system", "invalid_id"),
        ("category=nothing", "?category", "unknown_category"),
        ("after=2025", "?after", "unknown_parameter"),
        ("signed_after=2025&signed_before=2024", "?signed_after", "range_reversed"),
        ("occurred_after=April", "?occurred_after", "invalid_edtf"),
        ("value_min=5", "?value_min", "currency_missing"),
        ("agreement_kind=delivery", "?agreement_kind", "invalid_choice"),
        ("claim_kind=loan", "?claim_kind", "invalid_choice"),
        ("kind=loan", "?kind", "unknown_parameter"),
        ("review_status=draft", "?review_status", "unknown_parameter"),
        ("format=svgz", "?format", "invalid_choice"),
        ("of=claims&role=funder", "?role", "narrows_nothing"),
        ("of=claims&agreement_kind!=loan", "?agreement_kind", "narrows_nothing"),
        ("of=agreements&claim_kind=delivery", "?claim_kind", "narrows_nothing"),
        ("of=agreements&modality!=plan", "?modality", "narrows_nothing"),
        ("of=agreements&occurred_after=2024", "?occurred_after", "narrows_nothing"),
        ("of=claims&status=signed", "?status", "narrows_nothing"),
    ],
)
def test_query_that_is_wrong(client, query, pointer, code):
    response = client.get(f"{PATH}?{query}")
    assert response.status_code == 400
    assert [(each["pointer"], each["code"]) for each in response.json()["errors"]] == [
        (pointer, code)
    ]
