"""The words of a text as names are compared: runs of letters, runs of digits, initials."""

import re
from functools import lru_cache
from typing import NamedTuple

from records.values.folding import fold

_UNSEEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
_MARKS = "\u0300-\u036f"
_ATOM = re.compile(
    rf"(?<!\w)(?:[^\W\d_]\.){{2,}}|(?<!\w)(?:[^\W\d_]\.)+[^\W\d_]\b"
    rf"|\d(?:[{_UNSEEN}]*\d)*"
    rf"|[^\W\d_](?:[{_UNSEEN}{_MARKS}]*[^\W\d_])*[{_MARKS}]*"
)
_IGNORED = re.compile(rf"[{_UNSEEN}]")
_WITHIN_NAMES = re.compile("[ \u00a0\u2009\u202f.\u2019'&/+\\-\u2010-\u2014]{0,3}")
_LONGEST_ABBREVIATION = 3  # letters before a full stop that does not end a sentence


class Atom(NamedTuple):
    """A run of letters or of digits, with what stands between it and the one before.

    `F-16s` is three of them; `U.S.` is one. Marks that nobody sees, such as those of the writing
    direction, belong to no gap and break no word.
    """

    key: str
    """What names are compared by: without case, accents and full stops."""
    text: str
    start: int
    end: int
    gap: str
    binds: bool
    """Whether a name can go on from the atom before to this one."""

    @property
    def capital(self) -> bool:
        """Whether it starts with a capital letter."""
        return self.text[0].isupper()

    @property
    def digits(self) -> bool:
        """Whether it is a number."""
        return self.text[0].isdigit()


@lru_cache(maxsize=65536)
def key_of(text: str) -> str:
    """Fold one word, initials without their full stops."""
    plain = _IGNORED.sub("", text).replace(".", "")
    return plain.lower() if plain.isascii() else fold(plain)


def atoms_of(text: str) -> tuple[Atom, ...]:
    """Cut a text into its atoms, in order."""
    atoms: list[Atom] = []
    end, before = 0, ""
    for match in _ATOM.finditer(text):
        word, start = match.group(), match.start()
        gap = text[end:start]
        if gap and not gap.isascii():
            gap = _IGNORED.sub("", gap)
        binds = bool(atoms) and _WITHIN_NAMES.fullmatch(gap) is not None
        if binds and "." in gap:
            binds = len(before) <= _LONGEST_ABBREVIATION
        atoms.append(Atom(key_of(word), word, start, match.end(), gap, binds))
        end, before = match.end(), word
    return tuple(atoms)
