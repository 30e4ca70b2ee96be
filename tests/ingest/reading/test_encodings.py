"""Bytes in all encodings that a digest comes in."""

import codecs
import gzip
import zlib

import pytest

from records.ingest.reading import DigestError, read_digest

ENGLISH = "Saab’s chief said “yes” to the £5 million deal – in a café."
GERMAN = "Rheinmetall eröffnet in der Ukraine ein Werk für Munition; die Maßnahme läuft."
FRENCH = "La France a livré à l’Ukraine six canons Caesar, très précisément créés là."
UKRAINIAN = "Україна та Велика Британія підписали угоду про ремонт гармат L119."
RUSSIAN = "Украина и Великобритания подписали соглашение о ремонте орудий L119."
POLISH = "Żołnierze będą szkoleni: Polska podpisała umowę o współpracy wojskowej."


@pytest.mark.parametrize(
    ("text", "encoding", "named"),
    [
        (ENGLISH, "utf-8", "utf-8"),
        (ENGLISH, "utf-8-sig", "utf-8"),
        (ENGLISH, "cp1252", "cp1252"),
        (GERMAN, "latin-1", "cp1252"),
        (FRENCH, "cp1252", "cp1252"),
        (UKRAINIAN, "cp1251", "cp1251"),
        (UKRAINIAN, "koi8-u", "koi8-u"),
        (RUSSIAN, "cp1251", "cp1251"),
        (RUSSIAN, "koi8-r", "koi8-u"),
        (POLISH, "cp1250", "cp1250"),
        (UKRAINIAN, "utf-16-le", "utf-16-le"),
        (UKRAINIAN, "utf-16-be", "utf-16-be"),
        ("Plain text.", "utf-16-le", "utf-16-le"),
    ],
)
def test_encoding_is_told_from_the_bytes(text, encoding, named):
    found = read_digest(text.encode(encoding))
    assert (found.encoding, found.statements[0].text) == (named, text)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_byte_order_mark_tells_the_encoding(mark, encoding):
    found = read_digest(mark + UKRAINIAN.encode(encoding))
    assert (found.encoding, found.statements[0].text) == (encoding, UKRAINIAN)


def test_declared_encoding_is_taken_where_it_fits():
    page = f'<html><meta charset="iso-8859-2"><body><p>{POLISH}</p></body></html>'
    found = read_digest(page.encode("iso-8859-2"))
    assert (found.encoding, "".join(each.text for each in found.statements)) == (
        "iso8859-2",
        POLISH,
    )


@pytest.mark.parametrize(
    "declared", ["utf-7", "rot13", "zlib", "unicode_escape", "no-such", "ascii"]
)
def test_declared_encoding_that_is_none_of_text_is_passed_over(declared):
    page = f'<html><meta charset="{declared}"><body><p>{GERMAN}</p></body></html>'
    found = read_digest(page.encode("cp1252"))
    assert (found.encoding, "".join(each.text for each in found.statements)) == ("cp1252", GERMAN)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (gzip.compress(b"<html>" + b"0" * 1_000_000), "it is gzip"),
        (b"PK\x03\x04rest", "it is a ZIP archive or office document"),
        (b"%PDF-1.7\n", "it is a PDF"),
        (b"\x89PNG\r\n", "it is a PNG image"),
        (b"one\x00two\x00", "byte 4 is NUL"),
        (b"Some text.\x00", "byte 11 is NUL"),
        (bytes(range(256)) * 4, "byte 1 is NUL"),
    ],
)
def test_binary_is_refused(data, reason):
    with pytest.raises(DigestError) as refused:
        read_digest(data)
    assert refused.value.code == "binary"
    assert str(refused.value) == (
        f"This is no text: {reason}. Send text, JSON Lines, HTML, RSS or Atom, unpacked."
    )


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            f"{UKRAINIAN} ".encode() * 5 + b"\xff",
            (
                "The text is not UTF-8 (byte 596 does not fit), nor can another encoding be told: "
                "save it as UTF-8."
            ),
        ),
        (
            codecs.BOM_UTF8 + b"ab\xff",
            "The text is marked as UTF-8 but byte 3 does not fit: save it as UTF-8.",
        ),
        (
            codecs.BOM_UTF16_LE + b"a\x00b",
            "The text is marked as UTF-16-LE but byte 3 does not fit: save it as UTF-8.",
        ),
        (
            zlib.compress(b"no text at all")[:2] + bytes(range(128, 256)),
            (
                "The text is not UTF-8 (byte 2 does not fit), nor can another encoding be told: "
                "save it as UTF-8."
            ),
        ),
    ],
)
def test_text_in_no_encoding_is_refused(data, message):
    with pytest.raises(DigestError) as refused:
        read_digest(data)
    assert (refused.value.code, str(refused.value)) == ("unknown_encoding", message)
