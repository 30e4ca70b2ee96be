"""Finds what a sentence reports."""

from dataclasses import dataclass
from typing import Any

from records.enums import ClaimKind, Modality
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
    sentence: Sentence,
    names: NamesFound,
    measures: tuple[MeasureFinding, ...],  # noqa: ARG001
) -> EventFound:
    """Read the main event of a sentence."""
    whole: Any = {"start": 0, "end": len(sentence.text), "rule": "default", "confidence": 0.0}
    return EventFound(
        kind=KindFinding(kind=ClaimKind.OTHER, **whole),
        modality=ModalityFinding(modality=Modality.REPORTED, **whole),
    )
