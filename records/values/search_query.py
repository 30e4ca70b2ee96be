"""The language of searches: words, "phrases", -not, OR and the beginnings of words*."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from records.values.quoting import quote
from records.values.readings import readings

MAX_LENGTH = 500
MAX_TERMS = 20
SHORTEST_BEGINNING = 2

_QUOTES = str.maketrans({"\u201c": '"', "\u201d": '"', "\u201e": '"', "\u00ab": '"', "\u00bb": '"'})
_PART = re.compile(r'(?P<minus>-?)(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"*]+))(?P<star>\*?)|\S')


class SearchError(ValueError):
    """A search that cannot be understood; the text says how to write it. `code` says why."""

    def __init__(self, code: str, detail: str) -> None:
        """Take the code of the problem and the sentence for whoever searches."""
        super().__init__(detail)
        self.code = code


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that follow each other; of the last one perhaps only the beginning."""

    words: tuple[str, ...]
    is_beginning: bool = False

    @property
    def sought(self) -> str:
        """What a text with a space around each of its words contains."""
        return f" {' '.join(self.words)}{'' if self.is_beginning else ' '}"


Term = tuple[Phrase, ...]
"""The readings of one word or phrase, of which a text has one; the plain one comes first."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """Terms that a text has, and terms that it has not."""

    terms: tuple[Term, ...]
    excluded: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """A search: a text is found when one of the alternatives holds."""

    alternatives: tuple[Alternative, ...]

    @property
    def phrases(self) -> Iterator[Phrase]:
        """Every reading of every term that is sought."""
        for alternative in self.alternatives:
            for term in alternative.terms:
                yield from term


@dataclass(frozen=True, slots=True)
class _Part:
    term: Term
    is_excluded: bool


def parse_search(text: str) -> SearchQuery:
    """Read a search.

    All words must occur, in any order, in any case, with or without accents, in any script that
    has Latin letters for its own. `"…"` are words that follow each other, `-` leaves out,
    `OR` stands between alternatives and binds weakest, `*` ends the beginning of a word. Other
    marks are as good as a space, but a word with marks in it, such as `F-16`, is a phrase.

    Raises SearchError for what says nothing: `empty_search`, `unbalanced_quote`, `only_excluded`,
    `missing_alternative`, `beginning_too_short`, `too_many_terms`, `value_too_long`.
    """
    if len(text) > MAX_LENGTH:
        raise SearchError(
            "value_too_long",
            f"{quote(text)} is longer than {MAX_LENGTH} characters; shorten it.",
        )
    groups: list[list[_Part]] = [[]]
    for part in _parts(text.translate(_QUOTES)):
        if part is None:
            groups.append([])
        else:
            groups[-1].append(part)
    if sum(map(len, groups)) > MAX_TERMS:
        raise SearchError(
            "too_many_terms", f"It has more than {MAX_TERMS} words and phrases; leave some out."
        )
    if not any(groups):
        raise SearchError("empty_search", f"{quote(text)} has no letters or digits; give some.")
    return SearchQuery(tuple(map(_alternative, groups)))


def typed_search(text: str) -> SearchQuery | None:
    """Read what somebody is typing: all words must occur, the last perhaps not whole yet.

    Marks have no meaning. Words after the twentieth are not looked at; None if there is none.
    """
    typed = [piece for piece in text[:MAX_LENGTH].split() if any(readings(piece))][:MAX_TERMS]
    if not typed:
        return None
    last = len(typed) - 1
    return SearchQuery((Alternative(tuple(
        tuple(Phrase(tuple(each), place == last) for each in readings(piece) if each)
        for place, piece in enumerate(typed)
    )),))  # fmt: skip


def _parts(text: str) -> Iterator[_Part | None]:
    """Take a search apart; None stands for OR. Marks alone are left out."""
    for match in _PART.finditer(text):
        quoted, bare = match["quoted"], match["bare"]
        if match[0] == "OR":
            yield None
        elif match[0] == '"':
            raise SearchError(
                "unbalanced_quote", "A quotation mark has no partner; add it or leave it out."
            )
        elif term := _term(quoted if bare is None else bare, has_star=bool(match["star"])):
            yield _Part(term, is_excluded=bool(match["minus"]))


def _term(text: str | None, *, has_star: bool) -> Term:
    """Read a word or phrase; nothing is found in marks."""
    found = [each for each in readings(text or "") if each]
    if has_star and any(len("".join(each)) < SHORTEST_BEGINNING for each in found):
        raise SearchError(
            "beginning_too_short",
            f"{quote(f'{text}*')} is too short; give at least {SHORTEST_BEGINNING} letters.",
        )
    return tuple(Phrase(tuple(each), has_star) for each in found)


def _alternative(parts: list[_Part]) -> Alternative:
    if not parts:
        raise SearchError(
            "missing_alternative", "OR needs words on both sides; give them, or leave it out."
        )
    terms = tuple(part.term for part in parts if not part.is_excluded)
    if not terms:
        raise SearchError(
            "only_excluded", "It only leaves out; say also what is sought, such as guns -drones."
        )
    return Alternative(terms, tuple(part.term for part in parts if part.is_excluded))
