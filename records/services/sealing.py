"""Ends a write: renders what was stored, derives where its names begin, and logs it."""

from collections.abc import Sequence

from django.db import connection

from records.enums import ChangeAction
from records.models import Record
from records.representations.loading import load_whole
from records.representations.rendering import render_whole
from records.services.authorship import Authorship
from records.services.changes import append
from records.services.errors import check_each
from records.services.evidence import validate_evidence
from records.services.naming import follow_names


def seal(records: Sequence[Record], *, action: ChangeAction, authorship: Authorship) -> None:
    """Give stored records of one model their documents, and log them in their order.

    Raises EntriesRefusedError for evidence that is about nothing in the documents.
    """
    model = type(records[0])
    loaded = {whole.pk: whole for whole in load_whole(model, [record.pk for record in records])}
    wholes = [loaded[record.pk] for record in records]
    for record, whole in zip(records, wholes, strict=True):
        record.document = whole.document = render_whole(whole)
    check_each(wholes, validate_evidence)
    with connection.cursor() as cursor:
        cursor.executemany(
            f'UPDATE "{model._meta.db_table}" SET "document" = %s WHERE "id" = %s',  # noqa: S608 the name of a table
            [(record.document, record.pk) for record in records],
        )
    follow_names(wholes)
    append(wholes, action=action, authorship=authorship)
