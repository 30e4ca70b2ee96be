"""Finds subjects that nobody in the sentence stands for: “it transported …”."""

from collections.abc import Iterator

from records.ingest.finding.events.scene import Scene
from records.ingest.finding.events.vocabulary import words
from records.ingest.findings import SubjectFinding

_PRONOUNS = words("it they he she")
_DEFINITE = words(
    """
    company ministry minister government country firm agency department organization manufacturer
    president army military plant factory enterprise parties sides latter
    """
)
_NOT_NAMES = words(
    """
    the it they he she a an in on at during after before according this that these those over under
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december
    """
)
_REACH = 3
"""How many tokens into a clause its subject is looked for."""


def find_subjects(scene: Scene) -> Iterator[SubjectFinding]:
    """Find subjects of the main and the reported clause that have no antecedent before them."""
    for first, stop in _clauses(scene):
        for place in range(first, min(stop, first + _REACH)):
            begin = _stands_for(scene, place)
            if begin is not None and not _has_antecedent(scene, begin):
                start, end = scene.span(begin, place)
                yield SubjectFinding(
                    start=start, end=end, rule="events.subject.open", confidence=0.8
                )
                return


def _clauses(scene: Scene) -> Iterator[tuple[int, int]]:
    """Tokens before the verbs of the main and of the reported clause."""
    head = scene.chain.head
    if head is None or (head.passive and scene.statement.lower(head.first - 1) == "it"):
        return
    yield scene.chain.start, head.first
    later = (k for k in scene.chain.main if k.first > head.last and k.tense.is_finite)
    if inner := next(later, None):
        yield head.last + 1, inner.first


def _stands_for(scene: Scene, place: int) -> int | None:
    """Where “it” or “the company” begins, if its last word is at a place."""
    statement, word = scene.statement, scene.statement.lower(place)
    if word in _PRONOUNS:
        return place
    definite = statement.lower(place - 1) == "the" and statement.lower(place + 1) not in {
        "of",
        "for",
    }
    return place - 1 if word in _DEFINITE and definite else None


def _has_antecedent(scene: Scene, place: int) -> bool:
    """Whether something that bears a name comes before in the sentence."""
    before = scene.offset(place)
    named = (*scene.names.countries, *scene.names.organizations)
    if any(row.end <= before for row in named):
        return True
    tokens = scene.statement.sentence.tokens[:place]
    return any(token.text[0].isupper() and token.lower not in _NOT_NAMES for token in tokens)
