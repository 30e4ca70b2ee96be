"""One statement a line, or running paragraphs."""

import textwrap
from hashlib import sha256
from pathlib import Path

import pytest

from records.ingest.reading import Digest, DigestError, DigestFormat, Statement, read_digest

DIGEST = Path(__file__).resolve().parents[3] / "fixtures/digests/2025-04-04.txt"

FIRST = "Ukraine and the United Kingdom sign a framework agreement on defense cooperation."
SECOND = "The U.S. Army ordered 14. 5 million shells from Rheinmetall, said Lt. Gen. Smith."
THIRD = "Over the past six months, Ukraine has increased drone production tenfold."
FOURTH = "Vocational schools in 7 regions will teach students how to fly drones."


def places(text, **given):
    return [(each.locator, each.text) for each in read_digest(text.encode(), **given).statements]


def test_digest_has_a_statement_on_each_line_and_its_header_apart():
    lines = DIGEST.read_text().splitlines()
    found = read_digest(DIGEST.read_bytes())
    assert (found.format, found.date, found.language, found.encoding, found.title) == (
        DigestFormat.TEXT, "2025-04-04", "en", "utf-8", ""
    )  # fmt: skip
    assert [each.text for each in found.statements] == [
        lines[0].removeprefix(" date 2025-04-04 "), *lines[1:]
    ]  # fmt: skip
    assert [each.locator for each in found.statements] == [f"line {n}" for n in range(1, 21)]
    assert {(each.date, each.language) for each in found.statements} == {("", "en")}


def test_digest_is_whole():
    text = f"date 2025-04-04\n\n{THIRD}\n".encode()
    assert read_digest(text) == Digest(
        format=DigestFormat.TEXT,
        title="",
        date="2025-04-04",
        language="en",
        encoding="utf-8",
        sha256=sha256(text).hexdigest(),
        statements=(Statement(THIRD, "line 3", language="en"),),
    )


@pytest.mark.parametrize("between", ["\n", "\r\n", "\r", "\u2028", "\f", "\x85"])
def test_lines_are_counted_whatever_ends_them(between):
    assert places(between.join([FIRST, "", SECOND])) == [("line 1", FIRST), ("line 3", SECOND)]


def test_mixed_line_breaks_are_each_one():
    assert places(f"{FIRST}\r\n{SECOND}\r{THIRD}\n\n{FOURTH}") == [
        ("line 1", FIRST), ("line 2", SECOND), ("line 3", THIRD), ("line 5", FOURTH)
    ]  # fmt: skip


def test_lines_with_several_sentences_stay_whole():
    lines = [f"{FIRST} {SECOND}", THIRD, f"{THIRD} {FOURTH}"]
    assert places("\n".join(lines)) == [(f"line {n}", line) for n, line in enumerate(lines, 1)]


def test_headlines_without_full_stops_are_statements():
    lines = [
        "Ukraine signs a deal with the United Kingdom",
        "Rheinmetall opens a plant",
        "Kyiv talks",
    ]
    assert places("\n".join(lines)) == [(f"line {n}", line) for n, line in enumerate(lines, 1)]


def test_wrapped_lines_are_paragraphs_of_sentences():
    paragraphs = [f"{FIRST} {SECOND} {THIRD}", f"{FOURTH} {SECOND}"]
    text = "\n\n".join(textwrap.fill(each, 72) for each in paragraphs)
    assert places(text) == [
        ("paragraph 1, sentence 1", FIRST),
        ("paragraph 1, sentence 2", SECOND),
        ("paragraph 1, sentence 3", THIRD),
        ("paragraph 2, sentence 1", FOURTH),
        ("paragraph 2, sentence 2", SECOND),
    ]


def test_long_lines_between_blank_ones_are_paragraphs():
    assert places(f"{FIRST} {SECOND}\n\n{THIRD} {FOURTH}\n") == [
        ("paragraph 1, sentence 1", FIRST),
        ("paragraph 1, sentence 2", SECOND),
        ("paragraph 2, sentence 1", THIRD),
        ("paragraph 2, sentence 2", FOURTH),
    ]


def test_lines_of_four_sentences_are_paragraphs():
    line = f"{FIRST} {SECOND} {THIRD} {FOURTH}"
    assert len(places(f"{line}\n{line}\n{line}")) == 12


def test_single_line_is_a_paragraph():
    assert [text for _, text in places(f"{FIRST} {SECOND}")] == [FIRST, SECOND]


def test_statements_between_blank_lines_stay_whole():
    assert places(f"{FIRST}\n\n{SECOND}\n\n{THIRD} {FOURTH}") == [
        ("line 1", FIRST), ("line 3", SECOND), ("line 5", f"{THIRD} {FOURTH}")
    ]  # fmt: skip


def test_marks_without_width_are_kept():
    text = "\u200fThe\u200b Shahed-136\u200e costs \u2066$5\u2069 million\u00ad."
    assert places(text) == [("line 1", text)]


@pytest.mark.parametrize("day", ["2025-13-01", "2025-4-4", "04.04.2025", "2023-02-29"])
def test_header_that_names_no_day_is_refused(day):
    with pytest.raises(DigestError) as refused:
        read_digest(f" date {day} {FIRST}".encode())
    assert refused.value.code == "bad_date"
    assert str(refused.value) == f"Header: '{day}' is no day: write date YYYY-MM-DD."


def test_the_word_date_alone_is_no_header():
    assert places("date of delivery is unknown.") == [("line 1", "date of delivery is unknown.")]
