"""The agreement that a claim reports, written as a draft."""

from collections.abc import Iterator, Mapping
from typing import cast

from django.core.exceptions import ValidationError

from records.models import (
    Agreement,
    AgreementEvidence,
    AgreementItem,
    AgreementMilestone,
    AgreementParty,
    Claim,
)
from records.services.deciding.creating import Drafts
from records.services.deciding.errors import Problems
from records.services.deciding.finals import (
    AgreementFinal,
    CategoryFinal,
    Final,
    MeasureFinal,
    NewAgreement,
    WeaponSystemFinal,
)
from records.services.deciding.instruments import ACTIVITIES, STEPS
from records.services.deciding.naming import Names
from records.services.owned import OwnedLists

_SAID = ("kind", "status", "parties", "items", "value", "milestones")
"""Fields of an agreement that the sentence bears out."""


def draft_agreement(
    proposal: str,
    claim: Claim,
    names: Names,
    drafts: Drafts,
    problems: Problems,
) -> tuple[int | None, list[int]]:
    """Return the number of the agreement, created if it is new, and of its parties."""
    final = cast("AgreementFinal", names.finals[proposal])
    if final.new is None:
        if final.agreement is None:
            error = ValidationError("Choose an agreement, or create one.")
            problems.add(proposal, error, "agreement")
        return final.agreement, []
    parties = list(_parties(proposal, final.new, names, problems))
    owned: OwnedLists = {
        "parties": parties,
        "items": list(_items(final, names)),
        "milestones": list(_milestones(claim, final)),
    }
    record = Agreement(
        title=final.new.title,
        kind=final.kind,
        status=final.status,
        value_amount=final.new.value_amount,
        value_currency=final.new.value_currency,
    )
    said = {
        "value": record.value_amount is not None,
        **{name: bool(rows) for name, rows in owned.items()},
    }
    evidence = [AgreementEvidence(claim=claim, field=name)
                for name in _SAID if said.get(name, True)]  # fmt: skip
    number = drafts.agreement(proposal, record, {**owned, "evidence": evidence})
    return number, [party.organization_id for party in parties]


def _parties(
    proposal: str, new: NewAgreement, names: Names, problems: Problems
) -> Iterator[AgreementParty]:
    for place, party in enumerate(new.parties):
        field = f"parties.{place}.organization"
        try:
            number = names.meant(party.organization, party.proposal)
        except ValidationError as error:
            problems.add(proposal, error, field)
            continue
        if number is not None:
            yield AgreementParty(organization_id=number, role=party.role)
        elif not party.proposal:
            problems.add(proposal, ValidationError("Choose the organization."), field)


def _items(final: AgreementFinal, names: Names) -> Iterator[AgreementItem]:
    """List what the agreement is about: the systems of the text, or else their categories.

    How many there are is known where the words of a figure name the system.
    """
    activity = ACTIVITIES.get(final.kind)
    if activity is None:
        return
    finals, numbers = names.finals, names.numbers
    systems = {numbers[key]: each for key, each in finals.items()
               if isinstance(each, WeaponSystemFinal) and key in numbers}  # fmt: skip
    for number, system in systems.items():
        figure = _figure(system.words, finals)
        yield AgreementItem(
            weapon_system_id=number,
            words=system.words,
            activity=activity,
            quantity=figure.value if figure else None,
        )
    if not systems:
        codes = {each.category for each in finals.values() if isinstance(each, CategoryFinal)}
        for code in sorted(codes):
            yield AgreementItem(category_id=code, activity=activity)


def _figure(words: str, finals: Mapping[str, Final]) -> MeasureFinal | None:
    """Find the one absolute figure whose words name the system."""
    found = [
        each for each in finals.values()
        if isinstance(each, MeasureFinal) and words in each.words and each.mode == "absolute"
        and each.value is not None and each.value >= 0 and not each.currency
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None


def _milestones(claim: Claim, final: AgreementFinal) -> Iterator[AgreementMilestone]:
    step = STEPS.get(final.status)
    if step:
        yield AgreementMilestone(kind=step, date=claim.occurred, claim=claim)
