"""Writes the log: one row for each change of a record, in the transaction of the change."""

from functools import cache
from hashlib import sha256

from django.db import connection

from records.enums import ChangeAction, ReviewStatus
from records.models import Change, Record
from records.services import states
from records.services.authorship import Authorship
from records.services.inserting import insert_into, values_of
from records.validators.records import CITABLE

_NEXT = '(SELECT COALESCE(MAX("{column}"), 0) + 1 FROM "records_change")'
_COUNTED = {
    "sequence": _NEXT.format(column="sequence"),
    "public_sequence": _NEXT.format(column="public_sequence"),
    "at": '(SELECT MAX("at") FROM (SELECT MAX("at") AS "at" FROM "records_change" '
    'UNION ALL SELECT %s) AS "ends")',
}
"""What follows from the end of the log. Each is a question of its own: SQLite finds a single
maximum by its index, and reads the whole log for several."""


def append(whole: Record, document: str, *, action: ChangeAction, authorship: Authorship) -> None:
    """Log what was just stored.

    `whole` is the record as `load_whole` reads it. The caller has taken the writers' turn and
    keeps it until the end of the transaction: that makes the numbers gapless and the times rise.
    """
    is_public = whole.review_status in CITABLE or _stays_public(whole)
    change = Change(
        record_type=whole.record_type,
        number=whole.pk,
        revision=whole.revision,
        action=action,
        channel=authorship.channel,
        actor=authorship.actor,
        reason=authorship.reason.strip(),
        request_id=authorship.request_id,
        at=whole.updated_at,
        review_status=whole.review_status,
        document=document,
        sha256=sha256(document.encode()).hexdigest(),
        state=states.dump(states.take(whole)),
    )
    statement, counted = _statement(is_public=is_public)
    with connection.cursor() as cursor:
        cursor.execute(statement, values_of(change, counted))


@cache
def _statement(*, is_public: bool) -> tuple[str, dict[str, str]]:
    counted = {
        name: sql for name, sql in _COUNTED.items() if is_public or name != "public_sequence"
    }
    return insert_into(Change, counted), counted


def _stays_public(whole: Record) -> bool:
    """Tell whether a merged record was public before."""
    is_merged = whole.review_status == ReviewStatus.MERGED
    return is_merged and Change.objects.of(whole.record_type, whole.pk).public().exists()
