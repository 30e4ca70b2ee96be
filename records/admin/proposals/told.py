"""Proposals and decisions in words."""

from collections.abc import Callable
from typing import Any

from django.db import models

from records.admin.codes import COUNTRIES
from records.admin.dates import reading as date_reading
from records.admin.labels import LabelsByModel
from records.admin.proposals.kinds import USES
from records.admin.wording import EMPTY
from records.enums import (
    AgreementKind,
    AgreementStatus,
    ClaimKind,
    ClaimRelationKind,
    Metric,
    Modality,
    OrganizationKind,
    PartyRole,
    TemporalMode,
    Unresolved,
)
from records.ingest.findings import Candidate
from records.models import Agreement, Category, Organization, Record, WeaponSystem
from records.representations.measure import facts_of
from records.services.deciding.contents import measure_of
from records.services.deciding.finals import (
    AgreementFinal,
    CategoryFinal,
    CountryFinal,
    DateFinal,
    Final,
    KindFinal,
    MeasureFinal,
    ModalityFinal,
    OrganizationFinal,
    Party,
    RelationFinal,
    SpeakerFinal,
    SubjectFinal,
    WeaponSystemFinal,
)
from records.services.deciding.proposing import Proposal
from records.values.codes import FORMER_COUNTRIES
from records.values.measure_sentences import Told, sentence


class Teller:
    """Says in a line what a proposal comes to."""

    def __init__(self, labels: LabelsByModel, organizations: dict[str, str]) -> None:
        """Take the page's labels, and the organizations of the sentence by their proposals."""
        self.labels, self.organizations = labels, organizations

    def want(self, proposal: Proposal) -> None:
        """Let the labels of what is named be read together with others."""
        final = proposal.final
        for candidate in proposal.candidates:
            self.labels[_MODELS[proposal.group]].want(candidate.number)
        for name, model in _KEYS.items():
            self.labels[model].want(getattr(final, name, None))
        for party in getattr(getattr(final, "new", None), "parties", ()):
            self.labels[Organization].want(party.organization)

    def tell(self, final: Final) -> str:
        """Say what is proposed or decided."""
        teller: Callable[[Teller, Any], str] = _TELLERS[type(final)]
        return teller(self, final)

    def details(self, final: Final | None) -> list[str]:
        """Name the parties of a new agreement."""
        new = final.new if isinstance(final, AgreementFinal) else None
        return [_party(self, party) for party in new.parties] if new else []

    def candidate(self, group: str, candidate: Candidate) -> str:
        """Name one of several records, so that it can be told from the others."""
        found = self.labels[_MODELS[group]].get(candidate.number)
        return found[1] if found else candidate.name

    def record(self, model: Any, key: Any) -> str:
        """Return the label of a record, or a dash."""
        found = self.labels[model].get(key)
        return found[1] if found else EMPTY

    def someone(self, organization: int | None, proposal: str) -> str:
        """Name an organization that is chosen, or that another proposal is about."""
        if organization is not None:
            return self.record(Organization, organization)
        return self.organizations.get(proposal, "")


_MODELS: dict[str, type[Record]] = {
    "organizations": Organization,
    "weapon_systems": WeaponSystem,
}
_KEYS: dict[str, type[models.Model]] = {
    "organization": Organization,
    "weapon_system": WeaponSystem,
    "agreement": Agreement,
    "category": Category,
}


def _kind(_: Teller, final: KindFinal) -> str:
    return str(ClaimKind(final.kind).label)


def _modality(_: Teller, final: ModalityFinal) -> str:
    return str(Modality(final.modality).label)


def _country(_: Teller, final: CountryFinal) -> str:
    if final.country in FORMER_COUNTRIES:
        name = FORMER_COUNTRIES[final.country]
        return f"{name} · {final.country}: gone, so it is noted but not linked"
    return f"{COUNTRIES.names.get(final.country, final.country)} · {final.country}"


def _organization(teller: Teller, final: OrganizationFinal) -> str:
    if final.new is None:
        return teller.record(Organization, final.organization)
    kind = OrganizationKind(final.new.kind).label
    parts = (f"New: {final.new.name}", kind, final.new.country)
    return " · ".join(part for part in parts if part)


def _weapon_system(teller: Teller, final: WeaponSystemFinal) -> str:
    if final.new is None:
        return teller.record(WeaponSystem, final.weapon_system)
    parts = (f"New: {final.new.designation}", final.new.category, final.new.origin)
    return " · ".join(part for part in parts if part)


def _category(teller: Teller, final: CategoryFinal) -> str:
    return teller.record(Category, final.category)


def _measure(_: Teller, final: MeasureFinal) -> str:
    measure = measure_of(final)
    mode = TemporalMode(final.temporal_mode)
    told = sentence(
        Told(
            figure=facts_of(measure).figure,
            unit=measure.currency or measure.unit_words,
            superlative=final.superlative,
            plan="" if mode == TemporalMode.ACTUAL else mode.label.lower(),
        )
    )
    counted = f" ({measure.object_words})" if measure.object_words else ""
    return f"{Metric(final.metric).label}: {told}{counted}"


def _date(_: Teller, final: DateFinal) -> str:
    when = " · ".join(dict.fromkeys(date_reading(final.edtf).split(" · ")))
    if not when and final.unresolved:
        when = f"no date: {Unresolved(final.unresolved).label.lower()}"
    return f"{dict(USES)[final.use]}: {when or EMPTY}"


def _speaker(teller: Teller, final: SpeakerFinal) -> str:
    for_whom = teller.someone(final.organization, final.proposal)
    parts = (final.name, final.title, for_whom and f"for {for_whom}")
    return ", ".join(part for part in parts if part) or EMPTY


def _party(teller: Teller, party: Party) -> str:
    name = teller.someone(party.organization, party.proposal) or "not in the register"
    return f"{PartyRole(party.role).label}: {name}"


def _agreement(teller: Teller, final: AgreementFinal) -> str:
    kind, status = AgreementKind(final.kind).label, AgreementStatus(final.status).label
    if final.new is None:
        return f"{teller.record(Agreement, final.agreement)} · {status}"
    amount = ""
    if final.new.value_amount is not None:
        amount = f"{final.new.value_amount:,.15g} {final.new.value_currency}"
    parts = (f"New: {final.new.title}", kind, status.lower(), amount)
    return " · ".join(part for part in parts if part)


def _subject(teller: Teller, final: SubjectFinal) -> str:
    if final.organization is None:
        return "Somebody whom the sentence does not name: stays open"
    return teller.record(Organization, final.organization)


def _relation(_: Teller, final: RelationFinal) -> str:
    return f"This claim {ClaimRelationKind(final.kind).label.lower()} the earlier one"


_TELLERS: dict[type[Any], Callable[[Teller, Any], str]] = {
    KindFinal: _kind,
    ModalityFinal: _modality,
    CountryFinal: _country,
    OrganizationFinal: _organization,
    WeaponSystemFinal: _weapon_system,
    CategoryFinal: _category,
    MeasureFinal: _measure,
    DateFinal: _date,
    SpeakerFinal: _speaker,
    AgreementFinal: _agreement,
    SubjectFinal: _subject,
    RelationFinal: _relation,
}
