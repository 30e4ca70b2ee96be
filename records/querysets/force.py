"""When agreements are in force, as far as their milestones tell.

An agreement is in force from the day of its first entry into force or provisional application
until the day of its first expiry, termination or completion, both days included. A milestone's
day lies between the earliest and the latest that its date can mean; without a date it may be any.
Where a status says that an agreement has been in force, or is no more, but no milestone says since
when, it began or ended on an unknown day. Suspensions and withdrawals of single parties do not end
an agreement.
"""

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from records.enums import AgreementStatus, MilestoneKind

BEGINNINGS = (MilestoneKind.ENTRY_INTO_FORCE, MilestoneKind.PROVISIONAL_APPLICATION)
ENDINGS = (MilestoneKind.EXPIRY, MilestoneKind.TERMINATION, MilestoneKind.COMPLETION)
HAVE_BEGUN = (
    AgreementStatus.PROVISIONALLY_APPLIED,
    AgreementStatus.IN_FORCE,
    AgreementStatus.SUSPENDED,
    AgreementStatus.EXPIRED,
    AgreementStatus.TERMINATED,
    AgreementStatus.SUPERSEDED,
)
"""Statuses of agreements that are or were in force."""

HAVE_ENDED = (
    AgreementStatus.EXPIRED,
    AgreementStatus.TERMINATED,
    AgreementStatus.SUPERSEDED,
    AgreementStatus.CANCELLED,
)
"""Statuses of agreements that are in force no more."""


def possibly_in_force(milestones: "QuerySet[Any]", day: date) -> Q:
    """Match agreements that can have been in force on a day: some of their dates allow it.

    `milestones` are those of all agreements.
    """
    beginnings, endings = _of(milestones, BEGINNINGS), _of(milestones, ENDINGS)
    may_have_begun = beginnings.filter(Q(date_earliest__lte=day) | Q(date_earliest__isnull=True))
    begun_unknown = Q(status__in=HAVE_BEGUN) & ~Q(Exists(beginnings))
    has_ended = endings.filter(date_latest__lt=day)
    return (Q(Exists(may_have_begun)) | begun_unknown) & ~Q(Exists(has_ended))


def certainly_in_force(milestones: "QuerySet[Any]", day: date) -> Q:
    """Match agreements that were in force on a day, whichever of the possible days is true."""
    beginnings, endings = _of(milestones, BEGINNINGS), _of(milestones, ENDINGS)
    has_begun = beginnings.filter(date_latest__lte=day)
    may_have_ended = endings.filter(Q(date_earliest__lt=day) | Q(date_earliest__isnull=True))
    ended_unknown = Q(status__in=HAVE_ENDED) & ~Q(Exists(endings))
    return Q(Exists(has_begun)) & ~Q(Exists(may_have_ended)) & ~ended_unknown


def _of(milestones: "QuerySet[Any]", kinds: tuple[MilestoneKind, ...]) -> "QuerySet[Any]":
    """Keep an agreement's own milestones of some kinds."""
    return milestones.filter(agreement_id=OuterRef("pk"), kind__in=kinds)
