"""What a digest is, once it has been read."""

from dataclasses import dataclass
from enum import StrEnum


class DigestFormat(StrEnum):
    """How a digest is written."""

    TEXT = "text"
    JSONL = "jsonl"
    HTML = "html"
    FEED = "feed"


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence, or some that belong together, as the digest has them.

    `text` is verbatim but for white space: none at its ends, one space for an inner line break.
    `locator` is its place: `line 4`, `paragraph 2, sentence 1`, `item 3, title`,
    `item 3, sentence 2`. `date` is the day on which it was published, as EDTF. `language` is a
    BCP 47 tag, `und` when it cannot be told. `date`, `url` and `publisher` are empty where the
    digest does not say them of this statement.
    """

    text: str
    locator: str
    date: str = ""
    url: str = ""
    publisher: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Digest:
    """A digest with its statements in the order of reading.

    `date` is the day that a text's header `date YYYY-MM-DD` names: when the digest was gathered,
    which says nothing of the day on which a statement was published. `title` is that of a page or
    feed. `sha256` is of the bytes, in hexadecimal digits, and `encoding` is how they were decoded.
    """

    format: DigestFormat
    title: str
    date: str
    language: str
    encoding: str
    sha256: str
    statements: tuple[Statement, ...]


@dataclass(slots=True)
class Content:
    """What a format's reader finds: the language is the one that the page or feed declares."""

    statements: list[Statement]
    title: str = ""
    date: str = ""
    language: str = ""
