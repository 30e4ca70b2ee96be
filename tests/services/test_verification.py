"""Whatever somebody does behind the service's back is found."""

import io

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from records.enums import ReviewStatus
from records.models import Organization
from records.services.verification import verify_log
from tests.factories import OrganizationFactory, OrganizationNameFactory
from tests.support.log import allow_rewriting
from tests.support.register import reset_numbers
from tests.support.writing import store

pytestmark = pytest.mark.django_db


@pytest.fixture
def record():
    reset_numbers()
    record = OrganizationFactory(names=[OrganizationNameFactory.build()])
    return store(record=record, owned={})


def tamper(statement):
    """Change the log as only the owner of the database can."""
    allow_rewriting()
    with connection.cursor() as cursor:
        cursor.execute(statement)


def test_register_that_was_only_written_by_the_service_has_no_fault(record):
    assert list(verify_log()) == []


def test_command_says_that_all_is_well(record):
    out = io.StringIO()
    call_command("verify_log", stdout=out)
    assert out.getvalue() == "The log and the records agree, at change 2.\n"


def test_command_fails_with_every_fault(record):
    Organization.objects.update(review_status=ReviewStatus.DRAFT, name="Another")
    err = io.StringIO()
    with pytest.raises(CommandError, match=r"^3 faults found\.$"):
        call_command("verify_log", stderr=err)
    assert err.getvalue().splitlines() == [
        "ORG-1 is “draft” at revision 2; the log has left it “published” at 2.",
        "ORG-1 holds something else than the log says.",
        "ORG-1 shows another document than its rows give.",
    ]


@pytest.mark.parametrize(
    ("attack", "fault"),
    [
        (lambda record: record.names.all().delete(), "ORG-1 holds something else than"),
        (lambda record: record.names.update(text="x"), "ORG-1 holds something else than"),
        (lambda _: Organization.objects.update(notes="x"), "ORG-1 holds something else than"),
        (lambda _: Organization.objects.update(revision=7), "ORG-1 is “published” at rev"),
        (lambda _: Organization.objects.update(document="{}"), "ORG-1 shows another document"),
        (lambda _: Organization.objects.bulk_create(
            [Organization(pk=9, name="New", kind="company")]), "ORG-9 is not in the log."),
    ],
    ids=["rows deleted", "rows changed", "notes", "revision", "document", "entered"],
)  # fmt: skip
def test_record_that_was_changed_without_the_log_is_found(record, attack, fault):
    attack(record)
    assert [found for found in verify_log() if found.startswith(fault)]


def test_stale_document_is_no_fault(record):
    Organization.objects.update(document=None)
    assert list(verify_log()) == []


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE records_change SET document = '{}' WHERE sequence = 1",
         "The document of change 1 is not the one of its digest."),
        ("DELETE FROM records_change WHERE sequence = 1",
         "Change 2 stands where 1 is expected."),
        ("UPDATE records_change SET at = '2001-01-01 00:00:00+00' WHERE sequence = 2",
         "Change 2 is older than the one before it."),
        ("UPDATE records_change SET public_sequence = 9 WHERE sequence = 2",
         "Change 2 is 9 of the feed, not 2."),
        ("UPDATE records_change SET revision = 9 WHERE sequence = 2",
         "ORG-1 goes from revision 1 to 9."),
        ("UPDATE records_change SET number = 8 WHERE sequence = 1",
         "ORG-8 is in the log, but nowhere else."),
    ],
)  # fmt: skip
def test_log_that_was_tampered_with_is_found(record, statement, fault):
    tamper(statement)
    assert fault in list(verify_log())


@pytest.mark.parametrize("rows", [1, 3])
def test_number_of_queries_of_the_verification(rows, django_assert_num_queries):
    OrganizationFactory.create_batch(rows)
    turns = 6 if connection.vendor == "postgresql" else 0
    list(verify_log())
    with django_assert_num_queries(23 + turns):
        list(verify_log())
