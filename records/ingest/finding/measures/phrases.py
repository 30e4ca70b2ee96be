"""The noun phrase after a figure, word by word."""

import re
from dataclasses import dataclass
from typing import Final

from records.ingest.finding.measures.plurals import is_plural
from records.ingest.finding.words import word_set

_CHUNK = re.compile(
    r"\s?(?P<quote>[\"\u201c\u2018'(\[]?)(?P<core>[^\s(]+?)"
    r"(?P<mark>[.,;:!?)\]\"\u201d\u2019\u2014]*)(?=\s|\Z|\()"
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
    "left them him us those said says say told announced dollars euros"
)
_INITIALS = re.compile(r"[A-Z](?:\.[A-Z])*")
_DETERMINERS = word_set("the its their his her our these those all")
_AND = word_set("and or")
_PEOPLES = word_set("an sh se ch ck")
"""Ends of adjectives of countries: Korean, British, Japanese, French, Slovak."""
_LONGEST = 12
_IN_SERIES = 5


@dataclass(frozen=True, slots=True)
class Chunk:
    """What stands between two spaces, without the marks at its ends."""

    start: int
    end: int
    core: str
    mark: str
    """The mark that follows and may end the phrase, such as a comma."""

    @property
    def low(self) -> str:
        """The text without capitals."""
        return self.core.lower()

    @property
    def noun(self) -> str:
        """The last part of a compound: `jets` of `fighter-jets`."""
        return re.split(r"[-/\u2013]", self.low)[-1] or self.low

    @property
    def named(self) -> bool:
        """It is a name or a designation by its look."""
        return any(char.isupper() for char in self.core) or self.core[:1].isdigit()

    @property
    def plural(self) -> bool:
        """It is a plural by its look, and no name."""
        return not self.named and is_plural(self.noun)


def chunks(text: str, start: int) -> list[Chunk]:
    """Cut what follows into chunks, up to the end of the sentence or an owner (“Egypt's”)."""
    found: list[Chunk] = []
    while len(found) < _LONGEST and (chunk := _CHUNK.match(text, start)):
        core, mark = chunk["core"], chunk["mark"]
        if (chunk["quote"] and found) or core.endswith(("'s", "\u2019s")):
            break
        if mark == "." and _INITIALS.fullmatch(core):
            mark = ""
        found.append(Chunk(chunk.start("core"), chunk.end("core"), core.rstrip("'\u2019"), mark))
        if mark not in {"", ","}:
            break
        start = chunk.end()
    return found


def phrase(following: list[Chunk]) -> list[Chunk]:
    """Keep the chunks up to the word that ends the noun phrase."""
    if following and following[0].low == "of" and not following[0].mark:
        following = following[1:]
        while following and following[0].low in _DETERMINERS:
            following = following[1:]
    kept: list[Chunk] = []
    for place, chunk in enumerate(following):
        if chunk.low in _AND and kept and (_adjectives(kept) or _types(following, place)):
            joined = phrase(following[place + 1 :][:_IN_SERIES])
            return kept + joined if any(each.plural for each in joined) else kept
        if chunk.low in _STOP or (chunk.core.isdigit() and not (kept and kept[-1].named)):
            break
        kept.append(chunk)
        if chunk.mark:
            return kept + _series(kept, following[place + 1 :][:_IN_SERIES])
    return kept


def _types(following: list[Chunk], place: int) -> bool:
    """Tell designations on both sides of “and”: “MiG-21 and MiG-23 fighters”."""
    return all(_TYPE.fullmatch(each.core) for each in following[place - 1 : place + 2 : 2])


_TYPE = re.compile(r"[A-Z][\w./-]*[0-9][A-Z]?")


def _series(kept: list[Chunk], following: list[Chunk]) -> list[Chunk]:
    """Return what ends a series of adjectives: “sunk, damaged and captured ships”."""
    if kept[-1].mark != "," or kept[-1].named or any(chunk.plural for chunk in kept):
        return []
    joints = [place for place, chunk in enumerate(following) if chunk.low in _AND]
    if not joints or any(chunk.plural or chunk.named for chunk in following[: joints[0]]):
        return []
    joined = phrase(following[joints[0] + 1 :])
    return joined if any(chunk.plural for chunk in joined) else []


def _adjectives(kept: list[Chunk]) -> bool:
    """Tell whether only adjectives stand before “and”: “anti-tank and anti-personnel mines”."""
    last = kept[-1]
    if any(is_plural(each.noun) for each in kept) or any(char.isdigit() for char in last.core):
        return False
    return not last.named or bool(_INITIALS.fullmatch(last.core)) or last.low[-2:] in _PEOPLES
