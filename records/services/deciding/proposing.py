"""Turns what was found into proposals: values that a person can take as they are."""

from collections.abc import Iterator
from dataclasses import dataclass

from records.enums import ClaimRelationKind, Modality, OrganizationKind, TemporalMode
from records.ingest.documents import from_document
from records.ingest.findings import (
    Candidate,
    DateFinding,
    Finding,
    Findings,
    MeasureFinding,
    OrganizationFinding,
    SpeakerFinding,
    WeaponSystemFinding,
)
from records.models import Reading
from records.services.deciding.finals import (
    CategoryFinal,
    CountryFinal,
    DateFinal,
    Final,
    KindFinal,
    MeasureFinal,
    ModalityFinal,
    NewOrganization,
    NewWeaponSystem,
    OrganizationFinal,
    RelationFinal,
    SpeakerFinal,
    SubjectFinal,
    WeaponSystemFinal,
)
from records.services.deciding.instruments import propose_agreement
from records.services.deciding.linking import link_anew
from records.services.deciding.metrics import metric_of

EARLIER = "earlier"
"""The proposal that the claim replaces an earlier one."""

REQUIRED = frozenset({"kind", "modality"})
"""Proposals that no claim can be without: they are accepted or changed, never dropped."""

_TO_COME = frozenset({Modality.PLAN, Modality.COMMITMENT, Modality.TARGET, Modality.FORECAST})
_TEMPORAL = {
    Modality.PLAN: TemporalMode.PLAN,
    Modality.COMMITMENT: TemporalMode.PLAN,
    Modality.TARGET: TemporalMode.TARGET,
    Modality.FORECAST: TemporalMode.FORECAST,
    Modality.POSSIBILITY: TemporalMode.FORECAST,
    Modality.CONDITIONAL: TemporalMode.FORECAST,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What is put before a person.

    `final` is None where the finding leaves the choice open: several `candidates`, or a name that
    nothing can be made of, for which `why_open` gives the reason. `finding` is None for the
    earlier claim, which no words of the text name.
    """

    id: str
    group: str
    finding: Finding | None
    final: Final | None
    candidates: tuple[Candidate, ...] = ()
    why_open: str = ""


def propose(reading: Reading) -> dict[str, Proposal]:
    """Make proposals of a reading's findings, by their ids, in the order in which they are shown.

    Asks the database for the states that are parties, and for names that meant no record when the
    sentence was read.
    """
    found, text = link_anew(from_document(reading.findings)), reading.text
    return {proposal.id: proposal for proposal in _proposals(reading, found, text)}


def _proposals(reading: Reading, found: Findings, text: str) -> Iterator[Proposal]:
    yield _one("kind", found.kind, KindFinal(kind=found.kind.kind))
    yield _one("modality", found.modality, ModalityFinal(modality=found.modality.modality))
    for place, country in enumerate(found.countries):
        yield _of("countries", place, country, CountryFinal(country=country.country))
    for place, organization in enumerate(found.organizations):
        yield _organization(place, organization, _words(text, organization))
    for place, system in enumerate(found.weapon_systems):
        yield _weapon_system(place, system, _words(text, system))
    for place, category in enumerate(found.categories):
        yield _of("categories", place, category, CategoryFinal(category=category.category))
    for place, measure in enumerate(found.measures):
        yield _of("measures", place, measure, _measure(measure, found, _words(text, measure)))
    yield from _dates(found, text)
    if found.speaker:
        yield _one("speaker", found.speaker, _speaker(found.speaker))
    if found.agreement:
        agreement = propose_agreement(found.agreement, found, reading.published)
        yield _one("agreement", found.agreement, agreement)
    for place, subject in enumerate(found.subjects):
        yield _of("subjects", place, subject, SubjectFinal())
    if reading.earlier_id:
        relation = RelationFinal(kind=ClaimRelationKind.UPDATES.value)
        yield Proposal(id=EARLIER, group=EARLIER, finding=None, final=relation)


def _one(name: str, finding: Finding, final: Final) -> Proposal:
    return Proposal(id=name, group=name, finding=finding, final=final)


def _of(group: str, place: int, finding: Finding, final: Final) -> Proposal:
    return Proposal(id=f"{group}.{place}", group=group, finding=finding, final=final)


def _words(text: str, finding: Finding) -> str:
    return text[finding.start : finding.end]


def _organization(place: int, found: OrganizationFinding, words: str) -> Proposal:
    final = None
    if len(found.candidates) == 1:
        final = OrganizationFinal(words=words, organization=found.candidates[0].number)
    elif not found.candidates and not found.why_open:
        needs_country = found.kind == OrganizationKind.STATE and not found.country
        kind = OrganizationKind.OTHER if needs_country else found.kind
        new = NewOrganization(name=found.name, kind=kind.value, country=found.country)
        final = OrganizationFinal(words=words, new=new)
    return Proposal(
        id=f"organizations.{place}",
        group="organizations",
        finding=found,
        final=final,
        candidates=found.candidates,
        why_open=found.why_open,
    )


def _weapon_system(place: int, found: WeaponSystemFinding, words: str) -> Proposal:
    final = None
    if len(found.candidates) == 1:
        final = WeaponSystemFinal(words=words, weapon_system=found.candidates[0].number)
    elif not found.candidates and found.category:
        new = NewWeaponSystem(designation=found.name, category=found.category)
        final = WeaponSystemFinal(words=words, new=new)
    return Proposal(
        id=f"weapon_systems.{place}",
        group="weapon_systems",
        finding=found,
        final=final,
        candidates=found.candidates,
    )


def _measure(found: MeasureFinding, of: Findings, words: str) -> MeasureFinal:
    return MeasureFinal(
        words=words,
        metric=metric_of(found, of).value,
        mode=found.mode.value,
        qualifier=found.qualifier.value,
        value=found.value,
        value_min=found.value_min,
        value_max=found.value_max,
        precision=found.precision,
        unit=found.unit,
        unit_words=found.unit_words,
        currency=found.currency,
        direction=found.direction,
        superlative=found.superlative.value if found.superlative else "",
        temporal_mode=_TEMPORAL.get(of.modality.modality, TemporalMode.ACTUAL).value,
    )


def _dates(found: Findings, text: str) -> Iterator[Proposal]:
    """Take the first date for the claim's: when it is due, if it speaks of what is to come."""
    use = "due" if found.modality.modality in _TO_COME else "occurred"
    for place, date in enumerate(found.dates):
        final = _date(date, _words(text, date), "other" if place else use)
        yield _of("dates", place, date, final)


def _date(found: DateFinding, words: str, use: str) -> DateFinal:
    unresolved = found.unresolved.value if found.unresolved else ""
    return DateFinal(words=words, edtf=found.edtf, unresolved=unresolved, use=use)


def _speaker(found: SpeakerFinding) -> SpeakerFinal:
    place = found.organization
    proposal = "" if place is None else f"organizations.{place}"
    return SpeakerFinal(name=found.name, title=found.title, proposal=proposal)
