"""The language of a text, told by its script, its letters and its commonest words.

Our own, because the libraries that are kept take 75 MB (py3langid with numpy) or 96 MB (lingua),
and doubt English sentences that are full of names.
"""

import re
from collections import Counter
from dataclasses import dataclass

from records.ingest.reading.common_words import COMMON_WORDS

UNDETERMINED = "und"
_SAMPLE = 600  # characters
_CLEAR = 3  # common words by which a language leads

_SCRIPTS = {
    "latin": "A-Za-zÀ-ÖØ-öø-ɏ", "cyrillic": "\u0400-\u052f", "el": "Ͱ-Ͽ", "he": "א-ת",
    "ar": "\u0620-\u06ff", "han": "\u4e00-\u9fff", "ja": "\u3040-\u30ff", "ko": "가-힣",
    "ka": "\u10a0-\u10ff", "hy": "\u0530-\u058f",
}  # fmt: skip
_IN_SCRIPT = {name: re.compile(f"[{letters}]") for name, letters in _SCRIPTS.items()}
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# Letters that one language has, the rarer first; і also stands in Belarusian, ы in Kazakh.
_LETTERS = (
    ("be", "ў"), ("kk", "әғқңөұүһ"), ("sr", "љњћђџј"), ("mk", "ѓќѕ"),
    ("uk", "іїєґ"), ("ru", "ыэё"),
)  # fmt: skip
_PERSIAN = re.compile("[پچژگ]")
_BY_SCRIPT = {
    "cyrillic": ("uk", "ru", "bg"),
    "latin": tuple(tag for tag in COMMON_WORDS if tag not in {"uk", "ru", "bg"}),
}
_COMMON_IN: dict[str, list[str]] = {}
for _tag, _common in COMMON_WORDS.items():
    for _word in _common:
        _COMMON_IN.setdefault(_word, []).append(_tag)


@dataclass(frozen=True, slots=True)
class Guess:
    """A language, `und` if it cannot be told, and those that it could as well be."""

    tag: str
    others: frozenset[str] = frozenset()


def guess_language(text: str) -> Guess:
    """Return the language of a text; always the same for the same text."""
    sample = text[:_SAMPLE]
    letters = _letters(sample)
    script = max(letters, key=letters.__getitem__)
    if not letters[script]:
        return Guess(UNDETERMINED, frozenset(COMMON_WORDS))
    if script == "latin":
        return _by_words(sample, script)
    if script == "cyrillic":
        return _by_letters(sample.casefold()) or _by_words(sample, script)
    if script == "han" and letters["ja"]:
        return Guess("ja")
    if script == "ar" and _PERSIAN.search(sample):
        return Guess("fa")
    return Guess({"han": "zh"}.get(script, script))


def may_be_english(text: str, language: str) -> bool:
    """Tell whether a text is in English, or in Latin letters and too short to tell its language."""
    if language != UNDETERMINED:
        return language.partition("-")[0].lower() == "en"
    letters = _letters(text[:_SAMPLE])
    return letters["latin"] == max(letters.values()) > 0


def _letters(sample: str) -> dict[str, int]:
    return {name: len(script.findall(sample)) for name, script in _IN_SCRIPT.items()}


def _by_letters(sample: str) -> Guess | None:
    counts = [(sum(map(sample.count, own)), tag) for tag, own in _LETTERS]
    most = max(count for count, _ in counts)
    if not most:
        return None
    if counts[0][0]:
        return Guess("be")
    return Guess(next(tag for count, tag in counts if count == most))


def _by_words(sample: str, script: str) -> Guess:
    words = _WORD.findall(sample.casefold())
    scores = Counter(tag for word in words for tag in _COMMON_IN.get(word, ()))
    ranked = [(scores[tag], tag) for tag in _BY_SCRIPT[script]]
    (best, tag), (second, _) = sorted(ranked, reverse=True)[:2]
    return Guess(
        tag if best > second else UNDETERMINED,
        frozenset(_BY_SCRIPT[script]) if best - second < _CLEAR else frozenset(),
    )
