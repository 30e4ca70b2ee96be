"""Bare numbers of four digits that are years."""

import re

from records.ingest.finding.dates.points import Meaning, Setting, rule
from records.ingest.finding.dates.vocabulary import A_YEAR, YEAR
from records.ingest.finding.words import word_set

_TEMPORAL = word_set("in since by until till during late early before after from through to")
_LOOSE = word_set(
    "of for between and or with than on the a an this its their his her our s for around about "
    "circa fiscal year calendar version versus against over beginning starting ending as mid "
    "at via expires expired signed founded established"
)
_WORD_BEFORE = re.compile(r"([A-Za-z]+)['\u2019]?[\s(,\"\u201c]*$")
_NEXT = re.compile(r"[\s\"\u201d]*([A-Za-z]+(?:-[A-Za-z]+)*)")
_NAMED_OF = re.compile(r"\b[A-Z][\w-]*\s+of\s*$")
_TOPIC = re.compile(r"(?:^|[.:;]\s+)[\"\u201c(]*$")
_DESIGNATION = re.compile(r"\s[A-Z]{1,3}[0-9]")
_FIRST_YEAR = 1900
_AROUND = 24


def _year(found: re.Match[str], setting: Setting) -> Meaning:
    text, start, end = setting.text, found.start(), found.end()
    before = text[max(0, start - _AROUND) : start]
    follows = _NEXT.match(text, end)
    noun = follows[1] if follows else ""
    named = _DESIGNATION.match(text, end) or (noun and _TOPIC.search(before))
    return found[0] if not named and _dated(int(found[0]), before, noun) else None


def _dated(year: int, before: str, noun: str) -> bool:
    """Tell by the word before and the noun after whether a number is a year."""
    word_before = _WORD_BEFORE.search(before)
    word = word_before[1] if word_before else ""
    counted = _counted(str(year), noun)
    if word.lower() in _TEMPORAL:
        return not counted or word.lower() in _STRICT
    if year < _FIRST_YEAR or counted or (word == "of" and _NAMED_OF.search(before)):
        return False
    named = word[:1].isupper() and word.lower() not in _LOOSE
    return not named or before.rstrip()[-1:] in {"(", ","}


_STRICT = word_set("in since until till during late early")
_HOURS = word_set("gmt utc hours hrs local est edt cet eet ist")


def _counted(year: str, noun: str) -> bool:
    """Tell “2000 soldiers” and “1600 GMT” from a year: a round number of things, or a clock."""
    if noun.lower() in _HOURS:
        return True
    many = noun.islower() and noun.endswith("s") and not noun.endswith(("ss", "us", "is", "as"))
    return year.endswith("00") and (
        many or noun in {"people", "men", "personnel", "aircraft", "km"}
    )


_NO_MORE = r"(?![\w%\u2013/+]|[.,:-][0-9]|-[A-Za-z]"
_PART = r"mid|early|late(?:r\sin)?|end(?:\sof)?|(?:beginning|start|turn|close|middle|outset)\sof"
YEARS = (
    rule(
        "year",
        0.95,
        frozenset((A_YEAR,)),
        rf"(?<![\w$€£¥₴₽#%.,:/+-])(?<!\u2013)(?<![$€£¥#]\s){YEAR}{_NO_MORE}"
        r"|\s?(?:%|percent|per\scent|million|billion|trillion|km|kg|mm)\b)",
        _year,
    ),
    rule(
        "year",
        0.95,
        frozenset((A_YEAR,)),
        rf"\b(?i:(?:the\s)?(?:{_PART})[\s-]){YEAR}{_NO_MORE})",
        lambda found, _: found[0][-4:],
    ),
)
