"""Finds the person who speaks, with the office and whom the person speaks for."""

from records.ingest.finding.events.acts import SPEECH, Act
from records.ingest.finding.events.attributions import Attribution
from records.ingest.finding.events.clauses import Link
from records.ingest.finding.events.people import Person, find_person
from records.ingest.finding.events.scene import Scene
from records.ingest.finding.events.tenses import Tense
from records.ingest.finding.events.vocabulary import words
from records.ingest.findings import SpeakerFinding


def find_speaker(scene: Scene, attributions: tuple[Attribution, ...]) -> SpeakerFinding | None:
    """Find who says it or, in the main clause, who promises or offers it, or denies a charge."""
    speakers = (
        _speaker(scene, attribution.first, attribution.stop, "attributed")
        for attribution in attributions
    )
    if speaker := next((found for found in speakers if found), None):
        return speaker
    head = scene.chain.head
    if head and any(link.act is Act.PLEDGE and link.tense.is_finite for link in scene.chain.main):
        return _speaker(scene, scene.chain.start, head.first, "promises")
    if head and _binds(scene, head):
        return _named(_speaker(scene, scene.chain.start, head.first, "promises"))
    if stating := _beside(scene):
        return _named(_speaker(scene, *stating, "beside"))
    return None


_WILLING = frozenset({Act.AGREE, Act.OFFER})
_AVOWING = words("plead foresee")


def _binds(scene: Scene, head: Link) -> bool:
    """Whether the head says what its subject is to do, or that a charge is untrue."""
    after = next((link for link in scene.chain.main if link.first > head.last), None)
    leads_on = after is not None and after.tense is Tense.INFINITIVE
    several = "and" in scene.words(scene.chain.start, head.first)
    willing = head.act in _WILLING and leads_on and not several
    return head.lemma in _AVOWING or willing


def _beside(scene: Scene) -> tuple[int, int] | None:
    """Find who speaks in “…, with the minister stating that …”."""
    for link in (*scene.chain.main, *scene.chain.context):
        if link.act not in SPEECH or link.tense is not Tense.GERUND:
            continue
        for place in range(link.first - 1, scene.chain.start, -1):
            if scene.statement.text(place) == ",":
                break
            if scene.statement.lower(place) == "with":
                return place + 1, link.first
    return None


def _named(speaker: SpeakerFinding | None) -> SpeakerFinding | None:
    return speaker if speaker and speaker.name else None


def _speaker(scene: Scene, first: int, stop: int, rule: str) -> SpeakerFinding | None:
    statement = scene.statement
    named = frozenset(
        place
        for row in scene.names.countries
        if scene.within(row, first, stop)
        for place in range(
            statement.sentence.index_at(row.start), statement.sentence.index_at(row.end)
        )
    )
    person = find_person(statement, first, stop, named)
    if person is None:
        return None
    start, end = scene.span(*_shown(person))
    text = statement.sentence.text
    return SpeakerFinding(
        start=start,
        end=end,
        rule=f"events.speaker.{rule}",
        confidence=0.9 if person.office and person.name else 0.7,
        name=text[start:end] if person.name else "",
        title=_words(scene, person.office),
        organization=_organization(scene, first, stop),
        country=min(scene.countries(first, stop), default=""),
    )


def _shown(person: Person) -> tuple[int, int]:
    first, stop = person.name or person.office or (0, 1)
    return first, stop - 1


def _words(scene: Scene, places: tuple[int, int] | None) -> str:
    if places is None:
        return ""
    start, end = scene.span(places[0], places[1] - 1)
    return scene.statement.sentence.text[start:end]


def _organization(scene: Scene, first: int, stop: int) -> int | None:
    return next(
        (k for k, row in enumerate(scene.names.organizations) if scene.within(row, first, stop)),
        None,
    )
