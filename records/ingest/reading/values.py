"""What is said of a statement beside its text."""

from urllib.parse import urlsplit

from records.ingest.reading.characters import refuse_forbidden, tidy
from records.ingest.reading.errors import DigestError
from records.ingest.reading.limits import MAX_SHORT, MAX_URL
from records.values.quoting import quote


def read_short(text: str, name: str, place: str) -> str:
    """Return a title or publisher in one line. Raises DigestError when it is too long."""
    text = tidy(text)
    if len(text) > MAX_SHORT:
        raise DigestError(
            "value_too_long",
            f"{place}: the {name} {quote(text)} is longer than {MAX_SHORT} characters: shorten it.",
        )
    refuse_forbidden(text, place)
    return text


def read_url(text: str, place: str) -> str:
    """Return an address of the web, or nothing where none is given. Raises DigestError."""
    text = text.strip()
    if not text:
        return ""
    if len(text) > MAX_URL:
        raise DigestError(
            "value_too_long",
            f"{place}: the address {quote(text)} is longer than {MAX_URL:,} characters: shorten "
            "it, or leave it out.",
        )
    try:
        parts = urlsplit(text)
        good = parts.scheme in {"http", "https"} and bool(parts.hostname) and text.isprintable()
    except ValueError:
        good = False
    if not good or " " in text:
        raise DigestError(
            "bad_url",
            f"{place}: {quote(text)} is no address of the web: write https://…, or leave it out.",
        )
    return text
