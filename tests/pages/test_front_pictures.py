"""The pictures on the front page."""

import re
from xml.etree import ElementTree as ET

import pytest

from tests.factories import AgreementFactory, OrganizationFactory
from tests.pictures.svg import description, texts, titles
from tests.support.agreements import agreed

pytestmark = pytest.mark.django_db

FIGURE = re.compile(
    r"<figcaption>(.*?)</figcaption>.*?(<svg.*?</svg>).*?<tbody>(.*?)</tbody>"
    r".*?class=\"formats\">(.*?)</p>",
    re.DOTALL,
)


def paying(payer, receiver, **columns):
    return agreed((payer, "funder"), (receiver, "beneficiary"), **columns)


def figures(client):
    """Return each figure of the page: its question, its drawing, its rows, its links."""
    page = client.get("/").content.decode()
    return [
        (
            question,
            ET.fromstring(svg),
            [re.findall("<td>(.*?)</td>", row) for row in re.findall("<tr>(.*?)</tr>", rows)],
            [link.replace("&amp;", "&") for link in re.findall('href="(.*?)"', links)],
        )
        for question, svg, rows, links in FIGURE.findall(page)
    ]


@pytest.fixture
def paid(db):
    payer, receiver = (OrganizationFactory(country=code, kind="state") for code in ("GB", "UA"))
    paying(payer, receiver, status="signed", kind="loan")
    paying(payer, receiver, review_status="draft")


def test_pictures_and_tables_say_the_same(client, paid):
    contacts, payments, progress = figures(client)
    assert contacts[0] == "Who makes agreements with whom?"
    assert titles(contacts[1])[0] == (
        "United Kingdom and Ukraine: 1 agreement. As funder and beneficiary in 1."
    )
    assert contacts[2] == [["United Kingdom", "Ukraine", "1"]]
    assert payments[0] == "Who pays for whom?"
    assert titles(payments[1]) == [
        "Pays: United Kingdom. Receives: Ukraine. 1 agreement. No value is known."
    ]
    assert payments[2] == [["United Kingdom", "Ukraine", "1"]]
    assert progress[0] == "How far do agreements get?"
    assert titles(progress[1])[:2] == [
        "Announced: 1 agreement, 1 implied.",
        "Signed: 1 agreement, 1 implied. 1 waits here",
    ]
    assert progress[2][:3] == [
        ["Announced", "0", "1"],
        ["Signed", "0", "1"],
        ["In force", "0", "0"],
    ]


def test_pictures_are_described_for_those_who_do_not_see_them(client, paid):
    for _, svg, _, _ in figures(client):
        assert svg.get("role") == "img"
        ids = svg.get("aria-labelledby").split()
        assert {element.get("id") for element in svg.iter()} >= set(ids)
        assert "1 agreement" in description(svg)


def test_pictures_lead_to_their_numbers(client, paid):
    for _, _, _, links in figures(client):
        types = [client.get(link).headers["Content-Type"].partition(";")[0] for link in links]
        assert types == ["application/json", "text/csv", "image/svg+xml"]


def test_names_in_pictures_and_tables_are_only_text(client):
    name = "<script>alert(1)</script>"
    alliance = OrganizationFactory(name=name, country="", kind="alliance")
    paying(alliance, OrganizationFactory(country="UA", kind="state"))
    assert "<script" not in client.get("/").content.decode()
    (_, contacts, rows, _), *_ = figures(client)
    assert any(text.startswith("<script>") for text in texts(contacts))
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in rows[0]


@pytest.mark.parametrize("rows", [1, 3])
def test_pictures_take_as_many_queries_however_many_agreements(
    client, rows, django_assert_num_queries
):
    for _ in range(rows):
        paying(OrganizationFactory(country=""), OrganizationFactory(country=""))
    with django_assert_num_queries(14):
        client.get("/")


def test_register_without_agreements_has_no_pictures(client):
    AgreementFactory(review_status="draft")
    assert figures(client) == []
    assert "What it shows" not in client.get("/").content.decode()
