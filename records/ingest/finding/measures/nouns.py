"""What a figure counts: the head of the noun phrase that follows it."""

import re
from dataclasses import dataclass
from typing import Final

from records.ingest.finding.measures.phrases import Chunk, chunks, phrase
from records.ingest.finding.measures.plurals import singular
from records.ingest.finding.words import word_set

_MARKS = frozenset(".,;:!?)]\"\u201d\u2019'/\u2013\u2014")
_QUOTED = re.compile(r"[\"\u201d](?=\sof\s)")
_MORE: Final = word_set("more additional other further extra new")
_PEOPLE: Final = word_set("killed wounded injured missing dead")
_GENERIC: Final = word_set(
    "apc apv ifv afv icv mbt uav uas ucav usv uuv ugv sam icbm slbm mrbm irbm atgm manpad manpads "
    "mlrs mrap spg aav lcac awacs suv ied rpg amv pow idp mp ngo"
)
_PEOPLES = re.compile(
    r"(?:[A-Z][a-z]+(?:ans|ese|ish|is)|Marines|Rangers|Sailors|Jews|Kurds|Arabs|Muslims|Turks"
    r"|Serbs|Afghans|Czechs|Poles|Greeks|Druze|Uyghurs|Houthis)"
)
UNITS: Final = {
    "km": "km", "kilometre": "km", "kilometer": "km", "metre": "metre", "meter": "meter", "m": "m",
    "mile": "mile", "mi": "mile", "nmi": "nautical mile", "foot": "foot", "ft": "foot",
    "kg": "kg", "kilogram": "kg", "kilogramme": "kg", "g": "g", "t": "tonne", "tonne": "tonne",
    "ton": "ton", "hp": "hp", "km/h": "km/h", "mph": "mph", "kph": "km/h", "gallon": "gallon",
    "lb": "lb", "lbs": "lb", "kt": "kiloton", "kiloton": "kiloton", "megaton": "megaton",
    "mw": "mw", "gw": "gw", "kw": "kw", "megawatt": "mw", "gigawatt": "gw", "knot": "knot",
    "kwh": "kwh", "mwh": "mwh", "litre": "litre", "liter": "liter", "barrel": "barrel",
    "acre": "acre", "hectare": "hectare", "ha": "hectare", "km2": "km2", "km²": "km²",
}  # fmt: skip
TIMES: Final = word_set("second minute hour day night week month quarter year decade century")


@dataclass(frozen=True, slots=True)
class Counted:
    """The unit, the words that name it, and where the phrase ends.

    `more` tells that the phrase calls them further ones.
    """

    unit: str
    words: str
    end: int
    more: bool = False


def counted(text: str, end: int, *, one: bool) -> Counted:
    """Read the noun phrase after a figure that ends there; `one` tells that it is one thing."""
    quoted = _QUOTED.match(text, end)
    end = quoted.end() if quoted else end
    following = chunks(text, end) if text[end : end + 1] not in _MARKS else []
    more = False
    while following and following[0].low in _MORE and not following[0].mark:
        more = more or following[0].low != "new"
        following.pop(0)
    if following and following[0].low in _PEOPLE:
        return Counted("person", following[0].core, following[0].end, more)
    kept = phrase(following)
    if not kept:
        unit = "person" if _HARMED.search(text[max(0, end - _BACK) : end]) else ""
        return Counted("person" if unit or _HARM.match(text, end) else "", "", end, more)
    head = _head(kept, one=one)
    last, unit = head or (kept[-1], "")
    return Counted(unit, text[kept[0].start : last.end], last.end, more)


def compound(text: str, start: int) -> Counted:
    """Read the noun that a hyphen joins to a figure: “a 36-plane order”, “485-foot-long”."""
    found = _JOINED.match(text, start)
    if found is None:
        return Counted("", "", start)
    unit = singular(found[0])
    return Counted(UNITS.get(unit, unit), found[0], found.end())


_JOINED = re.compile(r"(?!(?:strong|odd|fold|plus|something|long|high|deep|wide)\b)[a-z]{2,}")
_BACK = 40
_HARM = re.compile(
    r"\s(?:(?:is|are|was|were|have|has|been|being|reported|reportedly|believed|still)\s){1,4}"
    r"(?:killed|wounded|injured|missing|dead|arrested|detained|hospitali[sz]ed|evacuated)\b"
)
_HARMED = re.compile(
    r"(?i)\b(?:kill|wound|injur|evacuat|arrest|detain)(?:s|e|es|ed|ing)?\s"
    r"(?:(?:at|least|about|up|to|more|than|over|some|nearly|another|an|estimated)\s)*[\w,.-]+$"
)


def _head(kept: list[Chunk], *, one: bool) -> tuple[Chunk, str] | None:
    """Find the noun that is counted: the first plural that no other follows."""
    first = kept[0]
    if first.low in UNITS or singular(first.low) in UNITS or singular(first.low) in TIMES:
        low = singular(first.low)
        return first, UNITS.get(first.low) or UNITS.get(low) or low
    plural = _plural(kept)
    if plural:
        return plural, _unit(kept, plural)
    last = kept[-1]
    if last.named:
        return _named_head(last)
    return (last, last.noun) if one else None


def _plural(kept: list[Chunk]) -> Chunk | None:
    """Find the first plural that does not describe another: `ships`, but `arms shipments`.

    What looks the same in both numbers gives way: `aircraft carriers`.
    """
    unchanged = None
    for chunk, following in zip(kept, [*kept[1:], None], strict=True):
        if not chunk.plural:
            continue
        if following is None or following.named or chunk.mark:
            return chunk
        if following.plural and chunk.noun not in _NEVER_DESCRIBING:
            continue
        if singular(chunk.noun) != chunk.noun:
            return chunk
        unchanged = unchanged or chunk
    return unchanged


_NEVER_DESCRIBING = word_set(
    "countries nations states sides parties leaders governments companies people men women "
    "soldiers troops ministers officials members civilians others militants citizens vehicles "
    "ships tanks"
)


def _unit(kept: list[Chunk], head: Chunk) -> str:
    unit = singular(head.noun)
    first = kept[0].low
    return f"{first} {unit}" if first in _MEASURED and len(kept) > 1 else UNITS.get(unit, unit)


_MEASURED = frozenset(("square", "cubic", "nautical"))


def _named_head(last: Chunk) -> tuple[Chunk, str] | None:
    """Return what a capitalised last word counts: `IFVs` and `Marines`, but no designation."""
    base = last.low.removesuffix("s")
    if base in _GENERIC:
        return last, base
    if _PEOPLES.fullmatch(last.core):
        return last, singular(last.low)
    return None
