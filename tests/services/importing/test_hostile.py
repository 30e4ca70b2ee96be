"""Files that are wrong by mistake or on purpose: nothing is stored, and it is said why."""

import io
import zipfile

import pytest

from records.models import Change, Organization
from records.services.importing.errors import MAX_PROBLEMS, ImportRefusedError
from records.services.importing.limits import MAX_ROWS
from records.services.importing.plans import finish
from records.services.importing.storing import store
from tests.factories import (
    AgreementFactory,
    MeasureFactory,
    OrganizationFactory,
    OrganizationIdentifierFactory,
    WeaponSystemFactory,
)
from tests.services.importing.files import (
    as_csv,
    as_xlsx,
    author,
    exported,
    planned,
    table_of,
)

pytestmark = pytest.mark.django_db

HEADER = ("name", "kind")


@pytest.fixture(autouse=True)
def nothing_is_stored(db):
    """Find no change by an import in the log after any of these tests."""
    yield
    assert not Change.objects.filter(channel="import").exists()


def refused(code, content):
    """Refuse a file twice: when it is planned, and when somebody stores the plan all the same."""
    made = planned(code, content)
    with pytest.raises(ImportRefusedError) as refusal:
        finish(store(made, author()))
    assert refusal.value.problems == made.problems
    return [(each.row, each.column, each.message) for each in made.problems]


def zipped(**parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return file.getvalue()


BOOK = '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'


NO_CSV = (
    "After row 1 the file is no CSV (field larger than field limit (131072)): look for a quotation "
    "mark without its partner, or a cell of more than 131,072 characters."
)
NO_TEXT = "This is no text: byte {} is {}. Save the table as CSV or .xlsx."
EMPTY = "The file is empty: give it a header and rows."
BOMB = "The workbook unpacks to 300 MB in 2 parts; at most 256 MB in 1000 are read. Save it as CSV."
REFUSED = {
    "empty": (b"", EMPTY),
    "blank": (b" \r\n\r\n", EMPTY),
    "header": (b"name,kind\r\n", "The file has a header, but no rows."),
    "blank rows": (b"name,kind\r\n,\r\n , \r\n", "The file has a header, but no rows."),
    "nul": (b"name,kind\r\nA\0B,company\r\n", NO_TEXT.format(13, "0x00")),
    "png": (b"\x89PNG\r\n\x1a\n\0\0", NO_TEXT.format(7, "0x1a")),
    "utf-16": (
        "name,kind\r\nA,company".encode("utf-16"),
        "The file is in UTF-16: save it as “CSV UTF-8”.",
    ),
    "encoding": (
        b"name,kind\r\n\x81\x8d,company\r\n",
        "The text is neither UTF-8 nor Windows-1252: save it as “CSV UTF-8”.",
    ),
    "xls": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "This is a file of an old Excel: save it as .xlsx or as CSV.",
    ),
    "50 MB": (b"x" * 50 * 2**20, "The file has 50 MB; at most 32 MB are read. Split it."),
    "30 MB in one line": (b"name,kind\r\n" + b"x" * 30 * 2**20, NO_CSV),
    "open quotation": (b'name,kind\r\n"A' + b"\r\nB" * 60_000, NO_CSV),
    "100,000 columns": (b"name," * 100_000, "Row 1 has 100001 cells; at most 200 are read."),
    "zip": (
        zipped(a_txt="x"),
        "The file is a zip, but no workbook: save the table as .xlsx or CSV.",
    ),
    "damaged zip": (
        b"PK\x03\x04 and nothing",
        "The file is a damaged zip: save the workbook again.",
    ),
    "zip bomb": (zipped(xl__workbook_xml=BOOK, xl__sheet_xml=b"\0" * 300 * 2**20), BOMB),
}


@pytest.mark.parametrize(("content", "message"), REFUSED.values(), ids=REFUSED)
def test_file_that_is_no_table_is_refused(content, message):
    assert refused("organizations", content) == [(0, "", message)]


