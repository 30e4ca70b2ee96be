"""How documents become rows, and what spreadsheets make of the cells."""

import csv
import io
import tempfile
from datetime import UTC, datetime

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet import _writer
from rest_framework import serializers

from records.api.errors import InvalidQueryError
from records.api.formats.columns import Table
from records.api.formats.csv_files import csv_lines
from records.api.formats.preamble import Preamble
from records.api.formats.xlsx_files import write_xlsx
from records.representations.claim import ClaimSerializer

PREAMBLE = Preamble("/api/v1/claims/", datetime(2025, 4, 4, tzinfo=UTC), 7, None)


class Maker(serializers.Serializer):
    id = serializers.CharField()
    url = serializers.CharField()
    name = serializers.CharField()


class Figure(serializers.Serializer):
    value = serializers.DecimalField(max_digits=20, decimal_places=2)
    inputs = serializers.ListField(child=serializers.IntegerField())
    makers = Maker(many=True)


class Document(serializers.Serializer):
    url = serializers.CharField()
    text = serializers.CharField()
    sure = serializers.BooleanField()
    tags = serializers.ListField(child=serializers.CharField())
    maker = Maker(allow_null=True)
    figures = Figure(many=True)


TABLE = Table.of(Document)


def document(**members):
    empty = {"url": "/1/", "text": "A", "sure": True, "tags": [], "maker": None, "figures": []}
    return empty | members


def maker(number):
    return {"id": f"ORG-{number}", "url": f"/{number}/", "name": f"Works {number}"}


def figure(value, *, inputs=(), makers=()):
    return {"value": value, "inputs": list(inputs), "makers": [maker(each) for each in makers]}


def row(**members):
    cells = TABLE.cells(document(**members))
    return dict(zip((column.name for column in TABLE.columns), cells, strict=True))


def written_csv(*documents):
    return b"".join(csv_lines(PREAMBLE, TABLE, documents))


def written_xlsx(*documents, **options):
    file = io.BytesIO()
    write_xlsx(PREAMBLE, TABLE, documents, file, **options)
    return load_workbook(file)


def test_columns_are_the_ways_into_a_document():
    assert [column.name for column in TABLE.columns] == [
        "url", "text", "sure", "tags", "maker.id", "maker.name", "figures.value",
        "figures.inputs", "figures.makers.id", "figures.makers.name",
    ]  # fmt: skip


def test_columns_of_a_claim_follow_its_schema():
    names = [column.name for column in Table.of(ClaimSerializer).columns]
    assert len(names) == len(set(names))
    assert names[:4] == ["id", "url", "text", "language"]
    assert {
        "said_by.name", "occurred.edtf", "organizations.id", "organizations.name", "categories",
        "measures.value", "measures.period.earliest", "measures.derived.min",
        "citations.source.name", "relations.claim.id", "revision",
    } < set(names)  # fmt: skip


def test_row_of_what_is_empty():
    assert row() == dict.fromkeys((column.name for column in TABLE.columns), "") | {
        "url": "/1/", "text": "A", "sure": "true",
    }  # fmt: skip


def test_row_joins_what_lists_hold():
    found = row(
        tags=["a", "b"],
        figures=[figure("1.5", inputs=[0, 1], makers=[1, 2]), figure("2", inputs=[2])],
    )
    assert found["tags"] == "a; b"
    assert found["figures.value"] == "1.5; 2"
    assert found["figures.inputs"] == "0, 1; 2"
    assert found["figures.makers.id"] == "ORG-1, ORG-2; "
    assert found["figures.makers.name"] == "Works 1, Works 2; "


def test_row_of_one_entry_has_plain_values():
    assert row(figures=[figure("1.5")])["figures.value"] == "1.5"


def test_row_of_entries_that_all_lack_a_value():
    assert row(figures=[figure("1"), figure("2")])["figures.makers.id"] == ""


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("plain", "plain"),
        ("=1+1", "'=1+1"),
        ("+1 (202) 555", "'+1 (202) 555"),
        ("@home", "'@home"),
        ("-5", "-5"),
        ("'=1", "''=1"),
    ],
)
def test_csv_lets_no_cell_be_a_formula(text, cell):
    *_, line, _ = written_csv(document(text=text)).decode().splitlines()
    assert next(csv.reader([line]))[1] == cell


def test_csv_quotes_every_cell_of_a_row_that_has_a_hash():
    *_, first, second, _ = (
        written_csv(document(text="No 1"), document(text="Nr. #1")).decode().splitlines()
    )
    assert first == "/1/,No 1,true,,,,,,,"
    assert second == '"/1/","Nr. #1","true","","","","","","",""'


def test_csv_keeps_lines_quotes_and_commas_of_texts():
    text = 'One, "two"\nthree'
    lines = written_csv(document(text=text)).decode().splitlines(keepends=True)
    (found,) = csv.DictReader(io.StringIO("".join(lines[4:-1]), newline=""))
    assert found["text"] == text


def test_xlsx_has_numbers_as_numbers_and_texts_as_texts():
    book = written_xlsx(
        document(text="=1+1", figures=[figure("-1.5")]),
        document(text="007", figures=[figure("1"), figure("2")]),
        document(text="#N/A", figures=[figure("12345678901234567890")]),
    )
    sheet = book["Records"]
    cells = [(line[1].value, line[1].data_type, line[6].value) for line in sheet.iter_rows(2)]
    assert cells == [
        ("=1+1", "s", -1.5),
        ("007", "s", "1; 2"),
        ("#N/A", "s", "12345678901234567890"),
    ]


def test_xlsx_goes_on_in_another_sheet():
    book = written_xlsx(*[document(text=f"T{number}") for number in range(5)], max_rows=3)
    assert book.sheetnames == ["Records", "Records 2", "Records 3", "About"]
    found = [[line[1].value for line in sheet.iter_rows()] for sheet in book.worksheets[:-1]]
    assert found == [["text", "T0", "T1"], ["text", "T2", "T3"], ["text", "T4"]]
    assert dict(book["About"].iter_rows(values_only=True))["rows"] == 5


def test_xlsx_refuses_a_text_that_does_not_fit_a_cell_and_cleans_up():
    waiting = list(_writer.ALL_TEMP_FILES)
    with tempfile.TemporaryFile() as file, pytest.raises(InvalidQueryError) as caught:
        write_xlsx(PREAMBLE, TABLE, [document(), document(text="x" * 32_768)], file)
    (item,) = caught.value.items
    assert (item.pointer, item.code) == ("?format", "cell_too_long")
    assert item.detail.startswith("Record 2 has 32,768 characters in text")
    assert waiting == _writer.ALL_TEMP_FILES
