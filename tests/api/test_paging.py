"""Pages by keyset: every row once, under every ordering, however the keys repeat."""

from urllib.parse import parse_qs, urlsplit

import pytest

from records.api.pagination import Ordering, Place, write_cursor
from records.api.resources import CLAIMS, RESOURCES
from tests.factories import (
    AgreementFactory,
    AgreementMilestoneFactory,
    ClaimFactory,
    OrganizationFactory,
    SourceFactory,
    WeaponSystemFactory,
)

pytestmark = pytest.mark.django_db

DATES = ["2024", "", "2023-05-01", "2024", "2025/..", "", "../2020", "2024-12-31"]
NAMES = ["beta", "Alpha", "Ärmel", "alpha", "beta", "\u0416", "Zulu", "beta"]


def make_agreements():
    for date, title in zip(DATES, NAMES, strict=True):
        milestone = AgreementMilestoneFactory.build(kind="signature", date=date, claim=None)
        AgreementFactory(title=title, milestones=[milestone])


MAKERS = {
    "agreements": make_agreements,
    "organizations": lambda: [OrganizationFactory(name=name) for name in NAMES],
    "weapon-systems": lambda: [WeaponSystemFactory(designation=name) for name in NAMES],
    "claims": lambda: [ClaimFactory(occurred=date) for date in DATES],
    "sources": lambda: [
        SourceFactory(published=date, title=title) for date, title in zip(DATES, NAMES, strict=True)
    ],
}

ORDERINGS = [(resource, ordering) for resource in RESOURCES for ordering in resource.ordering_names]


def walk(client, path):
    """Follow the links from page to page; return the ids met."""
    ids = []
    while path:
        body = client.get(path).json()
        ids.append([record["id"] for record in body["results"]])
        path = body["next"]
        assert len(ids) < 20, "the pages do not end"
    return ids


@pytest.mark.parametrize(
    ("resource", "ordering"), ORDERINGS, ids=[f"{r.collection}-{o}" for r, o in ORDERINGS]
)
def test_walk_meets_every_row_once_in_order(client, resource, ordering):
    MAKERS[resource.collection]()
    rows = resource.model.objects.published()
    total = rows.count()
    pages = walk(client, f"/api/v1/{resource.collection}/?ordering={ordering}&page_size=3")
    assert [len(page) for page in pages] == [3] * (total // 3) + ([total % 3] if total % 3 else [])
    column = resource.orderings[ordering.removeprefix("-")]
    expected = sorted(
        rows,
        key=lambda record: (getattr(record, column), record.pk),
        reverse=ordering.startswith("-"),
    )
    assert [each for page in pages for each in page] == [record.public_id for record in expected]


def test_next_link_keeps_the_other_parameters(client):
    for _ in range(3):
        ClaimFactory(kind="aid", occurred="2024")
    path = "/api/v1/claims/?kind=aid&fields=id,kind&page_size=2"
    body = client.get(path).json()
    query = parse_qs(urlsplit(body["next"]).query)
    assert query.pop("cursor")
    assert query == {"kind": ["aid"], "fields": ["id,kind"], "page_size": ["2"]}
    second = client.get(body["next"]).json()
    assert (len(second["results"]), second["next"]) == (1, None)


def test_last_page_that_is_full_has_no_next(client):
    for _ in range(2):
        OrganizationFactory()
    assert client.get("/api/v1/organizations/?page_size=2").json()["next"] is None


def test_row_added_before_the_place_does_not_shift_the_page(client):
    claims = [ClaimFactory(occurred=f"2024-0{month}-01") for month in (1, 2, 3)]
    first = client.get("/api/v1/claims/?page_size=1").json()
    ClaimFactory(occurred="2025")
    second = client.get(first["next"]).json()
    assert [second["results"][0]["id"]] == [claims[1].public_id]


GOOD = write_cursor(Ordering.of(CLAIMS, "-occurred"), Place("2024-01-01", 5))


@pytest.mark.parametrize(
    ("cursor", "code"),
    [
        ("", "invalid_cursor"),
        ("x", "invalid_cursor"),
        ("%00", "forbidden_character"),
        ("é", "invalid_cursor"),
        ("A" * 5000, "invalid_cursor"),
        (GOOD[:-3], "invalid_cursor"),
        ("W10", "invalid_cursor"),
        ("WyItb2NjdXJyZWQiLDEsMV0", "invalid_cursor"),
        ("WyItb2NjdXJyZWQiLCJ4IiwxXQ", "invalid_cursor"),
        ("WyItb2NjdXJyZWQiLCIyMDI0LTAxLTAxIiwwXQ", "invalid_cursor"),
        ("WyItb2NjdXJyZWQiLCIyMDI0LTAxLTAxIix0cnVlXQ", "invalid_cursor"),
        (
            "WyItb2NjdXJyZWQiLCIyMDI0LTAxLTAxIiwxMjM0NTY3ODkwMTIzNDU2Nzg5MDEyMzQ1XQ",
            "invalid_cursor",
        ),
        (write_cursor(Ordering.of(CLAIMS, "id"), Place(5, 5)), "cursor_mismatch"),
    ],
)
def test_cursor_that_was_not_given_is_refused(client, cursor, code):
    response = client.get(f"/api/v1/claims/?cursor={cursor}")
    (item,) = response.json()["errors"]
    assert (response.status_code, item["pointer"], item["code"]) == (400, "?cursor", code)


@pytest.mark.parametrize(
    ("size", "code"),
    [
        ("0", "page_size_out_of_range"),
        ("501", "page_size_out_of_range"),
        ("10000", "page_size_out_of_range"),
        ("-1", "invalid_page_size"),
        ("1.5", "invalid_page_size"),
        ("", "invalid_page_size"),
        ("٣", "invalid_page_size"),
        ("9" * 5000, "invalid_page_size"),
    ],
)
def test_page_size_out_of_bounds_is_refused(client, size, code):
    response = client.get("/api/v1/claims/", {"page_size": size})
    (item,) = response.json()["errors"]
    assert (response.status_code, item["pointer"], item["code"]) == (400, "?page_size", code)
