"""The log takes new rows and nothing else."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from records.models import Change
from records.querysets.change import AppendOnlyError
from tests.factories import ChangeFactory

pytestmark = pytest.mark.django_db


def again(change, **different):
    """Build another row like one that is there."""
    values = {field.attname: getattr(change, field.attname) for field in Change._meta.fields}
    return Change(**(values | {"sequence": change.sequence + 1, "public_sequence": None}
                     | different))  # fmt: skip


@pytest.mark.parametrize(
    "attempt",
    [
        lambda change: change.save(),
        lambda change: change.delete(),
        lambda change: Change.objects.filter(pk=change.pk).update(reason="Another."),
        lambda change: Change.objects.filter(pk=change.pk).delete(),
    ],
    ids=["save", "delete", "update of rows", "deletion of rows"],
)
def test_application_cannot_rewrite_the_log(attempt):
    change = ChangeFactory()

    with pytest.raises(AppendOnlyError):
        attempt(change)

    assert Change.objects.get().reason == "A test."


@pytest.mark.parametrize(
    "statement",
    ["UPDATE records_change SET reason = 'Another.'", "DELETE FROM records_change"],
)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite's file has one owner.")
def test_database_refuses_to_rewrite_the_log(statement):
    ChangeFactory()

    with (
        pytest.raises(IntegrityError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)

    assert Change.objects.get().reason == "A test."


@pytest.mark.parametrize(
    ("different", "constraint"),
    [
        ({"at": timezone.now()}, "revision"),
        ({"revision": 2, "channel": "api"}, "change_actor_missing"),
        ({"revision": 2, "public_sequence": 1}, "public_sequence"),
        ({"revision": 2, "sequence": 1}, "sequence"),
    ],
)
def test_database_refuses_a_row_that_cannot_be(different, constraint):
    change = ChangeFactory()

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        again(change, **different).save()


def test_row_names_its_record():
    change = ChangeFactory()

    assert change.public_id == f"SRC-{change.number}"
    assert str(change) == f"1 created SRC-{change.number}"
