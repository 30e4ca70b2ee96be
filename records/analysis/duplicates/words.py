"""The words by which names are compared, in Latin letters and without legal forms."""

import re

from anyascii import anyascii

from records.values.folding import fold

_SEPARATED = re.compile(r"[^0-9a-z]+")
_INSIDE_WORDS = str.maketrans("", "", "'`.")

_LEGAL_FORMS = """
    ab ad ag ao as asa bhd bv co company concern corp corporation d dk doo dp e ent enterprise est
    gmbh group holding holdings inc incorporated joint jsc jv kft kg kgaa kk koncern kontsern lda
    limited llc llp llt lp ltd mbh nv oao ojsc oo ooo oy oyj pao pjsc plc private pt pte public pvt
    pty s sa sarl sas sc sdn se sia sl slu snc soe spa spzoo srl sro state stock t tic tov vat ve
    zao zoo zrt and das de der die el et for fur la le les of the und
"""
LEGAL_FORMS = frozenset(_LEGAL_FORMS.split())
"""Words that say what an organization is in law, or nothing; as they are after romanisation."""


def romanised(name: str) -> str:
    """Write a name in folded Latin letters, whatever its script."""
    return fold(anyascii(fold(name)).translate(_INSIDE_WORDS))


def words_of(name: str) -> tuple[str, ...]:
    """Take a name apart; legal forms go, unless nothing else is there."""
    every = tuple(word for word in _SEPARATED.split(romanised(name)) if word)
    telling = tuple(word for word in every if word not in LEGAL_FORMS)
    return telling or every


def has_digit(word: str) -> bool:
    """Tell whether a word is or contains a number, such as the model in a designation."""
    return any(char.isdigit() for char in word)
