"""Which format a digest has."""

import re
from pathlib import PurePath

from records.ingest.reading.digest import DigestFormat

_SUFFIXES = {
    ".txt": DigestFormat.TEXT, ".jsonl": DigestFormat.JSONL, ".ndjson": DigestFormat.JSONL,
    ".json": DigestFormat.JSONL, ".html": DigestFormat.HTML, ".htm": DigestFormat.HTML,
    ".xhtml": DigestFormat.HTML, ".rss": DigestFormat.FEED, ".atom": DigestFormat.FEED,
    ".xml": DigestFormat.FEED,
}  # fmt: skip
_START = 4096
_PROLOGUE = re.compile(r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*|<\?[^>]*\?>\s*|<!DOCTYPE[^>]*>\s*)*",
                       re.IGNORECASE | re.DOTALL)  # fmt: skip
_FEED = re.compile(r"<(?:rss|feed|(?:\w+:)?RDF)\b")
_HTML = re.compile(
    r"\s*<!doctype html|<(?:html|head|body|main|article|section|div|p|h[1-6]|ul|ol|table)\b",
    re.IGNORECASE,
)
_OBJECT = re.compile(r'\s*\{\s*"')


def detect_format(text: str, name: str) -> DigestFormat:
    """Tell the format from how the text begins, else from the file's name; the rest is text."""
    start = text[:_START]
    prologue = _PROLOGUE.match(start)
    place = prologue.end() if prologue else 0
    if _FEED.match(start, place):
        return DigestFormat.FEED
    if _HTML.match(start) or _HTML.match(start, place):
        return DigestFormat.HTML
    if _OBJECT.match(start):
        return DigestFormat.JSONL
    if start.startswith("<?xml"):
        return DigestFormat.FEED
    return _SUFFIXES.get(PurePath(name).suffix.lower(), DigestFormat.TEXT)
