"""Rows are named by what identifies them, wherever they stand."""

import pytest

from records.values.row_names import MAX_ROW_NAME, renamed, row_name, row_names

WORKS = {"id": "ORG-7", "url": "/api/v1/organizations/ORG-7/", "name": "Works"}
GUN = {"id": "WPN-3", "name": "L119"}
ROWS = [
    ("names", {"text": "БАЕ", "language": "uk", "kind": "short"}, "БАЕ/uk/short"),
    ("names", {"text": "a/b", "language": None, "kind": "short"}, "a/b/short"),
    ("identifiers", {"scheme": "wikidata", "value": "Q1"}, "wikidata/Q1"),
    ("parties", {"organization": WORKS, "role": "host", "signatory_name": "X"}, "ORG-7/host"),
    (
        "items",
        {"activity": "supply", "weapon_system": GUN, "category": "artillery", "words": "guns"},
        "supply/WPN-3/artillery/guns",
    ),
    (
        "items",
        {"activity": "supply", "weapon_system": None, "category": None, "words": "guns"},
        "supply/guns",
    ),
    ("milestones", {"kind": "signature", "date": {"edtf": "2024-02/.."}}, "signature/2024-02/.."),
    ("milestones", {"kind": "signature", "date": None}, "signature"),
    ("relations", {"kind": "amends", "agreement": {"id": "AGR-2"}}, "amends/AGR-2"),
    ("manufacturers", WORKS, "ORG-7"),
    ("areas", "training", "training"),
]


@pytest.mark.parametrize(("field", "row", "name"), ROWS)
def test_row_is_named_by_what_identifies_it(field, row, name):
    assert row_name(field, row) == name


def test_names_come_in_order_and_each_once():
    rows = [{"scheme": "lei", "value": value} for value in ("2", "1", "2")]

    assert row_names({"identifiers": rows}, "identifiers") == ["lei/2", "lei/1"]


def test_field_without_rows_has_no_names():
    document = {"title": "Title", "value": {"amount": "1"}, "place": None}

    assert [row_names(document, field) for field in document] == [[], [], []]


def test_name_that_is_too_long_is_cut():
    row = {"activity": "supply", "weapon_system": None, "category": "a" * 100, "words": "w" * 500}

    assert len(row_name("items", row)) == MAX_ROW_NAME


@pytest.mark.parametrize(
    ("field", "name", "after"),
    [
        ("parties", "ORG-7/host", "ORG-8/host"),
        ("parties", "ORG-70/host", "ORG-70/host"),
        ("manufacturers", "ORG-7", "ORG-8"),
        ("names", "ORG-7/short", "ORG-7/short"),
        ("areas", "ORG-7", "ORG-7"),
        ("items", "supply/ORG-7", "supply/ORG-7"),
    ],
)
def test_row_is_named_after_another_record_where_it_names_one(field, name, after):
    assert renamed(field, name, "ORG-7", "ORG-8") == after


def test_item_and_relation_name_their_record_second():
    assert renamed("items", "supply/WPN-1/guns", "WPN-1", "WPN-2") == "supply/WPN-2/guns"
    assert renamed("relations", "amends/AGR-1", "AGR-1", "AGR-2") == "amends/AGR-2"
