"""Writes what a person decided on proposals: the claim, what it names, and the decisions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from records.enums import ReviewStatus
from records.models import Claim, Reading, Record
from records.representations.loading import load_whole
from records.representations.locking import take_turn
from records.services import review
from records.services.authorship import Authorship, require_permission, validate_reason
from records.services.deciding.agreements import draft_agreement
from records.services.deciding.contents import Content
from records.services.deciding.creating import Drafts
from records.services.deciding.errors import OF_THE_CLAIM, Problems
from records.services.deciding.finals import (
    AgreementFinal,
    Final,
    RelationFinal,
    group_of,
    write_final,
)
from records.services.deciding.labels import labels_of
from records.services.deciding.naming import name_records
from records.services.deciding.proposing import REQUIRED, Proposal, propose
from records.services.errors import StaleRevisionError
from records.services.saving import save_record

OPEN = frozenset({ReviewStatus.DRAFT, ReviewStatus.CHANGES_REQUESTED})
"""States of claims whose proposals can still be decided on."""

ADDED = "added"
"""What the ids of things begin with that a person added."""


@dataclass(frozen=True, slots=True)
class Decided:
    """The claim as it is stored now, and the drafts that were created for it."""

    claim: Claim
    created: list[Record]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a person makes of the proposals of a reading, and what they add to them.

    `decisions` has for each proposal what it comes to, or None if it is dropped. The claim was at
    `expected_revision` when they read it. `submit` asks for the review of the claim and of the
    drafts that are created for it.
    """

    decisions: Mapping[str, Final | None]
    additions: Sequence[Final] = ()
    expected_revision: int
    submit: bool = False


@transaction.atomic
def decide(*, reading: Reading, answer: Answer, authorship: Authorship) -> Decided:
    """Create what is new, write the claim once, and keep what was decided.

    Raises DecidingError with errors by proposal, of which those of the first addition are called
    `added.0`; StaleRevisionError when the claim was changed since it was read; NotPermittedError.
    Nothing is stored unless everything is.
    """
    take_turn()
    require_permission(authorship, Claim, "change")
    reading = Reading.objects.select_for_update().get(pk=reading.pk)
    claim = cast("Claim", load_whole(Claim, [reading.claim_id])[0])
    if claim.revision != answer.expected_revision:
        raise StaleRevisionError(
            claim.public_id, expected=answer.expected_revision, current=claim.revision
        )
    reading.claim, problems = claim, Problems()
    proposals, decisions = propose(reading), answer.decisions
    _check_reason(authorship, problems)
    _check(reading, proposals, decisions, problems)
    finals = {key: final for key, final in decisions.items() if final is not None}
    finals |= {f"{ADDED}.{place}": final for place, final in enumerate(answer.additions)}
    created = _write(reading, finals, authorship, problems)
    _keep(reading, proposals, decisions, finals, authorship)
    if answer.submit:
        for record in (*created, claim):
            review.submit(record=record, authorship=authorship)
    return Decided(Claim.objects.get(pk=claim.pk), created)


def _check_reason(authorship: Authorship, problems: Problems) -> None:
    """Note what is wrong with the reason once, rather than beside each draft that needs it."""
    try:
        validate_reason(authorship, required=False)
    except ValidationError as error:
        problems.add(OF_THE_CLAIM, ValidationError(error.messages))


def _check(
    reading: Reading,
    proposals: Mapping[str, Proposal],
    decisions: Mapping[str, Final | None],
    problems: Problems,
) -> None:
    """Refuse decisions on what is decided already, and those that leave a proposal open."""
    claim = reading.claim
    if reading.decided_at is not None or claim.review_status not in OPEN:
        status = ReviewStatus(claim.review_status).label.lower()
        why = "have been decided on" if reading.decided_at else f"are closed: it is {status}"
        problems.add(OF_THE_CLAIM, ValidationError(f"The proposals for {claim.public_id} {why}."))
    for key in proposals.keys() - decisions.keys():
        problems.add(key, ValidationError("Not decided on yet.", code="undecided"))
    for key in decisions.keys() - proposals.keys():
        problems.add(OF_THE_CLAIM, ValidationError(f"There is no proposal “{key}”."))
    for key in REQUIRED & decisions.keys():
        if decisions[key] is None:
            problems.add(key, ValidationError("No claim is without it: accept or change it."))
    problems.refuse()


def _write(
    reading: Reading, finals: Mapping[str, Final], authorship: Authorship, problems: Problems
) -> list[Record]:
    """Create drafts and write the claim once; raise DecidingError with all that is wrong."""
    drafts = Drafts(authorship, problems)
    names = name_records(finals, drafts, problems)
    content = Content(reading.claim, problems)
    content.take(names)
    for proposal, final in finals.items():
        if isinstance(final, RelationFinal) and reading.earlier_id:
            content.relate(proposal, final, reading.earlier_id)
        elif isinstance(final, AgreementFinal):
            problems.refuse()  # an agreement without its parties would have errors of its own
            number, parties = draft_agreement(proposal, reading.claim, names, drafts, problems)
            if number is not None:
                content.link_agreement(proposal, number)
            for party in parties:
                content.link_organization(proposal, party)
    problems.refuse()
    try:
        save_record(record=content.claim, owned=content.lists, authorship=authorship)
    except ValidationError as error:
        content.blame(error)
    problems.refuse()
    return drafts.created


def _keep(
    reading: Reading,
    proposals: Mapping[str, Proposal],
    decisions: Mapping[str, Final | None],
    finals: Mapping[str, Final],
    authorship: Authorship,
) -> None:
    """Store proposal against decision, and what is thereby known of the sentence."""
    reading.decisions = [
        _entry(key, _verdict(proposal, decisions[key]), decisions[key])
        for key, proposal in proposals.items()
    ] + [
        {"group": group_of(finals[key]), **_entry(key, ADDED, finals[key])}
        for key in finals if key not in proposals
    ]  # fmt: skip
    reading.labels = labels_of(reading, finals)
    reading.decided_at, reading.decided_by = timezone.now(), authorship.actor
    reading.save()


def _verdict(proposal: Proposal, final: Final | None) -> str:
    """Say how a decision stands to its proposal; one of several candidates was proposed, too."""
    if final is None:
        return "dropped"
    numbers = {each.number for each in proposal.candidates}
    chosen = getattr(final, "organization", None) or getattr(final, "weapon_system", None)
    return "accepted" if final == proposal.final or chosen in numbers else "changed"


def _entry(key: str, verdict: str, final: Final | None) -> dict[str, Any]:
    values = None if final is None else write_final(final)
    return {"id": key, "decision": verdict, "final": values}
