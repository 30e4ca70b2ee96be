"""Files of spreadsheets of many countries."""

from datetime import date, datetime

import pytest

from records.models import Organization
from tests.factories import OrganizationFactory, OrganizationNameFactory, WeaponSystemFactory
from tests.services.importing.files import (
    as_csv,
    as_xlsx,
    outcomes,
    planned,
    problems,
    stored,
)

pytestmark = pytest.mark.django_db

HEADER = ("name", "kind", "country")
ROW = ("Société Générale d\u2019Équipement", "company", "FR")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_encoding_and_delimiter_are_found(encoding, delimiter):
    stored("organizations", as_csv(HEADER, ROW, delimiter=delimiter, encoding=encoding))
    (made,) = Organization.objects.all()
    assert (made.name, made.kind, made.country, made.review_status) == (*ROW, "draft")


def test_decimal_comma_is_read_in_a_file_with_semicolons():
    system = WeaponSystemFactory()
    stored("weapon-systems", as_csv(("id", "caliber_mm"), (system.public_id, "30,5"),
                                    delimiter=";"))  # fmt: skip
    system.refresh_from_db()
    assert str(system.caliber_mm) == "30.50"


def test_header_is_read_in_any_case_and_with_spaces():
    stored("organizations", as_csv((" Name", "KIND ", "Country", ""), (*ROW, "")))
    assert Organization.objects.get().name == ROW[0]


def test_codes_labels_and_dates_are_read_as_people_write_them():
    stored(
        "organizations",
        as_csv(("name", "kind", "country", "founded"), ("A", "State-owned enterprise", "ua",
                                                        "Q1 2024")),
    )  # fmt: skip
    made = Organization.objects.get()
    assert (made.kind, made.country, made.founded) == ("state_owned_enterprise", "UA", "2024-33")


def test_numbers_and_dates_of_a_workbook_are_read_as_they_are_shown():
    system = WeaponSystemFactory()
    stored("weapon-systems", as_xlsx(("id", "caliber_mm"), (system.public_id, 30.1)))
    system.refresh_from_db()
    assert str(system.caliber_mm) == "30.10"
    stored(
        "organizations",
        as_xlsx(
            ("name", "kind", "founded", "dissolved"),
            (
                2024,
                "company",
                datetime(2024, 2, 5),  # noqa: DTZ001 as workbooks have it
                date(2025, 1, 1),
            ),
            (None, None, None, None),
            ("B", "company", 1999.0, 2001),
        ),
    )
    rows = Organization.objects.values_list("name", "founded", "dissolved")
    assert list(rows.order_by("pk")) == [
        ("2024", "2024-02-05", "2025-01-01"),
        ("B", "1999", "2001"),
    ]


def test_rows_of_a_new_record_are_kept_together_by_a_key():
    buyer = OrganizationFactory(name="Ministry of Defence")
    made = stored(
        "agreements",
        as_csv(
            ("key", "title", "kind", "parties.organization", "parties.role", "areas"),
            ("x", "One", "loan", "ministry of defence", "buyer", "training_education"),
            ("x", "", "", buyer.public_id, "funder", ""),
            ("x", "One", "", f"{buyer.public_id} Ministry of Defence", "host", ""),
            ("", "Two", "loan", "", "", ""),
            ("", "Two", "loan", "", "", ""),
        ),
    )
    assert outcomes(made) == {"created": 3, "changed": 0, "left": 0}
    one = made.table.model.objects.get(title="One")
    assert [party.role for party in one.parties.all()] == ["buyer", "funder", "host"]
    assert [area.area for area in one.areas.all()] == ["training_education"]
    assert made.table.model.objects.filter(title="Two").count() == 2


def test_column_that_the_file_lacks_stays_and_an_empty_cell_empties():
    kept = OrganizationFactory(
        name="Old", country="UA", website="https://example.org/", founded="2010"
    )
    content = as_csv(("id", "name", "website"), (kept.public_id, "New", ""))
    made = stored("organizations", content)
    kept.refresh_from_db()
    assert (kept.name, kept.country, kept.website, kept.founded, kept.revision) == (
        "New",
        "UA",
        "",
        "2010",
        2,
    )
    assert [(each.column, each.before, each.after) for each in made.writes[0].differences] == [
        ("name", ("Old",), ("New",)),
        ("website", ("https://example.org/",), ()),
    ]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (
            ("name", "kind", "contry"),
            [(1, "contry", "contry", "There is no such column. Did you mean “country”?")],
        ),
        (
            ("name", "kind", "zzz"),
            [(1, "zzz", "zzz", ("There is no such column. Remove it, or export the table to see "
              "all."))],
        ),
        (
            ("name", "kind", "name"),
            [(1, "name", "name", "The column stands 2 times: keep one.")],
        ),
        (
            ("name", "", "kind"),
            [(1, "number 2", "", "The column has no name: give it one, or remove it.")],
        ),
        (
            ("kind",),
            [(1, "name", "", "The column is missing: add it. The file has “kind” …")],
        ),
        (
            ("name", "kind", "names.text"),
            [(1, "names.kind", "", "The column is missing: add it. The file has “name”, “kind” …")],
        ),
    ],
)  # fmt: skip
def test_wrong_header_is_explained(header, expected):
    assert problems("organizations", as_csv(header, ["x"] * len(header))) == expected


def test_references_are_found_by_id_and_by_unambiguous_name():
    OrganizationFactory(name="Укроборонпром", review_status="rejected")
    parent = OrganizationFactory(name="Укроборонпром")
    twins = [OrganizationFactory(name="Twin"), OrganizationFactory(name="TWÍN")]
    header = ("name", "kind", "parent")
    stored("organizations", as_csv(header, ("A", "company", "УКРОБОРОНПРОМ")))
    assert Organization.objects.get(name="A").parent == parent
    twin_ids = ", ".join(twin.public_id for twin in twins)
    wrong = {
        "twin": f"More than one organization is called so: write one of {twin_ids}.",
        "Nobody": "No organization is called so: write its id, such as ORG-12, or enter it first.",
        "ORG-999999": "There is no organization ORG-999999: correct the id.",
        f"{parent.public_id} Twin": f"{parent.public_id} is “Укроборонпром”: correct the id, or "
        "leave out the words after it.",
        "AGR-1": "'AGR-1' names another type of record: an id such as 'ORG-12' is expected here.",
    }
    content = as_csv(header, *[("B", "company", text) for text in wrong])
    assert problems("organizations", content) == [
        (row, "parent", text, message) for row, (text, message) in enumerate(wrong.items(), start=2)
    ]


def test_list_without_a_column_that_is_filled_is_refused():
    name = OrganizationNameFactory.build(text="N", kind="short", language="uk")
    record = OrganizationFactory(names=[name])
    content = as_csv(("id", "names.text", "names.kind"), (record.public_id, "N", "short"))
    assert problems("organizations", content) == [
        (
            2,
            "names.language",
            "",
            (
                "The record has something in this column, which the file lacks: add the column, or "
                "take away the others of the list."
            ),
        )
    ]


def test_plan_takes_two_queries_for_a_parent_and_three_for_all(django_assert_num_queries):
    records = [OrganizationFactory(parent=OrganizationFactory()) for _ in range(3)]
    header = ("id", "name", "parent")
    rows = [(each.public_id, f"New {each.pk}", each.parent.name) for each in records]
    for some in (rows[:1], rows):
        with django_assert_num_queries(3 + 2 * len(some)):  # the parent's state and ancestors
            planned("organizations", as_csv(header, *some))
