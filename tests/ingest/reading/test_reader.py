"""Formats, limits and refusals of a digest as a whole."""

import pytest

from records.ingest.reading import DigestError, DigestFormat, read_digest

LINE = "Ukraine signs an agreement."


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        (LINE, "", "text"),
        (LINE, "digest.txt", "text"),
        ('{"text": "x"}', "digest.txt", "jsonl"),
        ("<p>Ukraine signs an agreement.</p>", "", "html"),
        (f"<!-- x --><!DOCTYPE html>\n<html><body><p>{LINE}</p></body></html>", "a.xml", "html"),
        (f"<?xml version='1.0'?><html><body><p>{LINE}</p></body></html>", "", "html"),
        ("<rss><channel><item><title>x</title></item></channel></rss>", "a.html", "feed"),
        ("<3 is no tag.", "", "text"),
        ("{curly} is no object.", "", "text"),
    ],
)
def test_format_is_told_from_the_content_first(text, name, found):
    assert read_digest(text.encode(), name=name).format == found


def test_given_format_is_not_doubted():
    data = b'{"text": "x"}'
    found = read_digest(data, name="a.jsonl", format=DigestFormat.TEXT)
    assert (found.format, found.statements[0].text) == ("text", data.decode())


@pytest.mark.parametrize("data", ["[1]", "no object"])
def test_name_tells_the_format_where_the_content_does_not(data):
    with pytest.raises(DigestError) as refused:
        read_digest(data.encode(), name="digest.json")
    assert refused.value.code == "bad_json_line"


@pytest.mark.parametrize(
    ("data", "given", "code", "message"),
    [
        (b"", {}, "empty", "The digest is empty: send one that has text."),
        (b"\xef\xbb\xbf", {}, "empty", "The digest has no text: send one that has."),
        (b" \r\n\t ", {}, "empty", "The digest has no text: send one that has."),
        (
            b" date 2025-04-04 \n",
            {},
            "empty",
            "The digest has no statement beside its header: add some.",
        ),
        (
            b"a" * 50_000_000,
            {},
            "too_large",
            "The digest has more than 10 MB; no more are read: split it.",
        ),
        (
            b"A statement.\n" * 20_001,
            {},
            "too_many_statements",
            "Line 20001: the digest has more than 20,000 statements: split it.",
        ),
        (
            b"a b\n" * 1_000_000,
            {},
            "too_many_lines",
            "The text has more than 200,000 lines: split it.",
        ),
        (
            b"a" * 5_000_000,
            {},
            "statement_too_long",
            (
                "Line 1: the statement 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' (cut, 5000000 "
                "characters) is longer than 2,000 characters: split it."
            ),
        ),
        (
            b"One.\r\nTwo.\nTh\x1bree.",
            {},
            "forbidden_character",
            "Line 3: character U+001B at position 3 cannot be stored; remove it.",
        ),
        (
            "One.\u2028Two\x9f.".encode(),
            {},
            "forbidden_character",
            "Line 2: character U+009F at position 4 cannot be stored; remove it.",
        ),
        (
            LINE.encode(),
            {"language": "english!"},
            "bad_language",
            "'english!' is no BCP 47 language tag: write one such as en or uk, or none.",
        ),
    ],
)
def test_digest_that_cannot_be_read_is_refused(data, given, code, message):
    with pytest.raises(DigestError) as refused:
        read_digest(data, **given)
    assert (refused.value.code, str(refused.value)) == (code, message)


def test_as_many_statements_as_allowed_are_read():
    found = read_digest(b"A statement.\n" * 20_000)
    assert found.statements[-1].locator == "line 20000"


def test_statement_as_long_as_allowed_is_read():
    assert len(read_digest(b"a" * 2_000).statements[0].text) == 2_000


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("a" + " " * 9_000_000 + "b", "statement_too_long"),
        ("." * 9_000_000 + "x", "statement_too_long"),
        ("。" * 3_000_000, "statement_too_long"),
        ("(a. " * 2_000_000, "statement_too_long"),
        ("“a. “" * 1_000_000, "statement_too_long"),
        (". (a" * 2_000_000, "statement_too_long"),
        (". " * 4_000_000, "too_many_statements"),
        (" \n" * 4_000_000, "empty"),
        ("\u200f" * 3_000_000, "statement_too_long"),
        ('{"text":' + "[" * 5_000_000, "bad_json_line"),
        ('{"text": "x", "date": "%s"}' % ("1 " * 4_000_000), "bad_date"),
        ("<html>" + "<" * 900_000, "statement_too_long"),
        ("<html>" + "<!--" * 2_000_000, "no_text"),
        ("<html><meta " + "charset " * 100_000, "no_text"),
        ("<html>" + "<div class=comment id=footer>x</div>" * 20_000, "no_text"),
        ("<rss><channel><item><title>" + "x" * 900_000, "bad_feed"),
    ],
)
def test_hostile_digest_is_refused_in_time_that_grows_with_its_length(data, code):
    with pytest.raises(DigestError) as refused:
        read_digest(data.encode())
    assert refused.value.code == code