@pytest.mark.parametrize(
    "part", [BOOK, "<not closed", "", "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"]
)
def test_forged_workbook_is_refused(part):
    content = zipped(xl__workbook_xml=part)
    ((row, column, message),) = refused("organizations", content)
    assert (row, column) == (0, "")
    assert message.startswith("The workbook cannot be read (")


@pytest.mark.one_database
def test_workbook_that_claims_a_huge_sheet_is_refused():
    """The dimension and the number of a row say a million rows and 16,384 columns."""
    sheet = as_xlsx(HEADER, ("A", "company"))
    old = zipfile.ZipFile(io.BytesIO(sheet))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for part in old.namelist():
            text = old.read(part)
            if part == "xl/worksheets/sheet1.xml":
                text = text.replace(b'ref="A1:B2"', b'ref="A1:XFD1048576"')
                text = text.replace(b'r="2"', b'r="1048576"').replace(b'"A2"', b'"A1048576"')
                text = text.replace(b'"B2"', b'"XFD1048576"')
            archive.writestr(part, text)
    assert refused("organizations", file.getvalue()) == [
        (0, "", "The sheet goes on beyond row 100000: remove empty rows, or split it.")
    ]


def test_cells_beyond_the_header_are_refused():
    assert refused("organizations", as_csv(HEADER, ("A", "company", "", "x"))) == [
        (2, "number 4", "The header has no name for the cell.")
    ]


@pytest.mark.one_database
def test_more_rows_than_the_limit_are_refused():
    content = as_csv(HEADER, *[("A", "company")] * (MAX_ROWS + 1))
    assert refused("organizations", content) == [
        (MAX_ROWS + 2, "", f"At most {MAX_ROWS} rows are read: split the file.")
    ]


def test_problems_are_counted_up_to_a_limit():
    content = as_csv(HEADER, *[("A", "x")] * (MAX_PROBLEMS + 500))
    assert len(refused("organizations", content)) == MAX_PROBLEMS


def test_one_wrong_row_stops_all_of_them():
    content = as_csv(HEADER, *[("A", "company")] * 50, ("B", "compny"))
    assert refused("organizations", content) == [
        (52, "kind", "There is no such code. Did you mean “company”?")
    ]
    assert Organization.objects.count() == 0


def test_record_that_stands_twice_is_refused():
    one, two = OrganizationFactory(), OrganizationFactory()
    content = as_csv(
        ("id", "name"),
        (one.public_id, "A"),
        (two.public_id, "B"),
        (one.public_id, "C"),
        (one.public_id, "C"),
    )
    again = "keep the rows of one record together, and each record once."
    assert refused("organizations", content) == [
        (4, "id", f"The record stands in row 2 already: {again}"),
        (5, "id", "The record stands in row 4 already: keep one of them."),
    ]


def test_further_row_that_says_something_else_is_refused():
    one = OrganizationFactory()
    content = as_csv(
        ("id", "name", "names.text", "names.kind"),
        (one.public_id, "A", "N", "short"),
        (one.public_id, "B", "M", "short"),
    )
    assert refused("organizations", content) == [
        (3, "name", "Row 2 says 'A' of the same record: leave this cell empty.")
    ]


@pytest.mark.parametrize("text", ["AGR-1", "org-1", "1", "ORG-0", "ORG-999999999999999999999"])
def test_id_that_is_none_of_the_table_is_refused(text):
    AgreementFactory()
    OrganizationFactory()
    ((row, column, _),) = refused("organizations", as_csv(("id", "name"), (text, "A")))[:1]
    assert (row, column) == (2, "id")


def test_id_that_does_not_exist_is_refused():
    message = "There is no such organization: correct the id, or leave it empty to enter a new one."
    content = as_csv(("id", "name"), ("ORG-999999", "A"))
    assert refused("organizations", content) == [(2, "id", message)]


@pytest.mark.parametrize("status", ["rejected", "retracted"])
def test_record_that_is_closed_is_not_changed(status):
    record = OrganizationFactory(review_status=status)
    content = as_csv(("id", "name"), (record.public_id, "Other"))
    message = (
        f"The record is {status}, and the file would change it: take its rows out of the file."
    )
    assert refused("organizations", content) == [(2, "id", message)]


