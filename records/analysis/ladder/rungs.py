"""What makes each rung, and which rungs agreements of each kind are expected to come to."""

from records.enums import AgreementKind, AgreementStatus, ClaimKind, MilestoneKind, Rung
from records.querysets.force import HAVE_BEGUN

BY_MILESTONE = {
    MilestoneKind.ANNOUNCEMENT: Rung.ANNOUNCED,
    MilestoneKind.SIGNATURE: Rung.SIGNED,
    MilestoneKind.PROVISIONAL_APPLICATION: Rung.IN_FORCE,
    MilestoneKind.ENTRY_INTO_FORCE: Rung.IN_FORCE,
    MilestoneKind.CONTRACTING: Rung.CONTRACTED,
    MilestoneKind.FUNDING: Rung.FUNDED,
    MilestoneKind.PRODUCTION_START: Rung.PRODUCED,
    MilestoneKind.FIRST_DELIVERY: Rung.DELIVERED,
    MilestoneKind.DELIVERY: Rung.DELIVERED,
}
BY_CLAIM = {
    ClaimKind.ORDER: Rung.CONTRACTED,
    ClaimKind.FINANCING: Rung.FUNDED,
    ClaimKind.PRODUCTION_OUTPUT: Rung.PRODUCED,
    ClaimKind.DELIVERY: Rung.DELIVERED,
}
"""Kinds of claims that speak of a rung; an agreement event is some step, but does not say which."""

_SIGNED = (AgreementStatus.SIGNED, *HAVE_BEGUN)


def implied(status: AgreementStatus) -> frozenset[Rung]:
    """List the rungs that an agreement with a status has come to.

    Whatever has a status is public. One that was given up before it took effect may never have
    been signed.
    """
    rungs = set()
    if status != AgreementStatus.UNKNOWN:
        rungs.add(Rung.ANNOUNCED)
    if status in _SIGNED:
        rungs.add(Rung.SIGNED)
    if status in HAVE_BEGUN:
        rungs.add(Rung.IN_FORCE)
    return frozenset(rungs)


_WORD = (Rung.ANNOUNCED, Rung.SIGNED)
_LAW = (*_WORD, Rung.IN_FORCE)
_WORKS = (*_WORD, Rung.CONTRACTED, Rung.FUNDED, Rung.PRODUCED)

EXPECTED: dict[AgreementKind, tuple[Rung, ...]] = {
    # Terms for what others carry out, and changes of such terms: they are to be in force.
    AgreementKind.FRAMEWORK_AGREEMENT: _LAW,
    AgreementKind.SECURITY_AGREEMENT: _LAW,
    AgreementKind.DEFENSE_COOPERATION_AGREEMENT: _LAW,
    AgreementKind.SECTOR_AGREEMENT: _LAW,
    AgreementKind.PROTOCOL: _LAW,
    AgreementKind.IMPLEMENTING_ARRANGEMENT: _LAW,
    AgreementKind.AMENDMENT: _LAW,
    AgreementKind.RENEWAL: _LAW,
    # Words that bind nobody, as a rule.
    AgreementKind.MEMORANDUM_OF_UNDERSTANDING: _WORD,
    AgreementKind.LETTER_OF_INTENT: _WORD,
    AgreementKind.JOINT_DECLARATION: _WORD,
    AgreementKind.OTHER: _WORD,
    # The agreement is the contract, so its signature is what contracting is elsewhere.
    AgreementKind.PROCUREMENT_CONTRACT: (*_WORD, Rung.FUNDED, Rung.PRODUCED, Rung.DELIVERED),
    AgreementKind.MAINTENANCE_CONTRACT: (*_WORD, Rung.FUNDED, Rung.DELIVERED),
    AgreementKind.TRAINING_PROGRAMME: (*_WORD, Rung.FUNDED, Rung.DELIVERED),
    # Something is to be made or founded, for which contracts and money are needed.
    AgreementKind.LICENCE_PRODUCTION: (*_WORKS, Rung.DELIVERED),
    AgreementKind.CO_PRODUCTION: (*_WORKS, Rung.DELIVERED),
    AgreementKind.JOINT_VENTURE: _WORKS,
    AgreementKind.RESEARCH_DEVELOPMENT: (*_WORD, Rung.CONTRACTED, Rung.FUNDED),
    # Gifts are announced and handed over, and seldom signed.
    AgreementKind.AID_PACKAGE: (Rung.ANNOUNCED, Rung.FUNDED, Rung.DELIVERED),
    AgreementKind.DONATION: (Rung.ANNOUNCED, Rung.DELIVERED),
    AgreementKind.LOAN: (*_LAW, Rung.FUNDED),
    # A notice comes before any contract.
    AgreementKind.SALE_NOTIFICATION: (Rung.ANNOUNCED, Rung.CONTRACTED, Rung.DELIVERED),
}
"""Rungs that agreements of a kind are expected to come to. Others are shown where reached, too."""
