"""An object a line."""

import json

import pytest

from records.ingest.reading import DigestError, DigestFormat, Statement, read_digest

TEXT = "Poland buys 18 jets from the United States. They are to be delivered by 2030."


def lines(*objects):
    return "\n".join(json.dumps(each, ensure_ascii=False) for each in objects).encode()


def test_text_is_never_split_and_keeps_what_is_said_of_it():
    data = lines(
        {"text": TEXT, "date": "2025-04-04", "url": "https://example.org/1", "publisher": "AP"},
        {"text": "Угоду підписано\nв Києві.", "date": None, "more": [1]},
    )
    found = read_digest(b"\n" + data)
    assert found.format == DigestFormat.JSONL
    assert found.statements == (
        Statement(TEXT, "line 2", "2025-04-04", "https://example.org/1", "AP", "en"),
        Statement("Угоду підписано в Києві.", "line 3", language="uk"),
    )


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2025-04-04T23:30:00+03:00", "2025-04-04"),
        ("2025-04-04T23:30:00Z", "2025-04-04"),
        ("4 April 2025", "2025-04-04"),
        ("Fri, 04 Apr 2025 10:00:00 GMT", "2025-04-04"),
    ],
)
def test_date_is_a_day(written, day):
    assert read_digest(lines({"text": TEXT, "date": written})).statements[0].date == day


@pytest.mark.parametrize(
    ("second", "code", "message"),
    [
        (
            '{"text": "x"',
            "bad_json_line",
            ("Line 2: '{\"text\": \"x\"' is no JSON (unexpected end of data: line 1 column 13 "
             "(char 12)): write one object a line."),
        ),
        ("[1]", "bad_json_line", "Line 2: '[1]' is no object: write {\"text\": \"…\"}."),
        ("{}", "bad_json_line", "Line 2: “text” is missing or empty: give the statement there."),
        (
            '{"text": " "}',
            "bad_json_line",
            "Line 2: “text” is missing or empty: give the statement there.",
        ),
        (
            '{"text": 5}',
            "bad_json_line",
            "Line 2: “text” is a value of type int: write a text.",
        ),
        (
            '{"text": "x", "publisher": ["AP"]}',
            "bad_json_line",
            "Line 2: “publisher” is a value of type list: write a text.",
        ),
        (
            '{"text": "x", "date": "April 2025"}',
            "bad_date",
            "Line 2: 'April 2025' is no day: write it as YYYY-MM-DD, or leave it out.",
        ),
        (
            '{"text": "x", "date": "2025-02-29"}',
            "bad_date",
            "Line 2: '2025-02-29' is no day: write it as YYYY-MM-DD, or leave it out.",
        ),
        (
            '{"text": "x", "url": "javascript:alert(1)"}',
            "bad_url",
            ("Line 2: 'javascript:alert(1)' is no address of the web: write https://…, or leave it "
             "out."),
        ),
        (
            '{"text": "x", "url": "https://[::1"}',
            "bad_url",
            "Line 2: 'https://[::1' is no address of the web: write https://…, or leave it out.",
        ),
        (
            '{"text": "x", "url": "https://e.org/%s"}' % ("a" * 2000),
            "value_too_long",
            ("Line 2: the address 'https://e.org/aaaaaaaaaaaaaaaaaaaaaaaaaa' (cut, 2014 "
             "characters) is longer than 2,000 characters: shorten it, or leave it out."),
        ),
        (
            '{"text": "x", "publisher": "%s"}' % ("a" * 501),
            "value_too_long",
            ("Line 2: the publisher 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' (cut, 501 "
             "characters) is longer than 500 characters: shorten it."),
        ),
        (
            '{"text": "a\\u0000b"}',
            "forbidden_character",
            "Line 2: character U+0000 at position 2 cannot be stored; remove it.",
        ),
        (
            '{"text": "x", "publisher": "A\\u001bP"}',
            "forbidden_character",
            "Line 2: character U+001B at position 2 cannot be stored; remove it.",
        ),
        (
            '{"text": "\\ud800"}',
            "bad_json_line",
            ("Line 2: '{\"text\": \"\\\\ud800\"}' is no JSON (no low surrogate in string: line 1 "
             "column 11 (char 10)): write one object a line."),
        ),
        (
            '{"text": "%s"}' % ("a" * 2001),
            "statement_too_long",
            ("Line 2: the statement 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' (cut, 2001 "
             "characters) is longer than 2,000 characters: split it."),
        ),
    ],
)  # fmt: skip
def test_bad_line_is_named(second, code, message):
    with pytest.raises(DigestError) as refused:
        read_digest(lines({"text": TEXT}) + b"\n" + second.encode())
    assert (refused.value.code, str(refused.value)) == (code, message)
