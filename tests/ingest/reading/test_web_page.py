"""The main text of a page, and nothing around it."""

import pytest

from records.ingest.reading import DigestError, DigestFormat, Statement, read_digest

PAGE = """<!DOCTYPE html><html lang="en"><head><title>News of April | The Paper</title>
<meta property="article:published_time" content="2025-04-04T10:00:00Z">
<style>p {color: red}</style><script>var text = "Script signs an agreement.";</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/about">About us</a></li></ul></nav>
<main><article><h1>News of April</h1>
<p>The United&#8206; Kingdom and <b>BAE
   Systems</b> have signed an agreement. It costs &pound;5&nbsp;million, said the U.S. Army.</p>
<ul><li>Ukraine has increased drone production tenfold.</li><li>Rheinmetall plans a plant.</li></ul>
<script>document.write("Script pays for it.")</script>
<blockquote><p>We will help, the minister said.</p></blockquote>
</article></main><footer>All rights reserved by The Paper.</footer></body></html>"""


def test_page_is_its_main_text():
    found = read_digest(PAGE.encode())
    day = "2025-04-04"
    assert (found.format, found.title, found.date, found.language) == (
        DigestFormat.HTML, "News of April", "", "en"
    )  # fmt: skip
    assert found.statements == tuple(
        Statement(text, place, day, language="en")
        for place, text in [
            (
                "paragraph 1, sentence 1",
                "The United\u200e Kingdom and BAE Systems have signed an agreement.",
            ),
            ("paragraph 1, sentence 2", "It costs £5 million, said the U.S. Army."),
            ("paragraph 2, sentence 1", "Ukraine has increased drone production tenfold."),
            ("paragraph 3, sentence 1", "Rheinmetall plans a plant."),
            ("paragraph 4, sentence 1", "We will help, the minister said."),
        ]
    )


def test_page_that_names_no_day_has_none():
    page = "<html><body><p>Ukraine signs an agreement.</p><p>© 2020 The Paper</p></body></html>"
    assert {each.date for each in read_digest(page.encode()).statements} == {""}


def test_page_is_known_by_its_name_too():
    found = read_digest(b"<center>Ukraine signs an agreement.</center>", name="a.HTML")
    assert (found.format, found.statements[0].text) == ("html", "Ukraine signs an agreement.")


@pytest.mark.parametrize(
    ("page", "code", "message"),
    [
        (
            "<html><body><script>alert(1)</script></body></html>",
            "no_text",
            "The page has no text that could be told from its menus: send its text.",
        ),
        (
            "<html>" + "<div>" * 1_000_000,
            "too_many_tags",
            "The page or feed has more than 25,000 elements: split it, or send the text.",
        ),
        (
            "<html><p>" + "&amp;" * 1_000_000,
            "value_too_long",
            "The page or feed has more than 1,000,000 characters between two tags: send the text.",
        ),
        (
            "<html><title>" + "long " * 101 + "</title><p>Ukraine signs an agreement.",
            "value_too_long",
            (
                "Page: the title 'long long long long long long long long ' (cut, 504 characters) "
                "is longer than 500 characters: shorten it."
            ),
        ),
        (
            "<html><p>Ukraine signs.&#1;</p>",
            "forbidden_character",
            "Page: character U+0001 at position 15 cannot be stored; remove it.",
        ),
        (
            "<html>\n<p>Ukraine\u0007 signs.",
            "forbidden_character",
            "Line 2: character U+0007 at position 11 cannot be stored; remove it.",
        ),
    ],
)
def test_page_that_cannot_be_read_is_refused(page, code, message):
    with pytest.raises(DigestError) as refused:
        read_digest(page.encode())
    assert (refused.value.code, str(refused.value)) == (code, message)


def test_deeply_nested_page_is_refused_or_read():
    found = read_digest(b"<html>" + b"<div>" * 200 + b"Ukraine signs an agreement.")
    assert [each.text for each in found.statements] == ["Ukraine signs an agreement."]
    with pytest.raises(DigestError) as refused:
        read_digest(b"<html>" + b"<div>" * 24_000 + b"Ukraine signs an agreement.")
    assert refused.value.code == "no_text"
