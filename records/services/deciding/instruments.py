"""Agreements as proposed, and as they are written when a person has decided."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from records.enums import (
    Activity,
    AgreementKind,
    AgreementStatus,
    MeasureMode,
    MilestoneKind,
    OrganizationKind,
    PartyRole,
    ReviewStatus,
)
from records.ingest.findings import AgreementFinding, Findings, PartyFinding
from records.models import Organization
from records.services.deciding.finals import AgreementFinal, NewAgreement, Party

STEPS: Mapping[str, MilestoneKind] = {
    AgreementStatus.ANNOUNCED: MilestoneKind.ANNOUNCEMENT,
    AgreementStatus.UNDER_NEGOTIATION: MilestoneKind.NEGOTIATION_START,
    AgreementStatus.INITIALLED: MilestoneKind.INITIALLING,
    AgreementStatus.SIGNED: MilestoneKind.SIGNATURE,
    AgreementStatus.PROVISIONALLY_APPLIED: MilestoneKind.PROVISIONAL_APPLICATION,
    AgreementStatus.IN_FORCE: MilestoneKind.ENTRY_INTO_FORCE,
    AgreementStatus.SUSPENDED: MilestoneKind.SUSPENSION,
    AgreementStatus.EXPIRED: MilestoneKind.EXPIRY,
    AgreementStatus.TERMINATED: MilestoneKind.TERMINATION,
}
"""The step that a sentence reports when it says that an agreement has this status."""

ACTIVITIES: Mapping[str, Activity] = {
    AgreementKind.PROCUREMENT_CONTRACT: Activity.SUPPLY,
    AgreementKind.SALE_NOTIFICATION: Activity.SUPPLY,
    AgreementKind.AID_PACKAGE: Activity.SUPPLY,
    AgreementKind.DONATION: Activity.SUPPLY,
    AgreementKind.MAINTENANCE_CONTRACT: Activity.MAINTENANCE_REPAIR,
    AgreementKind.LICENCE_PRODUCTION: Activity.PRODUCTION,
    AgreementKind.CO_PRODUCTION: Activity.CO_PRODUCTION,
    AgreementKind.RESEARCH_DEVELOPMENT: Activity.DEVELOPMENT,
    AgreementKind.TRAINING_PROGRAMME: Activity.TRAINING,
}
"""What is done with the items of an agreement of a kind; other kinds leave it open."""

GONE = (ReviewStatus.REJECTED, ReviewStatus.RETRACTED, ReviewStatus.MERGED)
"""States of records that no proposal names."""

_MOST_NAMED = 3


def states_of(codes: Iterable[str]) -> dict[str, Organization]:
    """Find the states of countries, by their codes; one query, none without codes."""
    wanted = set(codes)
    if not wanted:
        return {}
    states = Organization.objects.filter(kind=OrganizationKind.STATE, country__in=wanted)
    rows = states.exclude(review_status__in=GONE).order_by("-pk").only("name", "country")
    return {state.country: state for state in rows}


def propose_agreement(
    agreement: AgreementFinding, found: Findings, published: str
) -> AgreementFinal:
    """Propose a new agreement with the parties that the text names."""
    states = states_of(each.country for each in agreement.parties if each.country)
    parties = tuple(_party(each, states) for each in agreement.parties)
    amount, currency = _value(found)
    return AgreementFinal(
        kind=agreement.kind.value,
        status=agreement.status.value,
        new=NewAgreement(
            title=_title(agreement.kind, list(_names(found, agreement.parties, states)), published),
            parties=tuple(dict.fromkeys(parties)),
            value_amount=amount,
            value_currency=currency,
        ),
    )


def _party(found: PartyFinding, states: Mapping[str, Organization]) -> Party:
    if found.organization is not None:
        return Party(role=found.role.value, proposal=f"organizations.{found.organization}")
    state = states.get(found.country)
    return Party(role=found.role.value, organization=state.pk if state else None)


def _names(
    found: Findings, parties: Iterable[PartyFinding], states: Mapping[str, Organization]
) -> Iterator[str]:
    """Name the parties, those who sign first."""
    order = sorted(parties, key=lambda party: party.role != PartyRole.SIGNATORY)
    for party in order:
        if party.organization is not None:
            name = found.organizations[party.organization]
            yield name.candidates[0].name if len(name.candidates) == 1 else name.name
        elif party.country in states:
            yield states[party.country].name
        elif party.country:
            yield party.country


def _title(kind: AgreementKind, names: list[str], published: str) -> str:
    """Write a title that tells it from others: `Donation: Finland and Ukraine, 2022-02`."""
    named = list(dict.fromkeys(names))[:_MOST_NAMED]
    who = " and ".join([", ".join(named[:-1]), named[-1]] if named[1:] else named)
    day = published.partition("/")[0][: len("2022-02")]
    start = "Agreement" if kind == AgreementKind.OTHER else kind.label
    return ", ".join(part for part in (f"{start}: {who}" if who else start, day) if part)


def _value(found: Findings) -> tuple[Decimal | None, str]:
    """Take the amount of money for the agreement's value if it is the only one."""
    money = [
        (each.value, each.currency)
        for each in found.measures
        if each.currency and each.mode == MeasureMode.ABSOLUTE and each.value is not None
    ]
    return money[0] if len(money) == 1 else (None, "")
