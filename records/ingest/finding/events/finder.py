"""Finds what a sentence reports."""

from dataclasses import dataclass

from records.enums import ClaimKind, Modality
from records.ingest.finding.events.acts import SPEECH
from records.ingest.finding.events.agreements import find_agreement
from records.ingest.finding.events.attributions import find_attributions
from records.ingest.finding.events.clauses import Link, read_chain
from records.ingest.finding.events.kinds import find_kind
from records.ingest.finding.events.modality import find_modality
from records.ingest.finding.events.parties import find_parties
from records.ingest.finding.events.scene import Scene
from records.ingest.finding.events.speakers import find_speaker
from records.ingest.finding.events.statements import read_statements
from records.ingest.finding.events.subjects import find_subjects
from records.ingest.finding.events.told import Event
from records.ingest.finding.names.finder import NamesFound
from records.ingest.findings import (
    AgreementFinding,
    KindFinding,
    MeasureFinding,
    ModalityFinding,
    SpeakerFinding,
    SubjectFinding,
)
from records.ingest.sentence import Sentence


@dataclass(frozen=True, slots=True)
class EventFound:
    """What a sentence reports, how firmly, and who says it."""

    kind: KindFinding
    modality: ModalityFinding
    agreement: AgreementFinding | None = None
    speaker: SpeakerFinding | None = None
    subjects: tuple[SubjectFinding, ...] = ()


def find_event(
    sentence: Sentence, names: NamesFound, measures: tuple[MeasureFinding, ...]
) -> EventFound:
    """Read the main event of a sentence.

    The first statement gives kind and modality; agreement and speaker are those of the first
    statement that has one.
    """
    taken = _places(sentence, names)
    found = [
        _read(Scene(read_chain(statement), names, measures))
        for statement in read_statements(sentence, taken)
    ]
    if not found:
        return _nothing(sentence)
    lead = next((one for one in found if one.agreement), found[0])
    return EventFound(
        kind=lead.kind,
        modality=lead.modality if lead is not found[0] and found[0].is_plain else found[0].modality,
        agreement=lead.agreement,
        speaker=next((one.speaker for one in found if one.speaker), None),
        subjects=tuple(row for one in found for row in one.subjects),
    )


@dataclass(frozen=True, slots=True)
class _Read:
    kind: KindFinding
    modality: ModalityFinding
    agreement: AgreementFinding | None
    speaker: SpeakerFinding | None
    subjects: tuple[SubjectFinding, ...]

    @property
    def is_plain(self) -> bool:
        return self.modality.modality is Modality.REPORTED


def _read(scene: Scene) -> _Read:
    attributions = find_attributions(scene)
    modality = find_modality(scene, attributions)
    event = find_agreement(scene, modality.modality)
    return _Read(
        kind=find_kind(scene, modality.modality, event),
        modality=modality,
        agreement=_agreement(scene, event) if event else None,
        speaker=find_speaker(scene, attributions),
        subjects=tuple(find_subjects(scene)),
    )


def _agreement(scene: Scene, event: Event) -> AgreementFinding:
    start, end = scene.span_of(_spoken_off(event.links))
    return AgreementFinding(
        start=start,
        end=end,
        rule=event.rule,
        confidence=event.confidence,
        kind=event.kind,
        status=event.status,
        parties=find_parties(scene, event),
    )


def _spoken_off(links: tuple[Link, ...]) -> tuple[Link, ...]:
    """Leave out the verb of speech in “says that it will send”."""
    clause = len(links) > 1 and links[0].act in SPEECH and not links[1].is_noun
    return links[1:] if clause else links


def _places(sentence: Sentence, names: NamesFound) -> frozenset[int]:
    """Places of the tokens inside names of organizations and weapon systems."""
    return frozenset(
        place
        for row in (*names.organizations, *names.weapon_systems)
        for place in range(sentence.index_at(row.start), sentence.index_at(row.end))
    )


def _nothing(sentence: Sentence) -> EventFound:
    end = len(sentence.text)
    return EventFound(
        kind=KindFinding(
            start=0, end=end, rule="events.kind.none", confidence=0.0, kind=ClaimKind.OTHER
        ),
        modality=ModalityFinding(
            start=0,
            end=end,
            rule="events.modality.none",
            confidence=0.0,
            modality=Modality.REPORTED,
        ),
    )
