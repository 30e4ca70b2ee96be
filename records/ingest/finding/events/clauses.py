"""Reads who does what in a statement, as a chain of acts.

“The ministry announces that it will buy tanks under a deal” is the chain announce, buy (will),
deal. Everything that only says when, why or with what result is context and no part of the chain.
"""

from dataclasses import dataclass

from records.ingest.finding.events.acts import SPEECH, Act
from records.ingest.finding.events.groups import read_group
from records.ingest.finding.events.nouns import NOUNS
from records.ingest.finding.events.statements import Statement
from records.ingest.finding.events.tenses import Group, Tense
from records.ingest.finding.events.verbs import PHRASAL, VERBS
from records.ingest.finding.events.vocabulary import words


@dataclass(frozen=True, slots=True)
class Link:
    """One act of a chain, at tokens `first` to `last` (included)."""

    act: Act
    lemma: str
    tense: Tense
    first: int
    last: int
    passive: bool = False
    negated: bool = False
    modal: str = ""

    @property
    def is_noun(self) -> bool:
        """Whether the act is named by a noun."""
        return self.tense is Tense.NOUN


@dataclass(frozen=True, slots=True)
class Chain:
    """The acts of a statement in order.

    Its subject begins at token `start`, and `end` is where the context begins.
    """

    statement: Statement
    start: int
    end: int
    main: tuple[Link, ...]
    context: tuple[Link, ...]

    @property
    def head(self) -> Link | None:
        """The finite verb of the main clause, else the first verb."""
        verbs = [link for link in self.main if not link.is_noun]
        return next((link for link in verbs if link.tense.is_finite), verbs[0] if verbs else None)


_OPENING = words(
    """
    that which who whom where when while as after before because since although though but or if
    unless whereby ; : what how whether until
    """
)
_PRONOUNS = words("it they he she we i there the")
_TAIL = words(
    """
    after before amid because since although though while despite following citing which where
    whereby thereby when who whose becoming until unless if
    """
)
_PARTICIPLES = frozenset({Tense.GERUND, Tense.REDUCED, Tense.PAST})
_ARTICLES = words("a an the its their his this that 's any no of")
_ARTICLE_REACH = 12
_HELP_REACH = 3
_TAIL_PAIRS = frozenset({("due", "to"), ("in", "response"), ("out", "of"), ("as", "tensions"),
                         ("in", "exchange"), ("in", "protest"), ("in", "retaliation"),
                         ("as", "it"), ("in", "violation"), ("over", "concerns"),
                         ("on", "suspicion"), ("in", "order")})  # fmt: skip
_CLAUSE_TAKERS = frozenset({Act.PLEDGE, Act.AGREE, Act.EXPECT, Act.REQUEST, Act.PLAN})


_TELLING = words("notify inform")


def read_chain(statement: Statement) -> Chain:
    """Read the acts of a statement."""
    start = statement.subject_start()
    main: list[Link] = []
    context: list[Link] = []
    gate = _Gate(statement)
    end = statement.stop
    place = start
    while place < statement.stop:
        gate.pass_word(place)
        group = read_group(statement, place, finite_open=gate.is_open(place))
        if end > place and _opens_context(statement, place, main, group):
            end = place
        if group:
            link: Link | None = _link(group, statement.lower(group.last + 1))
            gate.pass_verb(group)
        else:
            link = _noun(statement, place, titled=bool(main))
        if link:
            (context if end <= place else main).append(link)
            place = link.last
        place += 1
    return Chain(statement, start, end, tuple(main), tuple(context))


class _Gate:
    """Whether a clause is open for a finite verb: it has had none yet."""

    def __init__(self, statement: Statement) -> None:
        self.statement = statement
        self.open = True
        self.speech_at = -1

    def pass_word(self, place: int) -> None:
        word = self.statement.lower(place)
        after_comma = self.statement.lower(place - 1) == ","
        if word in _OPENING or (word == "and" and (after_comma or self._verb_follows(place))):
            self.open, self.speech_at = True, -1

    def pass_verb(self, group: Group) -> None:
        if group.tense.is_finite:
            self.open = group.verb.act in SPEECH
            self.speech_at = group.last if self.open else -1

    def is_open(self, place: int) -> bool:
        """After speech without “that”, a subject must come before the next verb."""
        if not self.open or self.speech_at < 0:
            return self.open
        return any(
            self.statement.is_capital(k) or self.statement.lower(k) in _PRONOUNS
            for k in range(self.speech_at + 1, place)
        )

    def _verb_follows(self, place: int) -> bool:
        after = self.statement.lower(place + 1)
        if after.endswith("ly") or after in {"also", "then"}:
            after = self.statement.lower(place + 2)
        return after in VERBS


def _noun(statement: Statement, place: int, *, titled: bool) -> Link | None:
    """Read a noun; one with a capital counts only where a verb has made it an object."""
    word = statement.lower(place)
    act = NOUNS.get(word)
    if act is None or statement.is_name(place):
        return None
    if act is Act.PLAN and word in VERBS and statement.lower(place + 1) in _OF_OBJECTS:
        return None
    if word == "deal" and not _has_article(statement, place):
        return None
    if statement.is_capital(place) and not (titled and act is Act.INSTRUMENT):
        return None
    return Link(act, word, Tense.NOUN, place, place)


_OF_OBJECTS = words("the a an its their")
"""Words that show a noun’s homograph to be a verb: “helped them plan the attack”."""  # noqa: RUF001


def _has_article(statement: Statement, place: int) -> bool:
    """Whether “deal” is a noun: “a new deal with”, not “to help them deal with”."""
    for back in range(place - 1, place - _ARTICLE_REACH, -1):
        if statement.lower(back) in _ARTICLES | {"help"}:
            further = {statement.lower(k) for k in range(back - _HELP_REACH, back)}
            return statement.lower(back) != "help" and "help" not in further
    return False


def _link(group: Group, after: str) -> Link:
    act = PHRASAL.get((group.verb.lemma, after), group.verb.act)
    dropped = act is Act.RENEW and group.negated
    return Link(
        act=Act.END if dropped else act,
        lemma=group.verb.lemma,
        tense=group.tense,
        first=group.first,
        last=group.last,
        passive=group.passive,
        negated=group.negated and not dropped,
        modal=group.modal,
    )


def _opens_context(statement: Statement, place: int, main: list[Link], group: Group | None) -> bool:
    stated = any(link.tense.is_finite for link in main)
    if group and main and _is_result(statement, group):
        return stated or group.tense is Tense.GERUND
    return _is_tail(statement, place, main)


def _is_tail(statement: Statement, place: int, main: list[Link]) -> bool:
    if not any(link.tense.is_finite for link in main):
        return False
    word, after = statement.lower(place), statement.lower(place + 1)
    if word == ",":
        return after in {"with", "but", "as"} and statement.lower(place + 2) not in {"well", "part"}
    if word == "that":
        told = main[-1].lemma in _TELLING
        return main[-1].is_noun or (main[-1].act not in SPEECH | _CLAUSE_TAKERS and not told)
    if word in _TAIL:
        return True
    pulled_out = word == "out" and statement.lower(place - 1) in VERBS
    return (word, after) in _TAIL_PAIRS and not pulled_out


def _is_result(statement: Statement, group: Group) -> bool:
    """Whether a participle after a comma tells more of the main act: “, aimed at …”."""
    before = group.first - 1
    while statement.lower(before).endswith("ly"):
        before -= 1
    return group.tense in _PARTICIPLES and statement.lower(before) in {",", "thereby"}
