"""Finds the person who speaks, with the office and whom the person speaks for."""

from records.ingest.finding.events.acts import Act
from records.ingest.finding.events.attributions import Attribution
from records.ingest.finding.events.people import Person, find_person
from records.ingest.finding.events.scene import Scene
from records.ingest.findings import SpeakerFinding


def find_speaker(scene: Scene, attributions: tuple[Attribution, ...]) -> SpeakerFinding | None:
    """Find who says it or, in the main clause, who promises it."""
    speakers = (
        _speaker(scene, attribution.first, attribution.stop, "attributed")
        for attribution in attributions
    )
    if speaker := next((found for found in speakers if found), None):
        return speaker
    head = scene.chain.head
    if head and any(link.act is Act.PLEDGE and link.tense.is_finite for link in scene.chain.main):
        return _speaker(scene, scene.chain.start, head.first, "promises")
    return None


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
