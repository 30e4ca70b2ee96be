"""What a figure counts: the head of the noun phrase that follows it."""

import re
from dataclasses import dataclass
from typing import Final

from records.ingest.finding.measures.plurals import is_plural, singular
from records.ingest.finding.words import word_set

_CHUNK = re.compile(
    r"\s?(?P<quote>[\"\u201c\u2018'(\[]?)(?P<core>[^\s]+?)"
    r"(?P<mark>[.,;:!?)\]\"\u201d\u2019\u2014]*)(?=\s|\Z)"
)
_STOP: Final = word_set(
    "a an the this that these those its their his her our your my it they he she we you who whom "
    "which what whose and or but nor so yet as if than then because while when where although "
    "though whether of in on at by for from to into onto with without within against between "
    "among amid during until till since before after over under above below near through across "
    "around about along behind beyond despite via per toward towards upon off out up down is are "
    "was were be been being am has have had having do does did will would shall should may might "
    "can could must not no never also only just still already later earlier ago last next each "
    "every both either neither another such worth including includes include included plus minus "
    "today yesterday tomorrow tonight now once twice again there here however annually yearly "
    "monthly weekly daily away apart abroad overseas back according due amounting totalling "
    "totaling valued costing killed wounded injured missing dead remain remained following "
    "aboard alongside inside outside throughout using carrying aimed intended needed "
    "left said says say told announced dollars euros"
)
_MARKS = frozenset(".,;:!?)]\"\u201d\u2019'/\u2013\u2014")
_QUOTED = re.compile(r"[\"\u201d](?=\sof\s)")
_INITIALS = re.compile(r"[A-Z](?:\.[A-Z])*")
_MORE: Final = word_set("more additional other further extra new")
_DETERMINERS = word_set("the its their his her our these those all")
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
_LONGEST = 12


@dataclass(frozen=True, slots=True)
class Counted:
    """The unit, the words that name it, and where the phrase ends.

    `more` tells that the phrase calls them further ones.
    """

    unit: str
    words: str
    end: int
    more: bool = False
    head: str = ""
    """The last word as it stands."""


def counted(text: str, end: int, *, one: bool) -> Counted:
    """Read the noun phrase after a figure that ends there; `one` tells that it is one thing."""
    quoted = _QUOTED.match(text, end)
    end = quoted.end() if quoted else end
    chunks = _chunks(text, end) if text[end : end + 1] not in _MARKS else []
    more = False
    while chunks and chunks[0].low in _MORE and not chunks[0].closed:
        more = more or chunks[0].low != "new"
        chunks.pop(0)
    if chunks and chunks[0].low in _PEOPLE:
        return Counted("person", chunks[0].core, chunks[0].end, more, chunks[0].low)
    phrase = _phrase(chunks)
    if not phrase:
        return Counted("", "", end, more)
    head = _head(phrase, one=one)
    if head is None:
        last = phrase[-1]
        return Counted("", text[phrase[0].start : last.end], last.end, more)
    words = text[phrase[0].start : head[0].end]
    return Counted(head[1], words, head[0].end, more, head[0].low)


@dataclass(frozen=True, slots=True)
class _Chunk:
    start: int
    end: int
    core: str
    closed: bool
    """A mark follows, which ends the phrase."""

    @property
    def low(self) -> str:
        return self.core.lower()

    @property
    def noun(self) -> str:
        """The last part of a compound: `jets` of `fighter-jets`."""
        return re.split(r"[-/\u2013]", self.low)[-1] or self.low

    @property
    def named(self) -> bool:
        return any(char.isupper() for char in self.core) or self.core[:1].isdigit()


def _chunks(text: str, end: int) -> list[_Chunk]:
    chunks: list[_Chunk] = []
    place = end
    while len(chunks) < _LONGEST and (found := _CHUNK.match(text, place)):
        if found["quote"] and chunks:
            break
        core, core_end, mark = found["core"], found.end("core"), found["mark"]
        owner = core.endswith(("'s", "\u2019s"))
        if owner:
            break
        closed = bool(mark) and not (mark == "." and _INITIALS.fullmatch(core))
        chunks.append(_Chunk(found.start("core"), core_end, core.rstrip("'\u2019"), closed))
        if closed:
            break
        place = found.end()
    return chunks


def _phrase(chunks: list[_Chunk]) -> list[_Chunk]:
    """Keep the chunks up to the word that ends the phrase."""
    if chunks and chunks[0].low == "of" and not chunks[0].closed:
        chunks = chunks[1:]
        while chunks and chunks[0].low in _DETERMINERS:
            chunks = chunks[1:]
    phrase: list[_Chunk] = []
    for chunk in chunks:
        if chunk.low in _AND and phrase and _open(phrase):
            joined = _phrase(chunks[chunks.index(chunk) + 1 :][:4])
            plural = any(is_plural(each.noun) and not each.named for each in joined)
            return phrase + joined if plural else phrase
        if chunk.low in _STOP or (chunk.core.isdigit() and not (phrase and phrase[-1].named)):
            break
        phrase.append(chunk)
        if chunk.closed:
            break
    return phrase


_AND = frozenset(("and", "or"))


def _open(phrase: list[_Chunk]) -> bool:
    """Tell whether only adjectives stand before “and”: “anti-tank and anti-personnel mines”."""
    last = phrase[-1]
    if any(is_plural(each.noun) for each in phrase) or any(char.isdigit() for char in last.core):
        return False
    return not last.named or bool(_INITIALS.fullmatch(last.core)) or last.low[-2:] in _ADJECTIVES


_ADJECTIVES = word_set("an sh se ch ck")


def _head(phrase: list[_Chunk], *, one: bool) -> tuple[_Chunk, str] | None:
    """Find the noun that is counted: the first plural that no other follows."""
    first = phrase[0]
    if first.low in UNITS or singular(first.low) in UNITS or singular(first.low) in TIMES:
        low = singular(first.low)
        return first, UNITS.get(first.low) or UNITS.get(low) or low
    plural = _plural(phrase)
    if plural:
        return plural, _unit(phrase, plural)
    last = phrase[-1]
    if last.named:
        return _named_head(last)
    return (last, last.noun) if one else None


def _plural(phrase: list[_Chunk]) -> _Chunk | None:
    """Find the first plural that no other follows; `aircraft` gives way to `aircraft carriers`."""
    unchanged = None
    for chunk, following in zip(phrase, [*phrase[1:], None], strict=True):
        if chunk.named or not is_plural(chunk.noun):
            continue
        if following is None or following.named:
            return chunk
        if not is_plural(following.noun):
            if singular(chunk.noun) != chunk.noun:
                return chunk
            unchanged = unchanged or chunk
    return unchanged


def _unit(phrase: list[_Chunk], head: _Chunk) -> str:
    unit = singular(head.noun)
    first = phrase[0].low
    return f"{first} {unit}" if first in _MEASURED and len(phrase) > 1 else UNITS.get(unit, unit)


_MEASURED = frozenset(("square", "cubic", "nautical"))


def _named_head(last: _Chunk) -> tuple[_Chunk, str] | None:
    """Return what a capitalised last word counts: `IFVs` and `Marines`, but no designation."""
    base = last.low.removesuffix("s")
    if base in _GENERIC:
        return last, base
    if _PEOPLES.fullmatch(last.core):
        return last, singular(last.low)
    return None
