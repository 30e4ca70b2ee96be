"""RSS 2.0, RSS 1.0 and Atom: each item's title, and the sentences of its content or summary.

Read with defusedxml: feeds are well-formed XML by their standards, and what is not is refused with
its line rather than read in part. feedparser guesses on, and takes 11 to 23 seconds for 20,000
items. A title is a statement of its own, unless the text begins with it; of content and summary,
which tell the same at two lengths, the content is read.
"""

from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from records.ingest.reading.collecting import Collector, Origin
from records.ingest.reading.days import read_day
from records.ingest.reading.digest import Content
from records.ingest.reading.errors import DigestError
from records.ingest.reading.feed_items import FeedTarget, Item
from records.ingest.reading.markup import paragraphs_of_html, refuse_large
from records.ingest.reading.values import read_short, read_url


def read_feed(text: str) -> Content:
    """Return the statements of a feed, with each item's day, address and source.

    Raises DigestError: `bad_feed` with the line where it is no XML or has entities of its own.
    """
    refuse_large(text)
    statements = Collector()
    number = 0

    def take(item: Item) -> None:
        nonlocal number
        number += 1
        _add(statements, item, f"item {number}")

    target = FeedTarget(take)
    _parse(text.lstrip(), target)
    if not statements.statements:
        raise DigestError(
            "no_text", "The feed has no item with a title or text: send one that has, or its text."
        )
    title = " ".join(paragraphs_of_html(target.feed.get("title", ""), "Feed"))
    return Content(
        statements.statements,
        title=read_short(title, "title", "Feed"),
        language=target.feed.get("language", "").strip(),
    )


def _parse(text: str, target: FeedTarget) -> None:
    parser = DefusedXMLParser(target=target)
    try:
        parser.feed(text)
        parser.close()
    except ParseError as error:
        raise DigestError(
            "bad_feed",
            f"Line {error.position[0]}: this is no well-formed XML ({error}). Correct it, or "
            "send the text.",
        ) from error
    except DefusedXmlException as error:
        raise DigestError(
            "bad_feed",
            "The feed declares entities or names other files, which is how XML does harm: remove "
            "its DOCTYPE.",
        ) from error


def _add(statements: Collector, item: Item, locator: str) -> None:
    place = locator.capitalize()
    date, publisher = item.first("published", "updated"), item.first("source", "publisher")
    origin = Origin(
        date=read_day(date, place) if date else "",
        url=read_url(item.first("link"), place),
        publisher=read_short(publisher, "publisher", place),
    )
    title = " ".join(paragraphs_of_html(item.first("title"), place))
    paragraphs = list(paragraphs_of_html(item.first("content", "summary"), place))
    if not (paragraphs and paragraphs[0].startswith(title)):
        statements.add(title, f"{locator}, title", origin)
    sentence = 1
    for paragraph in paragraphs:
        sentence = statements.add_sentences(paragraph, locator, origin, sentence)
