"""Whatever comes in: a digest or a DigestError, and nothing lost."""

from hypothesis import example, given
from hypothesis import strategies as st

from records.ingest.reading import DigestError, DigestFormat, read_digest
from records.models import Claim

PIECES = st.sampled_from(
    [
        *("Ukraine signs. ", "U.S. ", "(AP) ", "14. 5 ", "і мова. ", "。", "?! ", "“a.” ", "\t"),
        *("\n", "\n\n", "\r\n", "\u2028", "\x0c", "\u200f", "date 2025-04-04 ", "&#1;", "&#xD800;"),
        *("<p>", "</p>", "&amp;", "<!--", "<script>", "<a href='&#2;'>", "<html>", "<title>"),
        *("<rss>", "<channel>", "<item>", "</title>", "</item>", "{", '"text"', ":", '"x"', "}"),
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=8), max_size=60).map("".join)
FORMATS = st.none() | st.sampled_from(DigestFormat)


@given(data=st.binary(max_size=400) | TEXTS.map(lambda text: text.encode(errors="ignore")),
       format=FORMATS, name=st.sampled_from(["", "a.html", "a.xml", "a.jsonl"]))  # fmt: skip
@example(data=b"<html><p>&#0;&#xD800;&#1;", format=None, name="")
@example(data=b'{"text": "\\u0000"}', format=None, name="")
def test_any_bytes_are_read_or_refused(data, format, name):  # noqa: A002 the argument's name
    try:
        found = read_digest(data, format=format, name=name)
    except DigestError as error:
        refused = error
    else:
        refused = None
    if refused:
        assert f"`{refused.code}`" in DigestError.__doc__
        return
    assert found.statements
    for each in found.statements:
        Claim._meta.get_field("text").clean(each.text, None)
        Claim._meta.get_field("language").clean(each.language, None)
        assert each.text == each.text.strip()


@given(text=TEXTS)
def test_no_character_but_space_is_lost(text):
    try:
        found = read_digest(text.encode(), format=DigestFormat.TEXT)
    except (DigestError, UnicodeEncodeError):
        return
    kept = "".join("".join(each.text.split()) for each in found.statements)
    whole = "".join(text.removeprefix("\ufeff").split())
    assert whole in (kept, f"date{found.date}{kept}")
