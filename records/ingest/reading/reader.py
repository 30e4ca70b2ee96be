"""Reads a digest: its encoding, its format, its statements and their languages."""

import hashlib
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from django.core.exceptions import ValidationError

from records.ingest.reading.characters import refuse_forbidden
from records.ingest.reading.digest import Content, Digest, DigestFormat, Statement
from records.ingest.reading.encodings import decode
from records.ingest.reading.errors import DigestError
from records.ingest.reading.feed import read_feed
from records.ingest.reading.formats import detect_format
from records.ingest.reading.json_lines import read_json_lines
from records.ingest.reading.languages import UNDETERMINED, guess_language
from records.ingest.reading.limits import MAX_BYTES
from records.ingest.reading.plain_text import read_plain_text
from records.ingest.reading.web_page import read_web_page
from records.validators.codes import validate_language
from records.values.quoting import quote

_READERS: dict[DigestFormat, Callable[[str], Content]] = {
    DigestFormat.TEXT: read_plain_text,
    DigestFormat.JSONL: read_json_lines,
    DigestFormat.HTML: read_web_page,
    DigestFormat.FEED: read_feed,
}
_MEGABYTE = 2**20


def read_digest(
    data: bytes,
    *,
    name: str = "",
    format: DigestFormat | None = None,  # noqa: A002 the word that every caller knows
    language: str = "",
) -> Digest:
    """Return the digest that these bytes are.

    `name` is the file's, whose ending helps to tell the format where the content does not; a given
    `format` is not doubted. A given `language` (BCP 47) is that of every statement; else the
    statement's is told from its words, and is the digest's where they do not tell it clearly.
    Raises DigestError.
    """
    _check(data, language)
    text, encoding = decode(data)
    if not text.strip():
        raise DigestError("empty", "The digest has no text: send one that has.")
    refuse_forbidden(text)
    found = format or detect_format(text, name)
    content = _READERS[found](text)
    if not content.statements:
        raise DigestError("empty", "The digest has no statement beside its header: add some.")
    spoken, statements = _with_languages(content, language)
    return Digest(
        format=found,
        title=content.title,
        date=content.date,
        language=spoken,
        encoding=encoding,
        sha256=hashlib.sha256(data).hexdigest(),
        statements=statements,
    )


def _check(data: bytes, language: str) -> None:
    if not data:
        raise DigestError("empty", "The digest is empty: send one that has text.")
    if len(data) > MAX_BYTES:
        raise DigestError(
            "too_large",
            f"The digest has more than {MAX_BYTES // _MEGABYTE} MB; no more are read: split it.",
        )
    if language and not _is_language(language):
        raise DigestError(
            "bad_language",
            f"{quote(language)} is no BCP 47 language tag: write one such as en or uk, or none.",
        )


def _is_language(tag: str) -> bool:
    try:
        validate_language(tag)
    except ValidationError:
        return False
    return True


def _with_languages(content: Content, given: str) -> tuple[str, tuple[Statement, ...]]:
    """Return the language of the digest, and the statements with theirs."""
    if given:
        return given, tuple(replace(each, language=given) for each in content.statements)
    guesses = [guess_language(each.text) for each in content.statements]
    heard: Counter[str] = Counter()
    for each, guess in zip(content.statements, guesses, strict=True):
        heard[guess.tag] += len(each.text) if guess.tag != UNDETERMINED else 0
    spoken, weight = heard.most_common(1)[0]
    if not weight:
        spoken = content.language if _is_language(content.language) else UNDETERMINED
    return spoken, tuple(
        replace(each, language=spoken if spoken in guess.others else guess.tag)
        for each, guess in zip(content.statements, guesses, strict=True)
    )