def test_row_for_another_state_is_refused():
    record = OrganizationFactory()
    header = ("id", "review_status", "name")
    content = as_csv(header, (record.public_id, "draft", "A"), ("", "published", "B"))
    advice = "an import does not review. Write that, or leave the cell empty."
    wrong = refused("organizations", content)
    assert (2, "review_status", f"{record.public_id} is “published”: {advice}") in wrong
    assert (3, "review_status", f"A new record is “draft”: {advice}") in wrong


@pytest.mark.parametrize("text", ["=1+1", '=HYPERLINK("https://example.org")'])
def test_formula_is_no_value(text):
    message = (
        "This is a formula: put its result there. In CSV, an apostrophe before it says that it is "
        "text."
    )
    assert refused("organizations", as_csv(HEADER, (text, "company"))) == [(2, "name", message)]
    assert refused("organizations", as_xlsx(HEADER, (text, "company"))) == [(2, "name", message)]


def test_export_leaves_no_cell_that_a_spreadsheet_would_execute():
    for text in ("=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "＝1"):  # noqa: RUF001
        OrganizationFactory(name=text, notes=text)
    cells = {cell for row in table_of(exported("organizations")) for cell in row.values()}
    assert not {cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "＝"))}  # noqa: RUF001
    assert "'=1+1" in cells


@pytest.mark.parametrize("text", ["12,34.5", "1e400", "NaN", "-1", "1234567", "0.001", "five"])
def test_wrong_decimal_is_refused(text):
    system = WeaponSystemFactory()
    wrong = refused("weapon-systems", as_csv(("id", "caliber_mm"), (system.public_id, text)))
    assert {(row, column) for row, column, _ in wrong} <= {(2, "caliber_mm"), (2, "")}


@pytest.mark.parametrize("text", ["2024-13", "01/02/2024", "early 2024", "soon", "9" * 200])
def test_date_without_a_meaning_is_refused(text):
    wrong = refused("organizations", as_csv((*HEADER, "founded"), ("A", "company", text)))
    assert [(row, column) for row, column, _ in wrong] == [(2, "founded")]


def test_rules_of_the_record_and_its_rows_are_told_by_row_and_column():
    content = as_csv(
        ("key", "text", "language", "kind", "modality", "occurred", "occurred_unresolved",
         "measures.metric", "measures.mode", "measures.value", "measures.currency"),
        ("a", "T", "xx-", "intent", "plan", "2024", "ambiguous", "funding", "absolute", "1", "EUR"),
        ("a", "", "", "", "", "", "", "funding", "share", "30", "EUR"),
        ("a", "", "", "", "", "", "", "funding", "absolute", "30", "XXY"),
    )  # fmt: skip
    wrong = refused("claims", content)
    assert (2, "language", "“xx-” is not a BCP 47 language tag such as en or uk-Latn.") in wrong
    assert (2, "", "A date is either given or unresolved for a reason.") in wrong
    assert (3, "measures.metric", ("Only an absolute amount or a difference has a unit or a "
            "currency.")) in wrong  # fmt: skip
    assert (4, "measures.currency", "“XXY” is not an ISO 4217 currency code such as EUR.") in wrong
    assert MeasureFactory._meta.model.objects.count() == 0


def test_identifier_can_be_taken_in_the_register_or_above_in_the_file():
    OrganizationFactory(identifiers=[OrganizationIdentifierFactory.build(value="Q1")])
    content = as_csv(
        (*HEADER, "identifiers.scheme", "identifiers.value"),
        ("A", "company", "wikidata", "Q1"),
        ("B", "company", "wikidata", "Q2"),
        ("C", "company", "wikidata", "Q2"),
    )
    assert refused("organizations", content) == [
        (2, "identifiers.scheme", "Another organization has this identifier."),
        (4, "identifiers.scheme", "The record of row 3 has it already: only one can."),
    ]


def test_public_record_is_not_changed_without_a_reason():
    record = OrganizationFactory()
    made = planned("organizations", as_csv(("id", "name"), (record.public_id, "Other")))
    with pytest.raises(ImportRefusedError, match="The record is public: say why you change it"):
        finish(store(made, author(reason="")))
