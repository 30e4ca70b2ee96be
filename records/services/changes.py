"""Writes the log: one row for each change of a record, in the transaction of the change."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.db.models import Max

from records.enums import ChangeAction, ReviewStatus
from records.models import Change, Record
from records.services import states
from records.services.authorship import Authorship
from records.validators.records import CITABLE


@dataclass(frozen=True, slots=True)
class _End:
    """Where the log ends."""

    sequence: int
    public_sequence: int
    at: datetime | None


def append(whole: Record, document: str, *, action: ChangeAction, authorship: Authorship) -> Change:
    """Log what was just stored.

    `whole` is the record as `load_whole` reads it. The caller has taken the writers' turn and
    keeps it until the end of the transaction: that makes the numbers gapless and the times rise.
    """
    end = _end()
    is_public = whole.review_status in CITABLE or _stays_public(whole)
    return Change.objects.create(
        sequence=end.sequence + 1,
        public_sequence=end.public_sequence + 1 if is_public else None,
        record_type=whole.record_type,
        number=whole.pk,
        revision=whole.revision,
        action=action,
        channel=authorship.channel,
        actor=authorship.actor,
        reason=authorship.reason.strip(),
        request_id=authorship.request_id,
        at=max(whole.updated_at, end.at or whole.updated_at),
        review_status=whole.review_status,
        document=document,
        sha256=sha256(document.encode()).hexdigest(),
        state=states.dump(states.take(whole)),
    )


def _stays_public(whole: Record) -> bool:
    """Tell whether a merged record was public before."""
    is_merged = whole.review_status == ReviewStatus.MERGED
    return is_merged and Change.objects.of(whole.record_type, whole.pk).public().exists()


def _end() -> _End:
    found = Change.objects.aggregate(
        sequence=Max("sequence"), public_sequence=Max("public_sequence"), at=Max("at")
    )
    return _End(found["sequence"] or 0, found["public_sequence"] or 0, found["at"])
