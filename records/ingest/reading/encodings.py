"""From bytes to text."""

import codecs
import re

from records.ingest.reading.characters import has_forbidden
from records.ingest.reading.errors import DigestError

# How files begin that are no text, so that the error can name them.
_SIGNATURES = {
    b"\x1f\x8b": "gzip", b"PK\x03\x04": "a ZIP archive or office document", b"%PDF-": "a PDF",
    b"BZh": "bzip2", b"\xfd7zXZ\x00": "xz", b"\x28\xb5\x2f\xfd": "Zstandard",
    b"7z\xbc\xaf\x27\x1c": "7-Zip", b"\x89PNG": "a PNG image", b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image", b"{\\rtf": "RTF", b"\xd0\xcf\x11\xe0": "an old office document",
}  # fmt: skip
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"), (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_DECLARED = re.compile(
    rb"""<(?:\?xml|meta)\b[^>]{0,200}?(?:encoding|charset)\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE
)
_KNOWN = re.compile(
    r"cp\d+|koi8-[ru]|iso8859-\d+|mac-\w+|big5|gbk?|gb2312|gb18030|euc_\w\w|shift_jis|cp949|ascii"
)
_START = 4096
_SAMPLE = 2**16

_UNMARKED = ("cp1252", "cp1251", "koi8-u", "cp1250")
# What does not stand in words, so that a wrong code page shows: a sign or capital between small
# letters, Latin beside Cyrillic letters, three accented letters in a row.
_LOW, _HIGH = "a-zà-öø-ÿа-яёіїєґąćęłńśźżčďěňřšťůžőű", "A-ZА-ЯЁІЇЄҐ"
_STRANGE = re.compile(
    rf"(?<=[{_LOW}])[¡-¬®-¶¸-¿×÷ŒœŸ‚ƒ„†‡ˆ‰‹›˜™ˇ˘˙˛˝\u2500-\u25ff](?=[{_LOW}])|[а-яёіїєґ][{_HIGH}]"
    r"|[\u2219-\u25ff]|[A-Za-zÀ-ÿ][Ѐ-ӿ]|[Ѐ-ӿ][A-Za-zÀ-ÿ]|[À-ÖØ-öø-ž¡-¿]{3}|[a-zß-ÿ][À-Þ]"
)
_EAST_ASIAN = re.compile(r"[\u2e80-\udfff\ufffd]")  # or two Latin letters taken for one sign
_TOLERATED = 0.1  # of the bytes above 127
_HIGH_BYTES = bytes(range(128, 256))


def decode(data: bytes) -> tuple[str, str]:
    """Return the text without its byte order mark, and the name of the encoding.

    Tried are the byte order mark, UTF-16 by its NULs, UTF-8, what a page or feed declares, and
    the 8-bit code page under which words look like words. Raises DigestError: `binary`,
    `unknown_encoding`.
    """
    for start, kind in _SIGNATURES.items():
        if data.startswith(start):
            raise _binary(f"it is {kind}")
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], name)
    if b"\x00" in data:
        return _strictly(data, _wide(data))
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        return _eight_bit(data, error)


def _binary(reason: str) -> DigestError:
    return DigestError(
        "binary", f"This is no text: {reason}. Send text, JSON Lines, HTML, RSS or Atom, unpacked."
    )


def _strictly(data: bytes, name: str) -> tuple[str, str]:
    try:
        return data.decode(name), name
    except UnicodeDecodeError as error:
        raise DigestError(
            "unknown_encoding",
            f"The text is marked as {name.upper()} but byte {error.start + 1} does not fit: save "
            "it as UTF-8.",
        ) from error


def _wide(data: bytes) -> str:
    """Tell UTF-16 without a mark: spaces and line breaks have a NUL, always on the same side."""
    odd, even = data[1::2].count(0), data[::2].count(0)
    if len(data) % 2 == 0 and not (odd and even):
        name = "utf-16-le" if odd else "utf-16-be"
        start = data[:_SAMPLE].decode(name, "replace")
        if not has_forbidden(start) and not _EAST_ASIAN.search(start):
            return name
    raise _binary(f"byte {data.index(0) + 1} is NUL")


def _eight_bit(data: bytes, error: UnicodeDecodeError) -> tuple[str, str]:
    """Decode what is not UTF-8; `error` says where."""
    if declared := _declared(data):
        return data.decode(declared), declared
    sample = data[max(0, error.start - 200) :][:_SAMPLE]
    high = len(sample) - len(sample.translate(None, _HIGH_BYTES))
    strange, name = min((_strangeness(sample, name), rank, name)
                        for rank, name in enumerate(_UNMARKED))[::2]  # fmt: skip
    try:
        if strange <= high * _TOLERATED:
            return data.decode(name), name
    except UnicodeDecodeError:
        pass
    raise DigestError(
        "unknown_encoding",
        f"The text is not UTF-8 (byte {error.start + 1} does not fit), nor can another encoding "
        "be told: save it as UTF-8.",
    ) from error


def _declared(data: bytes) -> str:
    """Return the codec that a page or feed declares, if it is one of text and the bytes fit."""
    found = _DECLARED.search(data[:_START])
    try:
        name = codecs.lookup(found[1].decode("ascii")).name if found else ""
        data.decode(name if _KNOWN.fullmatch(name) else "ascii")
    except (LookupError, UnicodeDecodeError):
        return ""
    return name


def _strangeness(sample: bytes, name: str) -> int:
    """Count what does not stand in words; bytes that mean nothing count as well."""
    text = sample.decode(name, "replace")
    return sum(1 for _ in _STRANGE.finditer(text)) + text.count("\ufffd")
