"""Reads a verb with its auxiliaries: tense, voice, modal and negation."""

from records.ingest.finding.events.acts import Act
from records.ingest.finding.events.single import read_single
from records.ingest.finding.events.statements import Statement
from records.ingest.finding.events.tenses import Group, Tense
from records.ingest.finding.events.verbs import VERBS, Form, Verb
from records.ingest.finding.events.vocabulary import ADVERBS, BE, NEGATIONS, words

_MODALS = words("will would may might could can cannot should must shall")
_HAVE = words("has have had having")
_DO = words("do does did")
_AUXILIARIES = _MODALS | BE | _HAVE | _DO | {"to", "going"}
_BE_ALONE = Verb("be", Act.OTHER, frozenset())


def read_group(statement: Statement, place: int, *, finite_open: bool) -> Group | None:
    """Read the verb that begins at a place or at the auxiliary there.

    A finite verb without auxiliary is read only where a clause is open for one.
    """
    if statement.is_name(place):
        return None
    before = _before_verb(statement, place)
    head = place + len(before)
    auxiliaries = [word for word in before if word in _AUXILIARIES]
    verb = VERBS.get(statement.lower(head)) or _unlisted(statement.lower(head), auxiliaries)
    if verb is None or statement.is_capital(head) or statement.is_name(head):
        return _be_or_have(place, before, auxiliaries)
    if not auxiliaries:
        return read_single(statement, head, verb, finite_open=finite_open)
    tense, passive = _compound(auxiliaries, verb)
    if tense is None:
        return None
    modal = auxiliaries[0] if tense is Tense.MODAL else ""
    if "going" in auxiliaries or (tense is Tense.INFINITIVE and auxiliaries[0] in BE):
        tense, modal = Tense.MODAL, "will"
    negated = not NEGATIONS.isdisjoint(before)
    return Group(verb, tense, place, head, passive, negated, modal)


def _unlisted(word: str, auxiliaries: list[str]) -> Verb | None:
    """Take a word behind an auxiliary for a verb by its ending alone."""
    if not auxiliaries or not word.isalpha():
        return None
    if auxiliaries[-1] in _MODALS:
        return Verb(word, Act.OTHER, frozenset({Form.BASE}))
    if word.endswith("ing") and auxiliaries[-1] in BE:
        return Verb(word, Act.OTHER, frozenset({Form.ING}))
    if word.endswith("ed") and auxiliaries[-1] in BE | _HAVE:
        return Verb(word, Act.OTHER, frozenset({Form.PAST, Form.PARTICIPLE}))
    return None


def _before_verb(statement: Statement, place: int) -> list[str]:
    """Auxiliaries, adverbs and negations that stand together from a place on."""
    before: list[str] = []
    word = statement.lower(place)
    while _is_before_verb(word) and not statement.is_capital(place + len(before)):
        if word == "to" and before and not BE & set(before[-2:]) and before[-1] != "going":
            break
        before.append(word)
        word = statement.lower(place + len(before))
    return before


def _is_before_verb(word: str) -> bool:
    if word in _AUXILIARIES or word in NEGATIONS or word in ADVERBS:
        return True
    return word.endswith("ly") and word not in VERBS


def _be_or_have(place: int, before: list[str], auxiliaries: list[str]) -> Group | None:
    """Read “is” and “has” that stand alone as the verb."""
    if not auxiliaries or auxiliaries[-1] not in BE | _HAVE:
        return None
    first = auxiliaries[0]
    modal = first if first in _MODALS else ""
    tense = Tense.MODAL if modal else Tense.INFINITIVE if first == "to" else Tense.PRESENT
    stop = place + len(before)
    negated = not NEGATIONS.isdisjoint(before)
    return Group(_BE_ALONE, tense, place, stop - 1, passive=False, negated=negated, modal=modal)


def _compound(auxiliaries: list[str], verb: Verb) -> tuple[Tense | None, bool]:
    """Tense and voice of a verb with auxiliaries; no tense when they do not fit together."""
    first, last = auxiliaries[0], auxiliaries[-1]
    ing = Form.ING in verb.forms
    passive = last in BE and Form.PARTICIPLE in verb.forms and not ing
    if last in BE:
        fits = passive or ing
    elif last in _HAVE:
        fits = Form.PARTICIPLE in verb.forms
    else:
        fits = Form.BASE in verb.forms
    return (_tense(auxiliaries, first, passive=passive) if fits else None), passive


def _tense(auxiliaries: list[str], first: str, *, passive: bool) -> Tense:
    if "to" in auxiliaries:
        return Tense.INFINITIVE
    if first in _MODALS:
        return Tense.MODAL
    if first in _HAVE:
        return Tense.PERFECT
    if passive or first in _DO:
        return Tense.PAST if first in {"was", "were", "did"} else Tense.PRESENT
    return Tense.PROGRESSIVE
