"""What a claim holds once its proposals are decided, and from which proposal each part comes."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

from records.enums import MeasureMode
from records.models import (
    Claim,
    ClaimAgreement,
    ClaimCategory,
    ClaimCountry,
    ClaimOrganization,
    ClaimRelation,
    ClaimWeaponSystem,
    Measure,
    OwnedRow,
)
from records.services import states
from records.services.deciding.errors import OF_THE_CLAIM, Problems
from records.services.deciding.finals import (
    CategoryFinal,
    CountryFinal,
    DateFinal,
    KindFinal,
    MeasureFinal,
    ModalityFinal,
    OrganizationFinal,
    RelationFinal,
    SpeakerFinal,
    SubjectFinal,
    WeaponSystemFinal,
)
from records.services.deciding.naming import Names
from records.values.codes import FORMER_COUNTRIES

_RELATIVE = frozenset({MeasureMode.DIFFERENCE, MeasureMode.PERCENT_CHANGE, MeasureMode.PP_CHANGE})
"""Modes in which a fall is below zero."""

_WITH_UNIT = frozenset({MeasureMode.ABSOLUTE, MeasureMode.DIFFERENCE})
_SIX_DIGITS = Decimal("0.000001")


class Content:
    """The columns and lists of a claim: what stands there already, and what is decided now."""

    def __init__(self, claim: Claim, problems: Problems) -> None:
        """Take a claim as `load_whole` reads it."""
        self.claim, self._problems = claim, problems
        self.lists: dict[str, list[OwnedRow]] = states.give(states.take(claim), claim)
        self._origin: dict[str, tuple[str, str]] = {}

    def add(self, name: str, row: OwnedRow, proposal: str, field: str = "") -> None:
        """Put a row at the end of a list, unless the list has it already."""
        rows = self.lists[name]
        if row.identity != ("position",) and _identity(row) in map(_identity, rows):
            return
        self._origin[f"{name}.{len(rows)}"] = (proposal, field)
        rows.append(row)

    def put(self, proposal: str, columns: Mapping[str, Any], fields: Mapping[str, str]) -> None:
        """Set columns; `fields` names what was decided on, where it is called differently."""
        for column, value in columns.items():
            if column in self._origin:
                self._problems.add(
                    proposal,
                    ValidationError("Another proposal says this of the claim already: keep one."),
                    fields.get(column, column),
                )
            self._origin[column] = (proposal, fields.get(column, column))
            setattr(self.claim, column, value)

    def blame(self, error: ValidationError) -> None:
        """Note the errors of the claim beside the proposals that they come from."""
        for path, found in error.error_dict.items():
            proposal, field = self._place(path)
            self._problems.add(proposal, ValidationError(found), field)

    def _place(self, path: str) -> tuple[str, str]:
        list_name, _, rest = path.partition(".")
        position, _, column = rest.partition(".")
        proposal, field = self._origin.get(
            f"{list_name}.{position}" if rest else path, (OF_THE_CLAIM, path)
        )
        return proposal, (field or column or NON_FIELD_ERRORS) if proposal else path

    def take(self, names: Names) -> None:
        """Take over everything that was decided, but for the agreement."""
        numbers = names.numbers
        for proposal, final in names.finals.items():
            kind: Any = type(final)
            if kind in _TAKERS:
                _TAKERS[kind](self, proposal, final)
            elif isinstance(final, OrganizationFinal) and proposal in numbers:
                self.link_organization(proposal, numbers[proposal])
            elif isinstance(final, WeaponSystemFinal) and proposal in numbers:
                row = ClaimWeaponSystem(weapon_system_id=numbers[proposal])
                self.add("weapon_system_links", row, proposal)
            elif isinstance(final, SpeakerFinal):
                self._take_speaker(proposal, final, names)

    def link_organization(self, proposal: str, number: int) -> None:
        """Say that the claim is about an organization."""
        row = ClaimOrganization(organization_id=number)
        self.add("organization_links", row, proposal, "organization")

    def link_agreement(self, proposal: str, number: int) -> None:
        """Say that the claim is about an agreement."""
        self.add("agreement_links", ClaimAgreement(agreement_id=number), proposal, "agreement")

    def relate(self, proposal: str, final: RelationFinal, other: int) -> None:
        """Say how the claim stands to another one."""
        self.add("relations", ClaimRelation(kind=final.kind, other_id=other), proposal, "kind")

    def _take_speaker(self, proposal: str, final: SpeakerFinal, names: Names) -> None:
        try:
            number = names.meant(final.organization, final.proposal)
        except ValidationError as error:
            self._problems.add(proposal, error, "organization")
            return
        columns = {
            "speaker_name": final.name, "speaker_title": final.title, "said_by_id": number,
        }  # fmt: skip
        fields = {
            "speaker_name": "name", "speaker_title": "title", "said_by_id": "organization",
        }  # fmt: skip
        self.put(proposal, columns, fields)
        self._origin["said_by"] = (proposal, "organization")


def _take_kind(content: Content, proposal: str, final: KindFinal) -> None:
    content.put(proposal, {"kind": final.kind}, {})


def _take_modality(content: Content, proposal: str, final: ModalityFinal) -> None:
    content.put(proposal, {"modality": final.modality}, {})


def _take_country(content: Content, proposal: str, final: CountryFinal) -> None:
    """Link a country; a state that is gone has no place on claims and stays a label only."""
    if final.country in FORMER_COUNTRIES:
        return
    content.add("country_links", ClaimCountry(country=final.country), proposal)


def _take_category(content: Content, proposal: str, final: CategoryFinal) -> None:
    content.add("category_links", ClaimCategory(category_id=final.category), proposal)


def _take_subject(content: Content, proposal: str, final: SubjectFinal) -> None:
    if final.organization is not None:
        content.link_organization(proposal, final.organization)


def _take_date(content: Content, proposal: str, final: DateFinal) -> None:
    if final.use == "other":
        return
    names = {"edtf": final.use, "words": f"{final.use}_words",
             "unresolved": f"{final.use}_unresolved"}  # fmt: skip
    columns = {column: getattr(final, field) for field, column in names.items()}
    content.put(proposal, columns, {column: field for field, column in names.items()})


def _take_measure(content: Content, proposal: str, final: MeasureFinal) -> None:
    content.add("measures", measure_of(final), proposal)


def measure_of(final: MeasureFinal) -> Measure:
    """Write a figure as claims hold it: a fall below zero, and no unit where there can be none."""
    value, low, high = final.value, final.value_min, final.value_max
    if final.direction == "decrease" and final.mode in _RELATIVE:
        value, low, high = _negative(value), _negative(high), _negative(low)
    elif final.direction == "decrease" and final.mode == MeasureMode.RATIO:
        value, low, high = _inverse(value), _inverse(high), _inverse(low)
    counted = final.unit_words or final.unit
    with_unit = final.mode in _WITH_UNIT
    return Measure(
        metric=final.metric,
        object_words=counted if final.currency or not with_unit else "",
        mode=final.mode,
        qualifier=final.qualifier,
        value=value,
        value_min=low,
        value_max=high,
        precision=final.precision,
        unit_words=counted if with_unit and not final.currency else "",
        currency=final.currency if with_unit else "",
        superlative=final.superlative,
        temporal_mode=final.temporal_mode,
    )


def _negative(value: Decimal | None) -> Decimal | None:
    return None if value is None else -value


def _inverse(value: Decimal | None) -> Decimal | None:
    return (1 / value).quantize(_SIX_DIGITS) if value else value


def _identity(row: OwnedRow) -> tuple[object, ...]:
    return tuple(getattr(row, column) for column in row.identity)


_TAKERS: dict[type[Any], Callable[[Content, str, Any], None]] = {
    KindFinal: _take_kind,
    ModalityFinal: _take_modality,
    CountryFinal: _take_country,
    CategoryFinal: _take_category,
    SubjectFinal: _take_subject,
    DateFinal: _take_date,
    MeasureFinal: _take_measure,
}
