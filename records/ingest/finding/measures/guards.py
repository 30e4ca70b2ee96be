"""Numbers that are no figures: parts of designations, calibers, clock times, list numbers."""

import re
from functools import cache
from typing import Final

import pycountry

from records.ingest.finding.words import word_set

_GLUED_BEFORE = re.compile(r"(?:[^\W_]|[^\W_][-\u2010\u2011/.#&+]|[-+/.:#\u2116_,][^\s]?)$")
_RANGE = re.compile(r"(?:^|[\s($£€])(?P<low>[0-9][0-9.,]*)-$")
_AFTER = re.compile(
    r"(?i)[\s-]?(?:mm|cm|millimet(?:er|re)s?|cal(?:iber|ibre)?s?\.?|gauge)\b|[x\u00d7*][0-9]"
    r"|[\s-]inch\b"
    r"|:[0-9]|\s?(?:[ap]\.?m\b|[ap]\.m\.|o['\u2019]clock|hrs?\b|gmt\b|utc\b|hours\slocal)"
    r"|(?:st|nd|rd|th)\b|[-\u2010\s]?(?:year|month|week|day)s?[-\s]olds?\b|\syears?\sof\sage\b"
    r"|-(?:way|star|party|seat|seater|point|wheel|axle|based|man|woman|person|state|judge|hand"
    r"|digit|engined?|d)\b"
    r"|(?-i:\s(?:[A-Z]\w+\s){1,2}(?:Street|Road|Avenue|Boulevard|Square|Lane))\b"
    r"|\s?(?:MAX|NEO|XWB|Dreamliners?)\b|/[0-9]|-in-[0-9]|\u00b0"
)
"""A caliber, a clock time, an ordinal, an age, a compound, a variant or a ratio follows."""
_LABELS: Final = word_set(
    "article no number paragraph section chapter page phase stage version type level resolution "
    "category flight channel day class unit block room highway route act rule figure table item "
    "point line part volume grade generation gate pier step tier zone area district ward sector "
    "aged age top formula hill protocol decree order law directive nr nos"
)
_BARE: Final = word_set(
    "the a an in on at by for from to into of with and or but over about some around nearly almost "
    "approximately roughly these those all only just another additional further up least most many "
    "than under below between also after before during among as when while where if its their his "
    "her more fewer less including at since until one two three four five six seven eight nine ten "
    "first last next other others both each every any no not record total estimated killing "
    "sending using last meanwhile however another see monday tuesday wednesday thursday friday "
    "saturday sunday congress parliament nato eu un army navy"
)
_UNIT = re.compile(r"(?:k[mg]|km/h|kph|mph|lbs?|ft|[kMG]W|kWh|kt|hp|nmi)\b")
_AGE = re.compile(r"(?i)\bage\b[^.;]{0,32}$")
_PERSON_BEFORE = re.compile(r"[A-Z][a-z]+\s[A-Z][\w'-]+,\s$")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w'\u2019./-]*)(\s|\s\()$")
_GROUP = re.compile(r"(?i)\b(?:group|gang|league|big|top|class)\s(?:of\s)?$")
_SHORT = word_set("us uk uae u.s britain kyiv moscow washington beijing taipei seoul tokyo berlin")
_WINDOW = 40
_PERSONS = re.compile(
    r"\s(?:\S+\s){0,2}?(?:people|soldiers|troops|civilians|personnel|men|fighters|militants"
    r"|persons|children|women|prisoners|workers)\b"
)


def no_figure(text: str, start: int, end: int) -> bool:
    """Tell whether digits there are no figure, by what touches them and the words before."""
    if _GLUED_BEFORE.search(text[max(0, start - 2) : start]):
        window = max(0, start - _WINDOW)
        low = _RANGE.search(text[window:start])
        if low is None or no_figure(text, window + low.start("low"), window + low.end("low")):
            return True
    following = text[end : end + _WINDOW]
    glued = following[:1].isalpha() or following[:1] == "_"
    if (glued and not _UNIT.match(following)) or _AFTER.match(following):
        return True
    return _labelled(text, start, end)


def _labelled(text: str, start: int, end: int) -> bool:
    """Tell whether digits belong to the word before them: `Leopard 2`, `Article 5`, `2.`."""
    before = text[max(0, start - _WINDOW) : start]
    aged = text[end : end + 1] == "," and _PERSON_BEFORE.search(before)
    if aged or _GROUP.search(before) or _AGE.search(before):
        return True
    found = _WORD_BEFORE.search(before)
    if found is None:
        return not before.strip() and bool(re.match(r"[.)]\s", text[end : end + 2]))
    return found[1].rstrip(".").lower() in _LABELS or _named(text, start, end, found)


def _named(text: str, start: int, end: int, before: re.Match[str]) -> bool:
    """Tell whether a name stands before the digits that they end: not a country's, no title's."""
    word, follows = before[1], text[end : end + 2]
    plain = word.rstrip(".").lower()
    if not word[0].isupper() or word.endswith(("'s", "\u2019s", "s'", "s\u2019")):
        return False
    if follows[:1] == ")" and "(" not in before[2]:
        return True
    if "," in text[start:end] or plain in _BARE:
        return False
    if plain in _countries():
        return follows == " ("
    return not _PERSONS.match(text, end)


def is_year(digits: str, following: str) -> bool:
    """Tell a year that was read as none, as in a name, from a count: no group, no thing counted."""
    if not re.fullmatch(r"(?:19|20)[0-9]{2}", digits):
        return False
    return not (digits.endswith("00") and re.match(r"\s[a-z]", following))


@cache
def _countries() -> frozenset[str]:
    """Return the words that names of countries end with, which stand before counts as well."""
    names = [
        name
        for row in pycountry.countries
        for name in (row.name, getattr(row, "common_name", row.name))
    ]
    words = {word for name in names for word in re.findall(r"[^\W\d_]+", name.lower())}
    return _SHORT | words
