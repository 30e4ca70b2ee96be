"""What a finding comes to: the values that are proposed, and those that a person decides on.

`words` are the words of the text that a value stands on. A record is named by its number; `new`
is one to be created instead.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any, TypeAlias

import orjson


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

FINALS: dict[str, type[Final]] = {
    "kind": KindFinal,
    "modality": ModalityFinal,
    "countries": CountryFinal,
    "organizations": OrganizationFinal,
    "weapon_systems": WeaponSystemFinal,
    "categories": CategoryFinal,
    "measures": MeasureFinal,
    "dates": DateFinal,
    "speaker": SpeakerFinal,
    "agreement": AgreementFinal,
    "subjects": SubjectFinal,
    "earlier": RelationFinal,
}
"""What the proposals of each group come to."""

_NEW: dict[str, type[Any]] = {
    "organizations": NewOrganization,
    "weapon_systems": NewWeaponSystem,
    "agreement": NewAgreement,
}
_DECIMALS = frozenset({"value", "value_min", "value_max", "precision", "value_amount"})


def group_of(final: Final) -> str:
    """Return the group of what was decided."""
    return next(group for group, kind in FINALS.items() if isinstance(final, kind))


def write_final(final: Final) -> dict[str, Any]:
    """Write what was decided as JSON has it; decimals are text."""
    written: dict[str, Any] = orjson.loads(orjson.dumps(asdict(final), default=str))
    return written


def read_final(group: str, values: Mapping[str, Any]) -> Final:
    """Read what `write_final` wrote of a proposal of a group."""
    given = _read(values)
    if given.get("new"):
        new = _read(given["new"])
        if "parties" in new:
            new["parties"] = tuple(Party(**party) for party in new["parties"])
        given["new"] = _NEW[group](**new)
    return FINALS[group](**given)


def _read(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: Decimal(value) if name in _DECIMALS and value is not None else value
            for name, value in values.items()}  # fmt: skip
