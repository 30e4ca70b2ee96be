"""RSS 2.0, RSS 1.0 and Atom."""

import pytest

from records.ingest.reading import DigestError, DigestFormat, Statement, read_digest

RSS = """<?xml version="1.0" encoding="windows-1251"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Defense &amp; News</title>
<language>en-gb</language><item><title>Ukraine signs an agreement</title>
<link> https://example.org/1 </link>
<pubDate>Fri, 04 Apr 2025 23:30:00 +0300</pubDate>
<source url="https://example.org/">The Paper</source><media:title>A picture</media:title>
<description>&lt;p&gt;It is for the &lt;b&gt;repair&lt;/b&gt; of guns.&lt;/p&gt;
&lt;p&gt;Britain pays for it. So it said.&lt;script&gt;x()&lt;/script&gt;&lt;/p&gt;</description>
</item>
<item><title>Poland buys jets</title><description>Poland buys jets from the U.S. Army.</description>
<content:encoded><![CDATA[Poland buys jets &amp; guns.<br>They cost a lot.]]></content:encoded>
</item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="uk"><title>Новини</title>
<entry><title>1 &lt; 2 is the title</title><link rel="self" href="https://example.org/self"/>
<link href="https://example.org/2"/><updated>2025-04-05T00:30:00Z</updated>
<published>2025-04-04T23:30:00-05:00</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Угоду <b>підписано</b>.</p>
<p>Її оплатить Британія.</p></div></content></entry></feed>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>News</title></channel><item><title>Kyiv signs</title><dc:date>2025-04-04</dc:date>
<dc:publisher>AP</dc:publisher><description/></item></rdf:RDF>"""


def test_rss_items_are_titles_and_sentences():
    found = read_digest(RSS.encode())
    assert (found.format, found.title, found.date, found.encoding) == (
        DigestFormat.FEED, "Defense & News", "", "utf-8"
    )  # fmt: skip
    origin = ("2025-04-04", "https://example.org/1", "The Paper", "en")
    assert found.statements == (
        Statement("Ukraine signs an agreement", "item 1, title", *origin),
        Statement("It is for the repair of guns.", "item 1, sentence 1", *origin),
        Statement("Britain pays for it.", "item 1, sentence 2", *origin),
        Statement("So it said.", "item 1, sentence 3", *origin),
        Statement("Poland buys jets & guns.", "item 2, sentence 1", language="en"),
        Statement("They cost a lot.", "item 2, sentence 2", language="en"),
    )


def test_atom_entries_have_their_own_day_and_page():
    found = read_digest(ATOM.encode())
    origin = ("2025-04-04", "https://example.org/2", "")
    assert (found.title, found.language) == ("Новини", "uk")
    assert found.statements == (
        Statement("1 < 2 is the title", "item 1, title", *origin, "en"),
        Statement("Угоду підписано.", "item 1, sentence 1", *origin, "uk"),
        Statement("Її оплатить Британія.", "item 1, sentence 2", *origin, "uk"),
    )


def test_rss_1_items_stand_beside_the_channel():
    found = read_digest(RDF.encode())
    assert found.title == "News"
    assert found.statements == (
        Statement("Kyiv signs", "item 1, title", "2025-04-04", "", "AP", "und"),
    )


BOMB = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>"""
OUTSIDE = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>
<rss><channel><item><title>&a;</title></item></channel></rss>"""
HARM = (
    "The feed declares entities or names other files, which is how XML does harm: remove its "
    "DOCTYPE."
)
ITEM = "<rss><channel><item><title>x</title>{}</item></channel></rss>"


@pytest.mark.parametrize(
    ("feed", "code", "message"),
    [
        (BOMB, "bad_feed", HARM),
        (OUTSIDE, "bad_feed", HARM),
        (
            "<rss>\n<channel><item></channel></rss>",
            "bad_feed",
            ("Line 2: this is no well-formed XML (mismatched tag: line 2, column 17). Correct it, "
             "or send the text."),
        ),
        (
            "<rss><channel>&nbsp;</channel></rss>",
            "bad_feed",
            ("Line 1: this is no well-formed XML (undefined entity: line 1, column 14). Correct "
             "it, or send the text."),
        ),
        (
            "<?xml version='1.0'?><opml/>",
            "bad_feed",
            "This is XML with the root “opml”: send RSS or Atom, or the text.",
        ),
        (
            "<rss>" + "<a>" * 101,
            "bad_feed",
            "The feed has elements more than 100 deep in each other: send its text.",
        ),
        (
            "<rss><channel><title>x</title></channel></rss>",
            "no_text",
            "The feed has no item with a title or text: send one that has, or its text.",
        ),
        (
            ITEM.format("<pubDate>soon</pubDate>"),
            "bad_date",
            "Item 1: 'soon' is no day: write it as YYYY-MM-DD, or leave it out.",
        ),
        (
            ITEM.format("<description>a&amp;#1;</description>"),
            "forbidden_character",
            "Item 1: character U+0001 at position 2 cannot be stored; remove it.",
        ),
        (
            ITEM.format("<link>/news/1</link>"),
            "bad_url",
            "Item 1: '/news/1' is no address of the web: write https://…, or leave it out.",
        ),
        (
            ITEM.format("<description>" + "y" * 2001 + "</description>"),
            "statement_too_long",
            ("Item 1, sentence 1: the statement 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy' (cut, "
             "2001 characters) is longer than 2,000 characters: split it."),
        ),
    ],
)  # fmt: skip
def test_feed_that_cannot_be_read_is_refused(feed, code, message):
    with pytest.raises(DigestError) as refused:
        read_digest(feed.encode())
    assert (refused.value.code, str(refused.value)) == (code, message)
