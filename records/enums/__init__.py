"""Every coded vocabulary of the register. Imports nothing of the app.

Codes are what the API, the database and the fixtures speak; labels are what people read;
definitions say which code an editor chooses.
"""

from records.enums.agreement import (
    PART_OF,
    AgreementKind,
    AgreementRelationKind,
    AgreementStatus,
)
from records.enums.base import Vocabulary
from records.enums.change import ChangeAction, Channel
from records.enums.claim import (
    FACTS,
    REPLACING,
    RESTATING,
    ClaimKind,
    ClaimRelationKind,
    Modality,
)
from records.enums.cooperation import Activity, AgreementAreaCode, PartyRole
from records.enums.duplicate import DuplicateDecision, DuplicateReason
from records.enums.evidence import EvidenceStance, EvidenceState
from records.enums.figures import ConflictBasis, ConflictCertainty, DateBasis, PeriodGrain
from records.enums.ladder import LadderState, Rung, RungBasis, RungReached
from records.enums.measure import DerivedNullReason, MeasureMode, Metric, Qualifier, Superlative
from records.enums.milestone import MilestoneKind
from records.enums.organization import IdentifierScheme, NameKind, OrganizationKind
from records.enums.promise import DueBasis, LatenessGap, OutcomeBasis, OutcomeDoubt, Overdue
from records.enums.review import ReviewStatus
from records.enums.search import SearchMatch
from records.enums.source import Credibility, Reliability, SourceKind
from records.enums.timing import Outcome, TemporalMode, Unresolved
from records.enums.weapon import DevelopmentStatus, MappingMatch, Scheme

__all__ = [
    "FACTS",
    "PART_OF",
    "REPLACING",
    "RESTATING",
    "Activity",
    "AgreementAreaCode",
    "AgreementKind",
    "AgreementRelationKind",
    "AgreementStatus",
    "ChangeAction",
    "Channel",
    "ClaimKind",
    "ClaimRelationKind",
    "ConflictBasis",
    "ConflictCertainty",
    "Credibility",
    "DateBasis",
    "DerivedNullReason",
    "DevelopmentStatus",
    "DueBasis",
    "DuplicateDecision",
    "DuplicateReason",
    "EvidenceStance",
    "EvidenceState",
    "IdentifierScheme",
    "LadderState",
    "LatenessGap",
    "MappingMatch",
    "MeasureMode",
    "Metric",
    "MilestoneKind",
    "Modality",
    "NameKind",
    "OrganizationKind",
    "Outcome",
    "OutcomeBasis",
    "OutcomeDoubt",
    "Overdue",
    "PartyRole",
    "PeriodGrain",
    "Qualifier",
    "Reliability",
    "ReviewStatus",
    "Rung",
    "RungBasis",
    "RungReached",
    "Scheme",
    "SearchMatch",
    "SourceKind",
    "Superlative",
    "TemporalMode",
    "Unresolved",
    "Vocabulary",
]
