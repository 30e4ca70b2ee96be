"""Reads a verb without auxiliary by its form and by what stands before and after it."""

from records.ingest.finding.events.nouns import NOUNS
from records.ingest.finding.events.statements import Statement
from records.ingest.finding.events.tenses import Group, Tense
from records.ingest.finding.events.verbs import VERBS, Form, Verb
from records.ingest.finding.events.vocabulary import ADVERBS, BE, NEGATIONS, words

_DETERMINERS = words(
    """
    a an the its their his her our this that these those some any no each every another more most of
    's ’s several many few all such other
    """  # noqa: RUF001
)
_PREPOSITIONS = words(
    "of in on at by for from with without into over under about against through between"
)
_AFTER_NOUN = words(
    """
    of in on at by from for against between with , . ) and or is are was were has have had will
    would
    """
)
_AFTER_PARTICIPLE = words("by in from to on with for at")
_HOMOGRAPHS = words(
    """
    ships states reports plans talks deals orders supplies tests exercises strikes attacks fires
    shells aims services sanctions bombs raids claims demands calls offers exports imports transfers
    contracts purchases shows moves supports designs trades stores honors marks halts bans cuts
    steps returns reviews studies crashes airlifts leads loans grants funds raises promises pledges
    targets increases forces uses lands picks
    """
)
"""Plural nouns that look like verbs."""
_BEFORE_TO = words("plans offers claims pledges promises moves aims talks returns")
_PARTICLE_VERBS = frozenset(
    {("plans", "on"), ("calls", "for"), ("calls", "on"), ("fires", "at"), ("aims", "at")}
)
_ADJECTIVAL = words(
    """
    used purchased proposed fighting operating training planned united unmanned armed armored
    armoured guided increased advanced related occupied combined wounded damaged stored named called
    based including regarding concerning according following
    """
)
_PLURAL_PRONOUNS = words("they who which and but also we i you")
_SUBJECT_REACH = 14


def read_single(statement: Statement, place: int, verb: Verb, *, finite_open: bool) -> Group | None:
    """Read the verb at a place, or tell that the word is none here."""
    before = _before(statement, place)
    if before in _DETERMINERS or before == "-" or statement.lower(place) in _ADJECTIVAL:
        of_gerund = before == "of" and Form.ING in verb.forms
        return _gerund(statement, place, verb) if of_gerund else None
    if Form.ING in verb.forms:
        return _gerund(statement, place, verb)
    finite = finite_open and bool(before) and before not in _PREPOSITIONS
    if Form.PARTICIPLE in verb.forms or Form.PAST in verb.forms:
        return _past(statement, place, verb, finite=finite)
    return _present(statement, place, verb) if finite else None


def _before(statement: Statement, place: int) -> str:
    """The word before a verb; an adverb that belongs to the verb is passed over."""
    before = statement.lower(place - 1)
    if before.endswith("ly") or before in ADVERBS or before in NEGATIONS:
        return statement.lower(place - 2)
    return before


def _gerund(statement: Statement, place: int, verb: Verb) -> Group | None:
    word, before = statement.lower(place), statement.lower(place - 1)
    if word in _ADJECTIVAL or (word in NOUNS and before not in {",", "and"}):
        return None
    return Group(verb, Tense.GERUND, place, place)


def _past(statement: Statement, place: int, verb: Verb, *, finite: bool) -> Group | None:
    if _is_reduced(statement, place):
        return Group(verb, Tense.REDUCED, place, place, passive=True)
    if finite and Form.PAST in verb.forms:
        return Group(verb, Tense.PAST, place, place)
    return None


def _is_reduced(statement: Statement, place: int) -> bool:
    """Whether a participle describes the noun before it: “a deal signed in 2018”."""
    before = statement.lower(place - 1)
    if not before or before in {"and", "that", ","} or statement.is_capital(place - 1):
        return False
    return statement.lower(place + 1) in _AFTER_PARTICIPLE


def _present(statement: Statement, place: int, verb: Verb) -> Group | None:
    word, after = statement.lower(place), statement.lower(place + 1)
    if Form.S in verb.forms:
        noun = word in _HOMOGRAPHS and _is_noun_here(statement, place, after)
    else:
        noun = word in NOUNS and (after in _AFTER_NOUN or after in VERBS)
        noun = noun or not _has_plural_subject(statement, place)
    return None if noun else Group(verb, Tense.PRESENT, place, place)


def _is_noun_here(statement: Statement, place: int, after: str) -> bool:
    """Whether another verb or a preposition shows that a word is a plural noun."""
    if after in _AFTER_NOUN:
        return (statement.lower(place), after) not in _PARTICLE_VERBS
    if after == "to":
        return statement.lower(place) not in _BEFORE_TO
    verb = VERBS.get(after)
    if verb is None or after in NOUNS or statement.is_capital(place + 1):
        return False
    return bool(verb.forms & {Form.BASE, Form.PAST})


def _has_plural_subject(statement: Statement, place: int) -> bool:
    before = _before(statement, place)
    if before in _PLURAL_PRONOUNS or before.endswith("ly"):
        return True
    if before.endswith("s") and before not in _DETERMINERS | BE:
        return True
    start = max(statement.start, place - _SUBJECT_REACH)
    joined = any(statement.lower(k) == "and" for k in range(start, place))
    subject = place - 1
    while subject > start and statement.lower(subject) in ADVERBS:
        subject -= 1
    return joined and (statement.is_capital(subject) or statement.is_name(subject))
