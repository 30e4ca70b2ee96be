"""What is found in a sentence: where it stands, by which rule, and how surely.

A finding is a proposal. What it could not decide it leaves open: several candidates for a name, no
date where the words name none. A confidence is the share of cases in which its rule was right on
labelled sentences, from 0 to 1.
"""

from dataclasses import dataclass, field
from decimal import Decimal

from records.enums import (
    AgreementKind,
    AgreementStatus,
    ClaimKind,
    MeasureMode,
    Modality,
    OrganizationKind,
    PartyRole,
    Qualifier,
    Superlative,
    Unresolved,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Characters `start` to `end` (not included) of the text, and the rule that spoke."""

    start: int
    end: int
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryFinding(Finding):
    """A country named by its name, adjective, people, capital or government."""

    country: str
    """ISO 3166-1 alpha-2 code; `SU` and its like for states that are gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A record that a name may mean."""

    number: int
    name: str
    """What the record is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameFinding(Finding):
    """A name with the records of the register that it may mean.

    One candidate links it; several leave the choice to a person; none proposes a new record.
    """

    name: str
    """What a new record would be called: the words without article and possessive."""
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationFinding(NameFinding):
    """An organization by name, with what a new record of it would say."""

    kind: OrganizationKind = OrganizationKind.OTHER
    country: str = ""
    why_open: str = ""
    """For “the ministry” and its like: why no record can be named, in a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponSystemFinding(NameFinding):
    """A weapon system by designation or proper name."""

    category: str = ""
    """Code of its category, empty when nothing tells it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryFinding(Finding):
    """A class of equipment that the text speaks of, in words or by a system of it."""

    category: str
    """Dotted code; its top level is what stands before the first dot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateFinding(Finding):
    """Words that say when: a date, or why there is none."""

    edtf: str
    unresolved: Unresolved | None = None
    """Set exactly when `edtf` is empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureFinding(Finding):
    """A figure as reported. Figures are in units of one, with scale words applied."""

    mode: MeasureMode
    qualifier: Qualifier
    value: Decimal | None = None
    value_min: Decimal | None = None
    value_max: Decimal | None = None
    precision: Decimal | None = None
    """Place value of the last digit reported: 100000 for “14.5 million”."""
    unit: str = ""
    """Lower-case singular head noun, such as `tank`, or a unit such as `km`."""
    unit_words: str = ""
    """The words of the text that are counted, such as “Challenger 2 main battle tanks”."""
    currency: str = ""
    direction: str = ""
    """`increase` or `decrease` for what changed, else empty."""
    superlative: Superlative | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerFinding(Finding):
    """Who says it: the span is the person's name, or the office where no name is given."""

    name: str = ""
    title: str = ""
    """The office in the text's words."""
    organization: int | None = None
    """Place in `Findings.organizations` of whom the speaker speaks for, if it is named."""
    country: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KindFinding(Finding):
    """What the claim reports."""

    kind: ClaimKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ModalityFinding(Finding):
    """How firmly it is stated."""

    modality: Modality


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyFinding(Finding):
    """Who takes part in an agreement, and as what: a country or an organization of the text."""

    role: PartyRole
    country: str = ""
    organization: int | None = None
    """Place in `Findings.organizations`, when the party is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementFinding(Finding):
    """An event in the life of an agreement."""

    kind: AgreementKind
    status: AgreementStatus
    parties: tuple[PartyFinding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectFinding(Finding):
    """Words for somebody whom the sentence does not name, such as “it” or “the company”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """Everything that was found in one sentence, each kind in the order of the text."""

    kind: KindFinding
    modality: ModalityFinding
    countries: tuple[CountryFinding, ...] = ()
    organizations: tuple[OrganizationFinding, ...] = ()
    weapon_systems: tuple[WeaponSystemFinding, ...] = ()
    categories: tuple[CategoryFinding, ...] = ()
    measures: tuple[MeasureFinding, ...] = ()
    dates: tuple[DateFinding, ...] = ()
    speaker: SpeakerFinding | None = None
    agreement: AgreementFinding | None = None
    subjects: tuple[SubjectFinding, ...] = field(default=())
