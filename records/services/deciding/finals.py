"""What a finding comes to: the values that are proposed, and those that a person decides on.

`words` are the words of the text that a value stands on. A record is named by its number; `new`
is one to be created instead.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOrganization:
    """An organization that the register lacks."""

    name: str
    kind: str
    country: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewWeaponSystem:
    """A weapon system that the register lacks."""

    designation: str
    category: str
    origin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who takes part in an agreement: a record, or what a proposal such as `organizations.0` is."""

    role: str
    organization: int | None = None
    proposal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAgreement:
    """An agreement that the register lacks."""

    title: str
    parties: tuple[Party, ...] = ()
    value_amount: Decimal | None = None
    value_currency: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KindFinal:
    """What the claim reports."""

    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ModalityFinal:
    """How firmly it is stated."""

    modality: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryFinal:
    """A country."""

    country: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationFinal:
    """An organization."""

    words: str
    organization: int | None = None
    new: NewOrganization | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponSystemFinal:
    """A weapon system."""

    words: str
    weapon_system: int | None = None
    new: NewWeaponSystem | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryFinal:
    """A category of equipment, by its code."""

    category: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureFinal:
    """A figure. It is positive also where something fell: `direction` says that."""

    words: str
    metric: str
    mode: str
    qualifier: str
    value: Decimal | None = None
    value_min: Decimal | None = None
    value_max: Decimal | None = None
    precision: Decimal | None = None
    unit: str = ""
    unit_words: str = ""
    currency: str = ""
    direction: str = ""
    superlative: str = ""
    temporal_mode: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DateFinal:
    """A date and what it is the date of: `occurred`, `due`, or `other` than the claim itself."""

    words: str
    edtf: str = ""
    unresolved: str = ""
    use: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerFinal:
    """Who says it, and for whom: a record, or what a proposal is."""

    name: str = ""
    title: str = ""
    organization: int | None = None
    proposal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementFinal:
    """An agreement, and what the sentence says of its kind and status."""

    kind: str
    status: str
    agreement: int | None = None
    new: NewAgreement | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectFinal:
    """Whom words such as “the company” mean; nobody, when that stays open."""

    organization: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationFinal:
    """How the claim stands to the earlier one."""

    kind: str


Final: TypeAlias = (
    KindFinal | ModalityFinal | CountryFinal | OrganizationFinal | WeaponSystemFinal
    | CategoryFinal | MeasureFinal | DateFinal | SpeakerFinal | AgreementFinal | SubjectFinal
    | RelationFinal
)  # fmt: skip
