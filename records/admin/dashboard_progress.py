"""What agreements wait for and which promises are overdue, on the first page of the desk."""

from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple

from django.urls import reverse
from django.utils import timezone

from records.analysis.ladder.climbing import Ladder
from records.analysis.ladder.reading import read_ladders
from records.analysis.promises.reading import Promise, read_promises
from records.analysis.promises.selecting import Wanted, figures, statements
from records.enums import Overdue
from records.models import Agreement, Claim, Record
from records.pictures.picture import inline
from records.pictures.progress import ladders_picture, state_of
from records.values.public_ids import RecordType, format_public_id

LONGEST = 5
"""Agreements and promises that are shown, those that wait longest."""


class Line(NamedTuple):
    """A record, where to work on it, and how long it waits for what."""

    address: str
    public_id: str
    title: str
    told: str


class Progress(NamedTuple):
    """The public agreements that wait, drawn and listed, and the promises that are overdue."""

    waiting: int
    picture: str
    agreements: list[Line]
    overdue: int
    promises: list[Line]


def progress() -> Progress:
    """Find them: at most twelve queries, which look at all agreements and promises."""
    today = timezone.localdate()
    ladders = read_ladders(Agreement.objects.published().order_by("pk"), today)
    waiting = [each for each in ladders if each.waits]
    longest = sorted(waiting, key=_place)[:LONGEST]
    overdue = _overdue(today)
    page = read_promises(Claim.objects.published(), overdue, size=LONGEST)
    return Progress(
        len(waiting),
        inline(ladders_picture(longest, today), "waiting") if longest else "",
        [_agreement(each) for each in longest],
        _count(overdue),
        [_promise(each) for each in page.promises],
    )


def progress_block(found: Progress, seen: Collection[type[Record]]) -> Progress:
    """Show somebody what is found of the types that they may see."""
    if Agreement not in seen:
        found = found._replace(waiting=0, picture="", agreements=[])
    if Claim not in seen:
        found = found._replace(overdue=0, promises=[])
    return found


def _overdue(today: date) -> Wanted:
    return Wanted(today, overdue=(Overdue.YES,))


def _count(wanted: Wanted) -> int:
    claims = Claim.objects.published()
    return statements(claims, wanted).count() + figures(claims, wanted).count()


def _place(ladder: Ladder) -> tuple[int, int]:
    """Put those first that certainly wait longest; those without a date come last."""
    least = ladder.waited.min if ladder.waited else None
    return -1 if least is None else -least - 2, ladder.facts.agreement


def _agreement(ladder: Ladder) -> Line:
    number = ladder.facts.agreement
    return Line(
        reverse("admin:records_agreement_change", args=[number]),
        format_public_id(RecordType.AGREEMENT, number),
        ladder.facts.title,
        state_of(ladder),
    )


def _promise(promise: Promise) -> Line:
    claim, due = promise.claim, promise.due
    when: Any = due and (due.edtf or due.words)
    return Line(
        reverse("admin:records_claim_change", args=[claim.pk]),
        claim.public_id,
        claim.text,
        f"Due {when}" if when else "",
    )
