"""The items of a feed as its XML is read, one at a time."""

from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape

from records.ingest.reading.errors import DigestError
from records.ingest.reading.limits import MAX_DEPTH

_ATOM, _RSS_1 = "{http://www.w3.org/2005/Atom}", "{http://purl.org/rss/1.0/}"
_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_ROOTS = frozenset({"rss", f"{_ATOM}feed", "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}RDF"})
_ITEMS = frozenset({"item", f"{_RSS_1}item", f"{_ATOM}entry"})
_FEEDS = frozenset({"channel", f"{_RSS_1}channel", f"{_ATOM}feed"})
_FIELDS = {
    **{f"{space}title": "title" for space in ("", _RSS_1, _ATOM)},
    **{f"{space}link": "link" for space in ("", _RSS_1, _ATOM)},
    **{f"{space}description": "summary" for space in ("", _RSS_1)},
    f"{_ATOM}summary": "summary",
    f"{_ATOM}content": "content",
    "{http://purl.org/rss/1.0/modules/content/}encoded": "content",
    "pubDate": "published",
    f"{_ATOM}published": "published",
    f"{_ATOM}updated": "updated",
    f"{_DUBLIN_CORE}date": "updated",
    "source": "source",
    f"{_DUBLIN_CORE}publisher": "publisher",
    "language": "language",
    f"{_DUBLIN_CORE}language": "language",
}  # fmt: skip
_MARKED_UP = frozenset({"title", "summary", "content"})
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(slots=True)
class Item:
    """What an item says by the names of `_FIELDS`; titles and texts are HTML."""

    fields: dict[str, str] = field(default_factory=dict)

    def first(self, *names: str) -> str:
        """Return the first of these fields in which something stands."""
        return next((found for name in names if (found := self.fields.get(name, "").strip())), "")


class FeedTarget:
    """Takes what a parser of XML reports, and hands on each item when it ends."""

    def __init__(self, take: Callable[[Item], None]) -> None:
        """Take the function that is called with each item."""
        self._take = take
        self.feed: dict[str, str] = {}
        self._depth = 0
        self._item: Item | None = None
        self._item_depth = 0
        self._feed_depth = 0
        self._field, self._field_depth = "", 0
        self._pieces: list[str] = []
        self._plain = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Go into an element."""
        self._depth += 1
        if self._depth == 1:
            _refuse_other(tag)
            self.feed["language"] = attributes.get(_LANGUAGE, "")
        if self._depth > MAX_DEPTH:
            raise DigestError(
                "bad_feed",
                f"The feed has elements more than {MAX_DEPTH} deep in each other: send its text.",
            )
        if self._field:
            self._pieces.append(f"<{_local(tag)}>")
        elif self._item is None and tag in _ITEMS:
            self._item, self._item_depth = Item(), self._depth
        elif tag in _FEEDS:
            self._feed_depth = self._depth
        elif self._depth == 1 + (self._item_depth if self._item else self._feed_depth):
            self._begin(tag, attributes)

    def data(self, text: str) -> None:
        """Take text."""
        if self._field:
            self._pieces.append(escape(text) if self._plain else text)

    def end(self, tag: str) -> None:
        """Go out of an element."""
        if self._field and self._depth == self._field_depth:
            kept = self._item.fields if self._item else self.feed
            if not kept.get(self._field):
                kept[self._field] = "".join(self._pieces)
            self._field = ""
        elif self._field:
            self._pieces.append(f"</{_local(tag)}>")
        elif self._item is not None and self._depth == self._item_depth:
            self._take(self._item)
            self._item = None
        self._depth -= 1

    def close(self) -> None:
        """Nothing is left to do."""

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        name = _FIELDS.get(tag, "")
        if name == "link" and tag.startswith(_ATOM):
            if self._item and attributes.get("rel", "alternate") == "alternate":
                self._item.fields.setdefault("link", attributes.get("href", ""))
            return
        self._field, self._field_depth, self._pieces = name, self._depth, []
        # Atom says which of its texts are HTML; those of RSS are.
        html = not tag.startswith(_ATOM) or attributes.get("type") == "html"
        self._plain = name in _MARKED_UP and not html


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _refuse_other(tag: str) -> None:
    if tag not in _ROOTS:
        raise DigestError(
            "bad_feed",
            f"This is XML with the root “{_local(tag)[:40]}”: send RSS or Atom, or the text.",
        )
