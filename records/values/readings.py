"""The ways in which the words of a text may be written by those who search for it."""

import re

from records.values.words import MAX_TEXT, words

SEPARATOR = "|"
"""Stands between readings of a text, where no phrase goes on."""

_BETWEEN = f" {SEPARATOR} "

HYPHENATED = re.compile(r"(?<![^\W\d_])[^\W\d_]++(?:[-\u2010\u2011][^\W\d_]++)+")
"""Words with hyphens between them; it looks at each letter once, whatever the text."""

_HYPHEN = re.compile(r"[-\u2010\u2011]")

_CYRILLIC = re.compile("[\u0400-\u04ff]")
_UKRAINIAN = re.compile("[іїєґ]", re.IGNORECASE)
_NOT_UKRAINIAN = re.compile("[ыэъё]", re.IGNORECASE)
_INSIDE = re.compile("(?<=[\u0400-\u04ff])['\u2019\u02bc](?=[\u0400-\u04ff])")
_AT_START = re.compile(r"(?<!\w)[єїйюя]")

_FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_LETTERS = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"
_WRITTEN = "a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch - iu ia"
_UKRAINIAN_LETTERS = {
    ord(letter): written.strip("-")
    for letter, written in zip(_LETTERS, _WRITTEN.split(), strict=True)
}


def readings(text: str) -> list[list[str]]:
    """Return the words of a text in every reading, the plain one first, each reading once.

    Two words with a hyphen between them may also be one: `co-production`, `coproduction`.
    Cyrillic that may be Ukrainian is also written as Ukraine writes it (resolution 55 of its
    Cabinet of Ministers, 2010): `Київ` is `kiiv` by its letters alone, and `kyiv`.
    """
    text = text[:MAX_TEXT]
    found = [words(text)]
    if HYPHENATED.search(text):
        found.append(words(HYPHENATED.sub(lambda match: joined(match[0]), text)))
    if _may_be_ukrainian(text):
        found.append(words(_ukrainian(text)))
    return _each_once(found)


def searchable(*texts: str) -> str:
    """Write the words that texts are found by, with a space between them, for an index.

    Readings, and texts, have a separator between them. The plain reading of each comes first; of
    hyphenated words only those that they make together follow.
    """
    found = (reading for text in texts for reading in _searchable(text[:MAX_TEXT]) if reading)
    return _BETWEEN.join(" ".join(reading) for reading in found)


def plain(searched: str) -> str:
    """Take the plain reading from what `searchable` wrote of a text."""
    return searched.partition(_BETWEEN)[0]


def _searchable(text: str) -> list[list[str]]:
    found = [words(text)]
    together = words(" ".join(joined(match) for match in HYPHENATED.findall(text)))
    if together:
        found.append(together)
    if _may_be_ukrainian(text):
        found.append(words(_ukrainian(text)))
    return _each_once(found)


def _each_once(found: list[list[str]]) -> list[list[str]]:
    return [each for place, each in enumerate(found) if each not in found[:place]]


def joined(hyphenated: str) -> str:
    """Write hyphenated words as one."""
    return _HYPHEN.sub("", hyphenated)


def _may_be_ukrainian(text: str) -> bool:
    if text.isascii() or not _CYRILLIC.search(text):
        return False
    return bool(_UKRAINIAN.search(text)) or not _NOT_UKRAINIAN.search(text)


def _ukrainian(text: str) -> str:
    lower = _INSIDE.sub("", text.lower()).replace("зг", "zgh")
    return _AT_START.sub(lambda match: _FIRST[match[0]], lower).translate(_UKRAINIAN_LETTERS)
