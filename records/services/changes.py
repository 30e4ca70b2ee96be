"""Writes the log: one row for each change of a record, in the transaction of the change."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from hashlib import sha256

from django.db import connection

from records.enums import ChangeAction, ReviewStatus
from records.models import Change, Record
from records.services import states
from records.services.authorship import Authorship
from records.services.inserting import MOST, insert_into, values_of, values_sql
from records.validators.records import CITABLE

_NEXT = '(SELECT COALESCE(MAX("{column}"), 0) + {place} FROM "records_change")'
_AT = (
    '(SELECT MAX("at") FROM (SELECT MAX("at") AS "at" FROM "records_change" '
    'UNION ALL SELECT %s) AS "ends")'
)
"""What follows from the end of the log. Each is a question of its own: SQLite finds a single
maximum by its index, and reads the whole log for several."""


def append(wholes: Sequence[Record], *, action: ChangeAction, authorship: Authorship) -> None:
    """Log what was just stored, in this order.

    The records are as `load_whole` reads them, with their new documents. The caller has taken the
    writers' turn and keeps it until the end of the transaction: that makes the numbers gapless and
    the times rise.
    """
    changes = []
    at = None
    for whole in wholes:
        at = max(at or whole.updated_at, whole.updated_at)
        changes.append(_change_of(whole, action, authorship, at))
    for start in range(0, len(changes), MOST):
        _insert(changes[start : start + MOST])


def _change_of(
    whole: Record, action: ChangeAction, authorship: Authorship, at: datetime
) -> tuple[Change, bool]:
    """Make the row of the log, and tell whether it is public."""
    document = whole.document or ""
    change = Change(
        record_type=whole.record_type,
        number=whole.pk,
        revision=whole.revision,
        action=action,
        channel=authorship.channel,
        actor=authorship.actor,
        reason=authorship.reason.strip(),
        request_id=authorship.request_id,
        at=at,
        review_status=whole.review_status,
        document=document,
        sha256=sha256(document.encode()).hexdigest(),
        state=states.dump(states.take(whole)),
    )
    return change, whole.review_status in CITABLE or _stays_public(whole)


def _insert(changes: Sequence[tuple[Change, bool]]) -> None:
    """Store rows of the log; the database counts on from its end.

    It answers each question about the end before it stores the first row.
    """
    counted = _counted(tuple(is_public for _, is_public in changes))
    values = [value for (change, _), each in zip(changes, counted, strict=True)
              for value in values_of(change, each)]  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_statement(tuple(is_public for _, is_public in changes)), values)


@cache
def _counted(public: tuple[bool, ...]) -> tuple[dict[str, str], ...]:
    """Write the SQL of what is counted, row by row; a change that is not public has no number."""
    return tuple(
        {"sequence": _NEXT.format(column="sequence", place=place), "at": _AT}
        | (
            {"public_sequence": _NEXT.format(column="public_sequence", place=sum(public[:place]))}
            if is_public
            else {}
        )
        for place, is_public in enumerate(public, 1)
    )


@cache
def _statement(public: tuple[bool, ...]) -> str:
    first, *more = _counted(public)
    return ", ".join([insert_into(Change, first), *(values_sql(Change, each) for each in more)])


def _stays_public(whole: Record) -> bool:
    """Tell whether a merged record was public before."""
    is_merged = whole.review_status == ReviewStatus.MERGED
    return is_merged and Change.objects.of(whole.record_type, whole.pk).public().exists()
