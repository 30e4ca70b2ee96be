"""`facets=…` on lists: how the records that match are distributed."""

from collections import Counter

import pytest

from records.analysis.facets import MOST_VALUES
from records.analysis.groups.catalogue import KEYS
from records.api.views.history import PAST_PARAMETERS
from tests.factories import (
    AgreementAreaFactory,
    AgreementFactory,
    AgreementItemFactory,
    AgreementMilestoneFactory,
    AgreementPartyFactory,
    CategoryFactory,
    CitationFactory,
    ClaimFactory,
    OrganizationFactory,
    SourceFactory,
    StateFactory,
    WeaponSystemFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def register(db):
    """Records of every type that have several values, one, or none."""
    gun, drone, deep = (
        CategoryFactory(code=code)
        for code in ("artillery.towed", "uas.one_way_attack", "uas.one_way_attack.small")
    )
    for code in ("artillery", "uas"):
        CategoryFactory(code=code)
    ukraine, britain = StateFactory(country="UA"), StateFactory(country="GB")
    maker, alliance = OrganizationFactory(country="GB"), OrganizationFactory(kind="alliance")
    trusted = SourceFactory(reliability="A", publisher="Gazette", published="2025-04-04")
    doubted = SourceFactory(reliability="E", publisher="Gazette", published="2024-12/2025-01")
    SourceFactory(language="uk-Latn", kind="wire", published="2024~")
    howitzer = WeaponSystemFactory(category=gun, origin="GB", manufacturers=[maker, ukraine])
    glider = WeaponSystemFactory(category=deep, development_status="production")
    AgreementFactory(
        status="signed",
        place="UA",
        parties=[
            AgreementPartyFactory.build(organization=britain, role="signatory"),
            AgreementPartyFactory.build(organization=britain, role="funder"),
            AgreementPartyFactory.build(organization=maker, role="performer"),
            AgreementPartyFactory.build(organization=alliance, role="signatory"),
        ],
        areas=[AgreementAreaFactory.build()],
        items=[
            AgreementItemFactory.build(weapon_system=howitzer, category=gun),
            AgreementItemFactory.build(category=drone),
        ],
        milestones=[AgreementMilestoneFactory.build(date="2025-04")],
    )
    AgreementFactory(parties=[AgreementPartyFactory.build(organization=alliance)])
    ClaimFactory(
        kind="delivery",
        said_by=ukraine,
        occurred="2025-04",
        organizations=[maker, ukraine],
        weapon_systems=[howitzer, glider],
        categories=[drone, gun],
        countries=["UA", "GB"],
        citations=[
            CitationFactory.build(source=trusted),
            CitationFactory.build(source=trusted),
            CitationFactory.build(source=doubted),
        ],
    )
    ClaimFactory(kind="delivery", occurred="2024-12/2025-01", countries=["UA"], language="uk")
    ClaimFactory(modality="plan", occurred="2025/..", outcome="open")
    ClaimFactory()


def documents(client, subject, **query):
    return client.get(subject.path, {"page_size": 500, **query}).json()["results"]


def year(date):
    if not date or not (date["earliest"] or date["latest"]):
        return []
    ends = {(end or "open")[:4] for end in (date["earliest"], date["latest"])}
    return ends if len(ends) == 1 else ["imprecise"]


def signed(agreement):
    return next(
        (row["date"] for row in agreement["milestones"] if row["kind"] == "signature"), None
    )


def tops(*codes):
    return {code.split(".")[0] for code in codes if code}


def parties(agreement, read):
    return {read(party) for party in agreement["parties"]}


def of_items(agreement):
    return tops(
        *(item["category"] for item in agreement["items"]),
        *(item["weapon_system"]["category"] for item in agreement["items"]
          if item["weapon_system"]),
    )  # fmt: skip


def one(name):
    return lambda document: [document[name]] if document[name] else []


def ids(name):
    return lambda document: {each["id"] for each in document[name]}


READ = {
    "agreements": {
        "kind": one("kind"),
        "status": one("status"),
        "area": lambda document: document["areas"],
        "country": lambda document: (
            parties(document, lambda each: each["organization"]["country"]) - {None}
        ),
        "role": lambda document: parties(document, lambda each: each["role"]),
        "category": of_items,
        "place": one("place"),
        "year": lambda document: year(signed(document)),
    },
    "organizations": {"kind": one("kind"), "country": one("country")},
    "weapon-systems": {
        "category": lambda document: tops(document["category"]),
        "origin": one("origin"),
        "development_status": one("development_status"),
        "manufacturer": ids("manufacturers"),
    },
    "claims": {
        "kind": one("kind"),
        "modality": one("modality"),
        "country": lambda document: document["countries"],
        "organization": ids("organizations"),
        "weapon_system": ids("weapon_systems"),
        "category": lambda document: tops(
            *document["categories"], *(each["category"] for each in document["weapon_systems"])
        ),
        "said_by": lambda document: [document["said_by"]["id"]] if document["said_by"] else [],
        "year": lambda document: year(document["occurred"]),
        "reliability": lambda document: {
            citation["source"]["reliability"] for citation in document["citations"]
        },
        "language": one("language"),
        "outcome": one("outcome"),
    },
    "sources": {
        "kind": one("kind"),
        "publisher": one("publisher"),
        "reliability": one("reliability"),
        "language": one("language"),
        "year": lambda document: year(document["published"]),
    },
}
"""What a document says under each facet, read without the database."""


def counted(documents, read):
    values = [set(read(document)) for document in documents]
    return Counter(value for each in values for value in each), values.count(set())


def test_facets_count_what_documents_say(client, register, subject):
    expanded = {"expand": "citations.source"} if str(subject) == "claims" else {}
    found = documents(client, subject, **expanded)
    read = READ[str(subject)]
    assert list(read) == list(KEYS[subject.resource.model])

    facets = client.get(subject.path, {"facets": ",".join(read)}).json()["facets"]

    for name, facet in facets.items():
        values, unknown = counted(found, read[name])
        assert {each["value"]: each["count"] for each in facet["values"]} == values, name
        assert (facet["unknown"], facet["more_values"], facet["others"]) == (unknown, 0, 0), name


def test_facets_are_named_and_ordered(client):
    maker = OrganizationFactory(name="Maker", country="GB")
    for _ in range(2):
        ClaimFactory(kind="delivery", organizations=[maker], countries=["UA", "GB"])
    ClaimFactory(kind="aid", occurred="2025", countries=["UA"])
    query = {"facets": "kind,country,organization,year", "fields": "id", "page_size": 1}

    body = client.get("/api/v1/claims/", query | {"count": "true"}).json()

    def value(value, count, name=None, url=None):
        return {"value": value, "name": name, "url": url, "count": count}

    def facet(*values, unknown=0):
        return {"values": list(values), "unknown": unknown, "more_values": 0, "others": 0}

    path = f"/api/v1/organizations/{maker.public_id}/"
    assert list(body) == ["count", "facets", "next", "results"]
    assert body["facets"] == {
        "kind": facet(value("delivery", 2, "Delivery"), value("aid", 1, "Aid")),
        "country": facet(value("UA", 3, "Ukraine"), value("GB", 2, "United Kingdom")),
        "organization": facet(value(maker.public_id, 2, "Maker", path), unknown=1),
        "year": facet(value("2025", 1), unknown=2),
    }


def test_what_is_beyond_the_limit_is_counted(client):
    codes = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL"
    countries = codes.split()
    for code in reversed(countries):
        OrganizationFactory(country=code)
    OrganizationFactory(country="PL")
    OrganizationFactory()

    facet = client.get("/api/v1/organizations/?facets=country").json()["facets"]["country"]

    shown = [each["value"] for each in facet.pop("values")]
    assert shown == ["PL", *countries[: MOST_VALUES - 1]]
    assert facet == {"unknown": 1, "more_values": 2, "others": 2}


def test_facets_follow_the_filters(client):
    for kind in ("aid", "aid", "delivery"):
        ClaimFactory(kind=kind, countries=["UA", "GB"] if kind == "aid" else ["PL"])
    query = {"facets": "country", "country": "UA", "kind": "aid", "ordering": "-occurred"}

    found = client.get("/api/v1/claims/", query).json()["facets"]["country"]["values"]

    assert [(each["value"], each["count"]) for each in found] == [("GB", 2), ("UA", 2)]


@pytest.mark.parametrize("count", [1, 3])
def test_facets_take_one_query_each(client, subject, count, django_assert_num_queries):
    for _ in range(count):
        subject.make()
    names = list(KEYS[subject.resource.model])
    with django_assert_num_queries(1 + len(names)):
        body = client.get(subject.path, {"facets": ",".join(names)}).json()
    assert list(body["facets"]) == names


def test_facets_of_nothing(client, subject):
    name = next(iter(KEYS[subject.resource.model]))
    nothing = {"values": [], "unknown": 0, "more_values": 0, "others": 0}
    assert client.get(subject.path, {"facets": name}).json()["facets"] == {name: nothing}
    prefix = subject.resource.model.record_type
    query = {"facets": name, "id": f"{prefix}-9"}
    assert client.get(subject.path, query).json()["facets"] == {name: nothing}


def test_drafts_count_only_for_those_who_may_see_them(client, viewer, subject):
    record = subject.make()
    name = next(iter(KEYS[subject.resource.model]))
    query = {"facets": name, "id": record.public_id}
    subject.resource.model.objects.update(review_status="draft")

    def total(asks):
        facet = asks.get(subject.path, query).json()["facets"][name]
        return facet["unknown"] + sum(each["count"] for each in facet["values"])

    assert (total(client), total(viewer)) == (0, 1)


@pytest.mark.parametrize(
    ("query", "pointer", "code", "detail"),
    [
        (
            "facets=knd",
            "?facets",
            "unknown_facet",
            "There is no facet 'knd'; did you mean kind?",
        ),
        (
            "facets=",
            "?facets",
            "unknown_facet",
            "There is no facet ''; did you mean country, kind?",
        ),
        (
            "facets=kind&known_at=2020-01-01T00:00:00Z",
            "?facets",
            "not_with_known_at",
            f"With known_at a list takes {', '.join(PAST_PARAMETERS)} only.",
        ),
    ],
)
def test_facets_that_cannot_be_counted_are_refused(client, query, pointer, code, detail):
    response = client.get(f"/api/v1/organizations/?{query}")
    assert response.status_code == 400
    assert response.json()["errors"] == [{"pointer": pointer, "code": code, "detail": detail}]
