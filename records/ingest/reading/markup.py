"""Text of HTML elements, and the limit on how many there may be."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree, html

from records.ingest.reading.characters import refuse_forbidden
from records.ingest.reading.errors import DigestError
from records.ingest.reading.limits import MAX_RUN, MAX_TAGS

_TAG = re.compile(r"<[A-Za-z]|&lt;[A-Za-z]")
_RUN = re.compile(r"[^<]+")
_SPACES = re.compile(r"[ \t\n\r\f]+")
_SILENT = frozenset({"script", "style", "template", "noscript", "head", "title", "iframe", "svg"})
_INLINE = frozenset(
    """
    a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label lb mark q ref s
    samp small span strike strong sub sup time tt u var wbr
    """.split()  # noqa: SIM905 - read better than a quoted list
)


def refuse_large(text: str) -> None:
    """Raise DigestError when a page or feed has more than can be read in time, or read at all."""
    if sum(1 for _ in islice(_TAG.finditer(text), MAX_TAGS + 1)) > MAX_TAGS:
        raise DigestError(
            "too_many_tags",
            f"The page or feed has more than {MAX_TAGS:,} elements: split it, or send the text.",
        )
    if any(len(run[0]) > MAX_RUN for run in _RUN.finditer(text)):
        raise DigestError(
            "value_too_long",
            f"The page or feed has more than {MAX_RUN:,} characters between two tags: send the "
            "text.",
        )


def paragraphs_of(element: etree._Element) -> Iterator[str]:
    """Yield the text of an element by its blocks, white space made one space as HTML has it."""
    pieces: list[str] = []
    for piece in _pieces(element):
        if piece is not None:
            pieces.append(piece)
            continue
        if text := _SPACES.sub(" ", "".join(pieces)).strip():
            yield text
        pieces = []


def paragraphs_of_html(fragment: str, place: str) -> Iterator[str]:
    """Yield the paragraphs of a piece of HTML, or of text without any markup."""
    tree = parse_html(fragment, place)
    if tree is not None:
        yield from paragraphs_of(tree)


def parse_html(text: str, place: str) -> html.HtmlElement | None:
    """Return the tree of a page or piece of HTML, or nothing where nothing stands in it.

    Raises DigestError for a character that the markup describes and no record can store.
    """
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(text.encode(), parser=parser)
    except etree.ParserError:
        return None
    for piece in tree.itertext():
        refuse_forbidden(piece, place)
    return tree


def _pieces(element: etree._Element) -> Iterator[str | None]:
    """Yield the texts in order, and None where a block begins or ends."""
    silent = 0
    for event, each in etree.iterwalk(element, events=("start", "end")):
        tag = each.tag.lower()
        if tag not in _INLINE:
            yield None
        silent += (tag in _SILENT) * (1 if event == "start" else -1)
        if not silent:
            yield each.text if event == "start" else (each.tail if each is not element else "")
    yield None
