"""How exactly a figure is stated, told by the words beside it."""

import re
from typing import Final

from records.enums import Qualifier

_FILLER = (
    r"(?:(?:an?|another|additional|further|the|its|their|total|of|estimated|extra|other|new)\s)*$"
)
_BEFORE: Final = {
    Qualifier.AT_LEAST: r"at\sleast|a\sminimum(?:\sof)?|not?\s(?:fewer|less)\sthan",
    Qualifier.AT_MOST: r"at\smost|up\sto|as\s(?:many|much|high)\sas|not?\smore\sthan"
    r"|a\smaximum\sof",
    Qualifier.MORE_THAN: r"more\sthan|over|in\sexcess\sof|exceeding|exceeds?|upwards?\sof|above"
    r"|surpassing|greater\sthan",
    Qualifier.LESS_THAN: r"less\sthan|fewer\sthan|under|below|lower\sthan",
    Qualifier.ABOUT: r"about|around|some|approximately|approx\.?|roughly|nearly|almost|circa|ca?\."
    r"|estimated|close\sto|nearing",
}
_QUALIFIED = re.compile(
    r"(?i)(?:\b(?:"
    + "|".join(f"(?P<{qualifier.value}>{words})" for qualifier, words in _BEFORE.items())
    + rf")['\"\u2019\u201d]?\s|(?P<tilde>~)\s?){_FILLER}"
)
_OR = re.compile(
    r"(?i)(?:\s?(?P<at_least>\+(?!\w)|\sor\smore\b|-plus\b|\splus\b(?=\s[a-z]))"
    r"|\s(?P<about>or\sso\b)|\s(?P<at_most>or\s(?:fewer|less)\b))"
)
_WINDOW = 48


def before(text: str, start: int) -> tuple[Qualifier, int]:
    """Return the qualifier of a figure that starts there, and where its words start."""
    window = max(0, start - _WINDOW)
    found = _QUALIFIED.search(text[window:start])
    if not found:
        return Qualifier.EXACT, start
    name = next(name for name, words in found.groupdict().items() if words)
    qualifier = Qualifier.ABOUT if name == "tilde" else Qualifier(name)
    return qualifier, window + found.start()


def after(text: str, end: int) -> tuple[Qualifier, int]:
    """Return the qualifier that follows a figure, as in “500 or more”, and where it ends."""
    found = _OR.match(text, end)
    if not found:
        return Qualifier.EXACT, end
    name = next(name for name, words in found.groupdict().items() if words)
    return Qualifier(name), found.end()
