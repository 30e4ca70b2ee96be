"""An event in the life of an agreement, as the rules tell it."""

from dataclasses import dataclass

from records.enums import AgreementKind, AgreementStatus, Modality
from records.ingest.finding.events.clauses import Link
from records.ingest.finding.events.scene import Scene


@dataclass(frozen=True, slots=True)
class Told:
    """What is told: a scene, the acts that count, and how firmly it is said."""

    scene: Scene
    links: tuple[Link, ...]
    modality: Modality

    @property
    def is_coming(self) -> bool:
        """Whether it is still to come."""
        return self.modality in _COMING


@dataclass(frozen=True, slots=True)
class Event:
    """An agreement's kind and status, the acts that tell them, and the rule."""

    kind: AgreementKind
    status: AgreementStatus
    links: tuple[Link, ...]
    rule: str
    confidence: float


_COMING = frozenset({Modality.PLAN, Modality.COMMITMENT, Modality.TARGET, Modality.POSSIBILITY,
                     Modality.CONDITIONAL})  # fmt: skip
